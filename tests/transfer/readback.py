#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers that are not ours find in an export: readback.py READER FILE prints the rows as JSON.

xml reads a workbook by the letter of ECMA-376 with nothing but an XML parser; it also tells the sheets:
{"sheets": {name: rows}, "frozen": …, "filter": …, "widths": …}, numbers as numbers, dates as {"date": text}.
"""
import csv, datetime, io, json, os, re, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as xml

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
LINK = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'


def csv_rows(text):
    csv.field_size_limit(1 << 30)
    return list(csv.reader(io.StringIO(text, newline='')))


def read_text(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def unescaped(text):
    return re.sub('_x([0-9A-Fa-f]{4})_', lambda m: chr(int(m[1], 16)), text)


def column(reference):
    number = 0
    for letter in re.match('[A-Z]+', reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def date(serial):
    moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(serial * 86400))
    return moment.strftime('%Y-%m-%d %H:%M:%S')


def value(cell, date_styles):
    kind = cell.get('t', 'n')
    if kind == 'inlineStr':
        return unescaped(''.join(t.text or '' for t in cell.iter(MAIN + 't')))
    if cell.find(MAIN + 'v') is None:
        return ''
    number = float(cell.find(MAIN + 'v').text)
    if int(cell.get('s', 0)) in date_styles:
        return {'date': date(number)}
    return int(number) if number.is_integer() else number


def workbook(path):
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None
    styles = xml.fromstring(archive.read('xl/styles.xml'))
    custom = {f.get('numFmtId') for f in styles.iter(MAIN + 'numFmt') if 'yyyy' in f.get('formatCode')}
    formats = styles.find(MAIN + 'cellXfs')
    date_styles = {i for i, f in enumerate(formats) if f.get('numFmtId') in custom}
    targets = {r.get('Id'): r.get('Target') for r in xml.fromstring(archive.read('xl/_rels/workbook.xml.rels'))}
    sheets, about = {}, {}
    for entry in xml.fromstring(archive.read('xl/workbook.xml')).iter(MAIN + 'sheet'):
        sheet = xml.fromstring(archive.read('xl/' + targets[entry.get(LINK)]))
        rows = []
        for line in sheet.iter(MAIN + 'row'):
            row = []
            for cell in line:
                at = column(cell.get('r'))
                row += [''] * (at + 1 - len(row))
                row[at] = value(cell, date_styles)
            rows.append(row)
        sheets[entry.get('name')] = rows
        if not about:
            pane, found = sheet.find('.//' + MAIN + 'pane'), sheet.find(MAIN + 'autoFilter')
            about = {'frozen': pane.get('state') == 'frozen' and pane.get('ySplit'), 'filter': found.get('ref'),
                     'widths': [float(c.get('width')) for c in sheet.iter(MAIN + 'col')]}
    return {'sheets': sheets, **about}


def xlsx2csv(path):
    done = subprocess.run(['xlsx2csv', path], capture_output=True, check=True)
    return csv_rows(done.stdout.decode())


def libreoffice(path):
    with tempfile.TemporaryDirectory() as folder:
        # All sheets are wanted; the first is enough. Cells as stored, not as shown; all texts quoted.
        subprocess.run(['soffice', '-env:UserInstallation=file://' + folder + '/profile', '--headless', '--convert-to',
                        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false', '--outdir', folder, path],
                       capture_output=True, check=True)
        name = os.path.splitext(os.path.basename(path))[0] + '.csv'
        return csv_rows(read_text(os.path.join(folder, name)))


def sqlite3(path):
    # One column of JSON a row: no separator can be mistaken for a part of a text.
    script = f'.mode csv\n.import "{path}" t\n.mode list\n.headers off\n'
    with subprocess.Popen(['sqlite3', ':memory:'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as shell:
        names = csv_rows(read_text(path))[0]
        columns = ','.join('"' + name.replace('"', '""') + '"' for name in names)
        out = shell.communicate((script + f'select json_array({columns}) from t order by rowid;\n').encode())[0]
    return [names] + [json.loads(line) for line in out.decode().split('\n')[:-1]]


READERS = {'csv': lambda path: csv_rows(read_text(path)), 'sqlite3': sqlite3, 'xml': workbook, 'xlsx2csv': xlsx2csv,
           'libreoffice': libreoffice}
json.dump(READERS[sys.argv[1]](sys.argv[2]), sys.stdout)
