#!/usr/bin/env bash
# Word files with changes that nobody has accepted yet: LibreOffice gives old and new words, python-docx neither.
#
# (a) Most engineers would guess: converters take tracked changes as accepted, which is what pandoc says of itself; where both
#     states are given, deleted words are marked, in HTML by `<del>`.
# (b) What happens to «2024-жылы», deleted, and «2026-жылы», put in its place: python-docx 1.2.0 gives «Мектеп окуучулары
#     келишти.» without a year, and nowhere a sentence that was moved, and says nothing of it. LibreOffice 7.4.7 (Debian
#     12) gives both years in `--convert-to txt` and, without any mark, in HTML; deleted paragraphs and rows stand there like others,
#     and the moved sentence twice. pandoc 3.9 (pypandoc-binary 1.17) and mammoth 1.13.0 (PyPI) take the changes as accepted;
#     mammoth keeps the deleted row of a table, empty.
# (c) What follows: an import looks for `w:ins`, `w:del`, `w:moveFrom` and `w:moveTo` first and asks; comparing letters of two
#     such converters shows which files have changes, comparing the letters of one with `w:t` does not.
set -euo pipefail

command -v python3 >/dev/null || { echo "Not run: python3 is missing." >&2; exit 2; }
office=$(command -v soffice || true)
[ -n "$office" ] || { echo "Not run: soffice is missing (Debian package libreoffice-writer)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 pypandoc-binary==1.17 mammoth==1.13.0

cat > write.py <<'PYTHON'
import zipfile

WHO = 'w:author="Редактор" w:date="2026-09-01T10:00:00Z"'
BODY = f"""
<w:p><w:r><w:t xml:space="preserve">Мектеп окуучулары </w:t></w:r>
 <w:del w:id="1" {WHO}><w:r><w:delText xml:space="preserve">2024-жылы </w:delText></w:r></w:del>
 <w:ins w:id="2" {WHO}><w:r><w:t xml:space="preserve">2026-жылы </w:t></w:r></w:ins><w:r><w:t>келишти.</w:t></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="3" {WHO}/></w:rPr></w:pPr>
 <w:del w:id="4" {WHO}><w:r><w:delText>Эски абзац.</w:delText></w:r></w:del></w:p>
<w:p><w:moveFromRangeStart w:id="5" w:name="move1" {WHO}/><w:moveFrom w:id="6" {WHO}><w:r><w:t>Жылган сүйлөм.</w:t></w:r></w:moveFrom>
 <w:moveFromRangeEnd w:id="5"/></w:p>
<w:p><w:r><w:t>Ортосу.</w:t></w:r></w:p>
<w:p><w:moveToRangeStart w:id="7" w:name="move1" {WHO}/><w:moveTo w:id="8" {WHO}><w:r><w:t>Жылган сүйлөм.</w:t></w:r></w:moveTo>
 <w:moveToRangeEnd w:id="7"/></w:p>
<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>Калган катар</w:t></w:r></w:p></w:tc></w:tr>
 <w:tr><w:trPr><w:del w:id="9" {WHO}/></w:trPr><w:tc><w:p><w:del w:id="10" {WHO}><w:r><w:delText>Эски катар</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>
<w:p/>"""
TYPES = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
with zipfile.ZipFile("changes.docx", "w") as packed:
    packed.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}/content-types"><Default Extension="rels" '
                    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
                    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    packed.writestr("_rels/.rels", f'<Relationships xmlns="{TYPES}/relationships"><Relationship Id="rId1" '
                    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
    packed.writestr("word/document.xml", '<?xml version="1.0" encoding="UTF-8"?><w:document '
                    f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{BODY}</w:body></w:document>')
PYTHON
export PYTHONUTF8=1
python/bin/python write.py
for filter in "txt:Text (encoded):UTF8" html; do
  "$office" "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$filter" changes.docx > log 2>&1 || { cat log >&2; exit 1; }
done

cat > probe.py <<'PYTHON'
import re, sys
from html import unescape

import docx, mammoth, pypandoc

WORDS = ["2024-жылы", "2026-жылы", "Эски абзац", "Жылган сүйлөм", "Ортосу", "Калган катар", "Эски катар"]


def read(name):
    with open(name, encoding="utf-8-sig") as file:
        return file.read()


document = docx.Document("changes.docx")
paragraphs = document.paragraphs + [p for row in document.tables[0].rows for cell in row.cells for p in cell.paragraphs]
html = read("changes.html")
with open("changes.docx", "rb") as file:
    accepted = mammoth.extract_raw_text(file).value
texts = {
    "python-docx": "\n".join(p.text for p in paragraphs),
    "pandoc": pypandoc.convert_file("changes.docx", "plain"),
    "mammoth": accepted,
    "LibreOffice, text": read("changes.txt"),
    "LibreOffice, HTML": unescape(re.sub(r"<[^>]*>", "", html[html.index("<body"):])),
}
expected = {"python-docx": [0, 0, 0, 0, 1, 1, 0], "pandoc": [0, 1, 0, 1, 1, 1, 0], "mammoth": [0, 1, 0, 1, 1, 1, 0],
            "LibreOffice, text": [1, 1, 1, 2, 1, 1, 1], "LibreOffice, HTML": [1, 1, 1, 2, 1, 1, 1]}
wrong = []
for name, text in texts.items():
    text = " ".join(text.split())
    seen = [text.count(word) for word in WORDS]
    print(f"{name:18} {text}")
    if seen != expected[name]:
        wrong.append(f"{name}: {seen}")
if re.search(r"<(ins|del|s|strike)\b|line-through", html):
    wrong.append("the HTML marks changes")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: old and new, neither, or as accepted.")
PYTHON
"$office" "-env:UserInstallation=file://$folder/profile" --headless --version | head -1
python/bin/python probe.py
