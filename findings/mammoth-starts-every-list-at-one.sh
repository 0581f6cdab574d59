#!/usr/bin/env bash
# Word files: lists that go on after a paragraph begin at 1 again in mammoth, and in what is built on it.
#
# (a) Most engineers would guess: a converter that turns Word's numbered paragraphs into `<ol>` gives the second part of a list its
#     `start`, so that point 3 of an order stays point 3; or says that it can't.
# (b) What happens in mammoth 1.13.0 (npm and PyPI) and so in markitdown 0.1.9 (PyPI), to points 1 and 2, a paragraph of explanation, and points 3
#     and 4 of the same list: the explanation ends the `<ol>`, and the next begins without `start`: the points are 1, 2, 1, 2. A list that Word
#     begins at 5 (`w:start`), one of letters («а)», «б)») and numbers such as 1.1 lose that, too. No message. pandoc 3.9 (pypandoc-binary
#     1.17) writes `start="3"` and `start="5"`.
# (c) What follows: an order, a statute or a form whose text says «see point 3» refers to another point after such an import.
#     Look for numbered paragraphs between which others stand, take the numbers from `w:numId` oneself, and compare last numbers; a
#     comparison of words shows nothing, for the numbers are in no word.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund mammoth@1.13.0
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 'markitdown[docx]==0.1.9' pypandoc-binary==1.17

cat > probe.py <<'PYTHON'
import json, re, subprocess, sys, zipfile

import mammoth, pypandoc
from markitdown import MarkItDown

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

def point(text, number, level=0):
    return (f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p>")

def level(index, start, form, text):
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'

body = "".join([
    point("Паспорт", 1), point("Аттестат", 1),
    "<w:p><w:r><w:t>Көчүрмөлөр да керек.</w:t></w:r></w:p>",
    point("Сүрөт", 1), point("Арыз", 1),
    "<w:p><w:r><w:t>Экинчи тизме.</w:t></w:r></w:p>",
    point("Бешинчи", 2), point("Алтынчы", 2),
    "<w:p><w:r><w:t>Тамгалар.</w:t></w:r></w:p>",
    point("биринчи тамга", 3), point("экинчи тамга", 3),
])
lists = {1: level(0, 1, "decimal", "%1."), 2: level(0, 5, "decimal", "%1."), 3: level(0, 1, "russianLower", "%1)")}
numbering = "".join(f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>' for key, levels in lists.items())
numbering += "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
with zipfile.ZipFile("order.docx", "w") as packed:
    packed.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                    f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
                    f'<Override PartName="/word/numbering.xml" ContentType="{KIND}.numbering+xml"/></Types>')
    for name, kind, target in (("_rels/.rels", "officeDocument", "word/document.xml"), ("word/_rels/document.xml.rels", "numbering", "numbering.xml")):
        packed.writestr(name, f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>')
    packed.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>')
    packed.writestr("word/numbering.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="{MAIN}">{numbering}</w:numbering>')

def starts(html):
    """Number of the first point of each list."""
    return [int((re.search(r'start="(\d+)"', tag) or [0, 1])[1]) for tag in re.findall(r"<ol[^>]*>", html)]

script = """import mammoth from "mammoth"; const { value, messages } = await mammoth.convertToHtml({ path: "order.docx" });
console.log(JSON.stringify({ value, messages }));"""
npm = json.loads(subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True).stdout)
with open("order.docx", "rb") as file:
    python = mammoth.convert_to_html(file)
text = MarkItDown().convert("order.docx").text_content
seen = {
    "mammoth, npm": (starts(npm["value"]), npm["messages"]),
    "mammoth, PyPI": (starts(python.value), python.messages),
    "markitdown": ([int(number) for number in re.findall(r"(?:^|\n\n)(\d+)\. ", text)], []),
    "pandoc": (starts(pypandoc.convert_file("order.docx", "html")), []),
}
wrong = []
for name, (firsts, messages) in seen.items():
    print(f"{name:14} lists begin at {firsts}, messages: {messages or 'none'}")
    if (firsts[:2] != [1, 3] or firsts[2] != 5 if name == "pandoc" else firsts != [1, 1, 1, 1]) or messages:
        wrong.append(name)
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the third point is number 1.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
