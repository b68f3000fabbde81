<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>accountlists</name>
    <message numerus="yes">
        <source>%Ln more accounts are not listed.</source>
        <translation>
            <numerusform>%Ln more account is not listed.</numerusform>
            <numerusform>%Ln more accounts are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>The lake is sound: %n records.</source>
        <translation>
            <numerusform>The lake is sound: %n record.</numerusform>
            <numerusform>The lake is sound: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --findings FILE has them</source>
        <translation>
            <numerusform>and %n more; --findings FILE has it</numerusform>
            <numerusform>and %n more; --findings FILE has them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This file has %n rows to send.</source>
        <translation>
            <numerusform>This file has %n row to send.</numerusform>
            <numerusform>This file has %n rows to send.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records and versions written to %1.</source>
        <translation>
            <numerusform>%n record or version written to %1.</numerusform>
            <numerusform>%n records and versions written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connections</name>
    <message numerus="yes">
        <source>Every %n hours</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message numerus="yes">
        <source>%Ln records or versions of others still mention the address; they were to stay.</source>
        <translation>
            <numerusform>%Ln record or version of another still mentions the address; it was to stay.</numerusform>
            <numerusform>%Ln records or versions of others still mention the address; they were to stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier versions</source>
        <translation>
            <numerusform>%Ln earlier version</numerusform>
            <numerusform>%Ln earlier versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mentions</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>figurecharts</name>
    <message numerus="yes">
        <source>Fewer than %Ln responses with a score: too few for a figure.</source>
        <translation>
            <numerusform>Fewer than %Ln response with a score: too few for a figure.</numerusform>
            <numerusform>Fewer than %Ln responses with a score: too few for a figure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln values with the most responses.</source>
        <translation>
            <numerusform>The value with the most responses.</numerusform>
            <numerusform>The %Ln values with the most responses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses without a date are not in it.</source>
        <translation>
            <numerusform>%Ln response without a date is not in it.</numerusform>
            <numerusform>%Ln responses without a date are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::engine::Engine</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records, nothing wrong</source>
        <translation>
            <numerusform>%n record, nothing wrong</numerusform>
            <numerusform>%n records, nothing wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are wrong</source>
        <translation>
            <numerusform>%n thing is wrong</numerusform>
            <numerusform>%n things are wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records and versions written to %1</source>
        <translation>
            <numerusform>%Ln record or version written to %1</numerusform>
            <numerusform>%Ln records and versions written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::Announcer</name>
    <message numerus="yes">
        <source>%n new records</source>
        <translation>
            <numerusform>%n new record</numerusform>
            <numerusform>%n new records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::CheckStep</name>
    <message numerus="yes">
        <source>All %Ln row(s) can be sent.</source>
        <translation>
            <numerusform>The %Ln row can be sent.</numerusform>
            <numerusform>All %Ln rows can be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s).</source>
        <translation>
            <numerusform>%Ln warning.</numerusform>
            <numerusform>%Ln warnings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConfigurationEditor</name>
    <message numerus="yes">
        <source>%Ln heading(s) added.</source>
        <translation>
            <numerusform>%Ln heading added.</numerusform>
            <numerusform>%Ln headings added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln heading(s) were there already.</source>
        <translation>
            <numerusform>%Ln heading was there already.</numerusform>
            <numerusform>%Ln headings were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ContributionChart</name>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>%Ln more in the table</numerusform>
            <numerusform>%Ln more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::DateFormatPane</name>
    <message numerus="yes">
        <source>Dates of “%1” in %Ln row(s):</source>
        <translation>
            <numerusform>Dates of “%1” in %Ln row:</numerusform>
            <numerusform>Dates of “%1” in %Ln rows:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ExportPreview</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ExportStarter</name>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read…</source>
        <translation>
            <numerusform>%Ln file cannot be read…</numerusform>
            <numerusform>%Ln files cannot be read…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::FileStep</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::FileUploadView</name>
    <message numerus="yes">
        <source>&amp;Send %Ln record(s)</source>
        <translation>
            <numerusform>&amp;Send %Ln record</numerusform>
            <numerusform>&amp;Send %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ForgetDialog</name>
    <message numerus="yes">
        <source>Nothing was found in %Ln local copies.</source>
        <translation>
            <numerusform>Nothing was found in the local copy.</numerusform>
            <numerusform>Nothing was found in %Ln local copies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also take %Ln records of others that &amp;mention the address</source>
        <translation>
            <numerusform>Also take %Ln record of another that &amp;mentions the address</numerusform>
            <numerusform>Also take %Ln records of others that &amp;mention the address</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This erases %Ln records and earlier versions from this computer (or your team&apos;s database) for good. Export them first if you may need them. Type %1 to continue.</source>
        <translation>
            <numerusform>This erases %Ln record or earlier version from this computer (or your team&apos;s database) for good. Export it first if you may need it. Type %1 to go on.</numerusform>
            <numerusform>This erases %Ln records and earlier versions from this computer (or your team&apos;s database) for good. Export them first if you may need them. Type %1 to go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::JobPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::LakeView</name>
    <message numerus="yes">
        <source>%Ln new record(s) arrived.</source>
        <translation>
            <numerusform>%Ln new record arrived.</numerusform>
            <numerusform>%Ln new records arrived.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::LiveView</name>
    <message numerus="yes">
        <source>%Ln record(s) not in the local copy (+)</source>
        <translation>
            <numerusform>%Ln record not in the local copy (+)</numerusform>
            <numerusform>%Ln records not in the local copy (+)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) differ from the local copy (≠, values in bold)</source>
        <translation>
            <numerusform>%Ln record differs from the local copy (≠, values in bold)</numerusform>
            <numerusform>%Ln records differ from the local copy (≠, values in bold)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::MailConfirmation</name>
    <message numerus="yes">
        <source>CustomerGauge will e-mail %Ln people. Continue?</source>
        <translation>
            <numerusform>CustomerGauge will e-mail %Ln person. Continue?</numerusform>
            <numerusform>CustomerGauge will e-mail %Ln people. Continue?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send to %Ln people</source>
        <translation>
            <numerusform>&amp;Send to %Ln person</numerusform>
            <numerusform>&amp;Send to %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln job(s) are running. Stop them and quit?</source>
        <translation>
            <numerusform>%Ln job is running. Stop it and quit?</numerusform>
            <numerusform>%Ln jobs are running. Stop them and quit?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::RankedChart</name>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>%Ln more in the table</numerusform>
            <numerusform>%Ln more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::RecordModel</name>
    <message numerus="yes">
        <source>Sent less than %Ln hour(s) ago: it may still be answered.</source>
        <translation>
            <numerusform>Sent less than %Ln hour ago: it may still be answered.</numerusform>
            <numerusform>Sent less than %Ln hours ago: it may still be answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::SendStep</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Begin &amp;anew: all %Ln row(s) are sent, also those that were accepted</source>
        <translation>
            <numerusform>Begin &amp;anew: the %Ln row is sent, also when it was accepted</numerusform>
            <numerusform>Begin &amp;anew: all %Ln rows are sent, also those that were accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the %Ln un&amp;known row(s) again</source>
        <translation>
            <numerusform>Send the %Ln un&amp;known row again</numerusform>
            <numerusform>Send the %Ln un&amp;known rows again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resume: %Ln row(s) are new or corrected</source>
        <translation>
            <numerusform>&amp;Resume: %Ln row is new or corrected</numerusform>
            <numerusform>&amp;Resume: %Ln rows are new or corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resume: %Ln row(s) were not sent yet</source>
        <translation>
            <numerusform>&amp;Resume: %Ln row was not sent yet</numerusform>
            <numerusform>&amp;Resume: %Ln rows were not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::SentimentChart</name>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>%Ln more in the table</numerusform>
            <numerusform>%Ln more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::UploadPane</name>
    <message numerus="yes">
        <source>%Ln row(s) have an error and were not sent.</source>
        <translation>
            <numerusform>%Ln row has an error and was not sent.</numerusform>
            <numerusform>%Ln rows have an error and were not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) again whose answer never came?</source>
        <translation>
            <numerusform>Send %Ln row again whose answer never came?</numerusform>
            <numerusform>Send %Ln rows again whose answer never came?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ValueListModel</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ValuePicker</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have none</source>
        <translation>
            <numerusform>%Ln record has none</numerusform>
            <numerusform>%Ln records have none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) hold no number</source>
        <translation>
            <numerusform>%Ln record holds no number</numerusform>
            <numerusform>%Ln records hold no number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ViewMenu</name>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read…</source>
        <translation>
            <numerusform>%Ln file cannot be read…</numerusform>
            <numerusform>%Ln files cannot be read…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is limited to %Ln row(s), which counts on the command line only. All are shown.</source>
        <translation>
            <numerusform>“%1” is limited to %Ln row, which counts on the command line only. All are shown.</numerusform>
            <numerusform>“%1” is limited to %Ln rows, which counts on the command line only. All are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>headline</name>
    <message numerus="yes">
        <source>%Ln without a score</source>
        <translation>
            <numerusform>%Ln without a score</numerusform>
            <numerusform>%Ln without a score</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kit</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lake</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message numerus="yes">
        <source>%n new columns: %1</source>
        <translation>
            <numerusform>%n new column: %1</numerusform>
            <numerusform>%n new columns: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts were not valid Unicode; U+FFFD replaces the characters that could not be read</source>
        <translation>
            <numerusform>%n text was not valid Unicode; U+FFFD replaces the characters that could not be read</numerusform>
            <numerusform>%n texts were not valid Unicode; U+FFFD replaces the characters that could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncstate</name>
    <message numerus="yes">
        <source>interrupted, %Ln record(s) kept</source>
        <translation>
            <numerusform>interrupted, %Ln record kept</numerusform>
            <numerusform>interrupted, %Ln records kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped, %Ln record(s) kept</source>
        <translation>
            <numerusform>stopped, %Ln record kept</numerusform>
            <numerusform>stopped, %Ln records kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sync failed, %Ln record(s) kept</source>
        <translation>
            <numerusform>sync failed, %Ln record kept</numerusform>
            <numerusform>sync failed, %Ln records kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>incomplete, %Ln record(s) so far</source>
        <translation>
            <numerusform>incomplete, %Ln record so far</numerusform>
            <numerusform>incomplete, %Ln records so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln record(s), %2</source>
        <translation>
            <numerusform>%1: %Ln record, %2</numerusform>
            <numerusform>%1: %Ln records, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>transfer</name>
    <message numerus="yes">
        <source>%n texts were longer than a cell holds and end with a mark; CSV and JSON lines have them whole.</source>
        <translation>
            <numerusform>%n text was longer than a cell holds and ends with a mark; CSV and JSON lines have it whole.</numerusform>
            <numerusform>%n texts were longer than a cell holds and end with a mark; CSV and JSON lines have them whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected rows are no longer there.</source>
        <translation>
            <numerusform>%n of the selected rows is no longer there.</numerusform>
            <numerusform>%n of the selected rows are no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected rows</source>
        <translation>
            <numerusform>%n selected row</numerusform>
            <numerusform>%n selected rows</numerusform>
        </translation>
    </message>
</context>
</TS>
