<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL">
<context>
    <name>ColumnMenu</name>
    <message>
        <source>C&amp;hoose columns…</source>
        <translation>Ko&amp;lommen kiezen…</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Oplopend sorteren</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>&amp;Aflopend sorteren</translation>
    </message>
    <message>
        <source>&amp;Then by this, ascending</source>
        <translation>&amp;Daarna hierop, oplopend</translation>
    </message>
    <message>
        <source>Then &amp;by this, descending</source>
        <translation>Daarna &amp;hierop, aflopend</translation>
    </message>
    <message>
        <source>&amp;Not by this any more</source>
        <translation>&amp;Niet meer hierop</translation>
    </message>
    <message>
        <source>As &amp;received</source>
        <translation>&amp;Zoals ontvangen</translation>
    </message>
    <message>
        <source>&amp;Freeze up to here</source>
        <translation>&amp;Vastzetten tot hier</translation>
    </message>
    <message>
        <source>&amp;Unfreeze</source>
        <translation>Losma&amp;ken</translation>
    </message>
    <message>
        <source>&amp;Select column</source>
        <translation>Kolom &amp;selecteren</translation>
    </message>
    <message>
        <source>H&amp;ide “%1”</source>
        <translation>“%1” ver&amp;bergen</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>All time</source>
        <translation>Alle tijd</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Laatste 30 dagen</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Laatste 90 dagen</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Laatste 12 maanden</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Dit kwartaal</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Vorig kwartaal</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dit jaar</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Vorig jaar</translation>
    </message>
</context>
<context>
    <name>SheetWriter</name>
    <message>
        <source>Dates</source>
        <translation>Datums</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Andere velden</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Vertaling</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschappen</translation>
    </message>
    <message>
        <source>More properties</source>
        <translation>Meer eigenschappen</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leeg)</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation>%1, eerder: %2</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat is veranderd</translation>
    </message>
    <message>
        <source>First received</source>
        <translation>Eerst ontvangen</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Laatst veranderd</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>Laatst ontvangen</translation>
    </message>
    <message>
        <source>No longer found</source>
        <translation>Niet meer gevonden</translation>
    </message>
    <message>
        <source>In the local copy</source>
        <translation>In de lokale kopie</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>%1 · provisional</source>
        <translation>%1 · voorlopig</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>Aangeklikt</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>%1 · days since it was sent: %2</source>
        <translation>%1 · dagen na verzending: %2</translation>
    </message>
    <message>
        <source>No longer found since</source>
        <translation>Niet meer gevonden sinds</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Verloop</translation>
    </message>
</context>
<context>
    <name>accountlists</name>
    <message>
        <source>No account&apos;s score fell.</source>
        <translation>Van geen account daalde de score.</translation>
    </message>
    <message>
        <source>No detractor waits for a follow-up.</source>
        <translation>Geen criticaster wacht op opvolging.</translation>
    </message>
    <message>
        <source>Every account answered lately.</source>
        <translation>Elk account heeft onlangs geantwoord.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>NPS before</source>
        <translation>NPS eerder</translation>
    </message>
    <message>
        <source>NPS now</source>
        <translation>NPS nu</translation>
    </message>
    <message>
        <source>Responses before</source>
        <translation>Reacties eerder</translation>
    </message>
    <message>
        <source>Responses now</source>
        <translation>Reacties nu</translation>
    </message>
    <message>
        <source>Is it real?</source>
        <translation>Is het echt?</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>Criticasters</translation>
    </message>
    <message>
        <source>Asked for a follow-up</source>
        <translation>Vroegen om opvolging</translation>
    </message>
    <message>
        <source>Without a case</source>
        <translation>Zonder dossier</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>Opgevolgd</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Days without an answer</source>
        <translation>Dagen zonder antwoord</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Laatste antwoord</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>more than chance explains</source>
        <translation>meer dan toeval verklaart</translation>
    </message>
    <message>
        <source>could be chance</source>
        <translation>kan toeval zijn</translation>
    </message>
    <message>
        <source>Falling scores</source>
        <translation>Dalende scores</translation>
    </message>
    <message>
        <source>Detractors without a follow-up</source>
        <translation>Criticasters zonder opvolging</translation>
    </message>
    <message>
        <source>No answer lately</source>
        <translation>Lang geen antwoord</translation>
    </message>
    <message>
        <source>Accounts that need somebody</source>
        <translation>Accounts die aandacht nodig hebben</translation>
    </message>
    <message>
        <source>There are too many accounts to look at each. Narrow the filter.</source>
        <translation>Er zijn te veel accounts om elk te bekijken. Verfijn het filter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more accounts are not listed.</source>
        <translation>
            <numerusform>Nog %Ln account staat niet in de lijst.</numerusform>
            <numerusform>Nog %Ln accounts staan niet in de lijst.</numerusform>
        </translation>
    </message>
    <message>
        <source>The cases of close-the-loop are not synced, so those who asked for a follow-up are listed.</source>
        <translation>De dossiers van close-the-loop zijn niet gesynchroniseerd; daarom staan hier degenen die om opvolging vroegen.</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>Close-loop cases</source>
        <translation>Close-loop-cases</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Accountnummer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Hours to follow-up</source>
        <translation>Uren tot opvolging</translation>
    </message>
    <message>
        <source>Hours to close</source>
        <translation>Uren tot sluiting</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Aangemaakt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Bijgewerkt</translation>
    </message>
    <message>
        <source>Non-responses</source>
        <translation>Non-respons</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Klantnummer</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Ordernummer</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Vertaling</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Besteld</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>Aangeklikt</translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <translation>E-mail verzonden</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Locale</source>
        <translation>Landinstelling</translation>
    </message>
    <message>
        <source>Survey link</source>
        <translation>Enquêtelink</translation>
    </message>
    <message>
        <source>Follow-up requested</source>
        <translation>Opvolging gevraagd</translation>
    </message>
    <message>
        <source>Follow-up details</source>
        <translation>Opvolgingsdetails</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Drivers</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>This feed cannot be narrowed to a period.</source>
        <translation>Deze feed kan niet tot een periode worden beperkt.</translation>
    </message>
    <message>
        <source>The period needs one of these date fields: %1.</source>
        <translation>De periode heeft een van deze datumvelden nodig: %1.</translation>
    </message>
    <message>
        <source>The period needs a start and an end, each as yyyy-mm-dd.</source>
        <translation>De periode heeft een begin en een einde nodig, elk als jjjj-mm-dd.</translation>
    </message>
    <message>
        <source>The period ends before it starts.</source>
        <translation>De periode eindigt voordat ze begint.</translation>
    </message>
    <message>
        <source>This feed cannot be narrowed to one record number.</source>
        <translation>Deze feed kan niet tot één recordnummer worden beperkt.</translation>
    </message>
    <message>
        <source>The record number is made of digits only.</source>
        <translation>Het recordnummer bestaat alleen uit cijfers.</translation>
    </message>
    <message>
        <source>This feed takes no outbound filter.</source>
        <translation>Deze feed kent geen outboundfilter.</translation>
    </message>
    <message>
        <source>The outbound filter is not a reference as CustomerGauge shows it (Data → Rest APIs → Outbound Filters).</source>
        <translation>Het outboundfilter is geen referentie zoals CustomerGauge die toont (Data → Rest APIs → Outbound Filters).</translation>
    </message>
    <message>
        <source>This feed cannot include “%1”. Possible: %2.</source>
        <translation>Deze feed kan “%1” niet bevatten. Mogelijk: %2.</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Days to answer</source>
        <translation>Dagen tot antwoord</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Account aliases</source>
        <translation>Accountaliassen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacten</translation>
    </message>
    <message>
        <source>External responses</source>
        <translation>Externe reacties</translation>
    </message>
    <message>
        <source>Several objects at once</source>
        <translation>Meerdere objecten tegelijk</translation>
    </message>
    <message>
        <source>Each record can make CustomerGauge send a survey by mail to a real customer. That cannot be undone.</source>
        <translation>Elk record kan CustomerGauge een enquête per e-mail naar een echte klant laten sturen. Dat is niet ongedaan te maken.</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Enquêtes</translation>
    </message>
    <message>
        <source>Each record makes CustomerGauge send a survey by mail to a real customer. That cannot be undone.</source>
        <translation>Elk record laat CustomerGauge een enquête per e-mail naar een echte klant sturen. Dat is niet ongedaan te maken.</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>too few</source>
        <translation>te weinig</translation>
    </message>
    <message>
        <source>%1 could not be written. What was there before is still there. Choose another folder, or make room on the disk.</source>
        <translation>%1 kon niet worden geschreven. Wat er was, is er nog. Kies een andere map of maak ruimte op de schijf.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>“%1” is not a format. Possible: text, json.</source>
        <translation>“%1” is geen indeling. Mogelijk: text, json.</translation>
    </message>
    <message>
        <source>Say what to do. See: gaugedesk-cli%1 --help</source>
        <translation>Geef aan wat er moet gebeuren. Zie: gaugedesk-cli%1 --help</translation>
    </message>
    <message>
        <source>There is no connection yet. Make one with: gaugedesk-cli connection add NAME --region eu</source>
        <translation>Er is nog geen verbinding. Maak er een met: gaugedesk-cli connection add NAME --region eu</translation>
    </message>
    <message>
        <source>--limit needs a number from 0.</source>
        <translation>--limit heeft een getal vanaf 0 nodig.</translation>
    </message>
    <message>
        <source>“%1” is not a period. Write FIELD:START..END, for example date_creation:2026-01-01..2026-01-31.</source>
        <translation>“%1” is geen periode. Schrijf FIELD:START..END, bijvoorbeeld date_creation:2026-01-01..2026-01-31.</translation>
    </message>
    <message>
        <source>“%1” is not a delimiter. Possible: , ; tab.</source>
        <translation>“%1” is geen scheidingsteken. Mogelijk: , ; tab.</translation>
    </message>
    <message>
        <source>There is no feed “%1”. There are: %2.</source>
        <translation>Er is geen feed “%1”. Er zijn: %2.</translation>
    </message>
    <message>
        <source>A page of %1 holds 1 to %2 records, not %3.</source>
        <translation>Een pagina van %1 bevat 1 tot %2 records, geen %3.</translation>
    </message>
    <message>
        <source>A connection needs --region eu, us, au or custom (or --sample).</source>
        <translation>Een verbinding heeft --region eu, us, au of custom nodig (of --sample).</translation>
    </message>
    <message>
        <source>The addresses of region “%1” are known. Base URLs go with --region custom.</source>
        <translation>De adressen van regio “%1” zijn bekend. Basis-URL&apos;s horen bij --region custom.</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>client secret</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-sleutel</translation>
    </message>
    <message>
        <source>Connection “%1” is saved.</source>
        <translation>Verbinding “%1” is opgeslagen.</translation>
    </message>
    <message>
        <source>“%1” is not a header. Possible: names, titles.</source>
        <translation>“%1” is geen kolomkop. Mogelijk: names, titles.</translation>
    </message>
    <message>
        <source>%1 rows are in %2</source>
        <translation>%1 rijen staan in %2</translation>
    </message>
    <message>
        <source>NPS: unknown, there is no response with a score</source>
        <translation>NPS: onbekend, er is geen reactie met een score</translation>
    </message>
    <message>
        <source>NPS: %1 (95 % interval %2 to %3)</source>
        <translation>NPS: %1 (95%-interval %2 tot %3)</translation>
    </message>
    <message>
        <source>Responses with a score: %1 (%2 promoters, %3 passives, %4 detractors)</source>
        <translation>Reacties met een score: %1 (%2 promotors, %3 passieven, %4 criticasters)</translation>
    </message>
    <message>
        <source>Without a valid score: %1</source>
        <translation>Zonder geldige score: %1</translation>
    </message>
    <message>
        <source>Response rate: %1 %</source>
        <translation>Responspercentage: %1 %</translation>
    </message>
    <message>
        <source>Response rate: unknown</source>
        <translation>Responspercentage: onbekend</translation>
    </message>
    <message>
        <source>No feed has scores.</source>
        <translation>Geen enkele feed heeft scores.</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>bijgewerkt</translation>
    </message>
    <message>
        <source>more to come</source>
        <translation>er volgt meer</translation>
    </message>
    <message>
        <source>--max-pages needs a number from 1.</source>
        <translation>--max-pages heeft een getal vanaf 1 nodig.</translation>
    </message>
    <message>
        <source>None of these feeds can include “%1”. Possible: %2.</source>
        <translation>Geen van deze feeds kan “%1” bevatten. Mogelijk: %2.</translation>
    </message>
    <message>
        <source>“%1” works. It may read: %2.</source>
        <translation>“%1” werkt. Leesbaar: %2.</translation>
    </message>
    <message>
        <source>It may not read: %1. CustomerGauge&apos;s administrator can allow it.</source>
        <translation>Niet leesbaar: %1. De beheerder van CustomerGauge kan het toestaan.</translation>
    </message>
    <message>
        <source>The results could not all be written to standard output.</source>
        <translation>Niet alle resultaten konden naar standaarduitvoer worden geschreven.</translation>
    </message>
    <message>
        <source>The %1 on standard input is too long.</source>
        <translation>De invoer op standaardinvoer is te lang: %1.</translation>
    </message>
    <message>
        <source>No %1 came on standard input. Give it as one line; nothing was saved.</source>
        <translation>Geen %1 ontvangen op standaardinvoer. Geef één regel op; er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Standaardinvoer kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 geschreven naar %2.</translation>
    </message>
    <message numerus="yes">
        <source>The lake is sound: %n records.</source>
        <translation>
            <numerusform>De lokale kopie is in orde: %n record.</numerusform>
            <numerusform>De lokale kopie is in orde: %n records.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before, %2 now.</source>
        <translation>Eerst %1, nu %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Nothing is scheduled.</source>
        <translation>%1 kan niet worden geschreven. Er is niets ingepland.</translation>
    </message>
    <message>
        <source>“%1” is not a system. Possible: %2.</source>
        <translation>“%1” is geen systeem. Mogelijk: %2.</translation>
    </message>
    <message>
        <source>On this system use --print launchd or --print windows, and give the file to launchctl or schtasks.</source>
        <translation>Gebruik op dit systeem --print launchd of --print windows en geef het bestand aan launchctl of schtasks.</translation>
    </message>
    <message>
        <source>“%1” is not scheduled.</source>
        <translation>“%1” is niet ingepland.</translation>
    </message>
    <message>
        <source>“%1” is synced automatically: %2.</source>
        <translation>“%1” wordt vanzelf gesynchroniseerd: %2.</translation>
    </message>
    <message>
        <source>“%1” is scheduled (%2), but its timer does not run.</source>
        <translation>“%1” is ingepland (%2), maar de timer loopt niet.</translation>
    </message>
    <message>
        <source>The secret of “%1” is kept for one session of the window only, so no other process can sync it. Keep it in the keychain first.</source>
        <translation>Het secret van “%1” wordt maar voor één sessie van het venster bewaard, dus niemand anders kan synchroniseren. Bewaar het eerst in de sleutelhanger.</translation>
    </message>
    <message>
        <source>systemd does not understand “%1”. Nothing was changed.</source>
        <translation>systemd begrijpt “%1” niet. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Its secret comes from the environment. Give it to the timer with: systemctl --user edit %1.service (a line EnvironmentFile=… below [Service])</source>
        <translation>Het secret komt uit de omgeving. Geef het de timer met: systemctl --user edit %1.service (een regel EnvironmentFile=… onder [Service])</translation>
    </message>
    <message>
        <source>The timer is written, but does not run yet. Start it with: systemctl --user enable --now %1</source>
        <translation>De timer is geschreven, maar loopt nog niet. Start hem met: systemctl --user enable --now %1</translation>
    </message>
    <message>
        <source>%1 could not be deleted.</source>
        <translation>%1 kon niet worden gewist.</translation>
    </message>
    <message>
        <source>“%1” is not a time that a timer knows. Possible: hourly, daily, a number of minutes up to %2, or what systemd takes for OnCalendar, such as “Mon..Fri 07:30”.</source>
        <translation>“%1” is geen tijd die een timer kent. Mogelijk: hourly, daily, een aantal minuten tot %2, of wat systemd voor OnCalendar aanneemt, zoals “Mon..Fri 07:30”.</translation>
    </message>
    <message>
        <source>launchd takes hourly, daily or a number of minutes.</source>
        <translation>launchd neemt hourly, daily of een aantal minuten aan.</translation>
    </message>
    <message>
        <source>systemd could not be asked on this computer, or not from here: it serves the person who is signed in.</source>
        <translation>systemd is op deze computer niet te vragen, of niet vanaf hier: het werkt voor wie is aangemeld.</translation>
    </message>
    <message>
        <source>The Task Scheduler takes hourly, daily or a number of minutes.</source>
        <translation>De Taakplanner neemt hourly, daily of een aantal minuten aan.</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>from</source>
        <translation>van</translation>
    </message>
    <message>
        <source>to</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>with a score</source>
        <translation>met een score</translation>
    </message>
    <message>
        <source>response rate, %</source>
        <translation>respons, %</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(geen)</translation>
    </message>
    <message>
        <source>--date goes with --by week, month or quarter.</source>
        <translation>--date hoort bij --by week, month of quarter.</translation>
    </message>
    <message>
        <source>--by needs week, month, quarter or a column.</source>
        <translation>--by heeft week, month, quarter of een kolom nodig.</translation>
    </message>
    <message>
        <source>Name the feeds to read again, for example responses.</source>
        <translation>Noem de feeds die opnieuw gelezen moeten worden, bijvoorbeeld responses.</translation>
    </message>
    <message>
        <source>--reconcile reads whole feeds; it goes without --filter.</source>
        <translation>--reconcile leest hele feeds; dat gaat zonder --filter.</translation>
    </message>
    <message>
        <source>--lake needs a file or the address of a database.</source>
        <translation>--lake heeft een bestand of het adres van een database nodig.</translation>
    </message>
    <message>
        <source>“%1” is not a place for a lake. Name a file, or postgresql://user@host:port/database.</source>
        <translation>“%1” is geen plaats voor een lokale kopie. Noem een bestand, of postgresql://gebruiker@host:poort/database.</translation>
    </message>
    <message>
        <source>The lake is damaged; nothing was changed. Go back to a backup, or put its file (in a database: its schema) aside and sync again to make a new one.</source>
        <translation>De lokale kopie is beschadigd; er is niets veranderd. Ga terug naar een reservekopie, of zet het bestand (in een database: het schema) opzij en synchroniseer opnieuw om een nieuwe te maken.</translation>
    </message>
    <message>
        <source>state</source>
        <translation>toestand</translation>
    </message>
    <message>
        <source>records</source>
        <translation>records</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
    <message>
        <source>median days to answer</source>
        <translation>mediaan dagen tot antwoord</translation>
    </message>
    <message>
        <source>Non-responses that are provisional, sent less than %1 hours ago: %2</source>
        <translation>Non-respons die voorlopig is, minder dan %1 uur geleden verzonden: %2</translation>
    </message>
    <message>
        <source>--settling-hours needs a number from 0 to %1.</source>
        <translation>--settling-hours heeft een getal van 0 tot en met %1 nodig.</translation>
    </message>
    <message>
        <source>is running</source>
        <translation>loopt</translation>
    </message>
    <message>
        <source>was interrupted</source>
        <translation>werd onderbroken</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>--limit needs a number from 1.</source>
        <translation>--limit heeft een getal vanaf 1 nodig.</translation>
    </message>
    <message>
        <source>Nothing has been synced yet.</source>
        <translation>Er is nog niets gesynchroniseerd.</translation>
    </message>
    <message>
        <source>%1 is being synced by process %2 on %3; its last sign of life was at %4.</source>
        <translation>%1 wordt gesynchroniseerd door proces %2 op %3; het laatste teken van leven was om %4.</translation>
    </message>
    <message>
        <source>“%1” is not a way to write lists. Possible: readable, columns, children.</source>
        <translation>“%1” is geen manier om lijsten te schrijven. Mogelijk: readable, columns, children.</translation>
    </message>
    <message>
        <source>beside it: %1</source>
        <translation>ernaast: %1</translation>
    </message>
    <message>
        <source>Only CSV has a delimiter; --delimiter has no effect.</source>
        <translation>Alleen CSV heeft een scheidingsteken; --delimiter heeft geen effect.</translation>
    </message>
    <message>
        <source>Only CSV has a byte-order mark; --bom has no effect.</source>
        <translation>Alleen CSV heeft een bytevolgordemarkering; --bom heeft geen effect.</translation>
    </message>
    <message>
        <source>“%1” does not name a file. Name one with --output.</source>
        <translation>“%1” heeft geen eigen bestand: geef het met --output.</translation>
    </message>
    <message>
        <source>This view shows records that vanished. Figures are about those that are there.</source>
        <translation>Deze weergave toont verdwenen records. Cijfers gaan over records die er zijn.</translation>
    </message>
    <message>
        <source>Nothing is saved yet.</source>
        <translation>Er is nog niets bewaard.</translation>
    </message>
    <message>
        <source>--limit needs a number from 1 to %1.</source>
        <translation>--limit moet een getal van 1 tot en met %1 zijn.</translation>
    </message>
    <message>
        <source>These are the %1 most frequent values; there are more.</source>
        <translation>Dit zijn de %1 meest voorkomende waarden; er zijn er meer.</translation>
    </message>
    <message>
        <source>Records whose text is no number, and not counted: %1</source>
        <translation>Records waarvan de tekst geen getal is, en die niet zijn meegeteld: %1</translation>
    </message>
    <message>
        <source>FEED is required: one of %1.</source>
        <translation>FEED is verplicht: een van %1.</translation>
    </message>
    <message>
        <source>“%1” is about %2, not %3. Choose another, or name that feed.</source>
        <translation>“%1” gaat over %2, niet over %3. Kies een andere, of noem die feed.</translation>
    </message>
    <message>
        <source>“%1” is not an answer. Possible: json, xml.</source>
        <translation>“%1” is geen antwoordvorm. Mogelijk: json, xml.</translation>
    </message>
    <message>
        <source>A response needs --field KEY=VALUE, and takes no --record, --configuration or --type.</source>
        <translation>Een reactie heeft --field SLEUTEL=WAARDE nodig, en geen --record, --configuration of --type.</translation>
    </message>
    <message>
        <source>“%1” cannot be uploaded. Possible: activities (with --type for other records), response.</source>
        <translation>“%1” kan niet worden geüpload. Mogelijk: activities (met --type voor andere records), response.</translation>
    </message>
    <message>
        <source>There is no record type “%1”. There are: %2.</source>
        <translation>Er is geen recordtype “%1”. Wel: %2.</translation>
    </message>
    <message>
        <source>A record needs --configuration REF and --record HEADING=VALUE, or --from FILE, and takes no --field. --read-back goes with --record.</source>
        <translation>Een record heeft --configuration REF en --record HEADING=VALUE nodig, of --from FILE, en geen --field. --read-back hoort bij --record.</translation>
    </message>
    <message>
        <source>The configuration “%1” is saved with the type %2, not %3.</source>
        <translation>De configuratie “%1” is bewaard met het type %2, niet %3.</translation>
    </message>
    <message>
        <source>Nothing was sent. Add --yes to send it.</source>
        <translation>Er is niets verzonden. Voeg --yes toe om het te verzenden.</translation>
    </message>
    <message>
        <source>Type yes to send it:</source>
        <translation>Typ yes om het te verzenden:</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Er is niets verzonden.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>fout</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>header</source>
        <translation>kopregel</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>regel %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --findings FILE has them</source>
        <translation>
            <numerusform>en nog %n; --findings FILE heeft hem</numerusform>
            <numerusform>en nog %n; --findings FILE heeft ze</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not a separator. Possible: , ; tab |.</source>
        <translation>“%1” is geen scheidingsteken. Mogelijk: , ; tab |.</translation>
    </message>
    <message>
        <source>--resend-unknown goes with --resume.</source>
        <translation>--resend-unknown hoort bij --resume.</translation>
    </message>
    <message>
        <source>--rate needs a number from 1 to 1000.</source>
        <translation>--rate heeft een getal van 1 tot en met 1000 nodig.</translation>
    </message>
    <message>
        <source>%1 rows, %2 of them with errors; nothing was sent</source>
        <translation>%1 rijen, waarvan %2 met fouten; er is niets verzonden</translation>
    </message>
    <message numerus="yes">
        <source>This file has %n rows to send.</source>
        <translation>
            <numerusform>Dit bestand heeft %n rij om te verzenden.</numerusform>
            <numerusform>Dit bestand heeft %n rijen om te verzenden.</numerusform>
        </translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>waarschuwing: %1</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Vermeldingen</translation>
    </message>
    <message>
        <source>Traces of an earlier erasure are still here; erase once more to remove them.</source>
        <translation>Er zijn nog sporen van een eerdere verwijdering; verwijder nog een keer om ze weg te halen.</translation>
    </message>
    <message>
        <source>Say what standard input holds: --email-stdin or --customer-number-stdin. Personal data is never an argument.</source>
        <translation>Geef aan wat de standaardinvoer bevat: --email-stdin of --customer-number-stdin. Persoonsgegevens zijn nooit een argument.</translation>
    </message>
    <message>
        <source>There is no terminal for the question. Add --yes to erase without asking.</source>
        <translation>Hier kan niemand iets gevraagd worden. Voeg --yes toe om zonder vraag te verwijderen.</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>e-mailadres</translation>
    </message>
    <message>
        <source>customer number</source>
        <translation>klantnummer</translation>
    </message>
    <message numerus="yes">
        <source>%n records and versions written to %1.</source>
        <translation>
            <numerusform>%n record of versie naar %1 geschreven.</numerusform>
            <numerusform>%n records en versies naar %1 geschreven.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to erase these records and versions for good</source>
        <translation>Typ %1 om deze records en versies voorgoed te verwijderen</translation>
    </message>
    <message>
        <source>That is another number. Nothing was erased.</source>
        <translation>Dat is een ander getal. Er is niets verwijderd.</translation>
    </message>
    <message>
        <source>Nothing has been uploaded yet.</source>
        <translation>Er is nog niets geüpload.</translation>
    </message>
    <message>
        <source>As CustomerGauge counts, of all responses: %1</source>
        <translation>Zoals CustomerGauge telt, van alle reacties: %1</translation>
    </message>
    <message>
        <source>“%1” is not a file, and a local copy is kept on a disk. Name a file, or postgresql://user@host:port/database.</source>
        <translation>“%1” is geen bestand, en een lokale kopie wordt op een schijf bewaard. Noem een bestand, of postgresql://gebruiker@host:poort/database.</translation>
    </message>
    <message>
        <source>“%1” and its local copy %2 are deleted.</source>
        <translation>“%1” en de lokale kopie %2 zijn gewist.</translation>
    </message>
    <message>
        <source>“%1” is deleted. Its local copy %2 was not deleted. %3</source>
        <translation>“%1” is gewist. De lokale kopie %2 is niet gewist. %3</translation>
    </message>
    <message>
        <source>interrupted, %1 records kept</source>
        <translation>onderbroken, %1 records bewaard</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>The local copy holds the data of %1.</source>
        <translation>De lokale kopie bevat de gegevens van %1.</translation>
    </message>
    <message>
        <source>The service asks to wait until %1; waiting.</source>
        <translation>De dienst vraagt te wachten tot %1; er wordt gewacht.</translation>
    </message>
    <message>
        <source>--recheck needs a number of days from 0 to %1.</source>
        <translation>--recheck heeft een aantal dagen van 0 tot %1 nodig.</translation>
    </message>
    <message>
        <source>%1 needs the name of a file.</source>
        <translation>%1 vraagt om de naam van een bestand.</translation>
    </message>
    <message>
        <source>%1 needs a file; only export writes to standard output. A file of that name is ./-.</source>
        <translation>%1 vraagt om een bestand; alleen export schrijft naar de standaarduitvoer. Een bestand met die naam is ./-.</translation>
    </message>
    <message>
        <source>%1 Did you mean “%2”?</source>
        <translation>%1 Bedoelt u “%2”?</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>Er is geen optie “%1”.</translation>
    </message>
    <message>
        <source> Secrets are never arguments, because other users can see them: give them on standard input (--secret-stdin, --api-key-stdin) or in the environment, and replace the one that was typed.</source>
        <translation> Geheimen zijn nooit argumenten, omdat andere gebruikers ze kunnen zien: geef ze op de standaardinvoer (--secret-stdin, --api-key-stdin) of in de omgeving, en vervang wat getypt is.</translation>
    </message>
    <message>
        <source>There is no option of one letter but -h.</source>
        <translation>Er is geen optie van één letter behalve -h.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Er is geen opdracht “%1”.</translation>
    </message>
    <message>
        <source>An argument was not expected; it is not repeated here. A name or value with spaces needs quotes around it.</source>
        <translation>Er is een argument te veel; het wordt hier niet herhaald. Een naam of waarde met spaties moet tussen aanhalingstekens staan.</translation>
    </message>
    <message>
        <source>%1 See: gaugedesk-cli%2 --help</source>
        <translation>%1 Zie: gaugedesk-cli%2 --help</translation>
    </message>
    <message>
        <source>--output is required: a file, or - for standard output.</source>
        <translation>--output is nodig: een bestand, of - voor de standaarduitvoer.</translation>
    </message>
    <message>
        <source>--output needs the name of a file, or - for standard output.</source>
        <translation>--output vraagt om de naam van een bestand, of - voor de standaarduitvoer.</translation>
    </message>
    <message>
        <source>Rows written: %1</source>
        <translation>Geschreven rijen: %1</translation>
    </message>
    <message>
        <source>Encoding: %1. Separator: %2. Headings: line %3.</source>
        <translation>Codering: %1. Scheidingsteken: %2. Koppen: regel %3.</translation>
    </message>
    <message>
        <source>%1 is UTF-8 with damage: line %2 has bytes that are not UTF-8 (“%3”). Nothing was sent. Correct that line, or name another encoding with --encoding.</source>
        <translation>%1 is beschadigd UTF-8: regel %2 heeft bytes die geen UTF-8 zijn (“%3”). Er is niets verstuurd. Verbeter die regel, of noem een andere codering met --encoding.</translation>
    </message>
    <message>
        <source>The encoding of %1 is not certain. Nothing was sent. Name it with --encoding. Possible: %2.</source>
        <translation>De codering van %1 is niet zeker. Er is niets verstuurd. Noem haar met --encoding. Mogelijk: %2.</translation>
    </message>
    <message>
        <source>The separator of %1 is not certain. Nothing was sent. Name it with --separator. Possible, each with the headings that it makes: %2.</source>
        <translation>Het scheidingsteken van %1 is niet zeker. Er is niets verstuurd. Noem het met --separator. Mogelijk, elk met de koppen die het oplevert: %2.</translation>
    </message>
    <message>
        <source>“%1” is not an encoding. Possible: %2, and every other name that ICU knows.</source>
        <translation>“%1” is geen codering. Mogelijk: %2, en elke andere naam die ICU kent.</translation>
    </message>
    <message>
        <source>--padding needs trim or keep, not “%1”.</source>
        <translation>--padding vraagt om trim of keep, niet om “%1”.</translation>
    </message>
    <message>
        <source>--header-line needs a number from 1.</source>
        <translation>--header-line vraagt om een getal vanaf 1.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a CSV file in it.</source>
        <translation>%1 is een map. Noem een CSV-bestand daarin.</translation>
    </message>
    <message>
        <source>There is nothing to resume: no row of %1 was sent to “%2” before. Nothing was sent now. Send it without --resume.</source>
        <translation>Er is niets te hervatten: geen rij van %1 is eerder naar “%2” verstuurd. Er is nu niets verstuurd. Verstuur het zonder --resume.</translation>
    </message>
    <message>
        <source>warning: the upload of %1 sent rows of this file that were accepted: %2. They are sent again; --resume leaves them out.</source>
        <translation>waarschuwing: de upload van %1 heeft rijen van dit bestand verstuurd die zijn geaccepteerd: %2. Ze worden opnieuw verstuurd; --resume laat ze weg.</translation>
    </message>
    <message>
        <source>Resuming the upload of “%1” of %2.%3</source>
        <translation>De upload van “%1” van %2 wordt hervat.%3</translation>
    </message>
    <message>
        <source> The file was changed; its rows are recognised by their contents.</source>
        <translation> Het bestand is gewijzigd; de rijen worden herkend aan hun inhoud.</translation>
    </message>
    <message>
        <source>Accepted before and not sent again: %1. Refused and not corrected: %2. Unknown: %3. To send now: %4.</source>
        <translation>Eerder geaccepteerd en niet opnieuw verstuurd: %1. Geweigerd en niet verbeterd: %2. Onbekend: %3. Nu te versturen: %4.</translation>
    </message>
    <message>
        <source>A field has no =, and is not repeated here. Write HEADING=VALUE.</source>
        <translation>Een veld heeft geen =, en wordt hier niet herhaald. Schrijf KOP=WAARDE.</translation>
    </message>
    <message>
        <source>Nothing was exported. Agree to it once with --accept-preset.</source>
        <translation>Er is niets geëxporteerd. Ga er eenmalig mee akkoord met --accept-preset.</translation>
    </message>
    <message>
        <source>Nothing was exported. Name a file with --output, or agree to it once with --accept-preset.</source>
        <translation>Er is niets geëxporteerd. Noem een bestand met --output, of ga eenmalig akkoord met --accept-preset.</translation>
    </message>
    <message>
        <source>%1 exists, and a saved export from elsewhere replaces no file. Nothing was exported. Move it away, or name it with --output.</source>
        <translation>%1 bestaat, en een bewaarde export van elders vervangt geen bestand. Er is niets geëxporteerd. Verplaats het, of noem het met --output.</translation>
    </message>
    <message>
        <source>--map, --separator, --encoding, --header-line, --padding, --dates, --results, --refused, --findings, --rate, --resume, --anew and --resend-unknown go with --from FILE.</source>
        <translation>--map, --separator, --encoding, --header-line, --padding, --dates, --results, --refused, --findings, --rate, --resume, --anew en --resend-unknown horen bij --from BESTAND.</translation>
    </message>
    <message>
        <source>Dates are converted with one of these: %1.</source>
        <translation>Datums worden omgezet met een van deze opties: %1.</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Weggelaten: %1.</translation>
    </message>
    <message>
        <source>“%1” is not a file format. Possible: %2.</source>
        <translation>“%1” is geen bestandsformaat. Mogelijk: %2.</translation>
    </message>
    <message>
        <source>%1 are the records exactly as received, so personal data cannot be masked in them. Choose --as %2.</source>
        <translation>%1 zijn de records precies zoals ontvangen; persoonsgegevens kunnen daarin niet worden gemaskeerd. Kies --as %2.</translation>
    </message>
    <message>
        <source>%1 hold whole records; %2 has no effect.</source>
        <translation>%1 bevatten hele records; %2 heeft geen effect.</translation>
    </message>
</context>
<context>
    <name>conditions</name>
    <message>
        <source>is</source>
        <translation>is</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>is niet</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>kleiner dan</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>hoogstens</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>groter dan</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>minstens</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>bevat</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>begint met</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>is leeg</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>is niet leeg</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>is een van</translation>
    </message>
    <message>
        <source>Enter a value to compare with.</source>
        <translation>Voer een waarde in om mee te vergelijken.</translation>
    </message>
    <message>
        <source>This column holds numbers: enter digits, for example 9.</source>
        <translation>Deze kolom bevat getallen: voer cijfers in, bijvoorbeeld 9.</translation>
    </message>
    <message>
        <source>and</source>
        <translation>en</translation>
    </message>
    <message>
        <source>or</source>
        <translation>of</translation>
    </message>
    <message>
        <source>is within</source>
        <translation>valt in</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vóór</translation>
    </message>
    <message>
        <source>on or before</source>
        <translation>op of vóór</translation>
    </message>
    <message>
        <source>after</source>
        <translation>na</translation>
    </message>
    <message>
        <source>on or after</source>
        <translation>op of na</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>ligt tussen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Enter a day as 2026-03-31, a month as 2026-03, a year, or a period: today, last 30 days, this quarter.</source>
        <translation>Voer een dag in als 2026-03-31, een maand als 2026-03, een jaar, of een periode: today, last 30 days, this quarter.</translation>
    </message>
</context>
<context>
    <name>connections</name>
    <message>
        <source>This computer</source>
        <translation>Deze computer</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Aangepast</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Alleen deze sessie</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>Omgevingsvariabelen</translation>
    </message>
    <message>
        <source>None needed</source>
        <translation>Niet nodig</translation>
    </message>
    <message>
        <source>The service accepted the client ID and secret, but they may not read any data. Ask an administrator of your CustomerGauge system to give them access.</source>
        <translation>De dienst accepteerde client-ID en client secret, maar ze mogen geen gegevens lezen. Vraag een beheerder van je CustomerGauge-systeem om toegang.</translation>
    </message>
    <message>
        <source>It works. These can be read: %1.</source>
        <translation>Het werkt. Leesbaar zijn: %1.</translation>
    </message>
    <message>
        <source>It works. These can be read: %1. These may not be read with this client ID: %2.</source>
        <translation>Het werkt. Leesbaar zijn: %1. Niet leesbaar met deze client-ID: %2.</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Alleen als ik erom vraag</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Elk uur</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Elke dag</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hours</source>
        <translation>
            <numerusform>Elk uur</numerusform>
            <numerusform>Elke %n uur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Elke minuut</numerusform>
            <numerusform>Elke %n minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: being synced by process %2 on %3, last sign of life: %4. What is there can be read meanwhile; to sync here, wait until that sync is done.</source>
        <translation>%1: wordt gesynchroniseerd door proces %2 op %3, laatste teken van leven: %4. Wat er al is, kan intussen worden gelezen; wacht met synchroniseren hier tot die synchronisatie klaar is.</translation>
    </message>
</context>
<context>
    <name>display</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>promoter</source>
        <translation>promotor</translation>
    </message>
    <message>
        <source>passive</source>
        <translation>passief</translation>
    </message>
    <message>
        <source>detractor</source>
        <translation>criticaster</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verzonden</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geopend</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>aangeklikt</translation>
    </message>
    <message>
        <source>%1 · provisional</source>
        <translation>%1 · voorlopig</translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <translation>%1, voorlopig</translation>
    </message>
    <message>
        <source>%1 that vanished</source>
        <translation>%1 (verdwenen)</translation>
    </message>
    <message>
        <source>%1, vanished too</source>
        <translation>%1, ook verdwenen</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>The sample service could not be started. The sample data that was downloaded before is still there. Check that %1 is installed.</source>
        <translation>De voorbeelddienst kon niet worden gestart. De eerder opgehaalde voorbeelddata is er nog. Controleer of %1 geïnstalleerd is.</translation>
    </message>
    <message>
        <source>There is no client secret for “%1” on this computer. Enter it under Connections, or set GAUGEDESK_CLIENT_ID and GAUGEDESK_CLIENT_SECRET.</source>
        <translation>Op deze computer is geen client secret voor “%1”. Voer het in onder Verbindingen, of stel GAUGEDESK_CLIENT_ID en GAUGEDESK_CLIENT_SECRET in.</translation>
    </message>
    <message>
        <source>“%1” has no client ID. Enter it under Connections, or set GAUGEDESK_CLIENT_ID.</source>
        <translation>“%1” heeft geen client-ID. Voer die in onder Verbindingen, of stel GAUGEDESK_CLIENT_ID in.</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 bekijken</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 controleren</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schrijven</translation>
    </message>
    <message>
        <source>Upload %1 to “%2”</source>
        <translation>%1 uploaden naar “%2”</translation>
    </message>
    <message>
        <source>Read the uploads of “%1”</source>
        <translation>De uploads van “%1” lezen</translation>
    </message>
    <message>
        <source>Forget an upload of “%1”</source>
        <translation>Een upload van “%1” vergeten</translation>
    </message>
    <message>
        <source>Forget the uploads of “%1”</source>
        <translation>De uploads van “%1” vergeten</translation>
    </message>
    <message>
        <source>Saved configurations of uploads</source>
        <translation>Bewaarde configuraties van uploads</translation>
    </message>
    <message>
        <source>Send a record to “%1”</source>
        <translation>Een record naar “%1” verzenden</translation>
    </message>
    <message>
        <source>Send a response to “%1”</source>
        <translation>Een reactie naar “%1” verzenden</translation>
    </message>
    <message>
        <source>There is no API key for “%1” on this computer. Enter it under Connections, or set GAUGEDESK_API_KEY.</source>
        <translation>Er is geen API-sleutel voor “%1” op deze computer. Voer die in onder Verbindingen, of stel GAUGEDESK_API_KEY in.</translation>
    </message>
    <message>
        <source>The records are gone. Their traces (free space, logs, dictionaries) are not all gone yet: %1 The next sync, or erasing once more, finishes it.</source>
        <translation>De records zijn weg. Hun sporen (vrije ruimte, logboeken, woordenboeken) zijn nog niet allemaal weg: %1 De volgende synchronisatie, of nog een keer verwijderen, maakt het af.</translation>
    </message>
    <message>
        <source>Something of the person was still found afterwards. Erase once more, and tell us if that does not help.</source>
        <translation>Daarna is er nog iets van de persoon gevonden. Verwijder nog een keer, en laat het ons weten als dat niet helpt.</translation>
    </message>
    <message>
        <source>Verified: every table was searched again and nothing was found. The server has written its tables anew. Its write-ahead log, archives, replicas, backups and internal statistics are its administrator&apos;s and may keep what was erased for a while.</source>
        <translation>Gecontroleerd: elke tabel is opnieuw doorzocht en er is niets gevonden. De server heeft zijn tabellen opnieuw geschreven. Zijn write-ahead log, archieven, replica’s, back-ups en interne statistieken zijn van de beheerder en kunnen het verwijderde nog een tijd bewaren.</translation>
    </message>
    <message>
        <source>Verified: every table was searched again and nothing was found. The file was written anew.</source>
        <translation>Gecontroleerd: elke tabel is opnieuw doorzocht en er is niets gevonden. Het bestand is opnieuw geschreven.</translation>
    </message>
    <message>
        <source>Verified: every table was searched again and every byte of the file and its log was looked at; nothing was found. The file was written anew.</source>
        <translation>Gecontroleerd: elke tabel is opnieuw doorzocht en elke byte van het bestand en zijn logboek is bekeken; er is niets gevonden. Het bestand is opnieuw geschreven.</translation>
    </message>
    <message>
        <source>Verified: every table was searched again and nothing was found. The file was written anew; it still has the letters of the address in records that stay.</source>
        <translation>Gecontroleerd: elke tabel is opnieuw doorzocht en er is niets gevonden. Het bestand is opnieuw geschreven; de letters van het adres staan er nog in records die blijven.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records or versions of others still mention the address; they were to stay.</source>
        <translation>
            <numerusform>%Ln record of versie van een ander vermeldt het adres nog; dat moest blijven.</numerusform>
            <numerusform>%Ln records of versies van anderen vermelden het adres nog; die moesten blijven.</numerusform>
        </translation>
    </message>
    <message>
        <source>What comes back: syncs do not fetch these records again. Reading again (a period or everything) does, as long as CustomerGauge still has them. Have the person removed there first.</source>
        <translation>Wat terugkomt: synchronisaties halen deze records niet opnieuw op. Opnieuw lezen (een periode of alles) wel, zolang CustomerGauge ze nog heeft. Laat de persoon daar eerst verwijderen.</translation>
    </message>
    <message>
        <source>What was not looked at: exports and backups that you keep elsewhere, databases that this connection used before, filters that you typed, copies of the disk, and CustomerGauge itself.</source>
        <translation>Wat niet bekeken is: exports en back-ups die u elders bewaart, databases die deze verbinding eerder gebruikte, filters die u getypt hebt, kopieën van de schijf, en CustomerGauge zelf.</translation>
    </message>
    <message>
        <source>GaugeDesk keeps no list of forgotten people: it would be about them, too.</source>
        <translation>GaugeDesk houdt geen lijst van vergeten personen bij: die zou ook over hen gaan.</translation>
    </message>
    <message>
        <source>Answers to uploads</source>
        <translation>Antwoorden op uploads</translation>
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
            <numerusform>%Ln eerdere versie</numerusform>
            <numerusform>%Ln eerdere versies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mentions</source>
        <translation>
            <numerusform>%Ln vermelding</numerusform>
            <numerusform>%Ln vermeldingen</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased: %1</source>
        <translation>Verwijderd: %1</translation>
    </message>
    <message>
        <source>Not all traces are gone yet; erase once more to finish.</source>
        <translation>Nog niet alle sporen zijn weg; verwijder nog een keer om het af te maken.</translation>
    </message>
    <message>
        <source>These files of GaugeDesk (saved views, what was typed last) still name the address: %1. Change or delete them in the program.</source>
        <translation>Deze bestanden van GaugeDesk (bewaarde weergaven, wat het laatst getypt is) noemen het adres nog: %1. Wijzig of verwijder ze in het programma.</translation>
    </message>
    <message>
        <source>These records have the customer numbers %1. Look for these, too: there may be records without this address.</source>
        <translation>Deze records hebben de klantnummers %1. Zoek ook daarop: er kunnen records zonder dit adres zijn.</translation>
    </message>
    <message>
        <source>These records have, or have now, the addresses %1. Look for these, too.</source>
        <translation>Deze records hebben, of hebben nu, de adressen %1. Zoek ook daarop.</translation>
    </message>
    <message>
        <source>A person was erased from “%1”</source>
        <translation>Een persoon is verwijderd uit “%1”</translation>
    </message>
    <message>
        <source>Found by e-mail address, finished at %1 (UTC).</source>
        <translation>Gevonden op e-mailadres, klaar om %1 (UTC).</translation>
    </message>
    <message>
        <source>Found by customer number, finished at %1 (UTC).</source>
        <translation>Gevonden op klantnummer, klaar om %1 (UTC).</translation>
    </message>
    <message>
        <source>Another local copy was left as it is: %1</source>
        <translation>Een andere lokale kopie is gebleven zoals ze was: %1</translation>
    </message>
    <message>
        <source>Read a mapping</source>
        <translation>Een toewijzing lezen</translation>
    </message>
    <message>
        <source>Save a mapping</source>
        <translation>Een toewijzing bewaren</translation>
    </message>
    <message>
        <source>What forms remember</source>
        <translation>Wat formulieren onthouden</translation>
    </message>
    <message>
        <source>The folder %1 does not exist or cannot be written. Nothing was changed. Choose another folder.</source>
        <translation>De map %1 bestaat niet of is niet beschrijfbaar. Er is niets veranderd. Kies een andere map.</translation>
    </message>
    <message>
        <source>There is none: nothing was synced yet.</source>
        <translation>Er is er geen: er is nog niets gesynchroniseerd.</translation>
    </message>
    <message>
        <source>The local copy there holds the data of %1, so “%2” cannot use it. Nothing was changed. Choose another place.</source>
        <translation>De lokale kopie daar bevat de gegevens van %1, dus “%2” kan ze niet gebruiken. Er is niets veranderd. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>Only a local copy in a file that no other connection uses can be moved, and only to another file. Nothing was changed. Keep the old copy where it is instead.</source>
        <translation>Alleen een lokale kopie in een bestand dat geen andere verbinding gebruikt, kan worden verplaatst, en alleen naar een ander bestand. Er is niets veranderd. Laat de oude kopie staan waar ze is.</translation>
    </message>
    <message>
        <source>You chose to keep it.</source>
        <translation>U hebt ervoor gekozen om ze te bewaren.</translation>
    </message>
    <message>
        <source>Its address is not usable.</source>
        <translation>Het adres is niet bruikbaar.</translation>
    </message>
    <message>
        <source>Its address names the schema, which others may use as well.</source>
        <translation>Het adres noemt het schema, dat ook door anderen kan worden gebruikt.</translation>
    </message>
    <message>
        <source>“%1” uses it as well.</source>
        <translation>“%1” gebruikt ze ook.</translation>
    </message>
    <message>
        <source>The connection is deleted, but its local copy %1 is not: %2</source>
        <translation>De verbinding is gewist, maar de lokale kopie %1 niet: %2</translation>
    </message>
    <message>
        <source>The connection uses the local copy in its new place, but the old one is still there: %1</source>
        <translation>De verbinding gebruikt de lokale kopie op de nieuwe plaats, maar de oude is er nog: %1</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-sleutel</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>Type yes, no, %1 or !%1.</source>
        <translation>Typ ja, nee, %1 of !%1.</translation>
    </message>
    <message>
        <source>9 · is 9</source>
        <translation>9 · is 9</translation>
    </message>
    <message>
        <source>&gt;=9, &lt;5, !=0 · compares</source>
        <translation>&gt;=9, &lt;5, !=0 · vergelijkt</translation>
    </message>
    <message>
        <source>0,6,10 · is one of these</source>
        <translation>0,6,10 · is een van deze</translation>
    </message>
    <message>
        <source>2026, 2026-03, 2026-03-31 · in that year, month or day</source>
        <translation>2026, 2026-03, 2026-03-31 · in dat jaar, die maand of op die dag</translation>
    </message>
    <message>
        <source>today, last 30 days, this quarter · within that period</source>
        <translation>today, last 30 days, this quarter · in die periode</translation>
    </message>
    <message>
        <source>yes, no</source>
        <translation>ja, nee</translation>
    </message>
    <message>
        <source>late · contains it</source>
        <translation>laat · bevat dit</translation>
    </message>
    <message>
        <source>late* · starts with it</source>
        <translation>laat* · begint hiermee</translation>
    </message>
    <message>
        <source>=NL, !=NL · is exactly that, or is not</source>
        <translation>=NL, !=NL · is precies dit, of niet</translation>
    </message>
    <message>
        <source>NL,DE · is one of these</source>
        <translation>NL,DE · is een van deze</translation>
    </message>
    <message>
        <source>&quot;late, cold&quot; · quotes keep commas and signs</source>
        <translation>&quot;laat, koud&quot; · aanhalingstekens behouden komma’s en tekens</translation>
    </message>
    <message>
        <source>%1, !%1 · has no value, or has one</source>
        <translation>%1, !%1 · heeft geen waarde, of wel een</translation>
    </message>
    <message>
        <source>2026-01..2026-03 · from the first to the last</source>
        <translation>2026-01..2026-03 · van de eerste tot en met de laatste</translation>
    </message>
    <message>
        <source>&gt;=2026-03-31, &lt;last month · on or after, before</source>
        <translation>&gt;=2026-03-31, &lt;last month · op of na, vóór</translation>
    </message>
</context>
<context>
    <name>figurecharts</name>
    <message>
        <source>Other: no driver</source>
        <translation>Overig: geen driver</translation>
    </message>
    <message>
        <source>without a second one</source>
        <translation>zonder tweede</translation>
    </message>
    <message>
        <source>This column has too many different values to compare. Choose another one.</source>
        <translation>Deze kolom heeft te veel verschillende waarden om te vergelijken. Kies een andere.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(geen)</translation>
    </message>
    <message>
        <source>week</source>
        <translation>week</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>kwartaal</translation>
    </message>
    <message>
        <source>month</source>
        <translation>maand</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than %Ln responses with a score: too few for a figure.</source>
        <translation>
            <numerusform>Minder dan %Ln reactie met een score: te weinig voor een cijfer.</numerusform>
            <numerusform>Minder dan %Ln reacties met een score: te weinig voor een cijfer.</numerusform>
        </translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>NPS by %1 and %2</source>
        <translation>NPS per %1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln values with the most responses.</source>
        <translation>
            <numerusform>De waarde met de meeste reacties.</numerusform>
            <numerusform>De %Ln waarden met de meeste reacties.</numerusform>
        </translation>
    </message>
    <message>
        <source>NPS by %1, with its 95 % interval</source>
        <translation>NPS per %1, met het interval van 95 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses without a date are not in it.</source>
        <translation>
            <numerusform>%Ln reactie zonder datum staat er niet in.</numerusform>
            <numerusform>%Ln reacties zonder datum staan er niet in.</numerusform>
        </translation>
    </message>
    <message>
        <source>No response has a date in this period.</source>
        <translation>Geen reactie heeft een datum in deze periode.</translation>
    </message>
    <message>
        <source>Responses by score</source>
        <translation>Reacties per score</translation>
    </message>
    <message>
        <source>Promoters, passives and detractors by %1</source>
        <translation>Promotors, passieven en criticasters per %1</translation>
    </message>
    <message>
        <source>What drivers add to the NPS, in points</source>
        <translation>Wat drivers aan de NPS bijdragen, in punten</translation>
    </message>
    <message>
        <source>Together they are the NPS of %1.</source>
        <translation>Samen zijn ze de NPS van %1.</translation>
    </message>
    <message>
        <source>No driver was chosen in these responses.</source>
        <translation>In deze reacties koos niemand een driver.</translation>
    </message>
    <message>
        <source>Topics and tags by sentiment</source>
        <translation>Onderwerpen en labels per sentiment</translation>
    </message>
    <message>
        <source>These responses have no topics or tags.</source>
        <translation>Deze reacties hebben geen onderwerpen of labels.</translation>
    </message>
    <message>
        <source>NPS by %1, with 95 % intervals</source>
        <translation>NPS per %1, met intervallen van 95 %</translation>
    </message>
    <message>
        <source>Choose a column to compare by.</source>
        <translation>Kies een kolom om op te vergelijken.</translation>
    </message>
    <message>
        <source>Higher and lower: than all other responses, by more than chance explains (95 %). Grey: fewer than 30 responses.</source>
        <translation>Hoger en lager: dan alle andere reacties, meer dan toeval verklaart (95 %). Grijs: minder dan 30 reacties.</translation>
    </message>
    <message>
        <source>Additional questions and the score</source>
        <translation>Extra vragen en de score</translation>
    </message>
    <message>
        <source>These responses have no additional questions.</source>
        <translation>Deze reacties hebben geen extra vragen.</translation>
    </message>
    <message>
        <source>A dot: too few responses for a figure.</source>
        <translation>Een punt: te weinig reacties voor een cijfer.</translation>
    </message>
    <message>
        <source>Choose two things to compare.</source>
        <translation>Kies twee dingen om te vergelijken.</translation>
    </message>
</context>
<context>
    <name>gauge</name>
    <message>
        <source>Cannot write %1. Check that the folder exists, has free space and belongs to you.</source>
        <translation>Kan %1 niet schrijven. Controleer of de map bestaat, vrije ruimte heeft en van jou is.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Geannuleerd.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Er ontbreekt een naam.</translation>
    </message>
    <message>
        <source>A name has %1 characters at most, and this one has %2.</source>
        <translation>Een naam heeft hoogstens %1 tekens, en deze heeft er %2.</translation>
    </message>
    <message>
        <source>The name has a line break or another character that cannot be seen (U+%1). Type the name instead of pasting it.</source>
        <translation>De naam bevat een regeleinde of een ander teken dat niet te zien is (U+%1). Typ de naam in plaats van hem te plakken.</translation>
    </message>
    <message>
        <source>%1 cannot be written, so nothing was changed. Choose another folder or make room, then try again.</source>
        <translation>%1 kan niet worden geschreven, dus er is niets gewijzigd. Kies een andere map of maak ruimte, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The output needs the name of a file.</source>
        <translation>De uitvoer vraagt om de naam van een bestand.</translation>
    </message>
    <message>
        <source>%1 is a folder, so nothing was written. Name a file in it.</source>
        <translation>%1 is een map, dus er is niets geschreven. Noem een bestand daarin.</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe, so nothing was written. Name a file; exports go to standard output with --output -.</source>
        <translation>%1 is een apparaat of een pijp, dus er is niets geschreven. Noem een bestand; exports gaan met --output - naar de standaarduitvoer.</translation>
    </message>
    <message>
        <source>%1 is also read or written by this command, so it was left unchanged. Name another file.</source>
        <translation>%1 wordt door deze opdracht ook gelezen of geschreven, dus het is niet gewijzigd. Noem een ander bestand.</translation>
    </message>
    <message>
        <source>%1 is a database or belongs to GaugeDesk’s own data, so it was left unchanged. Name another file, in another folder.</source>
        <translation>%1 is een database of hoort bij de eigen gegevens van GaugeDesk, dus het is niet gewijzigd. Noem een ander bestand, in een andere map.</translation>
    </message>
    <message>
        <source>%1 would hold %2, but its name ends in .%3, so nothing was written. Use the ending .%4.</source>
        <translation>%1 zou %2 bevatten, maar de naam eindigt op .%3, dus er is niets geschreven. Gebruik de uitgang .%4.</translation>
    </message>
    <message>
        <source>The data folder %1 is inside a file. Name another folder (--data-dir or GAUGEDESK_DATA_DIR), or move the file away.</source>
        <translation>De gegevensmap %1 ligt in een bestand. Noem een andere map (--data-dir of GAUGEDESK_DATA_DIR), of verplaats het bestand.</translation>
    </message>
    <message>
        <source>The data folder %1 is a link that leads nowhere. Perhaps a disk is not connected. Nothing was changed.</source>
        <translation>De gegevensmap %1 is een koppeling die nergens heen leidt. Misschien is een schijf niet aangesloten. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>The data folder %1 is not a folder. Name another one (--data-dir or GAUGEDESK_DATA_DIR), or move the file away.</source>
        <translation>De gegevensmap %1 is geen map. Noem een andere (--data-dir of GAUGEDESK_DATA_DIR), of verplaats het bestand.</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be read. Check that it belongs to you. Nothing was changed.</source>
        <translation>De gegevensmap %1 kan niet worden gelezen. Controleer of ze van u is. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>een regeleinde</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>een spatie</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>aanhalingstekens</translation>
    </message>
    <message>
        <source>a byte-order mark</source>
        <translation>een byte-order mark</translation>
    </message>
    <message>
        <source>The %1 has %2 around it, which counts as part of it. If it was copied by mistake, enter the %1 again without it.</source>
        <translation>Om de %1 staat %2, wat meetelt als deel ervan. Als dat per ongeluk is meegekopieerd, voer de %1 dan opnieuw in zonder.</translation>
    </message>
    <message>
        <source>%1 was proposed by a file that was not saved on this computer, and is not a usual name for %2, so nothing was written. Choose another file, with the ending .%3.</source>
        <translation>%1 is voorgesteld door een bestand dat niet op deze computer is bewaard, en is geen gebruikelijke naam voor %2. Er is dus niets geschreven. Kies een ander bestand, met de uitgang .%3.</translation>
    </message>
    <message>
        <source>%1 belongs to another user, who could have your secrets sent elsewhere. Nothing was read or changed. Use a data folder of your own (--data-dir or GAUGEDESK_DATA_DIR).</source>
        <translation>%1 is van een andere gebruiker, die uw geheimen elders kan laten bezorgen. Er is niets gelezen of gewijzigd. Gebruik een eigen gegevensmap (--data-dir of GAUGEDESK_DATA_DIR).</translation>
    </message>
    <message>
        <source>Other users can change %1, and so could have your secrets sent elsewhere. Nothing was read or changed. Remove their right to write (chmod go-w), or use another data folder (--data-dir or GAUGEDESK_DATA_DIR).</source>
        <translation>Andere gebruikers kunnen %1 wijzigen en zo uw geheimen elders laten bezorgen. Er is niets gelezen of gewijzigd. Ontneem hun het recht om te schrijven (chmod go-w), of gebruik een andere gegevensmap (--data-dir of GAUGEDESK_DATA_DIR).</translation>
    </message>
</context>
<context>
    <name>gauge::cli::Session</name>
    <message>
        <source>There is no connection “%1”; none has been made yet. Make one with: gaugedesk-cli connection add NAME --region eu</source>
        <translation>Er is geen verbinding “%1”; er is er nog geen gemaakt. Maak er een met: gaugedesk-cli connection add NAME --region eu</translation>
    </message>
    <message>
        <source>There is no connection “%1”. There are: %2.</source>
        <translation>Er is geen verbinding “%1”. Er zijn: %2.</translation>
    </message>
    <message>
        <source>Read the lake of “%1”</source>
        <translation>Lokale kopie van “%1” lezen</translation>
    </message>
</context>
<context>
    <name>gauge::engine::Engine</name>
    <message>
        <source>Load connections</source>
        <translation>Verbindingen laden</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>“%1” opslaan</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>“%1” verwijderen</translation>
    </message>
    <message>
        <source>Test “%1”</source>
        <translation>“%1” testen</translation>
    </message>
    <message>
        <source>Look for a keychain</source>
        <translation>Sleutelbos zoeken</translation>
    </message>
    <message>
        <source>Add sample data</source>
        <translation>Voorbeelddata toevoegen</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Voorbeelddata</translation>
    </message>
    <message>
        <source>Look for the secret of “%1”</source>
        <translation>Geheim van “%1” zoeken</translation>
    </message>
    <message>
        <source>Fetch a page from “%1”</source>
        <translation>Pagina ophalen van “%1”</translation>
    </message>
    <message>
        <source>Sync “%1”</source>
        <translation>“%1” synchroniseren</translation>
    </message>
    <message>
        <source>Export %1 of “%2”</source>
        <translation>%1 van “%2” exporteren</translation>
    </message>
    <message>
        <source>Describe the lake of “%1”</source>
        <translation>Lokale kopie van “%1” beschrijven</translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n tabel</numerusform>
            <numerusform>%n tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up the lake of “%1”</source>
        <translation>Reservekopie maken van de lokale kopie van “%1”</translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <translation>%1 geschreven naar %2</translation>
    </message>
    <message>
        <source>Check the lake of “%1”</source>
        <translation>Lokale kopie van “%1” controleren</translation>
    </message>
    <message numerus="yes">
        <source>%n records, nothing wrong</source>
        <translation>
            <numerusform>%n record, niets mis</numerusform>
            <numerusform>%n records, niets mis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are wrong</source>
        <translation>
            <numerusform>Er is %n ding mis</numerusform>
            <numerusform>Er zijn %n dingen mis</numerusform>
        </translation>
    </message>
    <message>
        <source>Compact the lake of “%1”</source>
        <translation>Lokale kopie van “%1” verkleinen</translation>
    </message>
    <message>
        <source>%1 before, %2 now</source>
        <translation>eerst %1, nu %2</translation>
    </message>
    <message>
        <source>Compare “%1” with its service</source>
        <translation>“%1” met de dienst vergelijken</translation>
    </message>
    <message>
        <source>Read the lake of “%1”</source>
        <translation>De lokale kopie van “%1” lezen</translation>
    </message>
    <message>
        <source>Read the history of “%1”</source>
        <translation>Geschiedenis van “%1” lezen</translation>
    </message>
    <message>
        <source>Keep a page of “%1”</source>
        <translation>Een pagina van “%1” bewaren</translation>
    </message>
    <message>
        <source>%1 records kept, %2 of them new, %3 changed</source>
        <translation>%1 records bewaard, waarvan %2 nieuw en %3 gewijzigd</translation>
    </message>
    <message>
        <source>Read the first rows of “%1”</source>
        <translation>De eerste rijen van “%1” lezen</translation>
    </message>
    <message>
        <source>Look for a person in “%1”</source>
        <translation>Zoek een persoon in “%1”</translation>
    </message>
    <message>
        <source>Export a person&apos;s records from “%1”</source>
        <translation>Exporteer de records van een persoon uit “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records and versions written to %1</source>
        <translation>
            <numerusform>%Ln record of versie naar %1 geschreven</numerusform>
            <numerusform>%Ln records en versies naar %1 geschreven</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase a person from “%1”</source>
        <translation>Verwijder een persoon uit “%1”</translation>
    </message>
    <message>
        <source>Look for the API key of “%1”</source>
        <translation>De API-sleutel van “%1” zoeken</translation>
    </message>
    <message>
        <source>Test the local copy of “%1”</source>
        <translation>Lokale kopie van “%1” testen</translation>
    </message>
    <message>
        <source>Move the local copy of “%1”</source>
        <translation>Lokale kopie van “%1” verplaatsen</translation>
    </message>
    <message>
        <source>Import a local copy</source>
        <translation>Een lokale kopie importeren</translation>
    </message>
</context>
<context>
    <name>gauge::net::Transfer</name>
    <message>
        <source>The service at %1 did not answer in time.</source>
        <translation>De dienst op %1 antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>The answer of %1 took too long.</source>
        <translation>Het antwoord van %1 duurde te lang.</translation>
    </message>
    <message>
        <source>The service answered with a redirect to %1, which GaugeDesk does not follow. Nothing was sent there.</source>
        <translation>De dienst verwees door naar %1, maar GaugeDesk volgt dat niet. Er is niets naartoe gestuurd.</translation>
    </message>
    <message>
        <source>an unknown place</source>
        <translation>een onbekende plaats</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than %1 MB and was refused.</source>
        <translation>Het antwoord van de dienst is groter dan %1 MB en is geweigerd.</translation>
    </message>
    <message>
        <source>%1 was not found. Check the network connection and the address.</source>
        <translation>%1 is niet gevonden. Controleer de netwerkverbinding en het adres.</translation>
    </message>
    <message>
        <source>%1 accepts no connection. Check the network and the address.</source>
        <translation>%1 accepteert geen verbinding. Controleer het netwerk en het adres.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2 Nothing was sent.</source>
        <translation>Geen veilige verbinding met %1: %2 Er is niets verzonden.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and a password. Set them in the system&apos;s network settings.</source>
        <translation>De proxy vraagt om een gebruikersnaam en een wachtwoord. Stel die in bij de netwerkinstellingen van het systeem.</translation>
    </message>
    <message>
        <source>%1 answered in a way that is not HTTP.</source>
        <translation>%1 antwoordde op een manier die geen HTTP is.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>De verbinding met %1 is verbroken.</translation>
    </message>
    <message>
        <source>%1 sent a provisional answer (HTTP %2) that GaugeDesk cannot process. Ask the administrator of the proxy or firewall to switch off provisional answers (“Early Hints”).</source>
        <translation>%1 stuurde een voorlopig antwoord (HTTP %2) dat GaugeDesk niet kan verwerken. Vraag de beheerder van de proxy of firewall om voorlopige antwoorden (“Early Hints”) uit te schakelen.</translation>
    </message>
    <message>
        <source>The header of %1&apos;s answer is not readable: it has more than 100 fields, is too large or is not HTTP. Ask the administrator of the proxy or firewall.</source>
        <translation>De header van het antwoord van %1 is niet leesbaar: hij heeft meer dan 100 velden, is te groot of is geen HTTP. Vraag het de beheerder van de proxy of firewall.</translation>
    </message>
    <message>
        <source>The compressed answer of %1 is damaged.</source>
        <translation>Het gecomprimeerde antwoord van %1 is beschadigd.</translation>
    </message>
    <message>
        <source>%1 sent an answer with the encoding “%2”, which GaugeDesk cannot read.</source>
        <translation>%1 stuurde een antwoord met de codering “%2”, die GaugeDesk niet kan lezen.</translation>
    </message>
    <message>
        <source>Its certificate was issued by “%1”, which this computer does not trust. If that is your company’s own authority, add its certificate to the certificates of the system, or name its file in SSL_CERT_FILE.</source>
        <translation>Het certificaat is uitgegeven door “%1”, die deze computer niet vertrouwt. Als dat de eigen instantie van uw bedrijf is, voeg haar certificaat dan toe aan de certificaten van het systeem, of noem haar bestand in SSL_CERT_FILE.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::Announcer</name>
    <message numerus="yes">
        <source>%n new records</source>
        <translation>
            <numerusform>%n nieuw record</numerusform>
            <numerusform>%n nieuwe records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::BusyStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>gauge::ui::Chart</name>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ChartPanel</name>
    <message>
        <source>Show as a table</source>
        <translation>Als tabel tonen</translation>
    </message>
    <message>
        <source>Copy, save or print</source>
        <translation>Kopiëren, opslaan of afdrukken</translation>
    </message>
    <message>
        <source>Copy, save or print this chart</source>
        <translation>Deze grafiek kopiëren, opslaan of afdrukken</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>&amp;Afbeelding kopiëren</translation>
    </message>
    <message>
        <source>Copy &amp;table</source>
        <translation>&amp;Tabel kopiëren</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Opslaan als P&amp;NG…</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Opslaan als &amp;SVG…</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Opslaan als &amp;CSV…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>Af&amp;drukken…</translation>
    </message>
    <message>
        <source>Save the chart as</source>
        <translation>De grafiek opslaan als</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-bestanden (*.%2)</translation>
    </message>
    <message>
        <source>The printer did not take the chart. Look whether it is on, or choose another.</source>
        <translation>De printer heeft het diagram niet aangenomen. Kijk of hij aan staat, of kies een andere.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::CheckStep</name>
    <message>
        <source>Progress of the check</source>
        <translation>Voortgang van de controle</translation>
    </message>
    <message>
        <source>No problem was found in this file.</source>
        <translation>Er is niets mis met dit bestand, voor zover dat hier te zien is.</translation>
    </message>
    <message>
        <source>Which findings are listed</source>
        <translation>Welke bevindingen worden getoond</translation>
    </message>
    <message>
        <source>Search headings, findings, row numbers…</source>
        <translation>Zoek koppen, woorden, rijnummers…</translation>
    </message>
    <message>
        <source>Search what was found</source>
        <translation>Zoeken in wat er is gevonden</translation>
    </message>
    <message>
        <source>Save the lis&amp;t…</source>
        <translation>Lijs&amp;t opslaan…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat er is gevonden</translation>
    </message>
    <message>
        <source>The row as a record</source>
        <translation>De rij als record</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Kop</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>As they would leave; $GAUGEDESK_TOKEN stands for what proves who you are. None of them was sent.</source>
        <translation>Zoals ze zouden vertrekken; $GAUGEDESK_TOKEN staat voor wat bewijst wie je bent. Er is er geen verzonden.</translation>
    </message>
    <message>
        <source>The first requests</source>
        <translation>De eerste aanvragen</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>Fouten en waarschuwingen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fouten</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Waarschuwingen</translation>
    </message>
    <message>
        <source>The file could not be read to its end.</source>
        <translation>Het bestand kon niet tot het einde worden gelezen.</translation>
    </message>
    <message>
        <source>The file is being checked.</source>
        <translation>Het bestand wordt gecontroleerd.</translation>
    </message>
    <message>
        <source>Nothing can be sent while a heading has an error.</source>
        <translation>Er kan niets worden verzonden zolang een kop een fout heeft.</translation>
    </message>
    <message>
        <source>Every row has an error.</source>
        <translation>Elke rij heeft een fout.</translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed.</source>
        <translation>De eerste %1 van %2 worden getoond.</translation>
    </message>
    <message>
        <source>What was found (%1)</source>
        <translation>Wat er is gevonden (%1)</translation>
    </message>
    <message>
        <source>The file was not checked to its end. Nothing was sent.</source>
        <translation>Het bestand is niet tot het einde gecontroleerd. Er is niets verzonden.</translation>
    </message>
    <message>
        <source>Every row is read and checked. Nothing is sent.</source>
        <translation>Elke rij wordt gelezen en gecontroleerd. Er wordt niets verzonden.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s) can be sent.</source>
        <translation>
            <numerusform>De %Ln rij kan worden verzonden.</numerusform>
            <numerusform>Alle %Ln rijen kunnen worden verzonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows can be sent. The others have errors and stay behind, unless you put them right in the file and choose it again.</source>
        <translation>%1 van %2 rijen kunnen worden verzonden. De andere hebben fouten en blijven achter, tenzij je ze in het bestand verbetert en het opnieuw kiest.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s).</source>
        <translation>
            <numerusform>%Ln waarschuwing.</numerusform>
            <numerusform>%Ln waarschuwingen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1, line %2</source>
        <translation>Rij %1, regel %2</translation>
    </message>
    <message>
        <source>Save what was found</source>
        <translation>Opslaan wat er is gevonden</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-bestanden (*.csv)</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Opgeslagen in %1.</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 bevindingen</translation>
    </message>
    <message>
        <source>Choose how the dates are written.</source>
        <translation>Kies hoe de datums geschreven zijn.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::CodesEditor</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 verwijderen</translation>
    </message>
    <message>
        <source>Code, then Enter</source>
        <translation>Code, dan Enter</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ColumnChooser</name>
    <message>
        <source>Choose columns</source>
        <translation>Kolommen kiezen</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>Kolommen zoeken</translation>
    </message>
    <message>
        <source>Search columns…</source>
        <translation>Kolommen zoeken…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>The &amp;usual ones</source>
        <translation>De ge&amp;bruikelijke</translation>
    </message>
    <message>
        <source>%L1 of %L2 chosen. A table shows up to %L3 at once; an export of everything has them all.</source>
        <translation>%L1 van %L2 gekozen. Een tabel toont er tot %L3 tegelijk; een export van alles bevat ze allemaal.</translation>
    </message>
    <message>
        <source>%L1 of %L2 chosen</source>
        <translation>%L1 van %L2 gekozen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmenten</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Other columns</source>
        <translation>Andere kolommen</translation>
    </message>
    <message>
        <source>%1: %L2 of %L3</source>
        <translation>%1: %L2 van %L3</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ColumnStep</name>
    <message>
        <source>Configura&amp;tion:</source>
        <translation>Configura&amp;tie:</translation>
    </message>
    <message>
        <source>Headings and where their values come from</source>
        <translation>Koppen en waar hun waarden vandaan komen</translation>
    </message>
    <message>
        <source>Choose a column, type a text that is the same in every row, or join columns: {First name} {Last name}</source>
        <translation>Kies een kolom, typ een tekst die in elke rij hetzelfde is, of voeg kolommen samen: {Voornaam} {Achternaam}</translation>
    </message>
    <message>
        <source>S&amp;uggest again</source>
        <translation>Opnieu&amp;w voorstellen</translation>
    </message>
    <message>
        <source>Forget what was chosen here, and go by the names again</source>
        <translation>Vergeten wat hier is gekozen, en weer op de namen afgaan</translation>
    </message>
    <message>
        <source>The first records as they will be sent</source>
        <translation>De eerste records zoals ze worden verzonden</translation>
    </message>
    <message>
        <source>Choose a configuration first.</source>
        <translation>Kies eerst een configuratie.</translation>
    </message>
    <message>
        <source>The mapping is being read.</source>
        <translation>De toewijzing wordt gelezen.</translation>
    </message>
    <message>
        <source>No column has a heading yet.</source>
        <translation>Nog geen kolom heeft een kop.</translation>
    </message>
    <message>
        <source>Some headings still need a value.</source>
        <translation>Sommige koppen hebben nog een waarde nodig.</translation>
    </message>
    <message>
        <source>Columns that are not sent: %1</source>
        <translation>Kolommen die niet worden verzonden: %1</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConditionBar</name>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Change this filter</source>
        <translation>Dit filter wijzigen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Dit filter verwijderen</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 verwijderen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter toevoegen</translation>
    </message>
    <message>
        <source>Cle&amp;ar</source>
        <translation>&amp;Wissen</translation>
    </message>
    <message>
        <source>Remove all filters and the search</source>
        <translation>Alle filters en de zoekopdracht wissen</translation>
    </message>
    <message>
        <source>Edit fil&amp;ters…</source>
        <translation>Filters &amp;bewerken…</translation>
    </message>
    <message>
        <source>See the whole filter and put conditions into groups</source>
        <translation>Het hele filter zien en voorwaarden in groepen zetten</translation>
    </message>
    <message>
        <source>Filter &amp;row</source>
        <translation>Filter&amp;rij</translation>
    </message>
    <message>
        <source>Fields to filter by under the table’s headings (Ctrl+Shift+L)</source>
        <translation>Velden om mee te filteren onder de kolomkoppen (Ctrl+Shift+L)</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConditionEditor</name>
    <message>
        <source>Col&amp;umn</source>
        <translation>K&amp;olom</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Cond&amp;ition</source>
        <translation>Voor&amp;waarde</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Voorwaarde</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>Waar&amp;de</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>&amp;Pick from values</source>
        <translation>&amp;Kies uit waarden</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Periode</translation>
    </message>
    <message>
        <source>Choose a period</source>
        <translation>Kies een periode</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>Da&amp;g</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Kies een dag</translation>
    </message>
    <message>
        <source>Problem with this filter</source>
        <translation>Probleem met dit filter</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Vandaag</translation>
    </message>
    <message>
        <source>&amp;Yesterday</source>
        <translation>&amp;Gisteren</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>Laatste &amp;7 dagen</translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation>Laatste &amp;30 dagen</translation>
    </message>
    <message>
        <source>Last &amp;90 days</source>
        <translation>Laatste &amp;90 dagen</translation>
    </message>
    <message>
        <source>This &amp;month</source>
        <translation>Deze &amp;maand</translation>
    </message>
    <message>
        <source>L&amp;ast month</source>
        <translation>V&amp;orige maand</translation>
    </message>
    <message>
        <source>This &amp;quarter</source>
        <translation>Dit &amp;kwartaal</translation>
    </message>
    <message>
        <source>Last q&amp;uarter</source>
        <translation>Vorig kw&amp;artaal</translation>
    </message>
    <message>
        <source>This y&amp;ear</source>
        <translation>Dit &amp;jaar</translation>
    </message>
    <message>
        <source>&amp;Last year</source>
        <translation>Vorig jaa&amp;r</translation>
    </message>
    <message>
        <source>Several values, separated by commas</source>
        <translation>Meerdere waarden, gescheiden door komma&apos;s</translation>
    </message>
    <message>
        <source>a&amp;nd</source>
        <translation>e&amp;n</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Laatste waarde</translation>
    </message>
    <message>
        <source>A day as 2026-03-31, a month as 2026-03, or today, last 30 days, this quarter…</source>
        <translation>Een dag als 2026-03-31, een maand als 2026-03, of today, last 30 days, this quarter…</translation>
    </message>
    <message>
        <source>There is no column “%1”. Choose another one.</source>
        <translation>Er is geen kolom “%1”. Kies een andere.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConditionPopup</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Apply filter</source>
        <translation>Filter &amp;toepassen</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConfigurationBox</name>
    <message>
        <source>Configuration</source>
        <translation>Configuratie</translation>
    </message>
    <message>
        <source>Confi&amp;gurations</source>
        <translation>Confi&amp;guraties</translation>
    </message>
    <message>
        <source>Make, change, share and remove configurations</source>
        <translation>Configuraties maken, wijzigen, delen en verwijderen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliceren</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Hernoe&amp;men…</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>Bestand &amp;importeren…</translation>
    </message>
    <message>
        <source>E&amp;xport as a file…</source>
        <translation>Als bestand e&amp;xporteren…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
    <message>
        <source>%1 (%2), standard</source>
        <translation>%1 (%2), standaard</translation>
    </message>
    <message>
        <source>Rename configuration</source>
        <translation>Configuratie hernoemen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Hernoe&amp;men</translation>
    </message>
    <message>
        <source>“%1” removed.</source>
        <translation>“%1” verwijderd.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>Een configuratie importeren</translation>
    </message>
    <message>
        <source>Configurations (*.json)</source>
        <translation>Configuraties (*.json)</translation>
    </message>
    <message>
        <source>Export the configuration</source>
        <translation>De configuratie exporteren</translation>
    </message>
    <message>
        <source>“%1” is in %2. Others open it with “Import a file”.</source>
        <translation>“%1” staat in %2. Anderen openen het met “Bestand importeren”.</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>B&amp;ewerken…</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nieuw…</translation>
    </message>
    <message>
        <source>New from &amp;pasted headings…</source>
        <translation>Nieuw met ge&amp;plakte koppen…</translation>
    </message>
    <message>
        <source>New from a &amp;CSV file…</source>
        <translation>Nieuw uit een &amp;CSV-bestand…</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConfigurationEditor</name>
    <message>
        <source>The standard configuration stays as it is; this is saved as your own.</source>
        <translation>De standaardconfiguratie blijft zoals ze is; dit wordt als uw eigen configuratie bewaard.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation>Re&amp;ferentie</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referentie</translation>
    </message>
    <message>
        <source>Which of its import configurations CustomerGauge uses</source>
        <translation>Welke van zijn importconfiguraties CustomerGauge gebruikt</translation>
    </message>
    <message>
        <source>as shown in CustomerGauge under Data → Imports → Configurations</source>
        <translation>zoals in CustomerGauge onder Data → Imports → Configurations</translation>
    </message>
    <message>
        <source>Data &amp;type</source>
        <translation>Gegevens&amp;type</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Gegevenstype</translation>
    </message>
    <message>
        <source>&amp;Headings, spelled as in CustomerGauge</source>
        <translation>&amp;Koppen, gespeld zoals in CustomerGauge</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Koppen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Toe&amp;voegen</translation>
    </message>
    <message>
        <source>Add a heading (Insert)</source>
        <translation>Een kop toevoegen (Insert)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ver&amp;wijderen</translation>
    </message>
    <message>
        <source>Remove the selected headings (Delete)</source>
        <translation>De gekozen koppen verwijderen (Delete)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Om&amp;hoog</translation>
    </message>
    <message>
        <source>Move the heading up (Alt+Up)</source>
        <translation>De kop omhoog verplaatsen (Alt+Omhoog)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Omlaa&amp;g</translation>
    </message>
    <message>
        <source>Move the heading down (Alt+Down)</source>
        <translation>De kop omlaag verplaatsen (Alt+Omlaag)</translation>
    </message>
    <message>
        <source>&amp;Paste headings</source>
        <translation>Koppen &amp;plakken</translation>
    </message>
    <message>
        <source>Take the headings that were copied in a spreadsheet</source>
        <translation>De koppen overnemen die in een spreadsheet zijn gekopieerd</translation>
    </message>
    <message>
        <source>&amp;Learn from a CSV…</source>
        <translation>&amp;Uit een CSV leren…</translation>
    </message>
    <message>
        <source>Take the first line of a CSV file, and look at its values</source>
        <translation>De eerste regel van een CSV-bestand overnemen en naar de waarden kijken</translation>
    </message>
    <message>
        <source>New configuration</source>
        <translation>Nieuwe configuratie</translation>
    </message>
    <message>
        <source>Edit configuration</source>
        <translation>Configuratie bewerken</translation>
    </message>
    <message>
        <source>Every record needs: %1.</source>
        <translation>Elk record heeft nodig: %1.</translation>
    </message>
    <message>
        <source>Every record needs at least one of: %1.</source>
        <translation>Elk record heeft ten minste een hiervan nodig: %1.</translation>
    </message>
    <message>
        <source>What is accepted appears among the responses.</source>
        <translation>Wat wordt aanvaard, verschijnt bij de reacties.</translation>
    </message>
    <message>
        <source>Another configuration has this name. Choose a different one.</source>
        <translation>Een andere configuratie heeft deze naam. Kies een andere.</translation>
    </message>
    <message>
        <source>There are no headings on the clipboard. Copy the row with the headings in your spreadsheet, then paste it here.</source>
        <translation>Er staan geen koppen op het klembord. Kopieer de rij met de koppen in uw spreadsheet en plak die hier.</translation>
    </message>
    <message>
        <source>Learn headings from a CSV file</source>
        <translation>Koppen uit een CSV-bestand leren</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt *.tsv)</source>
        <translation>CSV-bestanden (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 lezen…</translation>
    </message>
    <message>
        <source>The first line of this file names no columns.</source>
        <translation>De eerste regel van dit bestand noemt geen kolommen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln heading(s) added.</source>
        <translation>
            <numerusform>%Ln kop toegevoegd.</numerusform>
            <numerusform>%Ln koppen toegevoegd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln heading(s) were there already.</source>
        <translation>
            <numerusform>%Ln kop stond er al.</numerusform>
            <numerusform>%Ln koppen stonden er al.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Your changes are not saved. Save them, or close once more to discard them.</source>
        <translation>Uw wijzigingen zijn niet bewaard. Bewaar ze, of sluit nogmaals om ze weg te doen.</translation>
    </message>
    <message>
        <source>D&amp;iscard changes</source>
        <translation>W&amp;ijzigingen weggooien</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConnectionEditor</name>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>&amp;EU</source>
        <translation>&amp;EU</translation>
    </message>
    <message>
        <source>Region EU</source>
        <translation>Regio EU</translation>
    </message>
    <message>
        <source>&amp;US</source>
        <translation>&amp;US</translation>
    </message>
    <message>
        <source>Region US</source>
        <translation>Regio US</translation>
    </message>
    <message>
        <source>&amp;AU</source>
        <translation>&amp;AU</translation>
    </message>
    <message>
        <source>Region AU</source>
        <translation>Regio AU</translation>
    </message>
    <message>
        <source>Cust&amp;om</source>
        <translation>Aan&amp;gepast</translation>
    </message>
    <message>
        <source>Custom region</source>
        <translation>Aangepaste regio</translation>
    </message>
    <message>
        <source>Si&amp;gn-in address</source>
        <translation>Aanmeldad&amp;res</translation>
    </message>
    <message>
        <source>&amp;Data address</source>
        <translation>&amp;Data-adres</translation>
    </message>
    <message>
        <source>U&amp;pload address</source>
        <translation>U&amp;ploadadres</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Naa&amp;m</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>Cl&amp;ient-ID</translation>
    </message>
    <message>
        <source>Client secre&amp;t</source>
        <translation>&amp;Client secret</translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation>Tonen wat je hebt getypt</translation>
    </message>
    <message>
        <source>Show the client secret as typed</source>
        <translation>Het client secret tonen zoals getypt</translation>
    </message>
    <message>
        <source>Keep the secret</source>
        <translation>Geheim in</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Opnieuw &amp;proberen</translation>
    </message>
    <message>
        <source>&amp;For this session only; type it again next time</source>
        <translation>Alleen voor deze &amp;sessie; straks opnieuw typen</translation>
    </message>
    <message>
        <source>Nowhere; take it from en&amp;vironment variables</source>
        <translation>Nergens; uit omge&amp;vingsvariabelen lezen</translation>
    </message>
    <message>
        <source>&amp;Where do I find these?</source>
        <translation>&amp;Waar vind ik deze?</translation>
    </message>
    <message>
        <source>An administrator of your CustomerGauge system opens Data → Rest APIs → Authentications and adds an authentication. CustomerGauge then shows its client ID and client secret. Copy the secret at once: it may not be shown again.

The region is part of the address at which you sign in to CustomerGauge. Credentials can be limited to a division; then only that division&apos;s data is seen.</source>
        <translation>Een beheerder van je CustomerGauge-systeem opent Data → Rest APIs → Authentications en voegt een authenticatie toe. CustomerGauge toont dan de client-ID en het client secret. Kopieer het secret meteen: mogelijk wordt het niet nog eens getoond.

De regio staat in het adres waarop je je bij CustomerGauge aanmeldt. Aanmeldgegevens kunnen tot een divisie beperkt zijn; dan zijn alleen de gegevens van die divisie te zien.</translation>
    </message>
    <message>
        <source>Test conne&amp;ction</source>
        <translation>Verbinding &amp;testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Verbi&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Opslaan</translation>
    </message>
    <message>
        <source>In your keyring (%1)</source>
        <translation>In je sleutelbos (%1)</translation>
    </message>
    <message>
        <source>known for this session – type to replace</source>
        <translation>bekend voor deze sessie – typ om te vervangen</translation>
    </message>
    <message>
        <source>stored in your keyring – type to replace</source>
        <translation>bewaard in je sleutelbos – typ om te vervangen</translation>
    </message>
    <message>
        <source>Give the connection a name, for example your company&apos;s.</source>
        <translation>Geef de verbinding een naam, bijvoorbeeld die van je bedrijf.</translation>
    </message>
    <message>
        <source>Another connection has this name. Choose a different one.</source>
        <translation>Een andere verbinding heeft deze naam al. Kies een andere.</translation>
    </message>
    <message>
        <source>Paste the client ID.</source>
        <translation>Plak de client-ID.</translation>
    </message>
    <message>
        <source>Paste the client secret.</source>
        <translation>Plak het client secret.</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>Navraag bij de dienst…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Toch opslaan</translation>
    </message>
    <message>
        <source>Saving… Your keyring may ask you to unlock it.</source>
        <translation>Opslaan… Mogelijk vraagt je sleutelbos om ontgrendeling.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>S&amp;ync automatically</source>
        <translation>Vanzelf s&amp;ynchroniseren</translation>
    </message>
    <message>
        <source>While GaugeDesk is open, and the network is neither away nor paid by volume</source>
        <translation>Zolang GaugeDesk open is, en het netwerk er is en niet per hoeveelheid betaald wordt</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-s&amp;leutel</translation>
    </message>
    <message>
        <source>CustomerGauge asks for it where a single response is uploaded; nothing else needs it</source>
        <translation>CustomerGauge vraagt erom wanneer één reactie wordt geüpload; verder is hij nergens voor nodig</translation>
    </message>
    <message>
        <source>Show the API key as typed</source>
        <translation>De getypte API-sleutel tonen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Forget the stored API key when you save</source>
        <translation>De bewaarde API-sleutel bij het opslaan vergeten</translation>
    </message>
    <message>
        <source>Forget the stored API key</source>
        <translation>De bewaarde API-sleutel vergeten</translation>
    </message>
    <message>
        <source>taken from %1</source>
        <translation>komt uit %1</translation>
    </message>
    <message>
        <source>is forgotten when you save</source>
        <translation>wordt bij het opslaan vergeten</translation>
    </message>
    <message>
        <source>only for uploading a single response</source>
        <translation>alleen om één reactie te uploaden</translation>
    </message>
    <message>
        <source>Read again at each sync</source>
        <translation>Bij elke synchronisatie opnieuw lezen</translation>
    </message>
    <message>
        <source>Answers that arrive late and cases that change are found by reading the last days again</source>
        <translation>Antwoorden die laat binnenkomen en cases die veranderen worden gevonden door de laatste dagen opnieuw te lezen</translation>
    </message>
    <message>
        <source>Days that are read again</source>
        <translation>Dagen die opnieuw worden gelezen</translation>
    </message>
    <message>
        <source>Local copy in</source>
        <translation>Lokale kopie in</translation>
    </message>
    <message>
        <source>What is likely to have changed</source>
        <translation>Wat waarschijnlijk is veranderd</translation>
    </message>
    <message>
        <source>The last days:</source>
        <translation>De laatste dagen:</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>Choose a file, or leave this empty for the usual place.</source>
        <translation>Kies een bestand, of laat dit leeg voor de gebruikelijke plaats.</translation>
    </message>
    <message>
        <source>Looking at the place of the local copy…</source>
        <translation>De plaats van de lokale kopie wordt bekeken…</translation>
    </message>
    <message>
        <source>The local copy there holds the data of %1. Choose another place.</source>
        <translation>De lokale kopie daar bevat de gegevens van %1. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>There is a local copy already. Keep the present one where it is, or choose another place.</source>
        <translation>Daar is al een lokale kopie. Laat de huidige waar deze is, of kies een andere plaats.</translation>
    </message>
    <message>
        <source>Moving the local copy…</source>
        <translation>De lokale kopie wordt verplaatst…</translation>
    </message>
    <message>
        <source>Changing the place of the local copy…</source>
        <translation>De plaats van de lokale kopie wordt gewijzigd…</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConnectionListModel</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Secret kept in</source>
        <translation>Geheim bewaard in</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Laatste sync</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>being synced elsewhere</source>
        <translation>wordt elders gesynchroniseerd</translation>
    </message>
    <message>
        <source>TLS not required</source>
        <translation>TLS niet vereist</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Add sam&amp;ple data</source>
        <translation>&amp;Voorbeelddata toevoegen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Toevoegen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ver&amp;wijderen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Beho&amp;uden</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Nu &amp;synchroniseren</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>T&amp;esten</translation>
    </message>
    <message>
        <source>Ed&amp;it…</source>
        <translation>Bewe&amp;rken…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>Verwij&amp;deren…</translation>
    </message>
    <message>
        <source>Cancel its sync first</source>
        <translation>Annuleer eerst de synchronisatie</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Nieuwe verbinding</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>“%1” bewerken</translation>
    </message>
    <message>
        <source>Asking the service of “%1”…</source>
        <translation>Navraag bij de dienst van “%1”…</translation>
    </message>
    <message>
        <source>Remove “%1”? Its secret is deleted from this computer. Nothing changes in CustomerGauge.</source>
        <translation>“%1” verwijderen? Het geheim wordt van deze computer gewist. In CustomerGauge verandert er niets.</translation>
    </message>
    <message>
        <source>Also &amp;delete the local copy (records: %1, size: %2)</source>
        <translation>Ook de lokale &amp;kopie wissen (records: %1, grootte: %2)</translation>
    </message>
    <message>
        <source>Also &amp;delete the local copy</source>
        <translation>Ook de lokale &amp;kopie wissen</translation>
    </message>
    <message>
        <source>Removing “%1”…</source>
        <translation>“%1” verwijderen…</translation>
    </message>
    <message>
        <source>Read a&amp;gain…</source>
        <translation>Opnieuw &amp;lezen…</translation>
    </message>
    <message>
        <source>F&amp;orget…</source>
        <translation>&amp;Vergeten…</translation>
    </message>
    <message>
        <source>Find, export and erase what is kept about a person</source>
        <translation>Zoek, exporteer en verwijder wat over een persoon bewaard wordt</translation>
    </message>
    <message>
        <source>Forget a person</source>
        <translation>Een persoon vergeten</translation>
    </message>
    <message>
        <source>How far each feed of the selected connection is synced</source>
        <translation>Hoe ver elke feed van de gekozen verbinding is gesynchroniseerd</translation>
    </message>
    <message>
        <source>“%1” is removed. Its local copy %2 is kept: %3</source>
        <translation>“%1” is verwijderd. De lokale kopie %2 is bewaard: %3</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ContributionChart</name>
    <message>
        <source>Driver</source>
        <translation>Driver</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Bijdrage</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Vermeldingen</translation>
    </message>
    <message>
        <source>NPS of these</source>
        <translation>NPS van deze</translation>
    </message>
    <message>
        <source>from</source>
        <comment>lower end of an interval</comment>
        <translation>van</translation>
    </message>
    <message>
        <source>to</source>
        <comment>upper end of an interval</comment>
        <translation>tot</translation>
    </message>
    <message>
        <source>%1 · n %2</source>
        <translation>%1 · n %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>nog %Ln in de tabel</numerusform>
            <numerusform>nog %Ln in de tabel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, expanded</source>
        <translation>%1, uitgeklapt</translation>
    </message>
    <message>
        <source>%1, collapsed</source>
        <translation>%1, ingeklapt</translation>
    </message>
</context>
<context>
    <name>gauge::ui::DashboardGrid</name>
    <message>
        <source>A line for each</source>
        <translation>Een lijn per</translation>
    </message>
    <message>
        <source>A line for each value of a column</source>
        <translation>Een lijn voor elke waarde van een kolom</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>Vergelijken op</translation>
    </message>
    <message>
        <source>The column to compare by</source>
        <translation>De kolom om op te vergelijken</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Rijen van de tabel</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Kolommen van de tabel</translation>
    </message>
    <message>
        <source>&amp;Response rate below</source>
        <translation>&amp;Responspercentage eronder</translation>
    </message>
    <message>
        <source>Which accounts</source>
        <translation>Welke accounts</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alles samen</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>In de tijd</translation>
    </message>
</context>
<context>
    <name>gauge::ui::DashboardPage</name>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Which time the figures are of; they are compared with as long a time before</source>
        <translation>Over welke tijd de cijfers gaan; ze worden vergeleken met evenveel tijd daarvoor</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Perioden</translation>
    </message>
    <message>
        <source>How time is divided</source>
        <translation>Hoe de tijd is verdeeld</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>The date that counts</source>
        <translation>De datum die telt</translation>
    </message>
    <message>
        <source>Search comments, names and accounts</source>
        <translation>Zoeken in opmerkingen, namen en accounts</translation>
    </message>
    <message>
        <source>Search comments, names, accounts…</source>
        <translation>Zoek in opmerkingen, namen, accounts…</translation>
    </message>
    <message>
        <source>Save report as &amp;PDF…</source>
        <translation>Rapport opslaan als &amp;PDF…</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Per week</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Per maand</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>Per kwartaal</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
    <message>
        <source>“%1” is found</source>
        <translation>‘%1’ komt voor</translation>
    </message>
    <message>
        <source>All responses</source>
        <translation>Alle reacties</translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation>Het rapport opslaan als</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>NPS report %1</source>
        <translation>NPS-rapport %1</translation>
    </message>
    <message>
        <source>NPS report</source>
        <translation>NPS-rapport</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Opgeslagen in %1.</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>&amp;Map openen</translation>
    </message>
    <message>
        <source>Personal data is masked, so its values are not listed.</source>
        <translation>Persoonsgegevens zijn gemaskeerd; de waarden worden daarom niet getoond.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::DateEditor</name>
    <message>
        <source>YYYY-MM-DD HH:MM:SS</source>
        <translation>JJJJ-MM-DD UU:MM:SS</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>JJJJ-MM-DD</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Kies een dag</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>The time of this computer</source>
        <translation>De tijd van deze computer</translation>
    </message>
    <message>
        <source>The day of this computer</source>
        <translation>De dag van deze computer</translation>
    </message>
</context>
<context>
    <name>gauge::ui::DateFormatPane</name>
    <message>
        <source>day, month, year</source>
        <translation>dag, maand, jaar</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>maand, dag, jaar</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>jaar, maand, dag</translation>
    </message>
    <message>
        <source>days since 1900, as in Excel</source>
        <translation>dagen sinds 1900, zoals in Excel</translation>
    </message>
    <message>
        <source>days since 1904, as in Excel on old Macs</source>
        <translation>dagen sinds 1904, zoals in Excel op oude Macs</translation>
    </message>
    <message>
        <source>Leave as they are: these rows are not sent</source>
        <translation>Zo laten: deze rijen worden niet verstuurd</translation>
    </message>
    <message numerus="yes">
        <source>Dates of “%1” in %Ln row(s):</source>
        <translation>
            <numerusform>Datums van “%1” in %Ln rij:</numerusform>
            <numerusform>Datums van “%1” in %Ln rijen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose how they are written…</source>
        <translation>Kies hoe ze geschreven zijn…</translation>
    </message>
    <message>
        <source>%1: %2 is sent as %3</source>
        <translation>%1: %2 wordt verstuurd als %3</translation>
    </message>
</context>
<context>
    <name>gauge::ui::DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Fold the details away</source>
        <translation>Details inklappen</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Re&amp;cord</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Raw &amp;JSON</source>
        <translation>Ruwe &amp;JSON</translation>
    </message>
    <message>
        <source>JSON of the record as received</source>
        <translation>JSON van het record zoals ontvangen</translation>
    </message>
    <message>
        <source>Copies the record exactly as received</source>
        <translation>Kopieert het record precies zoals ontvangen</translation>
    </message>
    <message>
        <source>&amp;Copy JSON</source>
        <translation>J&amp;SON kopiëren</translation>
    </message>
    <message>
        <source>Choose a record to see all of it here.</source>
        <translation>Kies een record om het hier helemaal te zien.</translation>
    </message>
    <message>
        <source>Previous record (Alt+Up)</source>
        <translation>Vorig record (Alt+Omhoog)</translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation>Vorig record</translation>
    </message>
    <message>
        <source>Next record (Alt+Down)</source>
        <translation>Volgend record (Alt+Omlaag)</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>Volgend record</translation>
    </message>
    <message>
        <source>The JSON is hidden while personal data is masked.</source>
        <translation>De JSON is verborgen zolang persoonsgegevens gemaskeerd zijn.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::DistributionChart</name>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ErrorBanner</name>
    <message>
        <source>&amp;Details</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Deze melding sluiten</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Details van de melding</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Kopië&amp;ren</translation>
    </message>
    <message>
        <source>Copy the details; secrets are taken out</source>
        <translation>De details kopiëren; geheimen worden weggelaten</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ExplorePage</name>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>Welke records</translation>
    </message>
    <message>
        <source>Where the records come from</source>
        <translation>Waar de records vandaan komen</translation>
    </message>
    <message>
        <source>La&amp;ke</source>
        <translation>Lo&amp;kaal</translation>
    </message>
    <message>
        <source>All that was synced to this computer</source>
        <translation>Alles wat naar deze computer is gesynchroniseerd</translation>
    </message>
    <message>
        <source>Li&amp;ve</source>
        <translation>Li&amp;ve</translation>
    </message>
    <message>
        <source>Page by page from the service; nothing is stored</source>
        <translation>Pagina voor pagina van de dienst; er wordt niets opgeslagen</translation>
    </message>
    <message>
        <source>Search comments, names and accounts</source>
        <translation>Opmerkingen, namen en accounts doorzoeken</translation>
    </message>
    <message>
        <source>Search comments, names, accounts…</source>
        <translation>Opmerkingen, namen, accounts zoeken…</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>Kolo&amp;mmen</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>De kolommen van de tabel kiezen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show one record whole beside the table</source>
        <translation>Eén record in zijn geheel naast de tabel tonen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporteren…</translation>
    </message>
    <message>
        <source>Write this view, the selected rows or everything to a file</source>
        <translation>Deze weergave, de geselecteerde rijen of alles naar een bestand schrijven</translation>
    </message>
    <message>
        <source>Live pages are not stored. Switch to Lake to export.</source>
        <translation>Livepagina&apos;s worden niet opgeslagen. Schakel over op Lokaal om te exporteren.</translation>
    </message>
    <message>
        <source>What is new is stored; your tables stay as they are until you choose it.</source>
        <translation>Wat nieuw is, is opgeslagen; uw tabellen blijven zoals ze zijn tot u het kiest.</translation>
    </message>
    <message>
        <source>Choose &amp;columns…</source>
        <translation>&amp;Kolommen kiezen…</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maskeren</translation>
    </message>
    <message>
        <source>Mask personal data</source>
        <translation>Persoonsgegevens maskeren</translation>
    </message>
    <message>
        <source>Mask personal data: names, e-mail, phone and accounts</source>
        <translation>Persoonsgegevens maskeren: namen, e-mail, telefoon en accounts</translation>
    </message>
    <message>
        <source>Personal data is masked: on this page, in copies and, unless you choose otherwise, in exports.</source>
        <translation>Persoonsgegevens zijn gemaskeerd: op deze pagina, in wat je kopieert en, tenzij je anders kiest, in exports.</translation>
    </message>
    <message>
        <source>Saved exports</source>
        <translation>Bewaarde exports</translation>
    </message>
    <message>
        <source>Saved exports: run one again</source>
        <translation>Bewaarde exports: voer er een opnieuw uit</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>One record a line, exactly as received: all fields, personal data included.</source>
        <translation>Eén record per regel, precies zoals ontvangen: alle velden, inclusief persoonsgegevens.</translation>
    </message>
    <message>
        <source>&amp;Opened with</source>
        <translation>Te &amp;openen met</translation>
    </message>
    <message>
        <source>Opened with</source>
        <translation>Te openen met</translation>
    </message>
    <message>
        <source>A spreadsheet here</source>
        <translation>Een rekenblad hier</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Een ander programma</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Iets anders…</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>Scheidings&amp;teken</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Scheidingsteken</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Puntkomma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Verticale streep</translation>
    </message>
    <message>
        <source>&amp;Byte-order mark</source>
        <translation>&amp;Byte-order mark</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Kolomkoppen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kolomkoppen</translation>
    </message>
    <message>
        <source>Titles, as in the table</source>
        <translation>Titels, zoals in de tabel</translation>
    </message>
    <message>
        <source>Names, as in the lake</source>
        <translation>Namen, zoals in de lokale kopie</translation>
    </message>
    <message>
        <source>Hide &amp;personal data (names, e-mail, phone, accounts)</source>
        <translation>&amp;Persoonsgegevens verbergen (namen, e-mail, telefoon, accounts)</translation>
    </message>
    <message>
        <source>Leave for&amp;mulas as they are</source>
        <translation>For&amp;mules laten zoals ze zijn</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Bestan&amp;d</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Blade&amp;ren…</translation>
    </message>
    <message>
        <source>This &amp;view: %1 rows with the columns shown</source>
        <translation>Deze &amp;weergave: %1 rijen met de getoonde kolommen</translation>
    </message>
    <message>
        <source>Se&amp;lected rows: %1</source>
        <translation>Ge&amp;selecteerde rijen: %1</translation>
    </message>
    <message>
        <source>&amp;All %1 with all columns</source>
        <translation>&amp;Alle %1 met alle kolommen</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>&amp;Exporteren</translation>
    </message>
    <message>
        <source>Separated by semicolons, as spreadsheets expect where the decimal point is a comma.</source>
        <translation>Gescheiden door puntkomma&apos;s, zoals rekenbladen verwachten waar het decimaalteken een komma is.</translation>
    </message>
    <message>
        <source>Separated by commas, as spreadsheets expect where the decimal point is a point.</source>
        <translation>Gescheiden door komma&apos;s, zoals rekenbladen verwachten waar het decimaalteken een punt is.</translation>
    </message>
    <message>
        <source>Separated by commas, UTF-8 without a mark (RFC 4180).</source>
        <translation>Gescheiden door komma&apos;s, UTF-8 zonder markering (RFC 4180).</translation>
    </message>
    <message>
        <source>A comment that begins with “=” will be run as a formula by the spreadsheet that opens the file.</source>
        <translation>Een opmerking die met “=” begint, wordt als formule uitgevoerd door het rekenblad dat het bestand opent.</translation>
    </message>
    <message>
        <source>Texts that a spreadsheet would run as a formula get a leading apostrophe, so that a comment from outside cannot do anything on your computer.</source>
        <translation>Teksten die een rekenblad als formule zou uitvoeren, krijgen een apostrof vooraan, zodat een opmerking van buiten niets op je computer kan doen.</translation>
    </message>
    <message>
        <source>Enter a file with its folder.</source>
        <translation>Voer een bestand met zijn map in.</translation>
    </message>
    <message>
        <source>This file exists. It is replaced once the export is complete.</source>
        <translation>Dit bestand bestaat al. Het wordt vervangen zodra de export klaar is.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Deze map bestaat niet.</translation>
    </message>
    <message>
        <source>This is a folder. Add a file name.</source>
        <translation>Dit is een map. Voeg een bestandsnaam toe.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporteren naar</translation>
    </message>
    <message>
        <source>Lis&amp;ts</source>
        <translation>L&amp;ijsten</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <source>As readable text</source>
        <translation>Als leesbare tekst</translation>
    </message>
    <message>
        <source>A column for each value</source>
        <translation>Een kolom per waarde</translation>
    </message>
    <message>
        <source>In separate tables</source>
        <translation>In eigen tabellen</translation>
    </message>
    <message>
        <source>Drivers, tags and questions are one text each.</source>
        <translation>Drivers, tags en vragen zijn elk één tekst.</translation>
    </message>
    <message>
        <source>Each driver and tag that occurs is a column, with 1 where a record has it.</source>
        <translation>Elke driver en tag die voorkomt is een kolom, met 1 waar een record die heeft.</translation>
    </message>
    <message>
        <source>Files beside this one, such as name.drivers.csv, have an entry a row with the number of its record. Those that exist are replaced.</source>
        <translation>Bestanden naast dit, zoals naam.drivers.csv, hebben een rij per vermelding met het nummer van het record. Bestaande worden vervangen.</translation>
    </message>
    <message>
        <source>Further sheets have an entry a row with the number of its record.</source>
        <translation>Verdere werkbladen hebben een rij per vermelding met het nummer van het record.</translation>
    </message>
    <message>
        <source>Be&amp;gin with</source>
        <translation>Be&amp;gin met</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Begin met</translation>
    </message>
    <message>
        <source>Sa&amp;ve these choices…</source>
        <translation>Deze keu&amp;zes bewaren…</translation>
    </message>
    <message>
        <source>Keep all of them under a name, to export again from the menu or the command line</source>
        <translation>Ze allemaal onder een naam bewaren, om opnieuw te exporteren vanuit het menu of vanaf de opdrachtregel</translation>
    </message>
    <message>
        <source>A&amp;dd a manifest: rows, filter and checksum in a small file</source>
        <translation>Een manifest toe&amp;voegen: rijen, filter en controlesom in een klein bestand</translation>
    </message>
    <message>
        <source>The first rows, as they will be written</source>
        <translation>De eerste rijen, zoals ze worden geschreven</translation>
    </message>
    <message>
        <source>The choices below</source>
        <translation>De keuzes hieronder</translation>
    </message>
    <message>
        <source>For a spreadsheet here</source>
        <translation>Voor een rekenblad hier</translation>
    </message>
    <message>
        <source>For another program</source>
        <translation>Voor een ander programma</translation>
    </message>
    <message>
        <source>The &amp;rows of “%1”: %2</source>
        <translation>De &amp;rijen van “%1”: %2</translation>
    </message>
    <message>
        <source>Becomes %1.</source>
        <translation>Wordt %1.</translation>
    </message>
    <message>
        <source>Save export</source>
        <translation>Export bewaren</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Bewaren</translation>
    </message>
    <message>
        <source>A selection cannot be saved: it will export all rows of this view.</source>
        <translation>Een selectie kan niet worden bewaard: alle rijen van deze weergave worden geëxporteerd.</translation>
    </message>
    <message>
        <source>It will export what is chosen here, with the filter and the columns as they are now.</source>
        <translation>Geëxporteerd wordt wat hier is gekozen, met het filter en de kolommen zoals ze nu zijn.</translation>
    </message>
    <message>
        <source>%1 are the records exactly as received, so personal data cannot be hidden in them. Choose another format, or do not hide it.</source>
        <translation>%1 zijn de records precies zoals ontvangen; persoonsgegevens kunnen daarin niet worden verborgen. Kies een ander formaat, of verberg ze niet.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ExportNotice</name>
    <message>
        <source>&amp;Open file</source>
        <translation>Bestand &amp;openen</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>Ma&amp;p openen</translation>
    </message>
    <message>
        <source>Cop&amp;y path</source>
        <translation>P&amp;ad kopiëren</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Deze melding sluiten</translation>
    </message>
    <message>
        <source>Exported %1 rows to %2</source>
        <translation>%1 rijen geëxporteerd naar %2</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ExportPreview</name>
    <message>
        <source>Tables of the export</source>
        <translation>Tabellen van de export</translation>
    </message>
    <message>
        <source>The first rows as they will be written</source>
        <translation>De eerste rijen zoals ze worden geschreven</translation>
    </message>
    <message>
        <source>The first rows are being read…</source>
        <translation>De eerste rijen worden gelezen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rij</numerusform>
            <numerusform>%Ln rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about %2.</source>
        <translation>%1, ongeveer %2.</translation>
    </message>
    <message>
        <source>%1, about %2; %3 free on this disk.</source>
        <translation>%1, ongeveer %2; %3 vrij op deze schijf.</translation>
    </message>
    <message>
        <source>That is not enough: about %1 are needed while it is written. Make room, or choose another disk or fewer columns.</source>
        <translation>Dat is niet genoeg: tijdens het schrijven is ongeveer %1 nodig. Maak ruimte, of kies een andere schijf of minder kolommen.</translation>
    </message>
    <message>
        <source>Rows after the first %1 may bring further columns.</source>
        <translation>Rijen na de eerste %1 kunnen meer kolommen brengen.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ExportStarter</name>
    <message>
        <source>&amp;Export again…</source>
        <translation>Opnieuw e&amp;xporteren…</translation>
    </message>
    <message>
        <source>No saved exports yet: save one in the export dialog</source>
        <translation>Nog geen bewaarde exports: bewaar er een in het exportvenster</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Hernoe&amp;men</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Verwij&amp;deren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read…</source>
        <translation>
            <numerusform>%Ln bestand kan niet worden gelezen…</numerusform>
            <numerusform>%Ln bestanden kunnen niet worden gelezen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Export “%1” to</source>
        <translation>“%1” exporteren naar</translation>
    </message>
    <message>
        <source>“%1” is about records that this GaugeDesk does not know: %2.</source>
        <translation>“%1” gaat over records die deze GaugeDesk niet kent: %2.</translation>
    </message>
    <message>
        <source>Personal data is masked in it, as on this page.</source>
        <translation>Persoonsgegevens zijn erin gemaskeerd, zoals op deze pagina.</translation>
    </message>
    <message>
        <source>Rename export</source>
        <translation>Export hernoemen</translation>
    </message>
    <message>
        <source>“%1” removed.</source>
        <translation>“%1” verwijderd.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>Saved export</source>
        <translation>Bewaarde export</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>%1 vervangen?</translation>
    </message>
    <message>
        <source>%1 exists. It is replaced once the export is complete.</source>
        <translation>%1 bestaat. Het wordt vervangen zodra de export klaar is.</translation>
    </message>
    <message>
        <source>Export only if you know who wrote it. You are asked once.</source>
        <translation>Exporteer alleen als je weet wie dit heeft gemaakt. Dit wordt één keer gevraagd.</translation>
    </message>
    <message>
        <source>The file exists. It is replaced once the export is complete.</source>
        <translation>Het bestand bestaat. Het wordt vervangen zodra de export klaar is.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporteren</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Vervangen</translation>
    </message>
    <message>
        <source>Personal data is masked on this page, and “%1” writes %2, in which it cannot be. Nothing was exported. Switch Mask off first.</source>
        <translation>Persoonsgegevens zijn op deze pagina gemaskeerd, en “%1” schrijft %2, waarin dat niet kan. Er is niets geëxporteerd. Zet Maskeren eerst uit.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FieldEditor</name>
    <message>
        <source>%1 (when left empty)</source>
        <translation>%1 (als het leeg blijft)</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FieldRow</name>
    <message>
        <source>The service refused this.</source>
        <translation>De dienst heeft dit geweigerd.</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>De dienst zegt: %1</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, verplicht</translation>
    </message>
    <message>
        <source>Take this field away</source>
        <translation>Haal dit veld weg</translation>
    </message>
    <message>
        <source>Take the field %1 away</source>
        <translation>Haal het veld %1 weg</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>Gebruik “%1”</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FileStep</name>
    <message>
        <source>Choose another f&amp;ile…</source>
        <translation>Ander &amp;bestand kiezen…</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>&amp;Scheidingsteken:</translation>
    </message>
    <message>
        <source>What stands between the cells of a row; it was found out</source>
        <translation>Wat tussen de cellen van een rij staat; het is herkend</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Codering:</translation>
    </message>
    <message>
        <source>How the letters are written in the file; it was found out</source>
        <translation>Hoe de letters in het bestand zijn geschreven; het is herkend</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Puntkomma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Verticale streep</translation>
    </message>
    <message>
        <source>Choose a CSV file</source>
        <translation>Een CSV-bestand kiezen</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.tsv *.txt)</source>
        <translation>CSV-bestanden (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Opnieuw &amp;kijken</translation>
    </message>
    <message>
        <source>More than one column is called “%1”. The later ones have a number behind their name here.</source>
        <translation>Meer dan één kolom heet “%1”. De latere hebben hier een nummer achter hun naam.</translation>
    </message>
    <message>
        <source>The file has a header and no rows, so there is nothing to send.</source>
        <translation>Het bestand heeft een kopregel en geen rijen, dus er is niets te verzenden.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Kies eerst een bestand.</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>Het bestand wordt gelezen.</translation>
    </message>
    <message>
        <source>The file cannot be read in this way.</source>
        <translation>Het bestand kan zo niet worden gelezen.</translation>
    </message>
    <message>
        <source>The file has no rows.</source>
        <translation>Het bestand heeft geen rijen.</translation>
    </message>
    <message>
        <source>Choose a CSV file, or drop it here</source>
        <translation>Kies een CSV-bestand, of sleep het hierheen</translation>
    </message>
    <message>
        <source>Each of its rows becomes a record in CustomerGauge. Nothing is sent before the whole file was checked and you have said so.</source>
        <translation>Elke rij wordt een record in CustomerGauge. Er wordt niets verzonden voordat het hele bestand is gecontroleerd en jij het zegt.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>Een &amp;bestand kiezen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln kolom</numerusform>
            <numerusform>%Ln kolommen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. These are the first rows; if they look wrong, choose another separator or encoding.</source>
        <translation>%1. Dit zijn de eerste rijen; kies een ander scheidingsteken of een andere codering als ze er verkeerd uitzien.</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Het bestand wordt gelezen…</translation>
    </message>
    <message>
        <source>The first rows of %1</source>
        <translation>De eerste rijen van %1</translation>
    </message>
    <message>
        <source>&amp;Headings in line:</source>
        <translation>Koppen in &amp;regel:</translation>
    </message>
    <message>
        <source>The line of the file that names the columns; lines above it are not sent</source>
        <translation>De regel van het bestand die de kolommen benoemt; regels daarboven worden niet verstuurd</translation>
    </message>
    <message>
        <source>&amp;Trim values</source>
        <translation>Spaties &amp;weghalen</translation>
    </message>
    <message>
        <source>Sends values without the blanks around them</source>
        <translation>Verstuurt waarden zonder de spaties eromheen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>The file is UTF-8 with damage: line %1 has bytes that are not UTF-8 (“%2”). Correct that line and open the file again, or choose another encoding.</source>
        <translation>Het bestand is beschadigd UTF-8: regel %1 heeft bytes die geen UTF-8 zijn (“%2”). Verbeter die regel en open het bestand opnieuw, of kies een andere codering.</translation>
    </message>
    <message>
        <source>The encoding of the file is not certain. Choose the one that shows your texts right.</source>
        <translation>De codering van het bestand is niet zeker. Kies die waarmee uw teksten er goed uitzien.</translation>
    </message>
    <message>
        <source>“%1” makes the columns “%2”</source>
        <translation>“%1” levert de kolommen “%2”</translation>
    </message>
    <message>
        <source>The separator of the file is not certain. Choose it: %1.</source>
        <translation>Het scheidingsteken van het bestand is niet zeker. Kies het: %1.</translation>
    </message>
    <message>
        <source>The headings were found in line %1, below “%2”.</source>
        <translation>De koppen zijn gevonden in regel %1, onder “%2”.</translation>
    </message>
    <message>
        <source>Choose the separator of the file.</source>
        <translation>Kies het scheidingsteken van het bestand.</translation>
    </message>
    <message>
        <source>Choose the encoding of the file.</source>
        <translation>Kies de codering van het bestand.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FileUploadView</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>Choose the file %1 once more: %2. What was sent is not sent again.</source>
        <translation>Kies het bestand %1 nog een keer: %2. Wat is verzonden, wordt niet opnieuw verzonden.</translation>
    </message>
    <message>
        <source>There is no connection to send to.</source>
        <translation>Er is geen verbinding om naar te verzenden.</translation>
    </message>
    <message>
        <source>1 File</source>
        <translation>1 Bestand</translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation>2 Kolommen</translation>
    </message>
    <message>
        <source>3 Check</source>
        <translation>3 Controle</translation>
    </message>
    <message>
        <source>4 Send</source>
        <translation>4 Verzenden</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %Ln record(s)</source>
        <translation>
            <numerusform>%Ln record &amp;verzenden</numerusform>
            <numerusform>%Ln records &amp;verzenden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>V&amp;olgende</translation>
    </message>
    <message>
        <source>It was in %1, and is no longer there.</source>
        <translation>Het stond in %1, en is daar niet meer.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FilterDialog</name>
    <message>
        <source>Edit filters</source>
        <translation>Filters bewerken</translation>
    </message>
    <message>
        <source>Conditions and groups</source>
        <translation>Voorwaarden en groepen</translation>
    </message>
    <message>
        <source>&amp;Add condition</source>
        <translation>Voorwaarde &amp;toevoegen</translation>
    </message>
    <message>
        <source>Add &amp;group</source>
        <translation>&amp;Groep toevoegen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move up, into groups and out of them</source>
        <translation>Omhoog, groepen in en uit</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Move down, into groups and out of them</source>
        <translation>Omlaag, groepen in en uit</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove the condition or group</source>
        <translation>De voorwaarde of groep verwijderen</translation>
    </message>
    <message>
        <source>Of the conditions in this group</source>
        <translation>Van de voorwaarden in deze groep</translation>
    </message>
    <message>
        <source>a&amp;ll must hold (and)</source>
        <translation>moeten a&amp;lle gelden (en)</translation>
    </message>
    <message>
        <source>a&amp;ny one is enough (or)</source>
        <translation>is &amp;een genoeg (of)</translation>
    </message>
    <message>
        <source>The filter as text</source>
        <translation>Het filter in woorden</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>Als te&amp;kst</translation>
    </message>
    <message>
        <source>Cop&amp;y for --where</source>
        <translation>Kopiëren voor --w&amp;here</translation>
    </message>
    <message>
        <source>Copy the filter as an option of gaugedesk-cli</source>
        <translation>Het filter kopiëren als optie van gaugedesk-cli</translation>
    </message>
    <message>
        <source>Problem with the filter</source>
        <translation>Probleem met het filter</translation>
    </message>
    <message>
        <source>Every record</source>
        <translation>Elk record</translation>
    </message>
    <message>
        <source>As text: %1</source>
        <translation>In woorden: %1</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FilterField</name>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FilterTree</name>
    <message>
        <source>There is no column “%1”.</source>
        <translation>Er is geen kolom “%1”.</translation>
    </message>
    <message>
        <source>Groups can be %L1 deep at most.</source>
        <translation>Groepen kunnen hooguit %L1 diep zijn.</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>Al deze gelden</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>Een van deze geldt</translation>
    </message>
    <message>
        <source>%1 (nothing yet)</source>
        <translation>%1 (nog niets)</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>Zoeken in deze tekst</translation>
    </message>
    <message>
        <source>The one before (Shift+Enter)</source>
        <translation>De vorige (Shift+Enter)</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>De vorige</translation>
    </message>
    <message>
        <source>The next one (Enter)</source>
        <translation>De volgende (Enter)</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>De volgende</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 van %L2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FindingsModel</name>
    <message>
        <source>Error</source>
        <translation>Fout</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>gauge::ui::FirstStartPage</name>
    <message>
        <source>Connect to CustomerGauge</source>
        <translation>Met CustomerGauge verbinden</translation>
    </message>
    <message>
        <source>Or look around first</source>
        <translation>Of kijk eerst even rond</translation>
    </message>
    <message>
        <source>Sample data: made-up survey responses from a service that runs on this computer. Nothing leaves it, and you can connect to your own system at any time.</source>
        <translation>Voorbeelddata: verzonnen enquêtereacties van een dienst die op deze computer draait. Niets verlaat de computer, en je kunt op elk moment met je eigen systeem verbinden.</translation>
    </message>
    <message>
        <source>Tr&amp;y with sample data</source>
        <translation>Ver&amp;kennen met voorbeelddata</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ForgetDialog</name>
    <message>
        <source>Finds everything that is kept here about a person: in all feeds, in earlier versions, and in records that are gone from CustomerGauge. Nothing changes until you erase, and nothing changes in CustomerGauge.</source>
        <translation>Vindt alles wat hier over een persoon bewaard wordt: in alle feeds, in eerdere versies en in records die niet meer in CustomerGauge staan. Er verandert niets tot u verwijdert, en in CustomerGauge verandert niets.</translation>
    </message>
    <message>
        <source>What the person is looked for by</source>
        <translation>Waarop de persoon gezocht wordt</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-mailadres</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Klantnummer</translation>
    </message>
    <message>
        <source>Address or number of the person</source>
        <translation>Adres of nummer van de persoon</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Zoeken</translation>
    </message>
    <message>
        <source>What was found, by local copy and feed</source>
        <translation>Wat gevonden is, per lokale kopie en feed</translation>
    </message>
    <message>
        <source>The number, to confirm</source>
        <translation>Het getal, ter bevestiging</translation>
    </message>
    <message>
        <source>Erase &amp;for good</source>
        <translation>&amp;Voorgoed verwijderen</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>&amp;Behouden</translation>
    </message>
    <message>
        <source>Report of what was erased</source>
        <translation>Verslag van wat verwijderd is</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporteren…</translation>
    </message>
    <message>
        <source>E&amp;rase…</source>
        <translation>Ve&amp;rwijderen…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Opslaan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Forget a person in “%1”</source>
        <translation>Een persoon vergeten in “%1”</translation>
    </message>
    <message>
        <source>Local copy and feed</source>
        <translation>Lokale kopie en feed</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Vermeldingen</translation>
    </message>
    <message>
        <source>name@example.com</source>
        <translation>naam@example.com</translation>
    </message>
    <message>
        <source>Looking through the local copy…</source>
        <translation>De lokale kopie wordt doorzocht…</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gevonden: %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found in %Ln local copies.</source>
        <translation>
            <numerusform>Er is niets gevonden in %Ln lokale kopie.</numerusform>
            <numerusform>Er is niets gevonden in %Ln lokale kopieën.</numerusform>
        </translation>
    </message>
    <message>
        <source>Traces of an earlier erasure are still here. Erase once more to remove them.</source>
        <translation>Er zijn nog sporen van een eerdere verwijdering. Verwijder nog een keer om ze weg te halen.</translation>
    </message>
    <message numerus="yes">
        <source>Also take %Ln records of others that &amp;mention the address</source>
        <translation>
            <numerusform>Ook %Ln record van een ander dat het adres ver&amp;meldt</numerusform>
            <numerusform>Ook %Ln records van anderen die het adres ver&amp;melden</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the records to</source>
        <translation>De records exporteren naar</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-regels (*.jsonl)</translation>
    </message>
    <message>
        <source>Writing the records…</source>
        <translation>De records worden geschreven…</translation>
    </message>
    <message numerus="yes">
        <source>This erases %Ln records and earlier versions from this computer (or your team&apos;s database) for good. Export them first if you may need them. Type %1 to continue.</source>
        <translation>
            <numerusform>Dit verwijdert %Ln record of eerdere versie voorgoed van deze computer (of uit de database van uw team). Exporteer eerst als u het nog nodig kunt hebben. Typ %1 om door te gaan.</numerusform>
            <numerusform>Dit verwijdert %Ln records en eerdere versies voorgoed van deze computer (of uit de database van uw team). Exporteer eerst als u ze nog nodig kunt hebben. Typ %1 om door te gaan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erasing, and writing the local copy anew…</source>
        <translation>Er wordt verwijderd en de lokale kopie wordt opnieuw geschreven…</translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation>Het verslag opslaan als</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>Report saved to %1</source>
        <translation>Verslag opgeslagen in %1</translation>
    </message>
    <message>
        <source>The report could not be saved to %1. Choose another folder.</source>
        <translation>Het verslag kon niet in %1 opgeslagen worden. Kies een andere map.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::HeadingDelegate</name>
    <message>
        <source>Call; Visit; …</source>
        <translation>Telefoon; Bezoek; …</translation>
    </message>
</context>
<context>
    <name>gauge::ui::HeadingModel</name>
    <message>
        <source>always</source>
        <translation>altijd</translation>
    </message>
    <message>
        <source>CustomerGauge refuses records of this type without it.</source>
        <translation>CustomerGauge weigert records van dit type zonder deze kop.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Kop</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Verplicht</translation>
    </message>
    <message>
        <source>Default value</source>
        <translation>Standaardwaarde</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Keuzes</translation>
    </message>
</context>
<context>
    <name>gauge::ui::JobListModel</name>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Taak</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
</context>
<context>
    <name>gauge::ui::JobPanel</name>
    <message>
        <source>Opens the list of jobs</source>
        <translation>Opent de takenlijst</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>Annuleren: %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Voortgang: %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stoppen…</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>nog %n</numerusform>
            <numerusform>nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Er draait niets</translation>
    </message>
    <message>
        <source>Shows what happened and what can be done</source>
        <translation>Toont wat er is gebeurd en wat u kunt doen</translation>
    </message>
</context>
<context>
    <name>gauge::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Ca&amp;ncel job</source>
        <translation>Taak a&amp;nnuleren</translation>
    </message>
    <message>
        <source>C&amp;opy details</source>
        <translation>Details k&amp;opiëren</translation>
    </message>
    <message>
        <source>Copy what is known about this job; secrets are taken out</source>
        <translation>Kopiëren wat over deze taak bekend is; geheimen worden weggelaten</translation>
    </message>
    <message>
        <source>Clear &amp;finished</source>
        <translation>Voltooide &amp;wissen</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Er is nog niets uitgevoerd</translation>
    </message>
    <message>
        <source>Syncs and exports appear here with their progress, and stay with what came of them until GaugeDesk is closed.</source>
        <translation>Synchronisaties en exports verschijnen hier met hun voortgang en blijven met hun resultaat staan tot GaugeDesk wordt gesloten.</translation>
    </message>
    <message>
        <source>Read a&amp;gain…</source>
        <translation>Opnieuw &amp;lezen…</translation>
    </message>
    <message>
        <source>Read what was synced before once more, or compare it</source>
        <translation>Wat eerder is gesynchroniseerd nog eens lezen, of het vergelijken</translation>
    </message>
    <message>
        <source>Open fi&amp;le</source>
        <translation>&amp;Bestand openen</translation>
    </message>
    <message>
        <source>This &amp;session</source>
        <translation>Deze &amp;sessie</translation>
    </message>
    <message>
        <source>&amp;Earlier syncs</source>
        <translation>&amp;Eerdere synchronisaties</translation>
    </message>
    <message>
        <source>Jobs and earlier syncs</source>
        <translation>Taken en eerdere synchronisaties</translation>
    </message>
</context>
<context>
    <name>gauge::ui::KeyNamesDialog</name>
    <message>
        <source>Type the names exactly as your system has them: upper and lower case count, and a field of an unknown name is left out without a word. An empty one stands for the usual name.</source>
        <translation>Typ de namen precies zoals uw systeem ze heeft: hoofdletters tellen, en een veld met een onbekende naam wordt zonder een woord weggelaten. Een lege naam staat voor de gebruikelijke.</translation>
    </message>
    <message>
        <source>Key names of “%1”</source>
        <translation>Veldnamen van “%1”</translation>
    </message>
    <message>
        <source>&amp;Usual names</source>
        <translation>&amp;Gebruikelijke namen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Opslaan</translation>
    </message>
    <message>
        <source>“%1” is the name of two fields. Give each field its own name.</source>
        <translation>“%1” is de naam van twee velden. Elk heeft een eigen naam nodig.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::KeychainNotice</name>
    <message>
        <source>Waiting for your keyring… It may ask you to unlock it.</source>
        <translation>Wachten op je sleutelbos… Mogelijk vraagt deze om ontgrendeling.</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 is gereed.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::LakePlaceField</name>
    <message>
        <source>F&amp;ile</source>
        <translation>B&amp;estand</translation>
    </message>
    <message>
        <source>Local copy in a file</source>
        <translation>Lokale kopie in een bestand</translation>
    </message>
    <message>
        <source>PostgreS&amp;QL</source>
        <translation>PostgreS&amp;QL</translation>
    </message>
    <message>
        <source>Local copy in a PostgreSQL database</source>
        <translation>Lokale kopie in een PostgreSQL-database</translation>
    </message>
    <message>
        <source>Where a team shares one copy</source>
        <translation>Waar een team één kopie deelt</translation>
    </message>
    <message>
        <source>File of the local copy</source>
        <translation>Bestand van de lokale kopie</translation>
    </message>
    <message>
        <source>the usual place on this computer</source>
        <translation>de gebruikelijke plaats op deze computer</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Kiezen…</translation>
    </message>
    <message>
        <source>Choose the file of the local copy</source>
        <translation>Het bestand van de lokale kopie kiezen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>A name, or a whole address: postgresql://user@host:port/database?schema=name</source>
        <translation>Een naam, of een heel adres: postgresql://user@host:port/database?schema=name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>usual (5432)</source>
        <translation>gebruikelijk (5432)</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>one of its own</source>
        <translation>een eigen schema</translation>
    </message>
    <message>
        <source>Name it where a team shares the copy; it then stays when the connection is removed</source>
        <translation>Geef een naam op als een team de kopie deelt; het schema blijft dan bestaan als de verbinding wordt verwijderd</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Versleuteling</translation>
    </message>
    <message>
        <source>The password is taken from the file ~/.pgpass or the variable PGPASSWORD. GaugeDesk does not store it.</source>
        <translation>Het wachtwoord komt uit het bestand ~/.pgpass of de variabele PGPASSWORD. GaugeDesk bewaart het niet.</translation>
    </message>
    <message>
        <source>Keep it there; the next sync fills the new one</source>
        <translation>Daar laten; de volgende synchronisatie vult de nieuwe</translation>
    </message>
    <message>
        <source>&amp;Move it to the new place</source>
        <translation>Naar de nieuwe plaats ver&amp;plaatsen</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Altijd</translation>
    </message>
    <message>
        <source>Always, and check the certificate</source>
        <translation>Altijd, en het certificaat controleren</translation>
    </message>
    <message>
        <source>The present local copy is in %1.</source>
        <translation>De huidige lokale kopie staat in %1.</translation>
    </message>
    <message>
        <source>The present local copy stays in %1. The next sync fills the new one.</source>
        <translation>De huidige lokale kopie blijft in %1. De volgende synchronisatie vult de nieuwe.</translation>
    </message>
    <message>
        <source>Keep the local copy in</source>
        <translation>De lokale kopie bewaren in</translation>
    </message>
    <message>
        <source>Local copies (*.sqlite)</source>
        <translation>Lokale kopieën (*.sqlite)</translation>
    </message>
    <message>
        <source>Always, except on this computer</source>
        <translation>Altijd, behalve op deze computer</translation>
    </message>
    <message>
        <source>Always, and check certificate and server name (recommended)</source>
        <translation>Altijd, en certificaat en servernaam controleren (aanbevolen)</translation>
    </message>
    <message>
        <source>Never (no password is sent)</source>
        <translation>Nooit (er wordt geen wachtwoord verzonden)</translation>
    </message>
</context>
<context>
    <name>gauge::ui::LakeSummary</name>
    <message>
        <source>%1 of %2 %3</source>
        <comment>12,480 of 1,204,331 responses</comment>
        <translation>%1 van %2 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>1,204,331 responses</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>NPS %1 (%2 … %3)</source>
        <translation>NPS %1 (%2 … %3)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a shape and its share: ▲ 54 %</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gauge::ui::LakeTablesDialog</name>
    <message>
        <source>The local copy is being read…</source>
        <translation>De lokale kopie wordt gelezen…</translation>
    </message>
    <message>
        <source>Tables of “%1”</source>
        <translation>Tabellen van “%1”</translation>
    </message>
    <message>
        <source>Tables and columns</source>
        <translation>Tabellen en kolommen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Field of the service</source>
        <translation>Veld van de dienst</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Betekenis</translation>
    </message>
    <message>
        <source>Any SQL tool may read the local copy, also while a sync runs. Do not write to it. It is here: %1</source>
        <translation>Elk SQL-programma mag de lokale kopie lezen, ook tijdens een synchronisatie. Schrijf er niet in. Ze staat hier: %1</translation>
    </message>
</context>
<context>
    <name>gauge::ui::LakeView</name>
    <message numerus="yes">
        <source>%Ln new record(s) arrived.</source>
        <translation>
            <numerusform>%Ln nieuw record ontvangen.</numerusform>
            <numerusform>%Ln nieuwe records ontvangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Tonen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Opnieuw &amp;proberen</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 van %2 geselecteerd</translation>
    </message>
    <message>
        <source>Personal data is masked, so its values are not listed.</source>
        <translation>Persoonsgegevens zijn gemaskeerd; de waarden worden daarom niet getoond.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::LineEditor</name>
    <message>
        <source>Values sent before</source>
        <translation>Eerder verzonden waarden</translation>
    </message>
    <message>
        <source>Values sent before (Down)</source>
        <translation>Eerder verzonden waarden (Pijl omlaag)</translation>
    </message>
</context>
<context>
    <name>gauge::ui::LivePageModel</name>
    <message>
        <source>Empty in the local copy</source>
        <translation>Leeg in de lokale kopie</translation>
    </message>
    <message>
        <source>In the local copy: %1</source>
        <translation>In de lokale kopie: %1</translation>
    </message>
    <message>
        <source>%1, empty in the local copy</source>
        <translation>%1, leeg in de lokale kopie</translation>
    </message>
    <message>
        <source>%1, in the local copy: %2</source>
        <translation>%1, in de lokale kopie: %2</translation>
    </message>
    <message>
        <source>Not in the local copy</source>
        <translation>Niet in de lokale kopie</translation>
    </message>
    <message>
        <source>Differs from the local copy</source>
        <translation>Anders dan in de lokale kopie</translation>
    </message>
    <message>
        <source>%1, not in the local copy</source>
        <translation>%1, niet in de lokale kopie</translation>
    </message>
    <message>
        <source>%1, differs from the local copy</source>
        <translation>%1, anders dan in de lokale kopie</translation>
    </message>
</context>
<context>
    <name>gauge::ui::LiveView</name>
    <message>
        <source>Page si&amp;ze</source>
        <translation>Pagina&amp;grootte</translation>
    </message>
    <message>
        <source>Records on a page</source>
        <translation>Records per pagina</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>O&amp;phalen</translation>
    </message>
    <message>
        <source>Fetches the first page</source>
        <translation>Haalt de eerste pagina op</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>Vo&amp;rige</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>V&amp;olgende</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Opnieu&amp;w proberen</translation>
    </message>
    <message>
        <source>The service sent an empty page: you have reached the end.</source>
        <translation>De dienst stuurde een lege pagina: het einde is bereikt.</translation>
    </message>
    <message>
        <source>Fetching a page…</source>
        <translation>Pagina ophalen…</translation>
    </message>
    <message>
        <source>Page %L1 · %L2 records</source>
        <translation>Pagina %L1 · %L2 records</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Nog geen verbinding</translation>
    </message>
    <message>
        <source>Connect to CustomerGauge, or look around with sample data first.</source>
        <translation>Verbind met CustomerGauge, of kijk eerst rond met voorbeelddata.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>Ve&amp;rbinden…</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>“%1” was asked for a page.</source>
        <translation>“%1” is om een pagina gevraagd.</translation>
    </message>
    <message>
        <source>No records</source>
        <translation>Geen records</translation>
    </message>
    <message>
        <source>The service sent an empty page: nothing passes these filters.</source>
        <translation>De dienst stuurde een lege pagina: niets voldoet aan deze filters.</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Opnieuw ophalen</translation>
    </message>
    <message>
        <source>Straight from the service</source>
        <translation>Rechtstreeks van de dienst</translation>
    </message>
    <message>
        <source>Say what to ask for, then fetch the first page. Nothing is stored.</source>
        <translation>Geef aan wat je wilt opvragen en haal dan de eerste pagina op. Er wordt niets opgeslagen.</translation>
    </message>
    <message>
        <source>Fetch first page</source>
        <translation>Eerste pagina ophalen</translation>
    </message>
    <message>
        <source>&amp;Keep in the local copy</source>
        <translation>In de lokale kopie &amp;bewaren</translation>
    </message>
    <message>
        <source>Stores the records of this page; the next sync resumes where the last one ended</source>
        <translation>Slaat de records van deze pagina op; de volgende synchronisatie gaat verder waar de laatste eindigde</translation>
    </message>
    <message>
        <source>Some parts were not asked for, and would be lost. Tick every part and fetch again.</source>
        <translation>Sommige onderdelen zijn niet opgevraagd en zouden verloren gaan. Vink alle onderdelen aan en haal opnieuw op.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) not in the local copy (+)</source>
        <translation>
            <numerusform>%Ln record niet in de lokale kopie (+)</numerusform>
            <numerusform>%Ln records niet in de lokale kopie (+)</numerusform>
        </translation>
    </message>
    <message>
        <source>All of these are the same in the local copy.</source>
        <translation>Deze zijn allemaal hetzelfde in de lokale kopie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) differ from the local copy (≠, values in bold)</source>
        <translation>
            <numerusform>%Ln record anders dan in de lokale kopie (≠, waarden vet)</numerusform>
            <numerusform>%Ln records anders dan in de lokale kopie (≠, waarden vet)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::MailConfirmation</name>
    <message>
        <source>&amp;Do not ask again for this configuration until GaugeDesk is closed</source>
        <translation>&amp;Vraag het voor deze configuratie niet meer tot GaugeDesk wordt gesloten</translation>
    </message>
    <message>
        <source>Mails to customers</source>
        <translation>Mail aan klanten</translation>
    </message>
    <message numerus="yes">
        <source>CustomerGauge will e-mail %Ln people. Continue?</source>
        <translation>
            <numerusform>CustomerGauge %Ln persoon laten mailen?</numerusform>
            <numerusform>CustomerGauge %Ln mensen laten mailen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to continue.</source>
        <translation>Typ %1 om door te gaan.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send to %Ln people</source>
        <translation>
            <numerusform>Aan %Ln persoon ver&amp;zenden</numerusform>
            <numerusform>Aan %Ln mensen ver&amp;zenden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;New connection…</source>
        <translation>&amp;Nieuwe verbinding…</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Nu &amp;synchroniseren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporteren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>&amp;Verkennen</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Taken</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>Ver&amp;bindingen</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Instellingen</translation>
    </message>
    <message>
        <source>&amp;About GaugeDesk</source>
        <translation>&amp;Over GaugeDesk</translation>
    </message>
    <message>
        <source>Sync again</source>
        <translation>Opnieuw synchroniseren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>The client secret was kept for one session only. Type it again to sync; what was synced before is still here.</source>
        <translation>Het client secret is voor maar één sessie bewaard. Typ het opnieuw om te synchroniseren; wat eerder is gesynchroniseerd, is er nog.</translation>
    </message>
    <message>
        <source>Closing as soon as the running jobs have stopped; what was stored stays.</source>
        <translation>GaugeDesk sluit zodra de lopende taken zijn gestopt; wat is opgeslagen, blijft bewaard.</translation>
    </message>
    <message>
        <source>&amp;Tables of the local copy…</source>
        <translation>&amp;Tabellen van de lokale kopie…</translation>
    </message>
    <message>
        <source>&amp;Forget a person…</source>
        <translation>Persoon &amp;vergeten…</translation>
    </message>
    <message>
        <source>&amp;Upload</source>
        <translation>&amp;Uploaden</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;Dashboard</translation>
    </message>
    <message>
        <source>The last sync failed</source>
        <translation>De laatste synchronisatie is mislukt</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>He&amp;rvatten</translation>
    </message>
    <message>
        <source>It is the same data: &amp;adopt it</source>
        <translation>Het zijn dezelfde gegevens: &amp;overnemen</translation>
    </message>
    <message>
        <source>&amp;Mark them as gone</source>
        <translation>Als verdwenen &amp;markeren</translation>
    </message>
    <message>
        <source>&amp;Read again from the start</source>
        <translation>Vanaf het begin opnieuw &amp;lezen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Opnieuw &amp;proberen</translation>
    </message>
    <message>
        <source>The upload of “%1” started on %2 and is unfinished: %3.</source>
        <translation>De upload van “%1” is op %2 begonnen en niet voltooid: %3.</translation>
    </message>
    <message>
        <source>The file is no longer in %1; choose where it is now.</source>
        <translation>Het bestand staat niet meer in %1; kies waar het nu is.</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>He&amp;rvatten…</translation>
    </message>
    <message>
        <source>Quit GaugeDesk</source>
        <translation>GaugeDesk afsluiten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) are running. Stop them and quit?</source>
        <translation>
            <numerusform>Er loopt %Ln taak. Stoppen en afsluiten?</numerusform>
            <numerusform>Er lopen %Ln taken. Stoppen en afsluiten?</numerusform>
        </translation>
    </message>
    <message>
        <source>What was stored and sent is kept. A sync or an upload can be resumed later; an export that is stopped leaves no file.</source>
        <translation>Wat opgeslagen en verstuurd is, blijft. Een synchronisatie of upload kan later worden hervat; een gestopte export laat geen bestand achter.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Doorgaan</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>&amp;Stoppen en afsluiten</translation>
    </message>
</context>
<context>
    <name>gauge::ui::MappingDelegate</name>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>Where %1 comes from</source>
        <translation>Waar %1 vandaan komt</translation>
    </message>
</context>
<context>
    <name>gauge::ui::MappingModel</name>
    <message>
        <source>always “%1”</source>
        <translation>altijd “%1”</translation>
    </message>
    <message>
        <source>still needed</source>
        <translation>nog nodig</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>niet verzonden</translation>
    </message>
    <message>
        <source>the same in every row</source>
        <translation>in elke rij hetzelfde</translation>
    </message>
    <message>
        <source>columns joined</source>
        <translation>kolommen samengevoegd</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>dezelfde naam</translation>
    </message>
    <message>
        <source>the same but for case and spaces</source>
        <translation>gelijk op hoofdletters en spaties na</translation>
    </message>
    <message>
        <source>spelt alike: look twice</source>
        <translation>lijkt erop: kijk goed</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>door jou gekozen</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (verplicht)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Heading in CustomerGauge</source>
        <translation>Kop in CustomerGauge</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Uit het bestand</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Hoe zeker</translation>
    </message>
    <message>
        <source>In the first row</source>
        <translation>In de eerste rij</translation>
    </message>
</context>
<context>
    <name>gauge::ui::NameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>There is already “%1”. It is replaced.</source>
        <translation>“%1” bestaat al. Het wordt vervangen.</translation>
    </message>
    <message>
        <source>There is already “%1”. Choose another name.</source>
        <translation>“%1” bestaat al. Kies een andere naam.</translation>
    </message>
    <message>
        <source>Today: %1. It is replaced where it exists. {date}, {time}, {connection} and {feed} are filled in each time.</source>
        <translation>Vandaag: %1. Bestaat het al, dan wordt het vervangen. {date}, {time}, {connection} en {feed} worden elke keer ingevuld.</translation>
    </message>
    <message>
        <source>Enter a file with its folder.</source>
        <translation>Voer een bestand met zijn map in.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::PreviewPane</name>
    <message>
        <source>What will be sent</source>
        <translation>Wat wordt verzonden</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Kopieer als c&amp;URL</translation>
    </message>
    <message>
        <source>Copy a command for a terminal; the secret is not in it</source>
        <translation>Kopieer een opdracht voor een terminal; het geheim staat er niet in</translation>
    </message>
</context>
<context>
    <name>gauge::ui::QuestionChart</name>
    <message>
        <source>many different answers</source>
        <translation>veel verschillende antwoorden</translation>
    </message>
    <message>
        <source>does not go with the score</source>
        <translation>hangt niet samen met de score</translation>
    </message>
    <message>
        <source>goes a little with the score</source>
        <translation>gaat iets met de score mee</translation>
    </message>
    <message>
        <source>goes a little against the score</source>
        <translation>gaat iets tegen de score in</translation>
    </message>
    <message>
        <source>goes with the score</source>
        <translation>gaat met de score mee</translation>
    </message>
    <message>
        <source>goes against the score</source>
        <translation>gaat tegen de score in</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Gemiddelde</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlatie</translation>
    </message>
    <message>
        <source>Relation to the score</source>
        <translation>Verband met de score</translation>
    </message>
    <message>
        <source>Spread of the answers</source>
        <translation>Spreiding van de antwoorden</translation>
    </message>
    <message>
        <source>n %1</source>
        <comment>number of responses</comment>
        <translation>n %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>gemiddeld %1</translation>
    </message>
</context>
<context>
    <name>gauge::ui::RankedChart</name>
    <message>
        <source>higher than the rest</source>
        <translation>hoger dan de rest</translation>
    </message>
    <message>
        <source>lower than the rest</source>
        <translation>lager dan de rest</translation>
    </message>
    <message>
        <source>not clearly different</source>
        <translation>niet duidelijk anders</translation>
    </message>
    <message>
        <source>↑ higher</source>
        <translation>↑ hoger</translation>
    </message>
    <message>
        <source>↓ lower</source>
        <translation>↓ lager</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>from</source>
        <comment>lower end of an interval</comment>
        <translation>van</translation>
    </message>
    <message>
        <source>to</source>
        <comment>upper end of an interval</comment>
        <translation>tot</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Against the rest</source>
        <translation>Tegenover de rest</translation>
    </message>
    <message>
        <source>p</source>
        <comment>probability in statistics</comment>
        <translation>p</translation>
    </message>
    <message>
        <source>n %1</source>
        <comment>number of responses</comment>
        <translation>n %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>nog %Ln in de tabel</numerusform>
            <numerusform>nog %Ln in de tabel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ReadAgainDialog</name>
    <message>
        <source>What to read</source>
        <translation>Wat te lezen</translation>
    </message>
    <message>
        <source>Read a &amp;period again</source>
        <translation>Een &amp;periode opnieuw lezen</translation>
    </message>
    <message>
        <source>CustomerGauge does not send old records again when they change, so a sync misses corrections and late follow-ups. This reads the records of a period once more and updates what changed; all else, and where the next sync resumes, stays as it is. Quick: only that period is read.</source>
        <translation>CustomerGauge stuurt oude records niet opnieuw als ze veranderen, dus een synchronisatie mist correcties en late opvolgingen. Hiermee worden de records van een periode nog eens gelezen en wordt bijgewerkt wat veranderd is; al het andere, en waar de volgende synchronisatie verdergaat, blijft zoals het is. Snel: alleen die periode wordt gelezen.</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>Date that the period is of</source>
        <translation>Datum waar de periode over gaat</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>&amp;van</translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation>Eerste dag van de periode</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;t/m</translation>
    </message>
    <message>
        <source>Last day of the period</source>
        <translation>Laatste dag van de periode</translation>
    </message>
    <message>
        <source>Reconcile &amp;everything</source>
        <translation>Alles in &amp;overeenstemming brengen</translation>
    </message>
    <message>
        <source>Reads every record from the first to the last, updates what changed and marks what CustomerGauge no longer has. It takes as long as the very first sync, so do it now and then, at a quiet hour. If it is stopped before the end, nothing is marked as gone.</source>
        <translation>Leest elk record van het eerste tot het laatste, werkt bij wat veranderd is en merkt wat CustomerGauge niet meer heeft. Dit duurt even lang als de allereerste synchronisatie; doe het dus af en toe, op een rustig uur. Als het voor het einde wordt gestopt, wordt niets als verdwenen gemerkt.</translation>
    </message>
    <message>
        <source>Only co&amp;mpare</source>
        <translation>Alleen ver&amp;gelijken</translation>
    </message>
    <message>
        <source>Reads every record, too, and changes nothing: it reports how many are missing, changed or gone. For when figures differ and you want to know why before you decide.</source>
        <translation>Leest ook elk record en verandert niets: het vertelt hoeveel er ontbreken, veranderd of verdwenen zijn. Voor als cijfers verschillen en u wilt weten waarom voordat u beslist.</translation>
    </message>
    <message>
        <source>&amp;Write every difference to a file</source>
        <translation>Elk verschil naar een &amp;bestand schrijven</translation>
    </message>
    <message>
        <source>File of the differences</source>
        <translation>Bestand met de verschillen</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Bl&amp;aderen…</translation>
    </message>
    <message>
        <source>Read “%1” again</source>
        <translation>“%1” opnieuw lezen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>This file exists. It is replaced once the comparison is complete.</source>
        <translation>Dit bestand bestaat. Het wordt vervangen zodra de vergelijking klaar is.</translation>
    </message>
    <message>
        <source>Choose at least one feed.</source>
        <translation>Kies ten minste één feed.</translation>
    </message>
    <message>
        <source>These feeds have no date in common. Read them one after the other.</source>
        <translation>Deze feeds hebben geen datum gemeen. Lees ze na elkaar.</translation>
    </message>
    <message>
        <source>The file is about one feed. Choose one, or write no file.</source>
        <translation>Het bestand gaat over één feed. Kies er één, of schrijf geen bestand.</translation>
    </message>
    <message>
        <source>Enter a file with its folder.</source>
        <translation>Voer een bestand met zijn map in.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Deze map bestaat niet.</translation>
    </message>
    <message>
        <source>This is a folder. Add a file name.</source>
        <translation>Dit is een map. Voeg een bestandsnaam toe.</translation>
    </message>
    <message>
        <source>Write differences to</source>
        <translation>Verschillen schrijven naar</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON lines (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>gauge::ui::RecordForm</name>
    <message>
        <source>&amp;Add a field</source>
        <translation>Veld &amp;toevoegen</translation>
    </message>
    <message>
        <source>Its name, exactly as CustomerGauge has it</source>
        <translation>De naam, precies zoals in CustomerGauge</translation>
    </message>
    <message>
        <source>Name of a field to add</source>
        <translation>Naam van een veld om toe te voegen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>T&amp;oevoegen</translation>
    </message>
    <message>
        <source>Add a field of this name</source>
        <translation>Een veld met deze naam toevoegen</translation>
    </message>
</context>
<context>
    <name>gauge::ui::RecordModel</name>
    <message>
        <source>loading</source>
        <translation>laden</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message numerus="yes">
        <source>Sent less than %Ln hour(s) ago: it may still be answered.</source>
        <translation>
            <numerusform>Minder dan %Ln uur geleden verzonden: er kan nog een antwoord komen.</numerusform>
            <numerusform>Minder dan %Ln uur geleden verzonden: er kan nog een antwoord komen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, sorted descending</source>
        <translation>%1, aflopend gesorteerd</translation>
    </message>
    <message>
        <source>%1, sorted ascending</source>
        <translation>%1, oplopend gesorteerd</translation>
    </message>
    <message>
        <source>%1, sorted descending, %2 of %3</source>
        <translation>%1, aflopend gesorteerd, %2 van %3</translation>
    </message>
    <message>
        <source>%1, sorted ascending, %2 of %3</source>
        <translation>%1, oplopend gesorteerd, %2 van %3</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>gemaskeerd</translation>
    </message>
    <message>
        <source>Personal data is masked.</source>
        <translation>Persoonsgegevens zijn gemaskeerd.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::RecordTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Copy without &amp;headings</source>
        <translation>Kopiëren zonder k&amp;oppen</translation>
    </message>
    <message>
        <source>Co&amp;lumn</source>
        <translation>Ko&amp;lom</translation>
    </message>
    <message>
        <source>&amp;Taller rows</source>
        <translation>&amp;Hogere rijen</translation>
    </message>
    <message>
        <source>Choose col&amp;umns…</source>
        <translation>Kolommen kie&amp;zen…</translation>
    </message>
    <message>
        <source>These columns would fill the table, and the others could not be seen. Make some of them narrower, or freeze fewer.</source>
        <translation>Deze kolommen zouden de tabel vullen, zodat de andere niet te zien zijn. Maak er enkele smaller, of zet er minder vast.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::RecordView</name>
    <message>
        <source>C&amp;onfiguration</source>
        <translation>C&amp;onfiguratie</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ResponseView</name>
    <message>
        <source>This older call needs the connection’s API key, and the names that your system has for these fields.</source>
        <translation>Deze oudere aanroep heeft de API-sleutel van de verbinding nodig, en de namen die uw systeem voor deze velden heeft.</translation>
    </message>
    <message>
        <source>Key &amp;names…</source>
        <translation>Veld&amp;namen…</translation>
    </message>
    <message>
        <source>What this system calls each field</source>
        <translation>Hoe dit systeem elk veld noemt</translation>
    </message>
    <message>
        <source>Ans&amp;wer</source>
        <translation>Ant&amp;woord</translation>
    </message>
    <message>
        <source>Form of the answer</source>
        <translation>Vorm van het antwoord</translation>
    </message>
    <message>
        <source>In which form the service is asked to answer</source>
        <translation>In welke vorm de dienst wordt gevraagd te antwoorden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
    <message>
        <source>There is no API key for “%1” on this computer, and this call needs one. Enter it in the connection.</source>
        <translation>Er is op deze computer geen API-sleutel voor “%1”, en deze aanroep heeft er een nodig. Voer hem in bij de verbinding.</translation>
    </message>
    <message>
        <source>Open the &amp;connection</source>
        <translation>Open de ver&amp;binding</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ScopeBar</name>
    <message>
        <source>&amp;No.</source>
        <translation>&amp;Nr.</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>Recordnummer</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>Alle records</translation>
    </message>
    <message>
        <source>Out&amp;bound filter</source>
        <translation>O&amp;utboundfilter</translation>
    </message>
    <message>
        <source>Outbound filter</source>
        <translation>Outboundfilter</translation>
    </message>
    <message>
        <source>The reference of an Outbound Filter, as CustomerGauge shows it under Data → Rest APIs</source>
        <translation>De referentie van een Outbound Filter, zoals CustomerGauge die toont onder Data → Rest APIs</translation>
    </message>
    <message>
        <source>Reference from Data → Rest APIs</source>
        <translation>Referentie uit Data → Rest APIs</translation>
    </message>
    <message>
        <source>Per&amp;iod</source>
        <translation>Per&amp;iode</translation>
    </message>
    <message>
        <source>Date the period is about</source>
        <translation>Datum waarop de periode slaat</translation>
    </message>
    <message>
        <source>fro&amp;m</source>
        <translation>v&amp;an</translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation>Eerste dag van de periode</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;t/m</translation>
    </message>
    <message>
        <source>Last day of the period</source>
        <translation>Laatste dag van de periode</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>What each record includes</source>
        <translation>Wat elk record bevat</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschappen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Alle datums</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ScoreEditor</name>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Geen score</translation>
    </message>
</context>
<context>
    <name>gauge::ui::SendStep</name>
    <message>
        <source>They were sent and no answer came: the service may have accepted them. Look them up in CustomerGauge first.</source>
        <translation>Ze zijn verzonden en er kwam geen antwoord: misschien heeft de dienst ze aangenomen. Zoek ze eerst op in CustomerGauge.</translation>
    </message>
    <message>
        <source>Records a secon&amp;d:</source>
        <translation>Records per secon&amp;de:</translation>
    </message>
    <message>
        <source>At once, at &amp;most:</source>
        <translation>&amp;Maximaal tegelijk:</translation>
    </message>
    <message>
        <source>When the service asks to wait, all of them wait.</source>
        <translation>Als de dienst vraagt om te wachten, wachten ze allemaal.</translation>
    </message>
    <message>
        <source>Res&amp;ults file:</source>
        <translation>Res&amp;ultatenbestand:</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Bladeren…</translation>
    </message>
    <message>
        <source>Browse for the results file</source>
        <translation>Bladeren naar het resultatenbestand</translation>
    </message>
    <message>
        <source>Refused ro&amp;ws:</source>
        <translation>Ge&amp;weigerde rijen:</translation>
    </message>
    <message>
        <source>Browse for the file of refused rows</source>
        <translation>Bladeren naar het bestand met geweigerde rijen</translation>
    </message>
    <message>
        <source>Results file</source>
        <translation>Resultatenbestand</translation>
    </message>
    <message>
        <source>File for the refused rows</source>
        <translation>Bestand voor de geweigerde rijen</translation>
    </message>
    <message>
        <source>It is looked up whether this file was sent before.</source>
        <translation>Er wordt gekeken of dit bestand eerder is verzonden.</translation>
    </message>
    <message>
        <source>It is not known whether this file was sent before.</source>
        <translation>Het is niet bekend of dit bestand eerder is verzonden.</translation>
    </message>
    <message>
        <source>This file is being sent.</source>
        <translation>Dit bestand wordt verzonden.</translation>
    </message>
    <message>
        <source>Choose what to do with a file that was sent before.</source>
        <translation>Kies wat er moet gebeuren met een bestand dat eerder is verzonden.</translation>
    </message>
    <message>
        <source>There is no row to send in this way.</source>
        <translation>Op deze manier is er geen rij te verzenden.</translation>
    </message>
    <message>
        <source>%1 is the file that is sent; name another one.</source>
        <translation>%1 is het bestand dat wordt verzonden; noem een ander.</translation>
    </message>
    <message>
        <source>Enter files with their folders.</source>
        <translation>Voer bestanden met hun map in.</translation>
    </message>
    <message>
        <source>Two files have the same name.</source>
        <translation>Twee bestanden hebben dezelfde naam.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rij</numerusform>
            <numerusform>%Ln rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 to “%3”, configuration %4</source>
        <translation>%1 van %2 naar “%3”, configuratie %4</translation>
    </message>
    <message>
        <source>Every row with its outcome. Without a name there is no file.</source>
        <translation>Elke rij met de uitkomst. Zonder naam komt er geen bestand.</translation>
    </message>
    <message>
        <source>This file is being sent, by this or another GaugeDesk: %1.</source>
        <translation>Dit bestand wordt verzonden, door deze of een andere GaugeDesk: %1.</translation>
    </message>
    <message>
        <source>This file was sent on %1: %2.</source>
        <translation>Dit bestand is verzonden op %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Begin &amp;anew: all %Ln row(s) are sent, also those that were accepted</source>
        <translation>
            <numerusform>Opnieuw &amp;beginnen: de %Ln rij wordt verzonden, ook als die was aangenomen</numerusform>
            <numerusform>Opnieuw &amp;beginnen: alle %Ln rijen worden verzonden, ook die zijn aangenomen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the %Ln un&amp;known row(s) again</source>
        <translation>
            <numerusform>De %Ln on&amp;bekende rij opnieuw verzenden</numerusform>
            <numerusform>De %Ln on&amp;bekende rijen opnieuw verzenden</numerusform>
        </translation>
    </message>
    <message>
        <source>This file exists. It is replaced in the end.</source>
        <translation>Dit bestand bestaat. Het wordt aan het eind vervangen.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Deze map bestaat niet.</translation>
    </message>
    <message>
        <source>This is a folder. Add a file name.</source>
        <translation>Dit is een map. Voeg een bestandsnaam toe.</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-bestanden (*.csv)</translation>
    </message>
    <message>
        <source>The rows that the check or the service refused, to be corrected and sent again.</source>
        <translation>De rijen die de controle of de dienst heeft geweigerd, om te verbeteren en opnieuw te versturen.</translation>
    </message>
    <message>
        <source>The upload of this file started on %1 and is unfinished: %2.</source>
        <translation>De upload van dit bestand is op %1 begonnen en niet voltooid: %2.</translation>
    </message>
    <message>
        <source>The file was changed since its upload started on %1. Its rows are recognised by their contents: %2.</source>
        <translation>Het bestand is gewijzigd sinds de upload op %1 begon. De rijen worden herkend aan hun inhoud: %2.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resume: %Ln row(s) are new or corrected</source>
        <translation>
            <numerusform>He&amp;rvatten: %Ln rij is nieuw of verbeterd</numerusform>
            <numerusform>He&amp;rvatten: %Ln rijen zijn nieuw of verbeterd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resume: %Ln row(s) were not sent yet</source>
        <translation>
            <numerusform>He&amp;rvatten: %Ln rij is nog niet verstuurd</numerusform>
            <numerusform>He&amp;rvatten: %Ln rijen zijn nog niet verstuurd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::SendView</name>
    <message>
        <source>&amp;Look it up afterwards, and name what did not arrive</source>
        <translation>Zoek het daarna &amp;op, en noem wat niet is aangekomen</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>Ver&amp;zenden</translation>
    </message>
    <message>
        <source>Send it and empty the form (Ctrl+Enter)</source>
        <translation>Verzend het en maak het formulier leeg (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Send and &amp;keep values</source>
        <translation>Verzenden en waarden &amp;houden</translation>
    </message>
    <message>
        <source>Send it and keep what is typed for the next one</source>
        <translation>Verzend het en houd wat er staat voor het volgende</translation>
    </message>
    <message>
        <source>&amp;Clear form</source>
        <translation>Formulier &amp;leegmaken</translation>
    </message>
    <message>
        <source>&amp;Forget recent values</source>
        <translation>&amp;Vergeet eerdere waarden</translation>
    </message>
    <message>
        <source>Offer nothing any more of what was sent by this connection before</source>
        <translation>Bied niets meer aan van wat deze verbinding eerder heeft verzonden</translation>
    </message>
    <message>
        <source>Nothing was sent. Correct the marked fields.</source>
        <translation>Er is niets verzonden. Verbeter wat is aangegeven.</translation>
    </message>
    <message>
        <source>Nothing was sent. The form is empty.</source>
        <translation>Er is niets verzonden. Het formulier is leeg.</translation>
    </message>
    <message>
        <source>Send again?</source>
        <translation>Opnieuw verzenden?</translation>
    </message>
    <message>
        <source>It is not known whether CustomerGauge has what was sent before.</source>
        <translation>Het is niet bekend of CustomerGauge heeft wat eerder is verzonden.</translation>
    </message>
    <message>
        <source>If it arrived, sending it again makes a second one, or writes over it. Look in CustomerGauge first; its Request History shows for 90 days what arrived.</source>
        <translation>Is het aangekomen, dan maakt opnieuw verzenden een tweede, of het overschrijft het eerste. Kijk eerst in CustomerGauge; de Request History vertelt 90 dagen lang wat is aangekomen.</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>Opnieuw &amp;verzenden</translation>
    </message>
    <message>
        <source>It &amp;arrived: clear the form</source>
        <translation>Het is &amp;aangekomen: formulier leegmaken</translation>
    </message>
    <message>
        <source>Sending to “%1”…</source>
        <translation>Verzenden naar “%1”…</translation>
    </message>
    <message>
        <source>What was on its way: %1</source>
        <translation>Wat onderweg was: %1</translation>
    </message>
    <message>
        <source>What was on its way: %1 It is kept in its form.</source>
        <translation>Wat onderweg was: %1 Het staat nog in zijn formulier.</translation>
    </message>
    <message>
        <source>Open in &amp;Explore</source>
        <translation>Open in &amp;Verkennen</translation>
    </message>
    <message>
        <source>Send a&amp;gain…</source>
        <translation>Opnieuw ver&amp;zenden…</translation>
    </message>
    <message>
        <source>Open the &amp;connection</source>
        <translation>Open de ver&amp;binding</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
    <message>
        <source>This was sent on %1, and it is not known whether CustomerGauge has it. Look there before you send it again.</source>
        <translation>Dit is verzonden op %1, en het is niet bekend of CustomerGauge het heeft. Kijk daar voordat u het opnieuw verzendt.</translation>
    </message>
    <message>
        <source>The form was cleared.</source>
        <translation>Het formulier is leeggemaakt.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>What was sent to “%1” before is not offered any more.</source>
        <translation>Wat eerder naar “%1” is verzonden, wordt niet meer aangeboden.</translation>
    </message>
    <message>
        <source>Sent to “%1” at %2.</source>
        <translation>Verzonden naar “%1” om %2.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::SentimentChart</name>
    <message>
        <source>Topic</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Vermeldingen</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positief</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutraal</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemengd</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negatief</translation>
    </message>
    <message>
        <source>Without a sentiment</source>
        <translation>Zonder sentiment</translation>
    </message>
    <message>
        <source>NPS of these</source>
        <translation>NPS van deze</translation>
    </message>
    <message>
        <source>NPS %1</source>
        <translation>NPS %1</translation>
    </message>
    <message>
        <source>n %1</source>
        <comment>number of responses</comment>
        <translation>n %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>nog %Ln in de tabel</numerusform>
            <numerusform>nog %Ln in de tabel</numerusform>
        </translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negatief</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positief</translation>
    </message>
    <message>
        <source>■ neither</source>
        <translation>■ geen van beide</translation>
    </message>
</context>
<context>
    <name>gauge::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>Your data on this computer</source>
        <translation>Je gegevens op deze computer</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Gegevensmap</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Map openen</translation>
    </message>
    <message>
        <source>The list of connections and the local copies of your records are here, readable by you alone. Secrets are not: they are in your keyring, or only in memory.</source>
        <translation>De lijst van verbindingen en de lokale kopieën van je records staan hier, alleen voor jou leesbaar. Geheimen niet: die staan in je sleutelbos, of alleen in het geheugen.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Vrije software onder de GNU General Public License, versie 3 of later. Zonder enige garantie.</translation>
    </message>
    <message>
        <source>GaugeDesk is independent of CustomerGauge and is not endorsed by it.</source>
        <translation>GaugeDesk is onafhankelijk van CustomerGauge en wordt er niet door onderschreven.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>GaugeDesk %1</source>
        <translation>GaugeDesk %1</translation>
    </message>
    <message>
        <source>&amp;Tell me when an automatic sync brought new records</source>
        <translation>&amp;Meld het als een automatische synchronisatie nieuwe records bracht</translation>
    </message>
    <message>
        <source>Non-responses are &amp;provisional for</source>
        <translation>Non-respons is &amp;voorlopig gedurende</translation>
    </message>
    <message>
        <source>Most people answer within two days. Until then a non-response says little.</source>
        <translation>De meeste mensen antwoorden binnen twee dagen. Tot dan zegt non-respons weinig.</translation>
    </message>
    <message>
        <source>Hours for which non-responses are provisional</source>
        <translation>Uren waarin non-respons voorlopig is</translation>
    </message>
    <message>
        <source> h</source>
        <translation> u</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>after they were sent</source>
        <translation>na verzending</translation>
    </message>
    <message>
        <source>&amp;Figures of the dashboard need at least</source>
        <translation>&amp;Cijfers van het dashboard vragen minstens</translation>
    </message>
    <message>
        <source>With fewer responses a figure says little, and may tell who answered.</source>
        <translation>Met minder reacties zegt een cijfer weinig en kan het verraden wie antwoordde.</translation>
    </message>
    <message>
        <source>Responses that a figure of the dashboard needs</source>
        <translation>Reacties die een cijfer van het dashboard nodig heeft</translation>
    </message>
    <message>
        <source>responses</source>
        <translation>reacties</translation>
    </message>
</context>
<context>
    <name>gauge::ui::SharesChart</name>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Promoters</source>
        <translation>Promotors</translation>
    </message>
    <message>
        <source>Passives</source>
        <translation>Passieven</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>Criticasters</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reacties</translation>
    </message>
</context>
<context>
    <name>gauge::ui::SideBar</name>
    <message>
        <source>Chooses the connection to work with</source>
        <translation>Kiest de verbinding om mee te werken</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Nog geen verbinding</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbinding: %1</translation>
    </message>
    <message>
        <source>syncing now</source>
        <translation>synchroniseert nu</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle verbindingen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Verkennen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Jobs, running: %1</source>
        <translation>Taken, actief: %1</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Uploaden</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Shows what happened and what can be done</source>
        <translation>Toont wat er is gebeurd en wat u kunt doen</translation>
    </message>
</context>
<context>
    <name>gauge::ui::SyncHistoryModel</name>
    <message>
        <source>Period again</source>
        <translation>Periode opnieuw</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisatie</translation>
    </message>
    <message>
        <source>running</source>
        <translation>loopt</translation>
    </message>
    <message>
        <source>was interrupted; what came is kept</source>
        <translation>werd onderbroken; wat kwam is bewaard</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>filter %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Deel</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Veranderd</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verdwenen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Kept page</source>
        <translation>Bewaarde pagina</translation>
    </message>
</context>
<context>
    <name>gauge::ui::SyncHistoryView</name>
    <message>
        <source>Earlier syncs of “%1”</source>
        <translation>Eerdere synchronisaties van “%1”</translation>
    </message>
    <message>
        <source>Earlier syncs</source>
        <translation>Eerdere synchronisaties</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Opnieuw proberen</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Nog geen verbinding</translation>
    </message>
    <message>
        <source>Its syncs appear here once there is one.</source>
        <translation>De synchronisaties ervan verschijnen hier zodra er een is.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>The history of “%1” is being read.</source>
        <translation>De geschiedenis van “%1” wordt gelezen.</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Niet getoond</translation>
    </message>
    <message>
        <source>The history of “%1” could not be read. Nothing in it was changed.</source>
        <translation>De geschiedenis van “%1” kon niet worden gelezen. Er is niets in veranderd.</translation>
    </message>
    <message>
        <source>Nothing synced yet</source>
        <translation>Nog niets gesynchroniseerd</translation>
    </message>
    <message>
        <source>Every sync of “%1” is written down here, also those of other programs and computers.</source>
        <translation>Elke synchronisatie van “%1” wordt hier bijgehouden, ook die van andere programma&apos;s en computers.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::TableCopy</name>
    <message>
        <source>%L1 rows are too many for the clipboard, which takes up to %L2. Nothing was copied. Use Export with “Selected rows” instead.</source>
        <translation>%L1 rijen zijn te veel voor het klembord, dat er tot %L2 aankan. Er is niets gekopieerd. Gebruik Exporteren met “Geselecteerde rijen”.</translation>
    </message>
</context>
<context>
    <name>gauge::ui::TrendChart</name>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>from</source>
        <comment>lower end of an interval</comment>
        <translation>van</translation>
    </message>
    <message>
        <source>to</source>
        <comment>upper end of an interval</comment>
        <translation>tot</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>Respons</translation>
    </message>
    <message>
        <source>Responses of %1</source>
        <translation>Reacties van %1</translation>
    </message>
    <message>
        <source>Response rate, up to %1</source>
        <translation>Respons, tot %1</translation>
    </message>
    <message>
        <source>Responses, up to %1</source>
        <translation>Reacties, tot %1</translation>
    </message>
    <message>
        <source>The response rate is not known for this filter</source>
        <translation>De respons is niet bekend voor dit filter</translation>
    </message>
</context>
<context>
    <name>gauge::ui::TwoWayChart</name>
    <message>
        <source>Responses of %1</source>
        <translation>Reacties van %1</translation>
    </message>
    <message>
        <source>More in the table</source>
        <translation>Meer in de tabel</translation>
    </message>
</context>
<context>
    <name>gauge::ui::UploadHistoryView</name>
    <message>
        <source>Search files, configurations, types…</source>
        <translation>Zoek bestanden, configuraties, typen…</translation>
    </message>
    <message>
        <source>Search the uploads</source>
        <translation>Zoeken in de uploads</translation>
    </message>
    <message>
        <source>Send the rows of this upload that were not sent yet</source>
        <translation>De rijen van deze upload verzenden die nog niet zijn verzonden</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>Ver&amp;wijderen…</translation>
    </message>
    <message>
        <source>&amp;Clear all…</source>
        <translation>&amp;Alles wissen…</translation>
    </message>
    <message>
        <source>Which outcomes are listed</source>
        <translation>Welke uitkomsten worden getoond</translation>
    </message>
    <message>
        <source>Rows of the upload</source>
        <translation>Rijen van de upload</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle uitkomsten</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Opnieuw &amp;proberen</translation>
    </message>
    <message>
        <source>Uploads of “%1”</source>
        <translation>Uploads van “%1”</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Nog geen verbinding</translation>
    </message>
    <message>
        <source>What it sends appears here once there is one.</source>
        <translation>Wat ermee wordt verzonden verschijnt hier zodra er een is.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>The uploads of “%1” are being read.</source>
        <translation>De uploads van “%1” worden gelezen.</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Niet getoond</translation>
    </message>
    <message>
        <source>The uploads of “%1” could not be read. Nothing in them was changed.</source>
        <translation>De uploads van “%1” konden niet worden gelezen. Er is niets aan veranderd.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>No upload has this text in its file, configuration or type.</source>
        <translation>Geen upload heeft deze woorden in bestand, configuratie of type.</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Nog niets verzonden</translation>
    </message>
    <message>
        <source>Every file, record and response that is sent by “%1” is written down here, with what became of it.</source>
        <translation>Elk bestand, elk record en elke reactie die met “%1” wordt verzonden, staat hier, met wat ervan is geworden.</translation>
    </message>
    <message>
        <source>What became of %1</source>
        <translation>Wat er is geworden van %1</translation>
    </message>
    <message>
        <source>The first %1 rows are listed.</source>
        <translation>De eerste %1 rijen worden getoond.</translation>
    </message>
    <message>
        <source>No row of it is written down with this outcome.</source>
        <translation>Geen rij ervan staat hier met deze uitkomst.</translation>
    </message>
    <message>
        <source>Unknown rows were sent, and no answer came. Look them up in CustomerGauge before you send them again.</source>
        <translation>Onbekende rijen zijn verzonden, en er kwam geen antwoord. Zoek ze op in CustomerGauge voordat je ze opnieuw verzendt.</translation>
    </message>
    <message>
        <source>Rows that were never tried are not listed.</source>
        <translation>Rijen die nooit zijn geprobeerd worden niet getoond.</translation>
    </message>
    <message>
        <source>Remove from the history</source>
        <translation>Uit de geschiedenis verwijderen</translation>
    </message>
    <message>
        <source>Remove %1 from the history?</source>
        <translation>%1 uit de geschiedenis verwijderen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ver&amp;wijderen</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>De geschiedenis wissen</translation>
    </message>
    <message>
        <source>Remove all uploads of “%1” from the history?</source>
        <translation>Alle uploads van “%1” uit de geschiedenis verwijderen?</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>Wi&amp;ssen</translation>
    </message>
    <message>
        <source>GaugeDesk then no longer knows which rows were sent, so the same file can be sent twice without a warning. Nothing changes in CustomerGauge. This cannot be undone.</source>
        <translation>GaugeDesk weet dan niet meer welke rijen zijn verzonden, dus hetzelfde bestand kan zonder waarschuwing twee keer worden verzonden. In CustomerGauge verandert niets. Dit kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>He&amp;rvatten…</translation>
    </message>
</context>
<context>
    <name>gauge::ui::UploadListModel</name>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuratie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aangenomen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
</context>
<context>
    <name>gauge::ui::UploadPage</name>
    <message>
        <source>Upload</source>
        <translation>Uploaden</translation>
    </message>
    <message>
        <source>This is the sample connection: what you send goes to the sandbox on this computer, and to no customer.</source>
        <translation>Dit is de voorbeeldverbinding: wat u verzendt gaat naar de zandbak op deze computer, en naar geen klant.</translation>
    </message>
    <message>
        <source>&amp;One record</source>
        <translation>&amp;Eén record</translation>
    </message>
    <message>
        <source>Single &amp;response</source>
        <translation>Eén &amp;reactie</translation>
    </message>
    <message>
        <source>From a fi&amp;le</source>
        <translation>Uit een &amp;bestand</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Geschiedenis</translation>
    </message>
    <message>
        <source>Ways to upload</source>
        <translation>Manieren om te uploaden</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Nog geen verbinding</translation>
    </message>
    <message>
        <source>Activities, contacts and survey responses are sent to a CustomerGauge system. Add a connection to yours, or try it with sample data first.</source>
        <translation>Activiteiten, contacten en enquêtereacties worden naar een CustomerGauge-systeem verzonden. Voeg een verbinding met het uwe toe, of probeer het eerst met voorbeeldgegevens.</translation>
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation>Verbinding &amp;toevoegen</translation>
    </message>
</context>
<context>
    <name>gauge::ui::UploadPane</name>
    <message>
        <source>Progress of the upload</source>
        <translation>Voortgang van de upload</translation>
    </message>
    <message>
        <source>&amp;Cancel upload</source>
        <translation>Upload &amp;annuleren</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Rijen van het bestand</translation>
    </message>
    <message>
        <source>Send the refuse&amp;d again…</source>
        <translation>Ge&amp;weigerde opnieuw verzenden…</translation>
    </message>
    <message>
        <source>Send the &amp;unknown again…</source>
        <translation>Onbe&amp;kende opnieuw verzenden…</translation>
    </message>
    <message>
        <source>A&amp;nother file</source>
        <translation>A&amp;nder bestand</translation>
    </message>
    <message>
        <source>O&amp;pen results</source>
        <translation>Resultaten o&amp;penen</translation>
    </message>
    <message>
        <source>Open fold&amp;er</source>
        <translation>&amp;Map openen</translation>
    </message>
    <message>
        <source>Stopping. The answers of what is on its way are awaited.</source>
        <translation>Bezig met stoppen. Er wordt gewacht op antwoord op wat onderweg is.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Verder &amp;gaan</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pauze</translation>
    </message>
    <message>
        <source>Every row was accepted.</source>
        <translation>Elke rij is aangenomen.</translation>
    </message>
    <message>
        <source>Every row that could be sent was.</source>
        <translation>Elke rij die kon worden verzonden, is verzonden.</translation>
    </message>
    <message>
        <source>Cancelled. What was not sent can go later.</source>
        <translation>Geannuleerd. Wat niet is verzonden, kan later nog.</translation>
    </message>
    <message>
        <source>The refused rows are in %1: put them right there, then send them again.</source>
        <translation>De geweigerde rijen staan in %1: verbeter ze daar, en verzend ze dan opnieuw.</translation>
    </message>
    <message>
        <source>Unknown rows were sent, and no answer came: the service may have accepted them. Look them up in CustomerGauge before you send them again.</source>
        <translation>Onbekende rijen zijn verzonden, en er kwam geen antwoord: misschien heeft de dienst ze aangenomen. Zoek ze op in CustomerGauge voordat je ze opnieuw verzendt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have an error and were not sent.</source>
        <translation>
            <numerusform>%Ln rij heeft een fout en is niet verzonden.</numerusform>
            <numerusform>%Ln rijen hebben een fout en zijn niet verzonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Opnieuw &amp;proberen</translation>
    </message>
    <message>
        <source>Send unknown rows again</source>
        <translation>Onbekende rijen opnieuw verzenden</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s) again whose answer never came?</source>
        <translation>
            <numerusform>%Ln rij opnieuw verzenden waarop nooit antwoord kwam?</numerusform>
            <numerusform>%Ln rijen opnieuw verzenden waarop nooit antwoord kwam?</numerusform>
        </translation>
    </message>
    <message>
        <source>The service may have accepted them. A record that is sent twice may be there twice, and one that mails a customer mails twice. Look them up in CustomerGauge first.</source>
        <translation>Misschien heeft de dienst ze aangenomen. Een record dat twee keer wordt verzonden kan er twee keer staan, en een record dat een klant mailt, mailt twee keer. Zoek ze eerst op in CustomerGauge.</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>Opnieuw &amp;verzenden</translation>
    </message>
</context>
<context>
    <name>gauge::ui::UploadRowsModel</name>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ValueListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
</context>
<context>
    <name>gauge::ui::ValuePicker</name>
    <message>
        <source>Find a value</source>
        <translation>Zoek een waarde</translation>
    </message>
    <message>
        <source>Find a value…</source>
        <translation>Zoek een waarde…</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Op&amp;nieuw</translation>
    </message>
    <message>
        <source>Counting values…</source>
        <translation>Waarden worden geteld…</translation>
    </message>
    <message>
        <source>No value contains this.</source>
        <translation>Geen waarde bevat dit.</translation>
    </message>
    <message>
        <source>No record has a value here.</source>
        <translation>Geen record heeft hier een waarde.</translation>
    </message>
    <message>
        <source>The %L1 most frequent of more values. Type to find others.</source>
        <translation>De %L1 meest voorkomende van meer waarden. Typ om andere te vinden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln waarde</numerusform>
            <numerusform>%Ln waarden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have none</source>
        <translation>
            <numerusform>%Ln record heeft er geen</numerusform>
            <numerusform>%Ln records hebben er geen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) hold no number</source>
        <translation>
            <numerusform>%Ln record bevat geen getal</numerusform>
            <numerusform>%Ln records bevatten geen getal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gauge::ui::ViewMenu</name>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Weergave</translation>
    </message>
    <message>
        <source>Keep filter, search, columns and order under a name, and choose what was kept</source>
        <translation>Filter, zoekopdracht, kolommen en volgorde onder een naam bewaren, en kiezen wat bewaard is</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>“%1”, changed since it was saved</source>
        <translation>“%1”, gewijzigd sinds het bewaren</translation>
    </message>
    <message>
        <source>View: %1, changed since it was saved</source>
        <translation>Weergave: %1, gewijzigd sinds het bewaren</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Weergave: %1</translation>
    </message>
    <message>
        <source>&amp;Save view…</source>
        <translation>Weergave &amp;bewaren…</translation>
    </message>
    <message>
        <source>&amp;Open a view file…</source>
        <translation>Weergavebestand &amp;openen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read…</source>
        <translation>
            <numerusform>%Ln bestand kan niet worden gelezen…</numerusform>
            <numerusform>%Ln bestanden kunnen niet worden gelezen…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Update “%1”</source>
        <translation>“%1” bij&amp;werken</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Hernoe&amp;men…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliceren</translation>
    </message>
    <message>
        <source>S&amp;hare as a file…</source>
        <translation>Delen als b&amp;estand…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Verwij&amp;deren</translation>
    </message>
    <message>
        <source>“%1” asks for what “%2” does not have. Missing columns: %3.</source>
        <translation>“%1” vraagt om iets wat “%2” niet heeft. Ontbrekende kolommen: %3.</translation>
    </message>
    <message>
        <source>Conditions on them: %1.</source>
        <translation>Voorwaarden daarop: %1.</translation>
    </message>
    <message>
        <source>The table was left as it is.</source>
        <translation>De tabel is gelaten zoals ze is.</translation>
    </message>
    <message>
        <source>Show &amp;without them</source>
        <translation>&amp;Zonder tonen</translation>
    </message>
    <message>
        <source>“%1” is about records that this GaugeDesk does not know: %2.</source>
        <translation>“%1” gaat over records die deze GaugeDesk niet kent: %2.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is limited to %Ln row(s), which counts on the command line only. All are shown.</source>
        <translation>
            <numerusform>“%1” is beperkt tot %Ln rij, wat alleen op de opdrachtregel geldt. Alle worden getoond.</numerusform>
            <numerusform>“%1” is beperkt tot %Ln rijen, wat alleen op de opdrachtregel geldt. Alle worden getoond.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Weergave bewaren</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Bewaren</translation>
    </message>
    <message>
        <source>It keeps the filter, the search, the columns and the order as they are now.</source>
        <translation>Bewaard worden het filter, de zoekopdracht, de kolommen en de volgorde zoals ze nu zijn.</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Weergave hernoemen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Hernoe&amp;men</translation>
    </message>
    <message>
        <source>“%1” removed.</source>
        <translation>“%1” verwijderd.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>Share view</source>
        <translation>Weergave delen</translation>
    </message>
    <message>
        <source>Views (*.gaugeview)</source>
        <translation>Weergaven (*.gaugeview)</translation>
    </message>
    <message>
        <source>“%1” is in %2. Others open it with “Open a view file”.</source>
        <translation>“%1” staat in %2. Anderen openen het met “Weergavebestand openen”.</translation>
    </message>
    <message>
        <source>Open a view file</source>
        <translation>Weergavebestand openen</translation>
    </message>
</context>
<context>
    <name>headline</name>
    <message>
        <source>Change</source>
        <translation>Verandering</translation>
    </message>
    <message>
        <source>Too few responses to compare.</source>
        <translation>Te weinig reacties om te vergelijken.</translation>
    </message>
    <message>
        <source>real, chance alone seldom makes so much</source>
        <translation>echt, toeval alleen maakt zelden zoveel</translation>
    </message>
    <message>
        <source>could be chance</source>
        <translation>kan toeval zijn</translation>
    </message>
    <message>
        <source>against %1 – %2</source>
        <translation>tegenover %1 – %2</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 tegenover %2</translation>
    </message>
    <message>
        <source>There is no earlier period to compare with.</source>
        <translation>Er is geen eerdere periode om mee te vergelijken.</translation>
    </message>
    <message>
        <source>%1 promoters (%2)</source>
        <translation>%1 promotors (%2)</translation>
    </message>
    <message>
        <source>%1 passives (%2)</source>
        <translation>%1 passieven (%2)</translation>
    </message>
    <message>
        <source>%1 detractors (%2)</source>
        <translation>%1 criticasters (%2)</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>Respons</translation>
    </message>
    <message>
        <source>Not known for this filter: non-responses have other columns.</source>
        <translation>Niet bekend voor dit filter: non-reacties hebben andere kolommen.</translation>
    </message>
    <message>
        <source>%1 of %2 invited</source>
        <translation>%1 van %2 uitgenodigd</translation>
    </message>
    <message>
        <source>; %1 of the last %2 h are unsettled</source>
        <translation>; %1 van de laatste %2 uur staan nog niet vast</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>all with a score</source>
        <translation>alle met een score</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a score</source>
        <translation>
            <numerusform>%Ln zonder score</numerusform>
            <numerusform>%Ln zonder score</numerusform>
        </translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>%1 … %2 at 95 %</source>
        <translation>%1 … %2 bij 95 %</translation>
    </message>
    <message>
        <source>As in CustomerGauge</source>
        <translation>Zoals in CustomerGauge</translation>
    </message>
    <message>
        <source>It divides by all responses, also by those without a score.</source>
        <translation>Dat deelt door alle reacties, ook die zonder score.</translation>
    </message>
</context>
<context>
    <name>kit</name>
    <message>
        <source>under 1/s</source>
        <translation>minder dan 1/s</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>rate per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>nog een paar seconden</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>nog ongeveer %n s</numerusform>
            <numerusform>nog ongeveer %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>nog ongeveer %n min</numerusform>
            <numerusform>nog ongeveer %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>nog ongeveer %n u</numerusform>
            <numerusform>nog ongeveer %n u</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min geleden</numerusform>
            <numerusform>%n min geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n u geleden</numerusform>
            <numerusform>%n u geleden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stopt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Paused until %1, as the service asked</source>
        <translation>Gepauzeerd tot %1, op verzoek van de service</translation>
    </message>
</context>
<context>
    <name>lake</name>
    <message>
        <source>The description of %1 names no key column.</source>
        <translation>De beschrijving van %1 noemt geen sleutelkolom.</translation>
    </message>
    <message>
        <source>There is no column “%1”.</source>
        <translation>Er is geen kolom “%1”.</translation>
    </message>
    <message>
        <source>There is no feed “%1”. Possible: %2.</source>
        <translation>Er is geen feed “%1”. Mogelijk: %2.</translation>
    </message>
    <message>
        <source>Nothing has been synced yet for this feed. Sync it first.</source>
        <translation>Van deze feed is nog niets gesynchroniseerd. Synchroniseer hem eerst.</translation>
    </message>
    <message>
        <source>Nothing has been synced yet. Sync this connection first.</source>
        <translation>Er is nog niets gesynchroniseerd. Synchroniseer deze verbinding eerst.</translation>
    </message>
    <message>
        <source>The local copy is of an earlier version of GaugeDesk. Sync once to bring it up to date.</source>
        <translation>De lokale kopie is van een eerdere versie van GaugeDesk. Synchroniseer één keer om haar bij te werken.</translation>
    </message>
    <message>
        <source>This record is no longer in the local copy.</source>
        <translation>Dit record staat niet meer in de lokale kopie.</translation>
    </message>
    <message>
        <source>This feed has no scores.</source>
        <translation>Deze feed heeft geen scores.</translation>
    </message>
    <message>
        <source>There is no feed “%1” in this local copy.</source>
        <translation>Er is geen feed “%1” in deze lokale kopie.</translation>
    </message>
    <message>
        <source>Another sync of this feed is running (process %1 on %2). Nothing was changed. Try again when it is done.</source>
        <translation>Een andere synchronisatie van deze feed is bezig (proces %1 op %2). Er is niets gewijzigd. Probeer het opnieuw als die klaar is.</translation>
    </message>
    <message>
        <source>Another sync of this feed has taken over. What was stored is kept, and that sync continues from there.</source>
        <translation>Een andere synchronisatie van deze feed heeft het overgenomen. Wat is opgeslagen, blijft bewaard; die synchronisatie gaat van daar verder.</translation>
    </message>
    <message>
        <source>“%1” is a number column; “%2” is not a number. Write it with digits and, if needed, a decimal point.</source>
        <translation>“%1” bevat getallen, en “%2” is er geen. Schrijf het met cijfers en zo nodig een decimale punt.</translation>
    </message>
    <message>
        <source>“%1” is either true or false, not “%2”.</source>
        <translation>“%1” is true of false, niet “%2”.</translation>
    </message>
    <message>
        <source>The condition on “%1” needs one value.</source>
        <translation>De voorwaarde op “%1” heeft één waarde nodig.</translation>
    </message>
    <message>
        <source>A value is too large to be stored.</source>
        <translation>Een waarde is te groot om op te slaan.</translation>
    </message>
    <message>
        <source>The local copy cannot be written: it, or its folder, is read-only. Nothing was changed. Allow writing there and try again.</source>
        <translation>De lokale kopie kan niet worden geschreven: zij of haar map is alleen-lezen. Er is niets gewijzigd. Sta schrijven daar toe en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>%1 is not a local copy made by GaugeDesk. It was left as it is. Choose another file, or move this one away.</source>
        <translation>%1 is geen lokale kopie die door GaugeDesk is gemaakt. Het bestand is zo gelaten. Kies een ander bestand, of verplaats dit.</translation>
    </message>
    <message>
        <source>The disk is full. What was stored before is kept. Free some space and try again.</source>
        <translation>De schijf is vol. Wat eerder is opgeslagen, blijft bewaard. Maak ruimte vrij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The local copy cannot be opened. Check that its folder exists and belongs to you.</source>
        <translation>De lokale kopie kan niet worden geopend. Controleer of de map bestaat en van jou is.</translation>
    </message>
    <message>
        <source>Another program is writing to the local copy and does not let go of it. Nothing was changed. Try again when it is done.</source>
        <translation>Een ander programma schrijft naar de lokale kopie en laat die niet los. Er is niets gewijzigd. Probeer het opnieuw als het klaar is.</translation>
    </message>
    <message>
        <source>The local copy is damaged. Move the file away and sync again to make a new one.</source>
        <translation>De lokale kopie is beschadigd. Verplaats het bestand en synchroniseer opnieuw om een nieuwe te maken.</translation>
    </message>
    <message>
        <source>The disk did not take or give the data of the local copy. What was stored before is kept. Check the disk and its free space.</source>
        <translation>De schijf kon de gegevens van de lokale kopie niet lezen of schrijven. Wat eerder is opgeslagen, blijft bewaard. Controleer de schijf en de vrije ruimte.</translation>
    </message>
    <message>
        <source>The local copy could not be used. What was stored before is kept.</source>
        <translation>De lokale kopie kon niet worden gebruikt. Wat eerder is opgeslagen, blijft bewaard.</translation>
    </message>
    <message>
        <source>The local copy %1 cannot be read. Check that it belongs to you.</source>
        <translation>De lokale kopie %1 kan niet worden gelezen. Controleer of die van jou is.</translation>
    </message>
    <message>
        <source>The local copy cannot be on a network drive: its files would be damaged when two computers use them. Choose a folder on this computer.</source>
        <translation>De lokale kopie kan niet op een netwerkschijf staan: de bestanden raken beschadigd als twee computers ze gebruiken. Kies een map op deze computer.</translation>
    </message>
    <message>
        <source>The local copy was made by a newer version of GaugeDesk. It was left as it is. Update GaugeDesk to open it.</source>
        <translation>De lokale kopie is gemaakt door een nieuwere versie van GaugeDesk. Ze is zo gelaten. Werk GaugeDesk bij om haar te openen.</translation>
    </message>
    <message>
        <source>The column of the key is missing.</source>
        <translation>De sleutelkolom ontbreekt.</translation>
    </message>
    <message>
        <source>The column “%1” is missing.</source>
        <translation>De kolom “%1” ontbreekt.</translation>
    </message>
    <message>
        <source>%1 records have no JSON as received.</source>
        <translation>Van %1 records ontbreekt de JSON zoals ontvangen.</translation>
    </message>
    <message>
        <source>%1 JSON texts have no record.</source>
        <translation>%1 JSON-teksten horen bij geen enkel record.</translation>
    </message>
    <message>
        <source>%1 rows of further columns have no record.</source>
        <translation>%1 rijen met verdere kolommen horen bij geen enkel record.</translation>
    </message>
    <message>
        <source>The number of the next new record is in use already.</source>
        <translation>Het nummer van het volgende nieuwe record is al in gebruik.</translation>
    </message>
    <message>
        <source>%1 records are still in the feed that they have left.</source>
        <translation>%1 records staan nog in de feed die ze hebben verlaten.</translation>
    </message>
    <message>
        <source>The next sync would resume after records that are missing.</source>
        <translation>De volgende synchronisatie zou verdergaan na records die er niet zijn.</translation>
    </message>
    <message>
        <source>The checkpoint of the next sync cannot be read.</source>
        <translation>Waar de volgende synchronisatie verdergaat, is niet te lezen.</translation>
    </message>
    <message>
        <source>The JSON of %1 records is not whole.</source>
        <translation>De JSON van %1 records is niet heel.</translation>
    </message>
    <message>
        <source>“%1”, a field that GaugeDesk does not know</source>
        <translation>“%1”, een veld dat GaugeDesk niet kent</translation>
    </message>
    <message>
        <source>“%1”, as the service named it</source>
        <translation>“%1”, zoals de dienst het noemt</translation>
    </message>
    <message>
        <source>the records of a feed, one row each, one column a value</source>
        <translation>de records van een feed, elk een rij, per waarde een kolom</translation>
    </message>
    <message>
        <source>the lake&apos;s own number of the record, never used again; other in another lake</source>
        <translation>het eigen nummer van het record in deze lokale kopie, nooit opnieuw gebruikt; in een andere kopie anders</translation>
    </message>
    <message>
        <source>further columns of a feed; join it by LEFT JOIN</source>
        <translation>verdere kolommen van een feed; te koppelen met LEFT JOIN</translation>
    </message>
    <message>
        <source>the record&apos;s row_id in the feed&apos;s table</source>
        <translation>de row_id van het record in de tabel van de feed</translation>
    </message>
    <message>
        <source>each record of a feed as it was received</source>
        <translation>elk record van een feed zoals het is ontvangen</translation>
    </message>
    <message>
        <source>one row a feed</source>
        <translation>een rij per feed</translation>
    </message>
    <message>
        <source>id of the feed, as on the command line (non-responses)</source>
        <translation>id van de feed, zoals op de opdrachtregel (non-responses)</translation>
    </message>
    <message>
        <source>its table (non_responses)</source>
        <translation>de tabel ervan (non_responses)</translation>
    </message>
    <message>
        <source>name of the column that identifies a record</source>
        <translation>naam van de kolom die een record aanwijst</translation>
    </message>
    <message>
        <source>the number that the next new record gets</source>
        <translation>het nummer dat het volgende nieuwe record krijgt</translation>
    </message>
    <message>
        <source>every column of every feed</source>
        <translation>elke kolom van elke feed</translation>
    </message>
    <message>
        <source>id of the feed</source>
        <translation>id van de feed</translation>
    </message>
    <message>
        <source>order of appearance, from 0</source>
        <translation>volgorde van verschijnen, vanaf 0</translation>
    </message>
    <message>
        <source>the name in queries and on the command line (question.How was it?)</source>
        <translation>de naam in zoekvragen en op de opdrachtregel (question.How was it?)</translation>
    </message>
    <message>
        <source>the column&apos;s name in SQL; differs from the name where that is longer than 120 characters, or differs from an earlier one only in case: then it ends in ~2, ~3 …</source>
        <translation>de naam van de kolom in SQL; wijkt af van de naam als die langer is dan 120 tekens of alleen in hoofdletters verschilt van een eerdere: dan eindigt hij op ~2, ~3 …</translation>
    </message>
    <message>
        <source>0: the feed&apos;s own table; n: its table with that number</source>
        <translation>0: de eigen tabel van de feed; n: de tabel met dat nummer</translation>
    </message>
    <message>
        <source>Text, Integer, Real, Boolean, DateTime, Score or List</source>
        <translation>Text, Integer, Real, Boolean, DateTime, Score of List</translation>
    </message>
    <message>
        <source>English heading; for columns that appeared by themselves the name without its prefix</source>
        <translation>Engels opschrift; bij kolommen die vanzelf verschenen de naam zonder voorvoegsel</translation>
    </message>
    <message>
        <source>where the next sync resumes</source>
        <translation>waar de volgende synchronisatie verdergaat</translation>
    </message>
    <message>
        <source>the part of the feed that was asked for; empty: the whole feed</source>
        <translation>het gevraagde deel van de feed; leeg: alles</translation>
    </message>
    <message>
        <source>the service&apos;s cursor, an opaque text; empty: from the start</source>
        <translation>de cursor van de dienst, een tekst zonder verdere betekenis; leeg: vanaf het begin</translation>
    </message>
    <message>
        <source>1 when the last sync reached the end, else 0</source>
        <translation>1 als de laatste synchronisatie het einde bereikte, anders 0</translation>
    </message>
    <message>
        <source>when it was stored, UTC</source>
        <translation>wanneer het is opgeslagen, UTC</translation>
    </message>
    <message>
        <source>one row a sync</source>
        <translation>een rij per synchronisatie</translation>
    </message>
    <message>
        <source>number of the sync</source>
        <translation>nummer van de synchronisatie</translation>
    </message>
    <message>
        <source>when it began, UTC</source>
        <translation>wanneer ze begon, UTC</translation>
    </message>
    <message>
        <source>pages that were stored</source>
        <translation>opgeslagen pagina&apos;s</translation>
    </message>
    <message>
        <source>records on those pages</source>
        <translation>records op die pagina&apos;s</translation>
    </message>
    <message>
        <source>records that were new</source>
        <translation>records die nieuw waren</translation>
    </message>
    <message>
        <source>records that were there before</source>
        <translation>records die er al waren</translation>
    </message>
    <message>
        <source>records of another feed that these replaced (non-responses that became responses)</source>
        <translation>records van een andere feed die hierdoor zijn vervangen (niet-reacties die reacties werden)</translation>
    </message>
    <message>
        <source>why it failed, as a message; empty when it succeeded</source>
        <translation>waarom ze mislukte, in woorden; leeg als ze lukte</translation>
    </message>
    <message>
        <source>a UUID of that run</source>
        <translation>een UUID van die keer</translation>
    </message>
    <message>
        <source>name of the computer</source>
        <translation>naam van de computer</translation>
    </message>
    <message>
        <source>number of the process there</source>
        <translation>nummer van het proces daar</translation>
    </message>
    <message>
        <source>its last sign of life, UTC; older than two minutes, another takes over</source>
        <translation>het laatste levensteken, UTC; na twee minuten neemt een ander het over</translation>
    </message>
    <message>
        <source>%1 cannot be written, so no backup was made. Choose another folder or make room, then try again.</source>
        <translation>%1 is niet te schrijven, dus er is geen reservekopie gemaakt. Kies een andere map of maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>%1 is a folder. A backup needs a file name.</source>
        <translation>%1 is een map. Een reservekopie heeft een bestandsnaam nodig.</translation>
    </message>
    <message>
        <source>%1 is the local copy itself. Nothing was changed.</source>
        <translation>%1 is de lokale kopie zelf. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>%1 is there already and was left as it is. Choose another name, or allow that it is replaced.</source>
        <translation>%1 bestaat al en is gelaten zoals het is. Kies een andere naam of sta toe dat het wordt vervangen.</translation>
    </message>
    <message>
        <source>%1 is a database in use and was left as it is. Choose another name.</source>
        <translation>%1 is een database die in gebruik is en is gelaten zoals ze is. Kies een andere naam.</translation>
    </message>
    <message>
        <source>The backup could not be completed, so none was made. Check the disk and its free space, then try again.</source>
        <translation>De reservekopie kon niet worden voltooid, dus is er geen gemaakt. Controleer de schijf en de vrije ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>This needs %1 of free space in %2, where only %3 are left. Nothing was changed. Make room and try again.</source>
        <translation>Hiervoor is %1 vrije ruimte nodig in %2; er is nog maar %3. Er is niets veranderd. Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Only a local copy in a file can be copied to a file. A database server has its own tools (pg_dump).</source>
        <translation>Alleen een lokale kopie in een bestand kan naar een bestand worden gekopieerd. Een databaseserver heeft daar eigen hulpmiddelen voor (pg_dump).</translation>
    </message>
    <message>
        <source>Only a local copy in a file can be compacted. A database server compacts itself.</source>
        <translation>Alleen een lokale kopie in een bestand kan worden verkleind. Een databaseserver doet dat zelf.</translation>
    </message>
    <message>
        <source>%1 records name syncs that are not in the history.</source>
        <translation>%1 records noemen synchronisaties die nergens staan.</translation>
    </message>
    <message>
        <source>the sync (lake_syncs.id) that brought it first; NULL: before layout 2</source>
        <translation>de synchronisatie (lake_syncs.id) die het als eerste bracht; NULL: van voor indeling 2</translation>
    </message>
    <message>
        <source>the sync that met it last</source>
        <translation>de synchronisatie die het als laatste zag</translation>
    </message>
    <message>
        <source>the sync that brought what it is now</source>
        <translation>de synchronisatie die bracht wat het nu is</translation>
    </message>
    <message>
        <source>what the records of a feed were before</source>
        <translation>wat de records van een feed eerder waren</translation>
    </message>
    <message>
        <source>number of the version, in order of time</source>
        <translation>nummer van de versie, op volgorde van tijd</translation>
    </message>
    <message>
        <source>the sync that had brought this version</source>
        <translation>de synchronisatie die deze versie had gebracht</translation>
    </message>
    <message>
        <source>its JSON, packed as in the table of records as received</source>
        <translation>de JSON, ingepakt als in de tabel met records zoals ontvangen</translation>
    </message>
    <message>
        <source>full-text index (FTS5); its rowid is the row_id</source>
        <translation>index voor zoeken in tekst (FTS5); de rowid is de row_id</translation>
    </message>
    <message>
        <source>words of the comment, its translation, names and the account; only to be matched, never read</source>
        <translation>woorden uit de opmerking, de vertaling, namen en de account; alleen om in te zoeken, niet om te lezen</translation>
    </message>
    <message>
        <source>how words are folded in the search index, and the columns that it was made of</source>
        <translation>hoe woorden in de zoekindex zijn vereenvoudigd, en de kolommen waarvan die is gemaakt</translation>
    </message>
    <message>
        <source>when it ended, UTC; NULL: it runs, or was killed</source>
        <translation>wanneer ze eindigde, UTC; NULL: ze loopt of is afgebroken</translation>
    </message>
    <message>
        <source>of the updated ones: came with another content</source>
        <translation>van de bijgewerkte: kwam met een andere inhoud</translation>
    </message>
    <message>
        <source>records that were no longer found</source>
        <translation>records die niet meer zijn gevonden</translation>
    </message>
    <message>
        <source>what packed records are unpacked with</source>
        <translation>waarmee ingepakte records worden uitgepakt</translation>
    </message>
    <message>
        <source>its number, as the frames name it</source>
        <translation>het nummer, zoals de frames het noemen</translation>
    </message>
    <message>
        <source>when it was made, UTC</source>
        <translation>wanneer het is gemaakt, UTC</translation>
    </message>
    <message>
        <source>a dictionary of zstd</source>
        <translation>een woordenboek van zstd</translation>
    </message>
    <message>
        <source>A record in the local copy is damaged and cannot be shown as it was received. Remove the local copy and sync again.</source>
        <translation>Een record in de lokale kopie is beschadigd en kan niet worden getoond zoals het is ontvangen. Verwijder de lokale kopie en synchroniseer opnieuw.</translation>
    </message>
    <message>
        <source>This is not the address of a PostgreSQL database. Write postgresql://user@host:port/database.</source>
        <translation>Dit is geen adres van een PostgreSQL-database. Schrijf postgresql://gebruiker@host:poort/database.</translation>
    </message>
    <message>
        <source>The address of the database holds a password, which others could read there. Leave it out, and put it into the file ~/.pgpass or the variable PGPASSWORD.</source>
        <translation>In het adres van de database staat een wachtwoord, dat anderen daar kunnen lezen. Laat het weg en zet het in het bestand ~/.pgpass of de variabele PGPASSWORD.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a schema here. Use small letters, digits and underscores, at most 63.</source>
        <translation>“%1” kan hier geen naam van een schema zijn. Gebruik kleine letters, cijfers en liggende streepjes, hoogstens 63.</translation>
    </message>
    <message>
        <source>This database cannot hold the local copy: it needs PostgreSQL 13 or newer and a database in the encoding UTF8.</source>
        <translation>Deze database kan de lokale kopie niet bevatten: nodig is PostgreSQL 13 of nieuwer en een database in de codering UTF8.</translation>
    </message>
    <message>
        <source>The database server %1 cannot be reached, or has ended the connection. What was stored before is kept. Check that it runs and try again.</source>
        <translation>De databaseserver %1 is niet bereikbaar of heeft de verbinding verbroken. Wat eerder is opgeslagen, blijft bewaard. Controleer of hij draait en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The database server %1 does not let this user in. Check the user&apos;s name; its password belongs into the file ~/.pgpass or the variable PGPASSWORD.</source>
        <translation>De databaseserver %1 laat deze gebruiker niet toe. Controleer de gebruikersnaam; het wachtwoord hoort in het bestand ~/.pgpass of de variabele PGPASSWORD.</translation>
    </message>
    <message>
        <source>There is no such database on the server %1. Create it there, or choose another.</source>
        <translation>Deze database is er niet op de server %1. Maak haar daar aan of kies een andere.</translation>
    </message>
    <message>
        <source>The database server %1 has no room left: its disk or memory is full, or too many programs use it. What was stored before is kept. Try again later.</source>
        <translation>De databaseserver %1 heeft geen ruimte meer: de schijf of het geheugen is vol, of te veel programma&apos;s gebruiken hem. Wat eerder is opgeslagen, blijft bewaard. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>The filter has more than %1 groups within groups. Make it simpler.</source>
        <translation>Het filter heeft meer dan %1 groepen in groepen. Maak het eenvoudiger.</translation>
    </message>
    <message>
        <source>The filter names %1 values; %2 are possible. Ask in several parts.</source>
        <translation>Het filter noemt %1 waarden; %2 zijn mogelijk. Vraag het in meerdere delen.</translation>
    </message>
    <message>
        <source>The filter has more than %1 conditions. Where they name values of one column, use “in”.</source>
        <translation>Het filter heeft meer dan %1 voorwaarden. Gebruik “in” waar ze waarden van één kolom noemen.</translation>
    </message>
    <message>
        <source>“%1” has more than %2 different values. Group by a column with fewer.</source>
        <translation>“%1” heeft meer dan %2 verschillende waarden. Groepeer op een kolom met minder.</translation>
    </message>
    <message>
        <source>“%1” holds no dates.</source>
        <translation>“%1” bevat geen datums.</translation>
    </message>
    <message>
        <source>This local copy is in a PostgreSQL database, which has its own tools for that: pg_dump, pg_amcheck, VACUUM, psql.</source>
        <translation>Deze lokale kopie staat in een PostgreSQL-database, die daar eigen hulpmiddelen voor heeft: pg_dump, pg_amcheck, VACUUM, psql.</translation>
    </message>
    <message>
        <source>%1: what came and is no number</source>
        <translation>%1: wat er kwam en geen getal is</translation>
    </message>
    <message>
        <source>full-text index (GIN)</source>
        <translation>zoekindex over hele teksten (GIN)</translation>
    </message>
    <message>
        <source>words of the comment, its translation, names and the account, without case and accents</source>
        <translation>woorden van de opmerking, de vertaling ervan, namen en de account, zonder hoofdletters en accenten</translation>
    </message>
    <message>
        <source>says that this schema is a lake; one row</source>
        <translation>zegt dat dit schema een lokale kopie is; één rij</translation>
    </message>
    <message>
        <source>the program that made it</source>
        <translation>het programma dat het heeft gemaakt</translation>
    </message>
    <message>
        <source>version of the layout of the tables</source>
        <translation>versie van de indeling van de tabellen</translation>
    </message>
    <message>
        <source>keeps it at one row</source>
        <translation>houdt het bij één rij</translation>
    </message>
    <message>
        <source>made of %1</source>
        <translation>gemaakt van %1</translation>
    </message>
    <message>
        <source>incremental, refresh, reconcile or page (one that a person kept)</source>
        <translation>incremental, refresh, reconcile of page (een die iemand heeft bewaard)</translation>
    </message>
    <message>
        <source>“%1” holds lists, which have no single values. Ask for what they contain.</source>
        <translation>“%1” bevat lijsten, die geen losse waarden hebben. Vraag naar wat ze bevatten.</translation>
    </message>
    <message>
        <source>number of the upload</source>
        <translation>nummer van de upload</translation>
    </message>
    <message>
        <source>when every row that could be sent had been, UTC; NULL: it runs, stopped or was killed</source>
        <translation>wanneer elke rij die kon worden verzonden verzonden was, UTC; NULL: hij loopt, is gestopt of afgebroken</translation>
    </message>
    <message>
        <source>the connection&apos;s name at that time</source>
        <translation>de naam van de verbinding op dat moment</translation>
    </message>
    <message>
        <source>reference of the Import Configuration</source>
        <translation>referentie van de importconfiguratie</translation>
    </message>
    <message>
        <source>its size</source>
        <translation>de grootte</translation>
    </message>
    <message>
        <source>rows that the service accepted</source>
        <translation>rijen die de dienst heeft aangenomen</translation>
    </message>
    <message>
        <source>rows that the service refused</source>
        <translation>rijen die de dienst heeft geweigerd</translation>
    </message>
    <message>
        <source>rows that were sent, or are on their way, and whose answer is not known</source>
        <translation>rijen die zijn verzonden of onderweg zijn, en waarvan het antwoord niet bekend is</translation>
    </message>
    <message>
        <source>why it stopped before its last row, as a message; empty otherwise</source>
        <translation>waarom hij vóór de laatste rij stopte, in woorden; anders leeg</translation>
    </message>
    <message>
        <source>what became of each row of an upload</source>
        <translation>wat er van elke rij van een upload is geworden</translation>
    </message>
    <message>
        <source>the upload (lake_uploads.id)</source>
        <translation>de upload (lake_uploads.id)</translation>
    </message>
    <message>
        <source>line of the file on which the row begins</source>
        <translation>regel van het bestand waarop de rij begint</translation>
    </message>
    <message>
        <source>sending, accepted, refused, unknown (no answer came) or not-sent; a row that is not here was not sent</source>
        <translation>sending, accepted, refused, unknown (er kwam geen antwoord) of not-sent; een rij die hier niet staat is niet verzonden</translation>
    </message>
    <message>
        <source>when it came to be so, UTC</source>
        <translation>wanneer dat zo werd, UTC</translation>
    </message>
    <message>
        <source>who syncs a feed, or sends a file, now</source>
        <translation>wie nu een feed synchroniseert of een bestand verzendt</translation>
    </message>
    <message>
        <source>This upload is running already (process %1 on %2). Nothing was sent. Try again when it is done.</source>
        <translation>Deze upload loopt al (proces %1 op %2). Er is niets verzonden. Probeer het opnieuw als hij klaar is.</translation>
    </message>
    <message>
        <source>Another run has taken over this upload and continues it. This one has stopped.</source>
        <translation>Een ander proces heeft deze upload overgenomen en gaat ermee verder. Dit is gestopt.</translation>
    </message>
    <message>
        <source>GaugeDesk ended while this row was on its way: the service may have accepted it.</source>
        <translation>GaugeDesk eindigde terwijl deze rij onderweg was: misschien heeft de dienst hem aangenomen.</translation>
    </message>
    <message>
        <source>records were erased whose traces are still to be removed</source>
        <translation>er zijn records verwijderd waarvan de sporen nog weg moeten</translation>
    </message>
    <message>
        <source>when the records were erased, UTC</source>
        <translation>wanneer de records verwijderd zijn, UTC</translation>
    </message>
    <message>
        <source>Enter the e-mail address of the person.</source>
        <translation>Vul het e-mailadres van de persoon in.</translation>
    </message>
    <message>
        <source>Enter the customer number.</source>
        <translation>Vul het klantnummer in.</translation>
    </message>
    <message>
        <source>This is not a whole e-mail address. It needs a name, an @ and what comes behind it.</source>
        <translation>Dit is geen volledig e-mailadres. Er horen een naam, een @ en wat daarachter komt in.</translation>
    </message>
    <message>
        <source>The table %1 belongs to another role of the server, so its file still has what was deleted. Its owner can run VACUUM FULL.</source>
        <translation>De tabel %1 is van een andere rol van de server, dus haar bestand bevat nog wat verwijderd is. De eigenaar kan VACUUM FULL uitvoeren.</translation>
    </message>
    <message>
        <source>Somebody reads the local copy, so its log still has what was deleted.</source>
        <translation>Iemand leest de lokale kopie, dus haar logboek bevat nog wat verwijderd is.</translation>
    </message>
    <message>
        <source>one row an upload of a file, or of a single record</source>
        <translation>een rij per upload van een bestand, of van een record op zichzelf</translation>
    </message>
    <message>
        <source>type of the records, as on the command line (activities, response)</source>
        <translation>type van de records, zoals op de opdrachtregel (activities, response)</translation>
    </message>
    <message>
        <source>the file&apos;s name, without its folder; empty: a single record</source>
        <translation>de naam van het bestand, zonder map; leeg: een record op zichzelf</translation>
    </message>
    <message>
        <source>SHA-256 of its bytes, in hexadecimal, or empty</source>
        <translation>SHA-256 van de bytes, hexadecimaal, of leeg</translation>
    </message>
    <message>
        <source>why, as a message; empty when accepted. Of a single record also its reference or number</source>
        <translation>waarom, in woorden; leeg indien aangenomen. Van een record op zichzelf ook de referentie of het nummer</translation>
    </message>
    <message>
        <source>rows that were not sent; the four add up to the rows of the file, and are as of its last end or beginning: while it runs, count lake_upload_rows</source>
        <translation>rijen die niet verzonden zijn; de vier samen zijn de rijen van het bestand, zoals bij het laatste einde of begin: tel lake_upload_rows zolang de upload loopt</translation>
    </message>
    <message>
        <source>An upload is running (process %1 on %2). Nothing was changed. Try again when it is done.</source>
        <translation>Er loopt een upload (proces %1 op %2). Er is niets gewijzigd. Probeer het opnieuw als die klaar is.</translation>
    </message>
    <message>
        <source>The note on whose data these are cannot be read.</source>
        <translation>De aantekening van wie deze gegevens zijn, is niet leesbaar.</translation>
    </message>
    <message>
        <source>“%1” is the title of several columns: %2. Write one of these names.</source>
        <translation>“%1” is de titel van meerdere kolommen: %2. Schrijf een van deze namen.</translation>
    </message>
    <message>
        <source>There is no column “%1”. Did you mean “%2”?</source>
        <translation>Er is geen kolom “%1”. Bedoelde u “%2”?</translation>
    </message>
    <message>
        <source>“between” on “%1” needs two values.</source>
        <translation>“between” op “%1” heeft twee waarden nodig.</translation>
    </message>
    <message>
        <source>“%1” is not a valid date. Write a day as 2026-03-31, a month as 2026-03, a year as 2026, or a period: today, last 30 days, this quarter.</source>
        <translation>“%1” is geen geldige datum. Schrijf een dag als 2026-03-31, een maand als 2026-03, een jaar als 2026, of een periode: today, last 30 days, this quarter.</translation>
    </message>
    <message>
        <source>The local copy holds data of %1 that were read with another client ID than that of %2. Nothing was changed. If the client ID was replaced and reads the same data, adopt the local copy: sync --adopt. Otherwise choose another local copy for this connection.</source>
        <translation>De lokale kopie bevat gegevens van %1 die met een andere client-ID zijn gelezen dan die van %2. Er is niets veranderd. Is de client-ID vervangen en leest de nieuwe dezelfde gegevens, neem de lokale kopie dan over: sync --adopt. Kies anders een andere lokale kopie voor deze verbinding.</translation>
    </message>
    <message>
        <source>The local copy holds data of %1, and the connection now reads %2. Nothing was changed. If that is the same system under another address, adopt the local copy: sync --adopt. Otherwise choose another local copy for this connection.</source>
        <translation>De lokale kopie bevat gegevens van %1, en de verbinding leest nu %2. Er is niets veranderd. Is dat hetzelfde systeem onder een ander adres, neem de lokale kopie dan over: sync --adopt. Kies anders een andere lokale kopie voor deze verbinding.</translation>
    </message>
    <message>
        <source>The local copy holds data of %1, which is another system than %2. Nothing was changed. Choose another local copy for this connection.</source>
        <translation>De lokale kopie bevat gegevens van %1, een ander systeem dan %2. Er is niets veranderd. Kies een andere lokale kopie voor deze verbinding.</translation>
    </message>
    <message>
        <source>The local copy was moved to %1. Nothing was changed. Try again, so that the new place is used.</source>
        <translation>De lokale kopie is verplaatst naar %1. Er is niets veranderd. Probeer het opnieuw, zodat de nieuwe plaats wordt gebruikt.</translation>
    </message>
    <message>
        <source>“%1” is not a place for a local copy. Write the full path of a file, or postgresql://user@host:port/database.</source>
        <translation>“%1” is geen plaats voor een lokale kopie. Schrijf het volledige pad van een bestand, of postgresql://gebruiker@host:poort/database.</translation>
    </message>
    <message>
        <source>its JSON as received, with damaged texts repaired, as a zstd frame; the frame names its dictionary in lake_dictionaries</source>
        <translation>de JSON zoals ontvangen, met beschadigde teksten hersteld, als zstd-frame; het frame noemt zijn woordenboek in lake_dictionaries</translation>
    </message>
    <message>
        <source>the sync that did not find it any more; NULL: it is there, as far as is known</source>
        <translation>de synchronisatie die het niet meer vond; NULL: het is er, voor zover bekend</translation>
    </message>
    <message>
        <source>whose data the local copy holds; one row, or none before the first sync</source>
        <translation>van wie de gegevens in de lokale kopie zijn; één rij, of geen voor de eerste synchronisatie</translation>
    </message>
    <message>
        <source>name of the connection that synced it first</source>
        <translation>naam van de verbinding die ze het eerst heeft gesynchroniseerd</translation>
    </message>
    <message>
        <source>id of that connection</source>
        <translation>id van die verbinding</translation>
    </message>
    <message>
        <source>the hosts of the system for tokens, data and imports, with a space between</source>
        <translation>de hosts van het systeem voor tokens, gegevens en imports, met een spatie ertussen</translation>
    </message>
    <message>
        <source>random digits that the fingerprint was made with</source>
        <translation>willekeurige cijfers waarmee de vingerafdruk is gemaakt</translation>
    </message>
    <message>
        <source>SHA-256 of salt, hosts and client ID, in hexadecimal</source>
        <translation>SHA-256 van salt, hosts en client-ID, hexadecimaal</translation>
    </message>
    <message>
        <source>when this was written, UTC</source>
        <translation>wanneer dit is geschreven, UTC</translation>
    </message>
    <message>
        <source>the file that took the place of this one, or empty</source>
        <translation>het bestand dat in de plaats van dit is gekomen, of leeg</translation>
    </message>
    <message>
        <source>of the inserted ones: arrived behind the cursor, found by reading again</source>
        <translation>van de nieuwe: achter de cursor aangekomen, gevonden door opnieuw te lezen</translation>
    </message>
    <message>
        <source>how far each feed was read again</source>
        <translation>hoe ver elke feed opnieuw is gelezen</translation>
    </message>
    <message>
        <source>recent (at each sync) or long (every few days)</source>
        <translation>recent (bij elke synchronisatie) of long (om de paar dagen)</translation>
    </message>
    <message>
        <source>start of the sync that last read it to its end, UTC</source>
        <translation>begin van de synchronisatie die het voor het laatst tot het einde las, UTC</translation>
    </message>
    <message>
        <source>records that it found to be new, changed or gone</source>
        <translation>records die nieuw, gewijzigd of verdwenen bleken</translation>
    </message>
    <message>
        <source>id of the feed, upload: and the number of one, or lake for all of it</source>
        <translation>id van de feed, upload: en het nummer ervan, of lake voor alles</translation>
    </message>
    <message>
        <source>The database server %1 does not allow this user what is needed here: %2. Nothing was changed. Ask its administrator for this right.</source>
        <translation>De databaseserver %1 staat deze gebruiker niet toe wat hier nodig is: %2. Er is niets gewijzigd. Vraag de beheerder om dit recht.</translation>
    </message>
    <message>
        <source>The local copy on the database server %1 is incomplete: %2. Ask its administrator whether the schema was restored completely.</source>
        <translation>De lokale kopie op de databaseserver %1 is onvolledig: %2. Vraag de beheerder of het schema volledig is teruggezet.</translation>
    </message>
    <message>
        <source>The database server %1 ended a statement before it was done: %2. What was stored before is kept. Ask its administrator for a longer statement_timeout for this user.</source>
        <translation>De databaseserver %1 heeft een opdracht afgebroken voordat die klaar was: %2. Wat al was opgeslagen, blijft bewaard. Vraag de beheerder om een langere statement_timeout voor deze gebruiker.</translation>
    </message>
    <message>
        <source>The database server %1 is a standby and ended a statement to apply changes: %2. Try again, or ask its administrator for a longer max_standby_streaming_delay.</source>
        <translation>De databaseserver %1 is een standby en heeft een opdracht afgebroken om wijzigingen te verwerken: %2. Probeer het opnieuw, of vraag de beheerder om een langere max_standby_streaming_delay.</translation>
    </message>
    <message>
        <source>The database on the server %1 can only be read, as that of a standby: %2. Nothing was changed. Use the address of the server that may be written to.</source>
        <translation>De database op de server %1 kan alleen worden gelezen, zoals die van een standby: %2. Er is niets gewijzigd. Gebruik het adres van de server waarop geschreven mag worden.</translation>
    </message>
    <message>
        <source>The database server %1 is a connection pooler that gives each statement another session, which cannot keep a local copy whole. Nothing was changed. Set its pool mode to “transaction” or “session” (pool_mode of PgBouncer).</source>
        <translation>De databaseserver %1 is een connection pooler die elke opdracht een andere sessie geeft, waarmee een lokale kopie niet heel blijft. Er is niets gewijzigd. Zet de pool mode op “transaction” of “session” (pool_mode van PgBouncer).</translation>
    </message>
    <message>
        <source>A sync or an upload uses the local copy (process %1 on %2). Nothing was changed. Try again when it is done.</source>
        <translation>Een synchronisatie of upload gebruikt de lokale kopie (proces %1 op %2). Er is niets veranderd. Probeer het opnieuw wanneer die klaar is.</translation>
    </message>
    <message>
        <source>%1 exists already and was not changed. Choose another name, or use that file as the local copy without moving.</source>
        <translation>%1 bestaat al en is niet veranderd. Kies een andere naam, of gebruik dat bestand als lokale kopie zonder te verplaatsen.</translation>
    </message>
    <message>
        <source>The file %1 of the local copy could not be deleted. Delete it yourself.</source>
        <translation>Het bestand %1 van de lokale kopie kon niet worden verwijderd. Verwijder het zelf.</translation>
    </message>
    <message>
        <source>%1 is not a file, so it cannot be a local copy. Name a file.</source>
        <translation>%1 is geen bestand en kan dus geen lokale kopie zijn. Noem een bestand.</translation>
    </message>
    <message>
        <source>This installation of GaugeDesk has two different versions of SQLite, which together would damage local copies. Nothing was opened. Install GaugeDesk again from its own package.</source>
        <translation>Deze installatie van GaugeDesk heeft twee verschillende versies van SQLite, die samen lokale kopieën zouden beschadigen. Er is niets geopend. Installeer GaugeDesk opnieuw uit het eigen pakket.</translation>
    </message>
    <message>
        <source>A record in the local copy is damaged: it is not JSON. Reconcile with the service, then try again.</source>
        <translation>Een record in de lokale kopie is beschadigd: het is geen JSON. Stem af met de dienst en probeer het daarna opnieuw.</translation>
    </message>
    <message>
        <source>The local copy is being compacted or cleaned (process %1 on %2). Nothing was sent. Try again when it is done.</source>
        <translation>De lokale kopie wordt gecomprimeerd of opgeschoond (proces %1 op %2). Er is niets verzonden. Probeer het opnieuw als dat klaar is.</translation>
    </message>
    <message>
        <source>Nothing is between “%1” and “%2”. Write the earlier or lower value first: between %2 and %1.</source>
        <translation>Er ligt niets tussen “%1” en “%2”. Schrijf de eerdere of lagere waarde eerst: between %2 and %1.</translation>
    </message>
    <message>
        <source>the file&apos;s folder when it was last sent, or empty</source>
        <translation>de map van het bestand toen het voor het laatst werd verstuurd, of leeg</translation>
    </message>
    <message>
        <source>name of the computer that has that folder, or empty</source>
        <translation>naam van de computer die die map heeft, of leeg</translation>
    </message>
    <message>
        <source>number of the row in the file, from 1; the header is none. Below 1: it was sent, and is no longer in the file</source>
        <translation>nummer van de rij in het bestand, vanaf 1; de kop telt niet mee. Onder 1: verstuurd, en niet meer in het bestand</translation>
    </message>
    <message>
        <source>fingerprints by which the row is known again in a file that was changed, or empty</source>
        <translation>vingerafdrukken waaraan de rij in een gewijzigd bestand wordt herkend, of leeg</translation>
    </message>
    <message>
        <source>No record meets “%1”.</source>
        <translation>Geen record voldoet aan “%1”.</translation>
    </message>
    <message>
        <source>There is the value “%1”.</source>
        <translation>Er is wel de waarde “%1”.</translation>
    </message>
    <message>
        <source>The search “%1” finds no record.</source>
        <translation>De zoekopdracht “%1” vindt geen record.</translation>
    </message>
    <message>
        <source>Each condition has records, but none meets all of them.</source>
        <translation>Elke voorwaarde heeft records, maar geen enkel voldoet aan alle.</translation>
    </message>
    <message>
        <source>Beside the local copy is a journal that names another file, which would be deleted. GaugeDesk writes no such journal, so nothing was opened. Move %1 away and try again.</source>
        <translation>Naast de lokale kopie staat een journaal dat een ander bestand noemt, dat zou worden verwijderd. GaugeDesk schrijft zo’n journaal niet, dus er is niets geopend. Verplaats %1 en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The connection to this database may be without TLS: whoever is on the way can read and change all records. No password is sent. Choose sslmode=verify-full, or at least sslmode=require.</source>
        <translation>De verbinding met deze database kan zonder TLS zijn: wie onderweg meeluistert, kan alle records lezen en wijzigen. Er wordt geen wachtwoord verzonden. Kies sslmode=verify-full, of in elk geval sslmode=require.</translation>
    </message>
    <message>
        <source>The connection to this database is encrypted, but the name of the server is not checked. sslmode=verify-full is recommended.</source>
        <translation>De verbinding met deze database is versleuteld, maar de naam van de server wordt niet gecontroleerd. sslmode=verify-full wordt aanbevolen.</translation>
    </message>
    <message>
        <source>The database server %1 does not offer TLS, so no name and no password was sent to it. Ask its administrator to turn TLS on. Where nobody can listen on the way, add sslmode=disable to the address; then no password is sent.</source>
        <translation>De databaseserver %1 biedt geen TLS aan, dus er is geen naam en geen wachtwoord naartoe verzonden. Vraag de beheerder TLS in te schakelen. Voeg sslmode=disable toe aan het adres waar niemand onderweg kan meeluisteren; dan wordt er geen wachtwoord verzonden.</translation>
    </message>
    <message>
        <source>The certificate of the database server %1 cannot be verified, so nothing was sent to it. Ask its administrator for the certificate of its authority and name its file in the address (sslrootcert=FILE), or put it into ~/.postgresql/root.crt.</source>
        <translation>Het certificaat van de databaseserver %1 kan niet worden gecontroleerd, dus er is niets naartoe verzonden. Vraag de beheerder om het certificaat van de uitgever en noem dat bestand in het adres (sslrootcert=BESTAND), of plaats het in ~/.postgresql/root.crt.</translation>
    </message>
    <message>
        <source>The database server %1 does not let this user in without a password, and without TLS none was sent. Choose sslmode=verify-full or sslmode=require.</source>
        <translation>De databaseserver %1 laat deze gebruiker niet toe zonder wachtwoord, en zonder TLS is er geen verzonden. Kies sslmode=verify-full of sslmode=require.</translation>
    </message>
    <message>
        <source>The database server %1 sent more than %2 where less is expected, so the connection was closed. What was stored before is kept. Check that the address names the right server.</source>
        <translation>De databaseserver %1 verzond meer dan %2 waar minder wordt verwacht, dus de verbinding is verbroken. Wat eerder is opgeslagen, is behouden. Controleer of het adres de juiste server noemt.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n rij</numerusform>
            <numerusform>%n rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>The local copy is damaged, so it was not imported.</source>
        <translation>De lokale kopie is beschadigd en is daarom niet geïmporteerd.</translation>
    </message>
    <message>
        <source>This file holds what GaugeDesk never makes, and what could change or delete records: %1. It was not opened. Import it into a new file (gaugedesk-cli lake import), or sync into one.</source>
        <translation>Dit bestand bevat iets wat GaugeDesk nooit maakt en wat records kan wijzigen of verwijderen: %1. Het is niet geopend. Importeer het in een nieuw bestand (gaugedesk-cli lake import) of synchroniseer naar een nieuw bestand.</translation>
    </message>
</context>
<context>
    <name>lakewords</name>
    <message>
        <source>A sync is under way</source>
        <translation>Er loopt een synchronisatie</translation>
    </message>
    <message>
        <source>What a reconciliation does not find any more appears here at its end.</source>
        <translation>Wat een afstemming niet meer vindt, verschijnt hier als ze klaar is.</translation>
    </message>
    <message>
        <source>%1: none found</source>
        <translation>%1: niets gevonden</translation>
    </message>
    <message>
        <source>Only a reconciliation finds them: it reads the whole feed again and marks the records that it does not meet. The same from a command line: %1</source>
        <translation>Alleen een afstemming vindt ze: die leest de hele feed opnieuw en merkt de records die ze niet tegenkomt. Hetzelfde vanaf de opdrachtregel: %1</translation>
    </message>
    <message>
        <source>&amp;Reconcile now</source>
        <translation>Nu &amp;afstemmen</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Niet getoond</translation>
    </message>
    <message>
        <source>The local copy could not be read. Nothing in it was changed.</source>
        <translation>De lokale kopie kon niet worden gelezen. Er is niets in gewijzigd.</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>Filters &amp;wissen</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Nog geen verbinding</translation>
    </message>
    <message>
        <source>Connect to CustomerGauge, or look around with sample data first.</source>
        <translation>Verbind met CustomerGauge, of kijk eerst rond met voorbeelddata.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>Ve&amp;rbinden…</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>The local copy of “%1” is being read.</source>
        <translation>De lokale kopie van “%1” wordt gelezen.</translation>
    </message>
    <message>
        <source>The first sync is under way</source>
        <translation>De eerste synchronisatie is bezig</translation>
    </message>
    <message>
        <source>Records of “%1” appear here as they arrive.</source>
        <translation>Records van “%1” verschijnen hier zodra ze binnenkomen.</translation>
    </message>
    <message>
        <source>Nothing synced yet</source>
        <translation>Nog niets gesynchroniseerd</translation>
    </message>
    <message>
        <source>“%1” has no local copy yet. The first sync fetches every record, later ones only what is new.</source>
        <translation>“%1” heeft nog geen lokale kopie. De eerste synchronisatie haalt elk record op, latere alleen wat nieuw is.</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Nu &amp;synchroniseren</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>No record passes all filters and the search.</source>
        <translation>Geen enkel record voldoet aan alle filters en de zoekopdracht.</translation>
    </message>
    <message>
        <source>%1: none yet</source>
        <translation>%1: nog niets</translation>
    </message>
    <message>
        <source>The service has sent no records of this feed so far.</source>
        <translation>De dienst heeft tot nu toe geen records van deze feed gestuurd.</translation>
    </message>
    <message>
        <source>The last sync of this feed was stopped before any record arrived.</source>
        <translation>De laatste synchronisatie van deze feed is gestopt voordat er een record binnenkwam.</translation>
    </message>
    <message>
        <source>The last sync of this feed was interrupted before any record arrived.</source>
        <translation>De laatste synchronisatie van deze feed is onderbroken voordat er een record binnenkwam.</translation>
    </message>
    <message>
        <source>The next automatic sync resumes where it stopped.</source>
        <translation>De volgende automatische synchronisatie gaat verder waar deze is gestopt.</translation>
    </message>
    <message>
        <source>%1: sync not finished</source>
        <translation>%1: synchronisatie niet voltooid</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>He&amp;rvatten</translation>
    </message>
    <message>
        <source>%1: not synced yet</source>
        <translation>%1: nog niet gesynchroniseerd</translation>
    </message>
    <message>
        <source>No sync has read this feed so far.</source>
        <translation>Nog geen synchronisatie heeft deze feed gelezen.</translation>
    </message>
    <message>
        <source>%1: the last sync failed</source>
        <translation>%1: de laatste synchronisatie is mislukt</translation>
    </message>
    <message>
        <source>&amp;Sync again</source>
        <translation>Opnieuw &amp;synchroniseren</translation>
    </message>
    <message>
        <source>A sync of this feed is running.</source>
        <translation>Er loopt een synchronisatie van deze feed.</translation>
    </message>
    <message>
        <source>The local copy has no records of this feed.</source>
        <translation>De lokale kopie heeft geen records van deze feed.</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>The local copy is of an earlier version of GaugeDesk. Sync once to bring it up to date.</source>
        <translation>De lokale kopie is van een eerdere versie van GaugeDesk. Synchroniseer één keer om haar bij te werken.</translation>
    </message>
    <message>
        <source>This feed has no scores.</source>
        <translation>Deze feed heeft geen scores.</translation>
    </message>
    <message>
        <source>“%1” holds no dates.</source>
        <translation>“%1” bevat geen datums.</translation>
    </message>
    <message>
        <source>“%1” holds lists, which have no single values.</source>
        <translation>“%1” bevat lijsten, die geen losse waarden hebben.</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>%1 was not contacted: GaugeDesk uses https only (plain http for this computer alone) and no user name in an address.</source>
        <translation>Er is geen contact gemaakt met %1: GaugeDesk gebruikt alleen https (gewone http alleen voor deze computer) en geen gebruikersnaam in een adres.</translation>
    </message>
    <message>
        <source>%1 was not contacted: it does not belong to this connection.</source>
        <translation>Er is geen contact gemaakt met %1: het hoort niet bij deze verbinding.</translation>
    </message>
    <message>
        <source>%1 names %2, where no certificate can be read. Correct it, or remove it from the environment.</source>
        <translation>%1 noemt %2, waar geen certificaat te lezen is. Verbeter dat, of haal het uit de omgeving.</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Browse, keep and export the survey data of a CustomerGauge system.
GaugeDesk is independent of CustomerGauge.</source>
        <translation>Bekijk, bewaar en exporteer de enquêtegegevens van een CustomerGauge-systeem.
GaugeDesk is onafhankelijk van CustomerGauge.</translation>
    </message>
    <message>
        <source>Where connections and local copies live (also GAUGEDESK_DATA_DIR).</source>
        <translation>Waar verbindingen en lokale kopieën staan (ook GAUGEDESK_DATA_DIR).</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>map</translation>
    </message>
    <message>
        <source>Open made-up data from a service that runs on this computer.</source>
        <translation>Verzonnen gegevens openen van een dienst die op deze computer draait.</translation>
    </message>
    <message>
        <source>Say on standard error what happens.</source>
        <translation>Op de standaardfoutuitvoer melden wat er gebeurt.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1
</source>
        <translation>Onverwacht argument: %1
</translation>
    </message>
</context>
<context>
    <name>periodwords</name>
    <message>
        <source>Q%1 %2</source>
        <translation>K%1 %2</translation>
    </message>
    <message>
        <source>quarter %1 of %2</source>
        <translation>kwartaal %1 van %2</translation>
    </message>
    <message>
        <source>W%1 %2</source>
        <translation>W%1 %2</translation>
    </message>
    <message>
        <source>week %1 of %2</source>
        <translation>week %1 van %2</translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>“%1” takes no value in “%2”.</source>
        <translation>“%1” heeft geen waarde nodig in “%2”.</translation>
    </message>
    <message>
        <source>A sort needs a column: COLUMN or COLUMN:desc.</source>
        <translation>Een sortering heeft een kolom nodig: COLUMN of COLUMN:desc.</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bij teken %1: %2</translation>
    </message>
    <message>
        <source>“%1” was not expected. Conditions are joined with and, or; put a value in double quotes.</source>
        <translation>“%1” werd niet verwacht. Voorwaarden worden verbonden met and, or; zet een waarde tussen dubbele aanhalingstekens.</translation>
    </message>
    <message>
        <source>Parentheses can be %1 deep at most.</source>
        <translation>Haakjes kunnen hoogstens %1 diep zijn.</translation>
    </message>
    <message>
        <source>The parenthesis that opens here is not closed.</source>
        <translation>Het haakje dat hier opent, wordt niet gesloten.</translation>
    </message>
    <message>
        <source>A condition is missing here.</source>
        <translation>Hier ontbreekt een voorwaarde.</translation>
    </message>
    <message>
        <source>“%1” is not a condition. Write COLUMN OPERATOR VALUE; if it belongs to the value before it, put that value in double quotes.</source>
        <translation>“%1” is geen voorwaarde. Schrijf COLUMN OPERATOR VALUE; hoort het bij de waarde ervoor, zet die waarde dan tussen dubbele aanhalingstekens.</translation>
    </message>
    <message>
        <source>“%1” says nothing: something must follow it.</source>
        <translation>“%1” zegt niets: er moet iets op volgen.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1” staat er twee keer.</translation>
    </message>
    <message>
        <source>“%1” begins no line of a query. Possible: where, search, sort, columns, limit, records.</source>
        <translation>Geen regel van een vraag begint met “%1”. Mogelijk: where, search, sort, columns, limit, records.</translation>
    </message>
    <message>
        <source>A limit is a number of rows, not “%1”.</source>
        <translation>Een limiet is een aantal rijen, niet “%1”.</translation>
    </message>
    <message>
        <source>Records are there, gone or all, not “%1”.</source>
        <translation>Records zijn there, gone of all, niet “%1”.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Regel %1: %2</translation>
    </message>
    <message>
        <source>“between” needs two values: date_sent between 2026-01-01 and 2026-03-31.</source>
        <translation>“between” heeft twee waarden nodig: date_sent between 2026-01-01 and 2026-03-31.</translation>
    </message>
    <message>
        <source>“%1” is not a condition. Write COLUMN OPERATOR VALUE, for example nps &gt;= 9; operators are = != &lt; &lt;= &gt; &gt;= contains starts-with is-empty not-empty in between before after.</source>
        <translation>“%1” is geen voorwaarde. Schrijf KOLOM OPERATOR WAARDE, bijvoorbeeld nps &gt;= 9; operatoren zijn = != &lt; &lt;= &gt; &gt;= contains starts-with is-empty not-empty in between before after.</translation>
    </message>
</context>
<context>
    <name>sandbox</name>
    <message>
        <source>The fault rule &quot;%1&quot; cannot be read: %2</source>
        <translation>De foutregel &quot;%1&quot; kan niet worden gelezen: %2</translation>
    </message>
    <message>
        <source>The sandbox could not listen on port %1: %2</source>
        <translation>De sandbox kon niet luisteren op poort %1: %2</translation>
    </message>
    <message>
        <source>after the colon it takes every=N, at=N, from=N, times=N, feed=NAME, retry-after=SECONDS, retry-after-date=SECONDS and retry-after-unix=SECONDS.</source>
        <translation>na de dubbele punt zijn mogelijk: every=N, at=N, from=N, times=N, feed=NAME, retry-after=SECONDS, retry-after-date=SECONDS en retry-after-unix=SECONDS.</translation>
    </message>
    <message>
        <source>it begins with a status such as 503, or with reset, truncate, cut, delay=200ms, stall, html, errors, unauthenticated, garbage, empty, expire-token, redirect, huge, endless, deep, stuck, empty-page, next-null, next-empty, next-missing, data-object, data-null, refuse-cursor, headers or early-hints.</source>
        <translation>het begint met een status zoals 503, of met reset, truncate, cut, delay=200ms, stall, html, errors, unauthenticated, garbage, empty, expire-token, redirect, huge, endless, deep, stuck, empty-page, next-null, next-empty, next-missing, data-object, data-null, refuse-cursor, headers of early-hints.</translation>
    </message>
</context>
<context>
    <name>saved</name>
    <message>
        <source>Saved views and exports</source>
        <translation>Bewaarde weergaven en exports</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”. Possible: %3.</source>
        <translation>“%1” kan niet “%2” zijn. Mogelijk: %3.</translation>
    </message>
    <message>
        <source>There is already a view “%1”. Choose another name.</source>
        <translation>Er is al een weergave “%1”. Kies een andere naam.</translation>
    </message>
    <message>
        <source>There is already a saved export “%1”. Choose another name.</source>
        <translation>Er is al een bewaarde export “%1”. Kies een andere naam.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Het bestand kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The file is too large for this.</source>
        <translation>Het bestand is hiervoor te groot.</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>Het bestand is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>Another file, %1, is called “%2” too; that one is used.</source>
        <translation>Een ander bestand, %1, heet ook “%2”; dat wordt gebruikt.</translation>
    </message>
    <message>
        <source>There is no view “%1”; none has been saved yet.</source>
        <translation>Er is geen weergave “%1”; er is er nog geen bewaard.</translation>
    </message>
    <message>
        <source>There is no view “%1”. There are: %2.</source>
        <translation>Er is geen weergave “%1”. Er zijn: %2.</translation>
    </message>
    <message>
        <source>There is no saved export “%1”; none has been saved yet.</source>
        <translation>Er is geen bewaarde export “%1”; er is er nog geen bewaard.</translation>
    </message>
    <message>
        <source>There is no saved export “%1”. There are: %2.</source>
        <translation>Er is geen bewaarde export “%1”. Er zijn: %2.</translation>
    </message>
    <message>
        <source>Another GaugeDesk is saving something in %1, or the folder cannot be written. Nothing was changed; try again.</source>
        <translation>Een andere GaugeDesk bewaart iets in %1, of naar de map kan niet worden geschreven. Er is niets gewijzigd; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>“%1” could not be saved in %2. Nothing was changed; check the folder and the free space.</source>
        <translation>“%1” kon niet in %2 worden bewaard. Er is niets gewijzigd; controleer de map en de vrije ruimte.</translation>
    </message>
    <message>
        <source>The file cannot be removed.</source>
        <translation>Het bestand kan niet worden verwijderd.</translation>
    </message>
    <message>
        <source>The file cannot be written. Choose another folder.</source>
        <translation>Het bestand kan niet worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>This is no saved view of GaugeDesk.</source>
        <translation>Dit is geen bewaarde weergave van GaugeDesk.</translation>
    </message>
    <message>
        <source>These are no saved export choices of GaugeDesk.</source>
        <translation>Dit zijn geen bewaarde exportkeuzes van GaugeDesk.</translation>
    </message>
    <message>
        <source>This comes from a newer GaugeDesk. Update this one to use it.</source>
        <translation>Dit komt van een nieuwere GaugeDesk. Werk deze bij om het te gebruiken.</translation>
    </message>
    <message>
        <source>It has two names.</source>
        <translation>Het heeft twee namen.</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1” staat er twee keer.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Er ontbreekt een naam.</translation>
    </message>
    <message>
        <source>A name has %1 characters at most.</source>
        <translation>Een naam heeft hoogstens %1 tekens.</translation>
    </message>
    <message>
        <source>It does not say of which feed it is.</source>
        <translation>Er staat niet bij van welke feed het is.</translation>
    </message>
    <message>
        <source>“%1” was not saved on this computer. It leaves texts that look like formulas as they are: a spreadsheet would run them.</source>
        <translation>“%1” is niet op deze computer bewaard. Teksten die op formules lijken, blijven ongewijzigd: een spreadsheet zou ze uitvoeren.</translation>
    </message>
    <message>
        <source>“%1” was not saved on this computer. It writes the file %2.</source>
        <translation>“%1” is niet op deze computer bewaard. Het bestand %2 wordt geschreven.</translation>
    </message>
    <message>
        <source>“%1” was not saved on this computer. It writes the file %2, and leaves texts that look like formulas as they are: a spreadsheet would run them.</source>
        <translation>“%1” is niet op deze computer bewaard. Het bestand %2 wordt geschreven, en teksten die op formules lijken, blijven ongewijzigd: een spreadsheet zou ze uitvoeren.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and the free space.</source>
        <translation>%1 kan niet worden geschreven. Controleer de map en de vrije ruimte.</translation>
    </message>
    <message>
        <source>%1 are the records exactly as received, so personal data cannot be masked in them.</source>
        <translation>%1 zijn de records precies zoals ontvangen; persoonsgegevens kunnen daarin niet worden gemaskeerd.</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>The service&apos;s answer broke off or is not JSON.</source>
        <translation>Het antwoord van de dienst brak af of is geen JSON.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is nested too deeply and was refused.</source>
        <translation>Het antwoord van de dienst is te diep genest en is geweigerd.</translation>
    </message>
    <message>
        <source>The service&apos;s answer holds no list of records.</source>
        <translation>Het antwoord van de dienst bevat geen lijst van records.</translation>
    </message>
    <message>
        <source>The service&apos;s answer holds two lists of records.</source>
        <translation>Het antwoord van de dienst bevat twee lijsten van records.</translation>
    </message>
    <message>
        <source>One of the records in the service&apos;s answer is no record.</source>
        <translation>Een van de records in het antwoord van de dienst is geen record.</translation>
    </message>
    <message>
        <source>The service sent far more records than were asked for.</source>
        <translation>De dienst stuurde veel meer records dan gevraagd.</translation>
    </message>
    <message>
        <source>The service&apos;s answer holds no readable cursor.</source>
        <translation>Het antwoord van de dienst bevat geen leesbare cursor.</translation>
    </message>
    <message>
        <source>The service sent an empty answer.</source>
        <translation>De dienst stuurde een leeg antwoord.</translation>
    </message>
    <message>
        <source>The service answered with a web page (HTML) instead of data. A proxy or a sign-in page may stand in between.</source>
        <translation>De dienst antwoordde met een webpagina (HTML) in plaats van gegevens. Mogelijk zit er een proxy of een aanmeldpagina tussen.</translation>
    </message>
    <message>
        <source>The service refused the request. Check the filters.</source>
        <translation>De dienst weigerde de aanvraag. Controleer de filters.</translation>
    </message>
    <message>
        <source>The service refused the request: %1</source>
        <translation>De dienst weigerde de aanvraag: %1</translation>
    </message>
    <message>
        <source>The service refused the access token twice. Check the credentials in CustomerGauge under Data → Rest APIs → Authentications.</source>
        <translation>De dienst weigerde het toegangstoken twee keer. Controleer de aanmeldgegevens in CustomerGauge onder Data → Rest APIs → Authentications.</translation>
    </message>
    <message>
        <source>These credentials may not read this. An admin can allow it in CustomerGauge under Data → Rest APIs.</source>
        <translation>Deze aanmeldgegevens mogen dit niet lezen. Een beheerder kan het toestaan in CustomerGauge onder Data → Rest APIs.</translation>
    </message>
    <message>
        <source>The service knows nothing under this address. This system may not have this feed, or the region is another.</source>
        <translation>De dienst kent niets op dit adres. Mogelijk heeft dit systeem deze feed niet, of is de regio een andere.</translation>
    </message>
    <message>
        <source>The service took too long to answer.</source>
        <translation>De dienst deed te lang over het antwoord.</translation>
    </message>
    <message>
        <source>The service asks to slow down (too many requests).</source>
        <translation>De dienst vraagt om het rustiger aan te doen (te veel aanvragen).</translation>
    </message>
    <message>
        <source>The service reported an internal error (HTTP %1).</source>
        <translation>De dienst heeft zelf een probleem (HTTP %1).</translation>
    </message>
    <message>
        <source>The service answered in an unexpected way (HTTP %1).</source>
        <translation>De dienst antwoordde op een onverwachte manier (HTTP %1).</translation>
    </message>
    <message>
        <source>It was tried %1 times. Nothing that was stored is lost; try again later.</source>
        <translation>Het is %1 keer geprobeerd. Niets van wat is opgeslagen, is verloren; probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>“%1” is not an address. It begins with https:// and names a host.</source>
        <translation>“%1” is geen adres. Het begint met https:// en noemt een host.</translation>
    </message>
    <message>
        <source>The address of %1 must not hold a user name or password.</source>
        <translation>Het adres van %1 mag geen gebruikersnaam of wachtwoord bevatten.</translation>
    </message>
    <message>
        <source>The address of %1 must end before “?” and “#”.</source>
        <translation>Het adres van %1 moet vóór “?” en “#” eindigen.</translation>
    </message>
    <message>
        <source>%1 needs an https address. Plain http is possible for this computer only (127.0.0.1).</source>
        <translation>%1 heeft een https-adres nodig. Gewone http kan alleen voor deze computer (127.0.0.1).</translation>
    </message>
    <message>
        <source>The connection needs a name.</source>
        <translation>De verbinding heeft een naam nodig.</translation>
    </message>
    <message>
        <source>A custom region needs three addresses: for tokens, for reading and for uploads.</source>
        <translation>Een aangepaste regio heeft drie adressen nodig: voor tokens, voor lezen en voor uploads.</translation>
    </message>
    <message>
        <source>The list of connections in %1 cannot be read. It was left as it is; repair it or move it away.</source>
        <translation>De lijst van verbindingen in %1 kan niet worden gelezen. Ze is zo gelaten; herstel of verplaats haar.</translation>
    </message>
    <message>
        <source>The list of connections in %1 comes from a newer GaugeDesk. It was left as it is.</source>
        <translation>De lijst van verbindingen in %1 komt van een nieuwere GaugeDesk. Ze is zo gelaten.</translation>
    </message>
    <message>
        <source>The connection could not be saved in %1. Nothing was changed; check the folder and the free space.</source>
        <translation>De verbinding kon niet in %1 worden opgeslagen. Er is niets gewijzigd; controleer de map en de vrije ruimte.</translation>
    </message>
    <message>
        <source>Another GaugeDesk is saving its connections, or the folder %1 cannot be written. Nothing was changed; try again.</source>
        <translation>Een andere GaugeDesk slaat zijn verbindingen op, of naar de map %1 kan niet worden geschreven. Er is niets gewijzigd; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>There is no connection “%1”; none has been made yet.</source>
        <translation>Er is geen verbinding “%1”; er is er nog geen gemaakt.</translation>
    </message>
    <message>
        <source>There is no connection “%1”. There are: %2.</source>
        <translation>Er is geen verbinding “%1”. Er zijn: %2.</translation>
    </message>
    <message>
        <source>The connection&apos;s id is not usable.</source>
        <translation>De id van de verbinding is niet bruikbaar.</translation>
    </message>
    <message>
        <source>There is already a connection “%1”. Choose another name.</source>
        <translation>Er is al een verbinding “%1”. Kies een andere naam.</translation>
    </message>
    <message>
        <source>This connection was removed already.</source>
        <translation>Deze verbinding is al verwijderd.</translation>
    </message>
    <message>
        <source>A page holds 1 to %1 records.</source>
        <translation>Een pagina bevat 1 tot %1 records.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check it in CustomerGauge under Data → Rest APIs → Authentications, and check that the region (%1) is the right one.</source>
        <translation>Er is niets gewijzigd. Controleer het in CustomerGauge onder Data → Rest APIs → Authentications, en controleer of de regio (%1) de juiste is.</translation>
    </message>
    <message>
        <source>The service refused the client secret.</source>
        <translation>De dienst weigerde het client secret.</translation>
    </message>
    <message>
        <source>The service refused the client ID.</source>
        <translation>De dienst weigerde de client-ID.</translation>
    </message>
    <message>
        <source>These credentials may not be used for this kind of access.</source>
        <translation>Deze aanmeldgegevens mogen niet voor dit soort toegang worden gebruikt.</translation>
    </message>
    <message>
        <source>The service refused the client ID or the client secret.</source>
        <translation>De dienst weigerde de client-ID of het client secret.</translation>
    </message>
    <message>
        <source>There is no token service at this address. Check the region (%1).</source>
        <translation>Er is geen tokendienst op dit adres. Controleer de regio (%1).</translation>
    </message>
    <message>
        <source>The sign-in address answered, but not with a token. Check the region (%1); a proxy or a sign-in page may stand in between.</source>
        <translation>Het aanmeldadres antwoordde, maar niet met een token. Controleer de regio (%1); mogelijk zit er een proxy of een aanmeldpagina tussen.</translation>
    </message>
    <message>
        <source>The service asks to wait until %1. What was received before is kept; try again after that time.</source>
        <translation>De dienst vraagt te wachten tot %1. Wat eerder is ontvangen, blijft bewaard; probeer het na dat tijdstip opnieuw.</translation>
    </message>
    <message>
        <source>a value is neither a number nor a text</source>
        <translation>een waarde is geen getal en geen tekst</translation>
    </message>
    <message>
        <source>a comma, colon, quote or bracket is missing or surplus</source>
        <translation>er ontbreekt een komma, dubbele punt, aanhalingsteken of haakje, of er is er een te veel</translation>
    </message>
    <message>
        <source>Record %1 of the page that the service sent is not valid JSON (%2), so the whole page was refused.</source>
        <translation>Record %1 van de pagina die de dienst stuurde is geen geldige JSON (%2); daarom is de hele pagina geweigerd.</translation>
    </message>
    <message>
        <source>The service sent a message instead of records: %1</source>
        <translation>De dienst stuurde een melding in plaats van records: %1</translation>
    </message>
    <message>
        <source>A connection cannot be named like an id. Choose another name.</source>
        <translation>Een verbinding kan niet heten als een id. Kies een andere naam.</translation>
    </message>
    <message>
        <source>“%1” is the id of another connection. Choose another name.</source>
        <translation>“%1” is het id van een andere verbinding. Kies een andere naam.</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>client secret</translation>
    </message>
    <message>
        <source>client ID</source>
        <translation>client-ID</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>The service sent records of %1 but did not move its cursor on, so the sync stopped instead of running in a circle. The records are kept. Try again later, or tell CustomerGauge&apos;s support.</source>
        <translation>De dienst stuurde records van %1 maar schoof de cursor niet op; daarom is de synchronisatie gestopt in plaats van in een kring te lopen. De records blijven bewaard. Probeer het later opnieuw, of meld het aan de ondersteuning van CustomerGauge.</translation>
    </message>
    <message>
        <source>%1 records received, %2 new, %3 updated, %4 removed</source>
        <translation>%1 records ontvangen, %2 nieuw, %3 bijgewerkt, %4 verwijderd</translation>
    </message>
    <message>
        <source>The service answered with no records of %1 at all, though %2 were synced before. Nothing was marked as gone. Check in CustomerGauge what these credentials may read, then try again.</source>
        <translation>De dienst gaf helemaal geen records van %1, hoewel er eerder %2 gesynchroniseerd zijn. Er is niets als verdwenen gemarkeerd. Kijk in CustomerGauge wat deze inloggegevens mogen lezen en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>%1 records compared: %2 missing, %3 changed, %4 gone</source>
        <translation>%1 records vergeleken: %2 ontbreken, %3 gewijzigd, %4 verdwenen</translation>
    </message>
    <message>
        <source>The report %1 cannot be written. Choose another folder or make room, then try again.</source>
        <translation>Het rapport %1 kan niet worden geschreven. Kies een andere map of maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>%1 records received, %2 new, %3 changed, %4 gone</source>
        <translation>%1 records ontvangen, %2 nieuw, %3 veranderd, %4 verdwenen</translation>
    </message>
    <message>
        <source>1 new column: %1</source>
        <translation>1 nieuwe kolom: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new columns: %1</source>
        <translation>
            <numerusform>%n nieuwe kolom: %1</numerusform>
            <numerusform>%n nieuwe kolommen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 en nog %n</numerusform>
            <numerusform>%1 en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The local copy is the same as what CustomerGauge has. There is nothing to do.</source>
        <translation>De lokale kopie is gelijk aan wat CustomerGauge heeft. Er is niets te doen.</translation>
    </message>
    <message>
        <source>What is missing comes with the next sync, or with “Reconcile everything” if it stays away.</source>
        <translation>Wat ontbreekt komt met de volgende synchronisatie, of met “Alles in overeenstemming brengen” als het wegblijft.</translation>
    </message>
    <message>
        <source>What has changed comes with “Read a period again” where the period is known, else with “Reconcile everything”.</source>
        <translation>Wat veranderd is komt met “Een periode opnieuw lezen” als de periode bekend is, en anders met “Alles in overeenstemming brengen”.</translation>
    </message>
    <message>
        <source>What is gone is still in the local copy; “Reconcile everything” marks it as gone and brings what has changed.</source>
        <translation>Wat verdwenen is staat nog in de lokale kopie; “Alles in overeenstemming brengen” merkt het als verdwenen en brengt wat veranderd is.</translation>
    </message>
    <message>
        <source>Every difference is listed in %1.</source>
        <translation>Elk verschil staat in %1.</translation>
    </message>
    <message>
        <source>These records were asked for without some of their parts, which the local copy would lose. Nothing was kept. Tick every part, fetch again, then keep them.</source>
        <translation>Deze records zijn opgevraagd zonder sommige onderdelen, die de lokale kopie dan zou verliezen. Er is niets bewaard. Vink alle onderdelen aan, haal opnieuw op en bewaar ze dan.</translation>
    </message>
    <message>
        <source>The service did not return %1 of the %2 records of %3 that it had before. Nothing was marked as gone. Check in CustomerGauge what these credentials may read; if the records are really gone, confirm it.</source>
        <translation>De dienst gaf %1 van de %2 records van %3 die er eerder waren niet terug. Er is niets als verdwenen gemarkeerd. Controleer in CustomerGauge wat deze inloggegevens mogen lezen; bevestig het als de records echt verdwenen zijn.</translation>
    </message>
    <message>
        <source>The service sent an empty page of %1 before the end. The records that came are kept, but nothing was marked as gone, because others may be missing. Reconcile again later.</source>
        <translation>De dienst stuurde een lege pagina van %1 vóór het einde. De ontvangen records zijn bewaard, maar er is niets als verdwenen gemarkeerd, omdat er andere kunnen ontbreken. Vergelijk later opnieuw.</translation>
    </message>
    <message>
        <source>The service no longer accepts the cursor “%1”, from which the sync of %2 was to continue. Everything that was synced is kept. Reconcile this feed: it is read again from its start, and later syncs continue from its end.</source>
        <translation>De dienst accepteert de cursor “%1” niet meer, vanaf waar de synchronisatie van %2 verder zou gaan. Alles wat gesynchroniseerd was, blijft bewaard. Vergelijk deze feed volledig: hij wordt opnieuw vanaf het begin gelezen, en latere synchronisaties gaan verder vanaf het einde.</translation>
    </message>
    <message>
        <source>The service does not accept its own cursor “%1” of %2. What was received before is kept; try again later.</source>
        <translation>De dienst accepteert zijn eigen cursor “%1” van %2 niet. Wat eerder is ontvangen, blijft bewaard; probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Waiting until %1, as the service asked</source>
        <translation>Wachten tot %1, zoals de dienst vroeg</translation>
    </message>
    <message>
        <source>1 text was not valid Unicode; U+FFFD replaces the characters that could not be read</source>
        <translation>1 tekst was geen geldige Unicode; U+FFFD vervangt de tekens die niet te lezen waren</translation>
    </message>
    <message numerus="yes">
        <source>%n texts were not valid Unicode; U+FFFD replaces the characters that could not be read</source>
        <translation>
            <numerusform>%n tekst was geen geldige Unicode; U+FFFD vervangt de tekens die niet te lezen waren</numerusform>
            <numerusform>%n teksten waren geen geldige Unicode; U+FFFD vervangt de tekens die niet te lezen waren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed, %2 arrived late</source>
        <translation>%1 gewijzigd, %2 laat aangekomen</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 verdwenen</translation>
    </message>
    <message>
        <source>The service did not return the feed to its end, so the comparison could not be completed. Try again later.</source>
        <translation>De dienst gaf de feed niet tot het einde terug, dus de vergelijking kon niet worden afgemaakt. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>values without their own column, which stay in their records: %1; a feed has %2 columns at most</source>
        <translation>waarden zonder eigen kolom, die in hun records blijven: %1; een feed heeft hoogstens %2 kolommen</translation>
    </message>
</context>
<context>
    <name>syncstate</name>
    <message>
        <source>The last sync of “%1” was stopped. Everything that had arrived is kept.</source>
        <translation>De laatste synchronisatie van “%1” is gestopt. Alles wat binnen was, is bewaard.</translation>
    </message>
    <message>
        <source>The last sync of “%1” was interrupted. Everything that had arrived is kept.</source>
        <translation>De laatste synchronisatie van “%1” is onderbroken. Alles wat binnen was, is bewaard.</translation>
    </message>
    <message>
        <source>The next automatic sync resumes where it stopped.</source>
        <translation>De volgende automatische synchronisatie gaat verder waar deze is gestopt.</translation>
    </message>
    <message>
        <source>Sync overdue: last one %1</source>
        <translation>Synchronisatie te laat: laatste %1</translation>
    </message>
    <message>
        <source>“%1” is set to sync automatically, but its last complete sync was %2. The local copy may lack newer records.</source>
        <translation>“%1” is ingesteld op automatisch synchroniseren, maar de laatste volledige synchronisatie was %2. In de lokale kopie kunnen nieuwere records ontbreken.</translation>
    </message>
    <message>
        <source>syncing now</source>
        <translation>wordt nu gesynchroniseerd</translation>
    </message>
    <message numerus="yes">
        <source>interrupted, %Ln record(s) kept</source>
        <translation>
            <numerusform>onderbroken, %Ln record bewaard</numerusform>
            <numerusform>onderbroken, %Ln records bewaard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped, %Ln record(s) kept</source>
        <translation>
            <numerusform>gestopt, %Ln record bewaard</numerusform>
            <numerusform>gestopt, %Ln records bewaard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sync failed, %Ln record(s) kept</source>
        <translation>
            <numerusform>synchronisatie mislukt, %Ln record bewaard</numerusform>
            <numerusform>synchronisatie mislukt, %Ln records bewaard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>incomplete, %Ln record(s) so far</source>
        <translation>
            <numerusform>onvolledig, %Ln record tot nu toe</numerusform>
            <numerusform>onvolledig, %Ln records tot nu toe</numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>gesynchroniseerd %1</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>nog niet gesynchroniseerd</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>onvolledig</translation>
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
    <message>
        <source>The file could not be written to its end, probably because the disk is full. Nothing was left behind. Make room and export again.</source>
        <translation>Het bestand kon niet helemaal worden geschreven, waarschijnlijk omdat de schijf vol is. Er is niets achtergebleven. Maak ruimte en exporteer opnieuw.</translation>
    </message>
    <message>
        <source>%1 cannot be written, so nothing was exported. Choose another folder or make room, then export again.</source>
        <translation>%1 kan niet worden geschreven, dus er is niets geëxporteerd. Kies een andere map of maak ruimte, en exporteer opnieuw.</translation>
    </message>
    <message>
        <source>%1 rows written to %2</source>
        <translation>%1 rijen geschreven naar %2</translation>
    </message>
    <message numerus="yes">
        <source>%n texts were longer than a cell holds and end with a mark; CSV and JSON lines have them whole.</source>
        <translation>
            <numerusform>%n tekst was langer dan in een cel past en eindigt met een teken; in CSV en JSON lines staat die voluit.</numerusform>
            <numerusform>%n teksten waren langer dan in een cel past en eindigen met een teken; in CSV en JSON lines staan ze voluit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected rows are no longer there.</source>
        <translation>
            <numerusform>%n van de geselecteerde rijen is er niet meer.</numerusform>
            <numerusform>%n van de geselecteerde rijen zijn er niet meer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the lists</source>
        <translation>Lijsten doorlopen</translation>
    </message>
    <message>
        <source>There is not enough room: the export needs about %1 while it is written, and the disk of %2 has %3. Nothing was exported. Make room, choose another disk or fewer columns.</source>
        <translation>Er is te weinig ruimte: de export heeft tijdens het schrijven ongeveer %1 nodig, en de schijf van %2 heeft %3. Er is niets geëxporteerd. Maak ruimte, of kies een andere schijf of minder kolommen.</translation>
    </message>
    <message>
        <source>The local copy has %1 rows for this, but %2 could be read, so nothing was exported. Check it with: gaugedesk-cli lake check. Then export again.</source>
        <translation>De lokale kopie heeft hiervoor %1 rijen, maar er konden %2 worden gelezen; daarom is er niets geëxporteerd. Controleer haar met: gaugedesk-cli lake check. Exporteer daarna opnieuw.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected rows</source>
        <translation>
            <numerusform>%n geselecteerde rij</numerusform>
            <numerusform>%n geselecteerde rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>search “%1”</source>
        <translation>zoek “%1”</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>de eerste %1</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle rijen</translation>
    </message>
    <message>
        <source>The lists of these rows have more than %1 different values, too many to be a column each. Nothing was exported. Choose readable lists or child tables.</source>
        <translation>De lijsten van deze rijen hebben meer dan %1 verschillende waarden, te veel voor elk een kolom. Er is niets geëxporteerd. Kies leesbare lijsten of eigen tabellen.</translation>
    </message>
    <message>
        <source>About this export</source>
        <translation>Over deze export</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Rows chosen by</source>
        <translation>Rijen gekozen door</translation>
    </message>
    <message>
        <source>Exported (UTC)</source>
        <translation>Geëxporteerd (UTC)</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemaakt met</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Texts cut</source>
        <translation>Afgekorte teksten</translation>
    </message>
    <message>
        <source>A cell holds 32,767 characters. CSV and JSON lines have these texts whole.</source>
        <translation>In een cel passen 32.767 tekens. In CSV en JSON lines staan deze teksten voluit.</translation>
    </message>
    <message>
        <source> … [cut: %1 characters in all]</source>
        <translation> … [afgekort: %1 tekens in totaal]</translation>
    </message>
    <message>
        <source>A sheet holds 16,384 columns, and these rows have %1. Nothing was exported. Choose fewer columns, or CSV.</source>
        <translation>Een werkblad heeft plaats voor 16.384 kolommen, en deze rijen hebben er %1. Er is niets geëxporteerd. Kies minder kolommen, of CSV.</translation>
    </message>
    <message>
        <source>Only a single text file can go to standard output. A workbook, child tables and a manifest need --output FILE.</source>
        <translation>Alleen één tekstbestand kan naar de standaarduitvoer. Een werkmap, subtabellen en een manifest vragen om --output BESTAND.</translation>
    </message>
    <message>
        <source>Exports can be %1.</source>
        <translation>Exports kunnen %1 zijn.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-bestanden (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-regels</translation>
    </message>
    <message>
        <source>&amp;JSON lines</source>
        <translation>&amp;JSON lines</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON lines (*.jsonl)</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>een Excel-werkmap</translation>
    </message>
    <message>
        <source>Excel wor&amp;kbook (XLSX)</source>
        <translation>Excel-werkmap (&amp;XLSX)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-werkmappen (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>upload</name>
    <message>
        <source>The file has no column “%1”. The nearest is “%2”.</source>
        <translation>Het bestand heeft geen kolom “%1”. Het meest lijkt “%2”.</translation>
    </message>
    <message>
        <source>“%1” is no mapping. Write Column=Heading, for example E-mail address=Email.</source>
        <translation>“%1” is geen toewijzing. Schrijf Kolom=Kop, bijvoorbeeld E-mailadres=Email.</translation>
    </message>
    <message>
        <source>The braces of “%1” do not match. Write {Column}, and {{ or }} for a brace itself.</source>
        <translation>De accolades van “%1” kloppen niet. Schrijf {Kolom}, en {{ of }} voor een accolade zelf.</translation>
    </message>
    <message>
        <source>A heading has no name.</source>
        <translation>Een kop heeft geen naam.</translation>
    </message>
    <message>
        <source>The heading “%1” is too long, or not a text.</source>
        <translation>De kop “%1” is te lang, of geen tekst.</translation>
    </message>
    <message>
        <source>The heading “%1” is there twice.</source>
        <translation>De kop “%1” staat er twee keer.</translation>
    </message>
    <message>
        <source>The heading “%1” needs its choices.</source>
        <translation>De kop “%1” heeft keuzes nodig.</translation>
    </message>
    <message>
        <source>The configuration needs a name.</source>
        <translation>De configuratie heeft een naam nodig.</translation>
    </message>
    <message>
        <source>The configuration&apos;s name is too long, or not a text.</source>
        <translation>De naam van de configuratie is te lang, of geen tekst.</translation>
    </message>
    <message>
        <source>The configuration needs its reference. CustomerGauge shows it under Data → Imports → Configurations.</source>
        <translation>De configuratie heeft haar referentie nodig. CustomerGauge toont die onder Data → Imports → Configurations.</translation>
    </message>
    <message>
        <source>The configuration&apos;s reference is too long, or not a text.</source>
        <translation>De referentie van de configuratie is te lang, of geen tekst.</translation>
    </message>
    <message>
        <source>There is no record type “%1”. There are: %2.</source>
        <translation>Er is geen recordtype “%1”. Wel: %2.</translation>
    </message>
    <message>
        <source>The heading “%1” has an unknown type “%2”.</source>
        <translation>De kop “%1” heeft een onbekend type “%2”.</translation>
    </message>
    <message>
        <source>This is not an import configuration of GaugeDesk.</source>
        <translation>Dit is geen importconfiguratie van GaugeDesk.</translation>
    </message>
    <message>
        <source>This configuration comes from a newer GaugeDesk.</source>
        <translation>Deze configuratie komt van een nieuwere GaugeDesk.</translation>
    </message>
    <message>
        <source>This configuration was removed already.</source>
        <translation>Deze configuratie is al verwijderd.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Het bestand kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The file is too large for this.</source>
        <translation>Het bestand is hiervoor te groot.</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>Het bestand is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>There is no configuration “%1”. There are: %2.</source>
        <translation>Er is geen configuratie “%1”. Wel: %2.</translation>
    </message>
    <message>
        <source>Another GaugeDesk is saving something in %1, or the folder cannot be written. Nothing was changed; try again.</source>
        <translation>Een andere GaugeDesk bewaart iets in %1, of naar de map kan niet worden geschreven. Er is niets gewijzigd; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>There is already a configuration “%1”. Choose another name.</source>
        <translation>Er is al een configuratie “%1”. Kies een andere naam.</translation>
    </message>
    <message>
        <source>“%1” could not be saved in %2. Nothing was changed; check the folder and the free space.</source>
        <translation>“%1” kon niet in %2 worden bewaard. Er is niets gewijzigd; controleer de map en de vrije ruimte.</translation>
    </message>
    <message>
        <source>The configurations that come with GaugeDesk cannot be removed.</source>
        <translation>De configuraties die bij GaugeDesk horen, kunnen niet worden verwijderd.</translation>
    </message>
    <message>
        <source>The file cannot be removed.</source>
        <translation>Het bestand kan niet worden verwijderd.</translation>
    </message>
    <message>
        <source>The file cannot be written. Choose another folder.</source>
        <translation>Het bestand kan niet worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that it is there, is a file and may be read by you.</source>
        <translation>%1 kan niet worden gelezen. Controleer of het er is, een bestand is en door u gelezen mag worden.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder or make room, then write it again. What was there before is as it was.</source>
        <translation>%1 kon niet worden geschreven. Kies een andere map of maak ruimte en schrijf het opnieuw. Wat er stond is niet veranderd.</translation>
    </message>
    <message>
        <source>The row that begins on line %1 is longer than 32 MB. Probably a quotation mark is not closed.</source>
        <translation>De rij die op regel %1 begint is langer dan 32 MB. Waarschijnlijk is een aanhalingsteken niet gesloten.</translation>
    </message>
    <message>
        <source>Line %1 is not in the encoding UTF-8. Save the file as UTF-8, or choose another encoding.</source>
        <translation>Regel %1 is niet in de codering UTF-8. Sla het bestand op als UTF-8 of kies een andere codering.</translation>
    </message>
    <message>
        <source>Line %1 cannot be divided into cells: a quotation mark stands in the middle of a cell. Put such a cell in quotation marks and double those within.</source>
        <translation>Regel %1 kan niet in cellen worden verdeeld: midden in een cel staat een aanhalingsteken. Zet zo&apos;n cel tussen aanhalingstekens en verdubbel die erin.</translation>
    </message>
    <message>
        <source>There is not enough memory to read this file.</source>
        <translation>Er is niet genoeg geheugen om dit bestand te lezen.</translation>
    </message>
    <message>
        <source>Line %1 has more than 10,000 cells. Check the separator.</source>
        <translation>Regel %1 heeft meer dan 10.000 cellen. Controleer het scheidingsteken.</translation>
    </message>
    <message>
        <source>A quotation mark in the row that begins on line %1 is not closed before the end of the file.</source>
        <translation>Een aanhalingsteken in de rij die op regel %1 begint is aan het einde van het bestand niet gesloten.</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Kolom %1</translation>
    </message>
    <message>
        <source>The file is empty. Its first row must name the columns.</source>
        <translation>Het bestand is leeg. De eerste rij moet de kolommen noemen.</translation>
    </message>
    <message>
        <source>The row has %1 cells and the header %2; those missing are empty.</source>
        <translation>De rij heeft %1 cellen en de kopregel %2; de ontbrekende zijn leeg.</translation>
    </message>
    <message>
        <source>The row has %1 cells and the header only %2. Is a separator in a cell that is not in quotation marks?</source>
        <translation>De rij heeft %1 cellen en de kopregel maar %2. Staat er een scheidingsteken in een cel zonder aanhalingstekens?</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Er is niets verzonden.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Kop</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>error</source>
        <translation>fout</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>These credentials may not upload. An admin can allow it in CustomerGauge under Data → Rest APIs.</source>
        <translation>Met deze gegevens mag niet worden geüpload. Een beheerder kan het in CustomerGauge toestaan onder Data → Rest APIs.</translation>
    </message>
    <message>
        <source>The service takes no uploads under this address. The region may be another.</source>
        <translation>De dienst neemt op dit adres geen uploads aan. Misschien is de regio een andere.</translation>
    </message>
    <message>
        <source>The service refused it (HTTP %1).</source>
        <translation>De dienst weigerde het (HTTP %1).</translation>
    </message>
    <message>
        <source>The service refused it: %1</source>
        <translation>De dienst weigerde het: %1</translation>
    </message>
    <message>
        <source>It was sent, but whether CustomerGauge has it is not known. Look there before you send it again.</source>
        <translation>Het is verzonden, maar of CustomerGauge het heeft, is niet bekend. Kijk daar voordat je het opnieuw verzendt.</translation>
    </message>
    <message>
        <source>“%1” is required.</source>
        <translation>“%1” is verplicht.</translation>
    </message>
    <message>
        <source>“%1” is not spelled like “%2”: upper and lower case and spaces count. CustomerGauge would leave the field out without a word.</source>
        <translation>“%1” is anders geschreven dan “%2”: hoofdletters, kleine letters en spaties tellen. CustomerGauge zou het veld zonder melding weglaten.</translation>
    </message>
    <message>
        <source>“%1” is not a heading of “%2”. If it is not mapped in CustomerGauge, the field is left out there without a word.</source>
        <translation>“%1” is geen kop van “%2”. Als die in CustomerGauge niet is gekoppeld, wordt het veld daar zonder melding weggelaten.</translation>
    </message>
    <message>
        <source>At least one of these is required: %1.</source>
        <translation>Minstens een van deze is verplicht: %1.</translation>
    </message>
    <message>
        <source>“%1” is there twice. Only one would arrive.</source>
        <translation>“%1” staat er twee keer. Maar één zou aankomen.</translation>
    </message>
    <message>
        <source>“%1” has %2 characters. CustomerGauge may refuse more than %3.</source>
        <translation>“%1” heeft %2 tekens. CustomerGauge kan meer dan %3 weigeren.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Klantnummer</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Score (0–10)</source>
        <translation>Score (0–10)</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <translation>E-mail verzonden</translation>
    </message>
    <message>
        <source>Survey completed</source>
        <translation>Enquête ingevuld</translation>
    </message>
    <message>
        <source>Follow-up required</source>
        <translation>Opvolging nodig</translation>
    </message>
    <message>
        <source>Workflow status</source>
        <translation>Workflowstatus</translation>
    </message>
    <message>
        <source>Reason codes</source>
        <translation>Redencodes</translation>
    </message>
    <message>
        <source>This file does not hold the names of response fields.</source>
        <translation>Dit bestand bevat niet de namen van reactievelden.</translation>
    </message>
    <message>
        <source>The names of response fields in %1 cannot be read. The file was left as it is; repair it or move it away.</source>
        <translation>De namen van reactievelden in %1 kunnen niet worden gelezen. Het bestand is gelaten zoals het is; herstel het of verplaats het.</translation>
    </message>
    <message>
        <source>The names of response fields could not be saved in %1. Nothing was changed; check the folder and the free space.</source>
        <translation>De namen van reactievelden konden niet worden opgeslagen in %1. Er is niets gewijzigd; controleer de map en de vrije ruimte.</translation>
    </message>
    <message>
        <source>The file %1 cannot be removed.</source>
        <translation>Het bestand %1 kan niet worden verwijderd.</translation>
    </message>
    <message>
        <source>Numbers with commas between them, like 10000,10020.</source>
        <translation>Getallen met komma&apos;s ertussen, zoals 10000,10020.</translation>
    </message>
    <message>
        <source>One of: %1; or 0 to 99 where the system has an extended set.</source>
        <translation>Een van: %1; of 0 tot en met 99 waar het systeem een uitgebreide reeks heeft.</translation>
    </message>
    <message>
        <source>A whole number from 0 to 10.</source>
        <translation>Een geheel getal van 0 tot en met 10.</translation>
    </message>
    <message>
        <source>Most systems require “%1”.</source>
        <translation>De meeste systemen vereisen “%1”.</translation>
    </message>
    <message>
        <source>A score usually needs “%1” with it.</source>
        <translation>Bij een score is meestal ook “%1” nodig.</translation>
    </message>
    <message>
        <source>The survey is completed before it was sent.</source>
        <translation>De enquête is ingevuld voordat die was verzonden.</translation>
    </message>
    <message>
        <source>“%1” is not spelled like “%2”: upper and lower case count, and a field of an unknown name is left out without a word.</source>
        <translation>“%1” is anders geschreven dan “%2”: hoofdletters en kleine letters tellen, en een veld met een onbekende naam wordt zonder melding weggelaten.</translation>
    </message>
    <message>
        <source>This file was begun on %1, and %2 of its %3 rows were sent. Nothing was sent now. Resume that upload, or choose to begin anew.</source>
        <translation>Dit bestand is begonnen op %1, en %2 van de %3 rijen zijn verzonden. Nu is er niets verzonden. Ga met die upload verder, of zeg dat hij opnieuw moet beginnen.</translation>
    </message>
    <message>
        <source>The file was changed since it was checked. Check it again, then send it.</source>
        <translation>Het bestand is gewijzigd sinds het is gecontroleerd. Controleer het opnieuw en verzend het dan.</translation>
    </message>
    <message>
        <source>The service refused the API key. Check it in CustomerGauge, and enter it again under Connections.</source>
        <translation>De dienst weigerde de API-sleutel. Controleer die in CustomerGauge, en voer die opnieuw in onder Verbindingen.</translation>
    </message>
    <message>
        <source>The API key is not valid.</source>
        <translation>De API-sleutel is ongeldig.</translation>
    </message>
    <message>
        <source>There are too many fields.</source>
        <translation>Er zijn te veel velden.</translation>
    </message>
    <message>
        <source>A value is not valid.</source>
        <translation>Een waarde is ongeldig.</translation>
    </message>
    <message>
        <source>The service does not have this call.</source>
        <translation>De dienst kent deze aanroep niet.</translation>
    </message>
    <message>
        <source>A required field is missing.</source>
        <translation>Een verplicht veld ontbreekt.</translation>
    </message>
    <message>
        <source>The record does not exist.</source>
        <translation>Het record bestaat niet.</translation>
    </message>
    <message>
        <source>The response could not be stored.</source>
        <translation>De reactie kon niet worden opgeslagen.</translation>
    </message>
    <message>
        <source>The number of the record is wrong.</source>
        <translation>Het nummer van het record klopt niet.</translation>
    </message>
    <message>
        <source>There is no record of this number.</source>
        <translation>Er is geen record met dit nummer.</translation>
    </message>
    <message>
        <source>The system has no field for the completed date.</source>
        <translation>Het systeem heeft geen veld voor de invuldatum.</translation>
    </message>
    <message>
        <source>The completed date is missing.</source>
        <translation>De invuldatum ontbreekt.</translation>
    </message>
    <message>
        <source>A completed date is not allowed here.</source>
        <translation>Een invuldatum is hier niet toegestaan.</translation>
    </message>
    <message>
        <source>There is no such workflow status.</source>
        <translation>Zo&apos;n workflowstatus is er niet.</translation>
    </message>
    <message>
        <source>No data arrived.</source>
        <translation>Er zijn geen gegevens aangekomen.</translation>
    </message>
    <message>
        <source>It gave no reason.</source>
        <translation>Zonder reden te noemen.</translation>
    </message>
    <message>
        <source>The service refused the response: %1 (code %2)</source>
        <translation>De dienst weigerde de reactie: %1 (code %2)</translation>
    </message>
    <message>
        <source>%1 accepted, %2 refused, %3 unknown, %4 not sent</source>
        <translation>%1 aangenomen, %2 geweigerd, %3 onbekend, %4 niet verzonden</translation>
    </message>
    <message>
        <source>Look up the unknown rows in CustomerGauge before you send them again: the service may have accepted them.</source>
        <translation>Zoek de onbekende rijen op in CustomerGauge voordat u ze opnieuw verzendt: misschien heeft de dienst ze aangenomen.</translation>
    </message>
    <message>
        <source>The results file says what to correct in the other rows.</source>
        <translation>Het resultatenbestand zegt wat er in de andere rijen verbeterd moet worden.</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Het bestand controleren</translation>
    </message>
    <message>
        <source>A row was not sent.</source>
        <translation>Een rij is niet verzonden.</translation>
    </message>
    <message>
        <source>Several rows in a row got no answer, so the upload has stopped. They are unknown; the rest was not sent. Resume when the service answers again.</source>
        <translation>Meerdere rijen achter elkaar kregen geen antwoord, dus is de upload gestopt. Ze zijn onbekend; de rest is niet verzonden. Ga verder als de dienst weer antwoordt.</translation>
    </message>
    <message>
        <source>Writing the results</source>
        <translation>De resultaten schrijven</translation>
    </message>
    <message>
        <source>The rows were sent and what became of them is kept (%1), but their file was not written: %2 It can be written again at any time.</source>
        <translation>De rijen zijn verzonden en wat ervan is geworden is bewaard (%1), maar het bestand ervan is niet geschreven: %2 Het kan altijd opnieuw worden geschreven.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Gepauzeerd</translation>
    </message>
    <message>
        <source>Waiting as long as the service asks</source>
        <translation>Wachten zolang de dienst vraagt</translation>
    </message>
    <message>
        <source>A number, with a point before decimals.</source>
        <translation>Een getal, met een punt voor de decimalen.</translation>
    </message>
    <message>
        <source>A date that exists, as YYYY-MM-DD.</source>
        <translation>Een bestaande datum, als JJJJ-MM-DD.</translation>
    </message>
    <message>
        <source>A date and time that exist, as YYYY-MM-DD HH:MM:SS.</source>
        <translation>Een bestaande datum en tijd, als JJJJ-MM-DD UU:MM:SS.</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Een van: %1.</translation>
    </message>
    <message>
        <source>An e-mail address, like name@example.com.</source>
        <translation>Een e-mailadres, zoals naam@voorbeeld.nl.</translation>
    </message>
    <message>
        <source>A phone number: digits, spaces and ( ) - + only.</source>
        <translation>Een telefoonnummer: alleen cijfers, spaties en ( ) - +.</translation>
    </message>
    <message>
        <source>%1 is a workbook, and rows are read from CSV files. Save the sheet as CSV in your spreadsheet (CSV UTF-8 where it offers that), then choose that file.</source>
        <translation>%1 is een werkmap, en rijen worden uit CSV-bestanden gelezen. Sla het blad in je spreadsheet op als CSV (CSV UTF-8 als dat kan), en kies dan dat bestand.</translation>
    </message>
    <message>
        <source>What was typed into this form before cannot be read, and the form begins empty. The file %1 is replaced as soon as you type.</source>
        <translation>Wat eerder in dit formulier is getypt, kan niet worden gelezen; het formulier begint leeg. Het bestand %1 wordt vervangen zodra u typt.</translation>
    </message>
    <message>
        <source>What you typed could not be kept in %1. Check the folder and the free space; until then it is lost when GaugeDesk ends.</source>
        <translation>Wat u typte, kon niet worden bewaard in %1. Controleer de map en de vrije ruimte; tot dan gaat het verloren als GaugeDesk eindigt.</translation>
    </message>
    <message>
        <source>The file has no row %1 any more.</source>
        <translation>Het bestand heeft geen rij %1 meer.</translation>
    </message>
    <message>
        <source>The mapping in %1 cannot be read. The file was left as it is; repair it or move it away.</source>
        <translation>De toewijzing in %1 kan niet worden gelezen. Het bestand is gelaten zoals het is; herstel het of zet het ergens anders neer.</translation>
    </message>
    <message>
        <source>The mapping could not be saved in %1. Nothing was changed; check the folder and the free space.</source>
        <translation>De toewijzing kon niet worden bewaard in %1. Er is niets veranderd; controleer de map en de vrije ruimte.</translation>
    </message>
    <message>
        <source>This is not a mapping of GaugeDesk.</source>
        <translation>Dit is geen toewijzing van GaugeDesk.</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>Geaccepteerd.</translation>
    </message>
    <message>
        <source>Accepted as record %1.</source>
        <translation>Geaccepteerd als record %1.</translation>
    </message>
    <message>
        <source>It could not be read again: %1</source>
        <translation>Het kon niet worden teruggelezen: %1</translation>
    </message>
    <message>
        <source>It is not among the responses yet; that may take CustomerGauge a while.</source>
        <translation>Het staat nog niet tussen de reacties; daar kan CustomerGauge even over doen.</translation>
    </message>
    <message>
        <source>Read again: all of it is there.</source>
        <translation>Teruggelezen: alles is er.</translation>
    </message>
    <message>
        <source>Read again: these did not come back as sent: %1.</source>
        <translation>Teruggelezen: deze kwamen niet terug zoals verzonden: %1.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Probeer het over %1 s opnieuw.</translation>
    </message>
    <message>
        <source>Reference %1.</source>
        <translation>Referentie %1.</translation>
    </message>
    <message>
        <source>Record %1 of CustomerGauge.</source>
        <translation>Record %1 van CustomerGauge.</translation>
    </message>
    <message>
        <source>Nothing was sent, because it could not be written down first: %1</source>
        <translation>Er is niets verzonden, omdat het niet eerst kon worden opgeschreven: %1</translation>
    </message>
    <message>
        <source>The default value of “%1” does not fit: %2</source>
        <translation>De standaardwaarde van “%1” past niet: %2</translation>
    </message>
    <message>
        <source>The headings “%1” and “%2” differ only in upper and lower case. Keep the one that CustomerGauge has.</source>
        <translation>De koppen “%1” en “%2” verschillen alleen in hoofdletters. Houd die van CustomerGauge.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Getal</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum en tijd</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Keuze</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-mailadres</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Or 0 to 99, where the system has an extended set</source>
        <translation>Of 0 tot 99, waar het systeem een uitgebreide reeks heeft</translation>
    </message>
    <message>
        <source>%1 is a database or belongs to one, and rows are read from CSV files. Choose another file.</source>
        <translation>%1 is een database of hoort bij een database, en rijen worden uit CSV-bestanden gelezen. Kies een ander bestand.</translation>
    </message>
    <message>
        <source>Line %1 has bytes that are not text in this encoding. Check the file, or choose another encoding.</source>
        <translation>Regel %1 heeft bytes die in deze codering geen tekst zijn. Controleer het bestand, of kies een andere codering.</translation>
    </message>
    <message>
        <source>Line %1 has the control character Ctrl-Z in the middle of the file. Remove it and check what follows: it ends a file under DOS, so probably two files were joined.</source>
        <translation>Regel %1 bevat het stuurteken Ctrl-Z midden in het bestand. Verwijder het en controleer wat erop volgt: onder DOS eindigt daar een bestand, dus waarschijnlijk zijn twee bestanden samengevoegd.</translation>
    </message>
    <message>
        <source>“%1” is “%2” in line %3, too. Both rows are sent, in the order of the file.</source>
        <translation>“%1” is ook in regel %3 “%2”. Beide rijen worden verstuurd, in de volgorde van het bestand.</translation>
    </message>
    <message>
        <source>The heading “%1” stands twice, with other values in %2 row(s) from line %3. Only its first column is sent; map “%4” to send the other one.</source>
        <translation>De kop “%1” staat er twee keer, met andere waarden in %2 rij(en) vanaf regel %3. Alleen de eerste kolom wordt verstuurd; koppel “%4” om de andere te versturen.</translation>
    </message>
    <message>
        <source>Column %1 has no heading, and values in %2 row(s) from line %3. They are not sent; map “%4” to send them.</source>
        <translation>Kolom %1 heeft geen kop, en waarden in %2 rij(en) vanaf regel %3. Ze worden niet verstuurd; koppel “%4” om ze te versturen.</translation>
    </message>
    <message>
        <source>The heading “%1” has blanks around it in the file; it is sent as “%2”.</source>
        <translation>Om de kop “%1” staan spaties in het bestand; hij wordt verstuurd als “%2”.</translation>
    </message>
    <message>
        <source>“%1” has blanks around %2 value(s), first in line %3 (“%4”). They are sent without these blanks.</source>
        <translation>“%1” heeft spaties om %2 waarde(n), het eerst in regel %3 (“%4”). Ze worden zonder deze spaties verstuurd.</translation>
    </message>
    <message>
        <source>“%1” has blanks around %2 value(s), first in line %3 (“%4”). They are sent with these blanks.</source>
        <translation>“%1” heeft spaties om %2 waarde(n), het eerst in regel %3 (“%4”). Ze worden met deze spaties verstuurd.</translation>
    </message>
    <message>
        <source>Line %1 has the headings once more: files were joined. It is not sent.</source>
        <translation>Regel %1 bevat de koppen nog een keer: er zijn bestanden samengevoegd. De regel wordt niet verstuurd.</translation>
    </message>
    <message>
        <source>Line %1 has headings in another order: files with different columns were joined. Send them one by one.</source>
        <translation>Regel %1 bevat koppen in een andere volgorde: er zijn bestanden met andere kolommen samengevoegd. Verstuur ze een voor een.</translation>
    </message>
    <message>
        <source>The answer was a web page (HTTP %1), not the service&apos;s own: a proxy or a sign-in page may have answered in its place.</source>
        <translation>Het antwoord was een webpagina (HTTP %1), niet dat van de dienst: misschien heeft een proxy of een aanmeldpagina geantwoord.</translation>
    </message>
    <message>
        <source>The file was changed since its upload started on %1, and the history does not have what its rows held then. Nothing was sent. Bring the earlier file back to resume, or start a new upload.</source>
        <translation>Het bestand is gewijzigd sinds de upload op %1 begon, en in de geschiedenis staat niet wat de rijen toen bevatten. Er is niets verstuurd. Zet het eerdere bestand terug om te hervatten, of begin een nieuwe upload.</translation>
    </message>
    <message>
        <source>Rows that were sent and are no longer in the file as they were: %1. More rows are new than were left, so a row that was accepted may have been changed and would be sent twice. Nothing was sent. Bring the sent rows back as they were, or send the new ones in another file.</source>
        <translation>Rijen die verstuurd zijn en niet meer ongewijzigd in het bestand staan: %1. Er zijn meer nieuwe rijen dan er nog te versturen waren, dus een geaccepteerde rij kan zijn gewijzigd en zou twee keer worden verstuurd. Er is niets verstuurd. Zet de verstuurde rijen terug zoals ze waren, of verstuur de nieuwe in een ander bestand.</translation>
    </message>
    <message>
        <source>There is nothing to resume: no row of this file was sent to “%1” before. Nothing was sent. Start a new upload.</source>
        <translation>Er is niets te hervatten: geen rij van dit bestand is eerder naar “%1” verstuurd. Er is niets verstuurd. Begin een nieuwe upload.</translation>
    </message>
    <message>
        <source>It was tried %1 times.</source>
        <translation>Het is %1 keer geprobeerd.</translation>
    </message>
    <message>
        <source>The service answered without the number of a record.</source>
        <translation>De dienst antwoordde zonder het nummer van een record.</translation>
    </message>
    <message>
        <source>“%1” does not say how dates are written. Write Heading=format with one of these formats: %2.</source>
        <translation>“%1” zegt niet hoe datums geschreven zijn. Schrijf Kop=notatie met een van deze notaties: %2.</translation>
    </message>
    <message>
        <source>No dates are sent under the heading “%1”. Headings for dates: %2. Another one needs the type “Date” in its configuration.</source>
        <translation>Onder de kop “%1” worden geen datums verstuurd. Koppen voor datums: %2. Een andere heeft in zijn configuratie het type “Datum” nodig.</translation>
    </message>
    <message>
        <source>“%1” has dates in %2 row(s) that CustomerGauge does not take as they are written, first in line %3 (“%4”). Choose how they are written.</source>
        <translation>“%1” heeft in %2 rij(en) datums die CustomerGauge zo niet aanneemt, het eerst in regel %3 (“%4”). Kies hoe ze geschreven zijn.</translation>
    </message>
    <message>
        <source>“%1” has dates in %2 row(s) that are converted, first in line %3: “%4” is sent as “%5”.</source>
        <translation>“%1” heeft in %2 rij(en) datums die worden omgezet, het eerst in regel %3: “%4” wordt verstuurd als “%5”.</translation>
    </message>
</context>
<context>
    <name>upload page</name>
    <message>
        <source>Single response</source>
        <translation>Enkele reactie</translation>
    </message>
    <message>
        <source>One response</source>
        <translation>Eén reactie</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>Eén record</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aangenomen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Loopt</translation>
    </message>
    <message>
        <source>Was interrupted</source>
        <translation>Werd onderbroken</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestopt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
</context>
<context>
    <name>vault</name>
    <message>
        <source>Keychain</source>
        <translation>Sleutelhanger</translation>
    </message>
    <message>
        <source>Credential Manager</source>
        <translation>Referentiebeheer</translation>
    </message>
    <message>
        <source>KDE Wallet</source>
        <translation>KDE-portefeuille</translation>
    </message>
    <message>
        <source>GNOME Keyring</source>
        <translation>GNOME-sleutelbos</translation>
    </message>
    <message>
        <source>No keyring (%1) answers on this computer. Nothing was changed, and secrets are never kept in a file instead. Start the keyring and try again, keep the secret for this session only, or set GAUGEDESK_CLIENT_SECRET in the environment.</source>
        <translation>Op deze computer antwoordt geen sleutelbos (%1). Er is niets gewijzigd, en geheimen worden nooit in plaats daarvan in een bestand bewaard. Start de sleutelbos en probeer het opnieuw, bewaar het geheim alleen voor deze sessie, of stel GAUGEDESK_CLIENT_SECRET in de omgeving in.</translation>
    </message>
    <message>
        <source>Your keyring (%1) is locked. Unlock it and try again; until then nothing can be read from it. Nothing was changed. You can also keep the secret for this session only, or set GAUGEDESK_CLIENT_SECRET in the environment.</source>
        <translation>Je sleutelbos (%1) is vergrendeld. Ontgrendel hem en probeer het opnieuw; tot dan kan er niets uit worden gelezen. Er is niets gewijzigd. Je kunt het geheim ook alleen voor deze sessie bewaren, of GAUGEDESK_CLIENT_SECRET in de omgeving instellen.</translation>
    </message>
    <message>
        <source>Access to your keyring (%1) was refused. Nothing was changed. Allow GaugeDesk to use it and try again, keep the secret for this session only, or set GAUGEDESK_CLIENT_SECRET in the environment.</source>
        <translation>De toegang tot je sleutelbos (%1) is geweigerd. Er is niets gewijzigd. Sta GaugeDesk toe hem te gebruiken en probeer het opnieuw, bewaar het geheim alleen voor deze sessie, of stel GAUGEDESK_CLIENT_SECRET in de omgeving in.</translation>
    </message>
    <message>
        <source>Waiting for your keyring (%1). It may be asking for its password.</source>
        <translation>Wachten op je sleutelbos (%1). Mogelijk vraagt deze om het wachtwoord.</translation>
    </message>
    <message>
        <source>Your keyring (%1) could not do this; perhaps it was never set up with a password. Nothing was changed. Set it up and try again, keep the secret for this session only, or set GAUGEDESK_CLIENT_SECRET in the environment.</source>
        <translation>Je sleutelbos (%1) kon dit niet; misschien is er nooit een wachtwoord voor ingesteld. Er is niets gewijzigd. Stel hem in en probeer het opnieuw, bewaar het geheim alleen voor deze sessie, of stel GAUGEDESK_CLIENT_SECRET in de omgeving in.</translation>
    </message>
    <message>
        <source>%1 gave back something else than was stored in it, so the secret is not safe there. Nothing else was changed. Try again, or keep the secret for this session only.</source>
        <translation>%1 gaf iets anders terug dan erin was bewaard, dus het geheim is daar niet veilig. Verder is er niets gewijzigd. Probeer het opnieuw, of bewaar het geheim alleen voor deze sessie.</translation>
    </message>
</context>
</TS>
