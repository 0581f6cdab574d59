#!/usr/bin/env bash
# python-docx: what people fill into the boxes of a Word form is missing, and rows of the form are shorter than they look.
#
# (a) Most engineers would guess: a content control (the box «Click here to enter text» that makes a Word form) is a frame around text;
#     a library that reads paragraphs and tables gives the text in it, as every converter does, perhaps without the frame.
# (b) What happens in python-docx 1.2.0 (PyPI): whatever stands in a `w:sdt` is passed over. `paragraph.text` of «Аты: [Айгүл] (толук)» is «Аты:
#     (толук)»; a paragraph, a row and a cell that are in a box are not there: `document.paragraphs`, `iter_inner_content` and
#     `table.rows` don't have them, and the row with such a cell has one cell less, so the values of later columns move up. The same for
#     `w:smartTag`, which older Word put around names and dates. No error. pandoc 3.9 (pypandoc-binary 1.17) and mammoth 1.13.0
#     (PyPI) give all of it.
# (c) What follows: forms that come back filled in are not read with python-docx, or each `w:sdt` is replaced by its `w:sdtContent`
#     (and `w:smartTag` by what it holds) before. Test with a form made in Word, not with a document made by the library.
set -euo pipefail

command -v python3 >/dev/null || { echo "Not run: python3 is missing." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 pypandoc-binary==1.17

cat > probe.py <<'PYTHON'
import sys, zipfile

import docx, mammoth, pypandoc

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"

def box(content):
    return f'<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'

def cell(text):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(run(text))}</w:tc>'

def row(*cells):
    return f"<w:tr>{''.join(cells)}</w:tr>"

COLUMNS = '<w:gridCol w:w="2000"/>' * 3
FILLED_IN = ["Айгүл", "Окугум келет.", "2026", "Ош", "Бишкек"]
table = "".join([
    row(cell("Жылы"), box(cell("2026")), cell("Күзү")),
    box(row(cell("Ош"), cell("Бишкек"), cell("Нарын"))),
])
body = "".join([
    paragraph(run("Аты: "), box(run("Айгүл")), run(" (толук)")),
    box(paragraph(run("Окугум келет."))),
    f'<w:tbl><w:tblPr/><w:tblGrid>{COLUMNS}</w:tblGrid>{table}</w:tbl>',
    paragraph(f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="date">{run("1-сентябрь")}</w:smartTag>'),
])
with zipfile.ZipFile("form.docx", "w") as packed:
    packed.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
                    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                    'wordprocessingml.document.main+xml"/></Types>')
    packed.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="word/document.xml" '
                    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>')
    packed.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>')

document = docx.Document("form.docx")
paragraphs = [each.text for each in document.paragraphs]
rows = [[each.text for each in row.cells] for row in document.tables[0].rows]
print(f"python-docx: paragraphs {paragraphs}, rows {rows}")
inner = [getattr(each, "text", "") for each in document.iter_inner_content()]
with open("form.docx", "rb") as file:
    others = {"mammoth": mammoth.convert_to_html(file).value}
others["pandoc"] = pypandoc.convert_file("form.docx", "plain")
wrong = []
for name, text in others.items():
    missing = [value for value in [*FILLED_IN, "1-сентябрь"] if value not in text]
    print(f"{name}: missing {missing or 'nothing'}")
    if missing:
        wrong.append(name)
if paragraphs != ["Аты:  (толук)", ""] or rows != [["Жылы", "Күзү"]] or any("Окугум" in text for text in inner):
    wrong.append("python-docx")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the form is there, and what was filled in is not.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
