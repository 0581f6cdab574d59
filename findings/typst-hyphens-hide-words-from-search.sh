#!/usr/bin/env bash
# Typst: a word that is divided at the end of a line is found by hardly any search in the PDF, also with tags.
#
# (a) Most engineers would guess: Typst knows that its hyphen is no letter and says so in the PDF (by U+00AD or `ActualText`), and
#     readers that know of either put the word together again, as they have done for books for twenty years.
# (b) What happens with Typst 0.15.2 (PyPI package typst; Kyrgyz set with `lang: "mn"`, whose patterns fit, and Russian): the hyphen
#     is U+00AD, with and without `pdf_tags`. `pdfgrep` and `pdftotext` of Debian 12 (poppler 22.12) find «компьютер», a soft
#     hyphen and «дик», never «компьютердик»; so do pdfminer.six 20260107 and pypdf 7.1.1; PDFium's own search (pypdfium2 5.15.2) does not
#     find it, and pdf.js 5.6.205 leaves the hyphen out and the line break in. Only MuPDF (PyMuPDF 2.0) finds the whole word. Words
#     that are not divided are found by all.
# (c) What follows: before letters or words of a PDF are compared or counted, take out each U+00AD with the line break after it;
#     where readers will search (a handbook with long words and narrow columns), hyphenate less, or set `hyphenate: false`
#     in what they look for: headings, terms, names.
set -euo pipefail

for need in node npm python3 pdfgrep pdftotext; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages npm, python3-venv, pdfgrep, poppler-utils)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund pdfjs-dist@5.6.205
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pypdfium2==5.15.2 pymupdf==2.0 pdfminer.six==20260107 pypdf==7.1.1

cat > text.js <<'JS'
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const document = await getDocument({ data: new Uint8Array(readFileSync("page.pdf")), verbosity: 0 }).promise;
const { items } = await (await document.getPage(1)).getTextContent();
console.log(JSON.stringify(items.map(item => item.str + (item.hasEOL ? "\n" : "")).join("")));
JS
cat > probe.py <<'PYTHON'
import json, subprocess, sys

import pymupdf, pypdf, pypdfium2, typst
from pdfminer.high_level import extract_text

wrong = []


def run(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def found(word):
    """Which ways find a word in page.pdf."""
    js = json.loads(run("node", "text.js"))
    texts = {
        "pdftotext": run("pdftotext", "page.pdf", "-"),
        "pdfminer.six": extract_text("page.pdf"),
        "pypdf": pypdf.PdfReader("page.pdf").pages[0].extract_text(),
        "pdf.js": js,
    }
    ways = {name: word in text for name, text in texts.items()}
    ways["pdfgrep"] = bool(run("pdfgrep", word, "page.pdf"))
    ways["PDFium"] = pypdfium2.PdfDocument("page.pdf")[0].get_textpage().search(word).get_next() is not None
    ways["MuPDF"] = bool(pymupdf.open("page.pdf")[0].search_for(word))
    return texts, ways


for lang, words in (("mn", ["компьютердик", "мүмкүнчүлүктөрү"]), ("ru", ["компьютерного", "программирования"])):
    for tags in (True, False):
        with open("page.typ", "w") as file:
            file.write(f'#set page(width: 20mm, height: auto, margin: 1mm)\n#set text(lang: "{lang}", size: 8pt, hyphenate: true)\n'
                       + " ".join(["бар", *words]))
        typst.compile("page.typ", output="page.pdf", format="pdf", pdf_tags=tags)
        for word in ["бар", *words]:
            texts, ways = found(word)
            print(f"{lang}, {'with' if tags else 'without'} tags, {word}: found by {', '.join(n for n, seen in ways.items() if seen)}")
            if ways != {name: word == "бар" or name == "MuPDF" for name in ways}:
                wrong.append(f"{lang}, {word}: {ways}")
        soft = {name: "\u00ad\n" in text for name, text in texts.items()}
        if soft != {"pdftotext": True, "pdfminer.six": True, "pypdf": True, "pdf.js": False}:
            wrong.append(f"soft hyphens: {soft}")
print(repr(texts["pdftotext"]), repr(texts["pdf.js"]))
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: divided words are found by MuPDF alone.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
