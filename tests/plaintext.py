#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts on the screen are plain: what a service, a file or a colleague wrote is never read as markup.

Qt guesses by the text whether a tool tip, a label or a message box is markup, and an <img> in it opens a file.
The kinds in ui/kit/plaintext.h do not guess. This finds texts in ui/ that go another way.
usage: plaintext.py ROOT
"""
import pathlib
import re
import sys

# What says "this is plain" for a tool tip: the function, a text of our own without an argument, or nothing.
OWN = r'(tr\(\s*("[^"]*"\s*)+\)|QString\(\)|\{\}|QVariant\(\)|QStringLiteral\("[^"]*"\))'
PLAIN = re.compile(r'^\s*(plainToolTip\(.*\)|' + OWN + r')\s*$', re.S)

# (pattern, what to use, files that may)
REFUSED = [
    (r'class="QLabel"', 'gauge::ui::PlainLabel', ()),
    (r'\bQLabel\b(?!</extends>)', 'PlainLabel', ('ui/kit/plaintext.*', 'ui/kit/labels.*')),
    (r'\bnew QMessageBox\b|\bQMessageBox\s+\w+\s*[({;]|\bQMessageBox::(question|warning|information|critical|about)\b', 'makeQuestion()',
     ('ui/kit/plaintext.cpp',)),
    (r'\bsetTextFormat\(|Qt::(RichText|AutoText|MarkdownText)|\bQStaticText\b|\bQErrorMessage\b'
     r'|\bQProgressDialog\b|\bQInputDialog\b|insertHtml\(|setMarkdown\(|appendHtml\(', 'PlainLabel',
     ('ui/kit/plaintext.cpp',)),
    (r'\bsetHtml\(', 'setPlainText()',
     ('ui/records/detail/detailpane.cpp', 'ui/records/table/tablecopy.cpp', 'ui/charts/picture.cpp')),
    (r'setWhatsThis\(|setStatusTip\(|WhatsThisRole|StatusTipRole|name="(whatsThis|statusTip)"', 'a tool tip', ()),
]


def argument(text, start):
    """The text between the parenthesis that opens before start and the one that closes it."""
    depth, i, quoted = 1, start, False
    while i < len(text):
        c = text[i]
        if quoted:
            i += c == '\\'
            quoted = c != '"'
        elif c == '"':
            quoted = True
        elif c in '({':
            depth += 1
        elif c in ')}':
            depth -= 1
            if depth == 0:
                return text[start:i]
        i += 1
    return text[start:]


def split(text, separators):
    """text divided at separators outside of parentheses and quotes."""
    parts, depth, quoted, last, i = [], 0, False, 0, 0
    while i < len(text):
        c = text[i]
        if quoted:
            i += c == '\\'
            quoted = c != '"'
        elif c == '"':
            quoted = True
        elif c in '({[':
            depth += 1
        elif c in ')}]':
            depth -= 1
        elif c in separators and depth == 0 and text[i - 1:i + 1] != '::' and text[i:i + 2] != '::':
            parts.append(text[last:i])
            last = i + 1
        i += 1
    return parts + [text[last:]]


def is_plain(expression):
    """Each outcome of an expression with ?: has to be plain."""
    branches = split(expression, '?:')
    return all(PLAIN.match(each) for each in (branches[1:] if len(branches) > 1 else branches))


def tool_tips(text):
    """(position, expression) of all that becomes a tool tip."""
    for found in re.finditer(r'\bset(Tab)?ToolTip\(|\bQToolTip::showText\(', text):
        parts = split(argument(text, found.end()), ',')
        first = re.match(r'QToolTip', found.group())
        yield found.start(), parts[1] if first or len(parts) > 1 else parts[0]
    for found in re.finditer(r'setItemData\(|setData\(|setHeaderData\(', text):
        parts = split(argument(text, found.end()), ',')
        if any('ToolTipRole' in part for part in parts):
            yield found.start(), next(p for p in parts[::-1] if 'ToolTipRole' not in p and not p.strip().isdigit())
    # In a model: every value that is returned for the role, up to the next case.
    for found in re.finditer(r'case Qt::ToolTipRole:|if \(role == Qt::ToolTipRole\)', text):
        rest = text[found.end():]
        if rest.lstrip().startswith('case ') or rest.lstrip().startswith('break;'):
            continue  # together with others, and divided below
        end = re.search(r'\n\s*(case |default:|\}\n)', rest) if found.group().startswith('case') \
            else re.search(r';\n', rest) if not rest.lstrip().startswith('{') else re.search(r'\n    \}', rest)
        for value in re.finditer(r'\breturn\b(.*?);', rest[:end.end() if end else None], re.S):
            if not re.match(r'\s*toolTip\(', value.group(1)):  # a function of the model, looked at itself
                yield found.start() + value.start(), value.group(1)
    for found in re.finditer(r'::toolTip\([^)]*\)[^;{]*\{', text):
        for value in re.finditer(r'\breturn\b(.*?);', argument(text, found.end()), re.S):
            yield found.start() + value.start(), value.group(1)


def without_comments(text):
    return re.sub(r'//[^\n]*', '', text)


def problems(name, text):
    text = without_comments(text)

    def place(at):
        return f'{name}:{text.count(chr(10), 0, at) + 1}'

    path = pathlib.PurePath(name)
    for pattern, instead, allowed in REFUSED:
        if any(path.match(each) for each in allowed):
            continue
        for found in re.finditer(pattern, text):
            yield f'{place(found.start())}: {found.group()} (use {instead})'
    if not name.endswith('.ui'):
        for at, expression in tool_tips(text):
            if not is_plain(expression):
                yield f'{place(at)}: tool tip {" ".join(expression.split())} (use plainToolTip())'


# The check itself works: each of these is refused, and each of those is not.
WRONG = ['x->setToolTip(words);', 'x->setToolTip(0, words);', 'x->setToolTip(tr("Remove %1").arg(code));',
         'x->setToolTip(a ? plainToolTip(b) : c);', 'QToolTip::showText(at, words, view);',
         'case Qt::ToolTipRole:\n    return text;\ncase Qt::EditRole:', 'auto *l = new QLabel(words);',
         'QMessageBox box(QMessageBox::Warning, a, b);', 'label->setTextFormat(Qt::AutoText);',
         'box->setItemData(0, words, Qt::ToolTipRole);', 'QVariant M::toolTip(int row) const\n{ return words; }',
         'if (role == Qt::ToolTipRole)\n    return words;\n']
RIGHT = ['x->setToolTip(plainToolTip(words));', 'x->setToolTip(tr("Change this (Ctrl+L)"));',
         'x->setToolTip(a ? plainToolTip(b) : QString());', 'QToolTip::showText(at, plainToolTip(a::b(c)), view);',
         'case Qt::ToolTipRole:\n    return plainToolTip(text);\ncase Qt::EditRole:\n    return words;',
         'auto *l = new PlainLabel(words);', 'box->setItemData(0, plainToolTip(words), Qt::ToolTipRole);',
         'auto *box = findChild<QMessageBox *>(name);']


def main(root):
    for each in WRONG:
        assert list(problems('ui/a.cpp', each)), each
    for each in RIGHT:
        assert not list(problems('ui/a.cpp', each)), each
    found = []
    for path in sorted(pathlib.Path(root, 'ui').rglob('*')):
        if path.suffix in ('.cpp', '.h', '.ui'):
            found += problems(path.relative_to(root).as_posix(), path.read_text(encoding='utf-8'))
    for each in found:
        print(each)
    return 1 if found else 0


sys.exit(main(sys.argv[1]))
