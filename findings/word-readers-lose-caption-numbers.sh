#!/usr/bin/env bash
# Word files: python-docx, pandoc and mammoth leave out what a simple field shows, and hand out text that Word hides.
#
# (a) Most engineers would guess: the text that a reader library gives for a paragraph is what a person sees in Word: the number
#     of «Таблица 7», a page number referred to, a date; and what is marked hidden is left out, or at least told apart.
# (b) What happens in python-docx 1.2.0, pandoc 3.9 (pypandoc-binary 1.17) and mammoth 1.13.0 (npm): a field in the short form
#     (`w:fldSimple`, which Word writes for numbers of captions) is dropped with its text: «Таблица 7. Мектептер» becomes
#     «Таблица . Мектептер», and the reference to it «караңыз: .». The long form (`w:fldChar`) is kept, so two tables of one file
#     may differ. Hidden text (`w:vanish`) is handed out as if it were seen. Only mammoth has a message, about an unrecognised
#     element; pandoc prints nothing, with --verbose neither.
# (c) What follows: before text is taken from a Word file, put the runs of each `w:fldSimple` in its place, and leave out or ask
#     about hidden runs, also those hidden by their style. A comparison of the letters in `w:t` before and after shows the loss;
#     comparing the output of two such libraries with each other does not.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund mammoth@1.13.0
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 pypandoc-binary==1.17

PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import subprocess, sys

import docx, pypandoc
from docx.oxml import parse_xml

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = r" SEQ Таблица \* ARABIC "
paragraphs = [
    run("Таблица ") + f'<w:fldSimple w:instr="{CODE}">{run("7")}</w:fldSimple>' + run(". Мектептер"),
    run("караңыз: ") + f'<w:fldSimple w:instr=" REF t7 ">{run("Таблица 7")}</w:fldSimple>' + run("."),
    run("Таблица ") + mark("begin") + f'<w:r><w:instrText xml:space="preserve">{CODE}</w:instrText></w:r>' + mark("separate")
    + run("8") + mark("end") + run(". Окуучулар"),
    run("Көрүнгөн ") + run("жашырылган ", "<w:rPr><w:vanish/></w:rPr>") + run("сөз"),
]
expected = ["Таблица . Мектептер", "караңыз: .", "Таблица 8. Окуучулар", "Көрүнгөн жашырылган сөз"]
document = docx.Document()
for inner in paragraphs:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {NAMESPACE}>{inner}</w:p>"))
document.save("tables.docx")

pandoc = pypandoc.get_pandoc_path()
version = subprocess.run([pandoc, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
converted = subprocess.run([pandoc, "--verbose", "--wrap=none", "-t", "plain", "tables.docx"], capture_output=True, text=True,
                           check=True)
script = """
require("mammoth").extractRawText({ path: "tables.docx" }).then(result => {
  console.log(result.value.trim());
  for (const message of result.messages) { console.error(message.type, message.message); }
});
"""
mammoth = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
given = {
    f"python-docx {docx.__version__}": ([p.text for p in docx.Document("tables.docx").paragraphs], ""),
    version: (converted.stdout.strip().split("\n\n"), converted.stderr.strip()),
    "mammoth": (mammoth.stdout.strip().split("\n\n"), mammoth.stderr.strip()),
}
wrong = []
for name, (lines, said) in given.items():
    print(f"{name}: {' | '.join(lines)}" + (f"  (says: {said})" if said else "  (says nothing)"))
    if lines != expected:
        wrong.append(f"{name} gives other text")
    if bool(said) != (name == "mammoth"):
        wrong.append(f"{name} {'warns' if said else 'no longer warns'}")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: seen numbers are lost, hidden words are given.")
PYTHON
