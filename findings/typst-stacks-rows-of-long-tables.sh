#!/usr/bin/env bash
# Typst: in a figure, the rows of a table that is longer than the page are printed on top of each other, without a warning.
#
# (a) Most engineers would guess: a table with a caption (`figure(table(...))`) goes on on the next page with its head repeated, as
#     the same table does without a caption; or it runs off the page, where a look at the last page, or a count of words, shows it.
# (b) What happens in Typst 0.15.2 (PyPI package typst): a figure is kept on one page, and what does not fit is put at the lower edge,
#     each row over the one before: of 60 rows some stand in their places, the others in a black heap of one line, with the
#     caption across it. No warning, exit code 0, PDF/UA-1 too; `pdftotext` gives every word. With `show figure: set block(breakable:
#     true)`, or without the figure, the rows go on on further pages under the repeated head.
# (c) What follows: give that rule in the template, and check that no two words of the PDF stand on the same place: neither the log nor
#     a comparison of letters shows that a table can't be read.
set -euo pipefail

command -v python3 >/dev/null || { echo "Not run: python3 is missing (Debian package python3-venv)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pymupdf==2.0

cat > table.typ <<'TYPST'
#let way = sys.inputs.way
#set document(title: "Таблица")
#set page(width: 105mm, height: 148mm, margin: 12mm)
#set text(lang: "ky")
#show figure: set block(breakable: way == "breakable")
#let rows = table(columns: 2, table.header[Сап][Сан], ..range(60).map(n => ([сап#n], [сан#n])).flatten())
Алдыңкы сүйлөм.
#if way == "no figure" { rows } else { figure(rows, caption: [Тизме], supplement: [Таблица]) }
Кийинки сүйлөм.
TYPST
cat > probe.py <<'PYTHON'
import sys
from importlib.metadata import version

import pymupdf, typst

print("Typst", version("typst"))
wrong = []
for way, standards in (("as it is", []), ("as it is", ["ua-1"]), ("breakable", []), ("no figure", [])):
    made, warnings = typst.compile_with_warnings("table.typ", format="pdf", sys_inputs={"way": way}, pdf_standards=standards)
    pages = [page.get_text("words") for page in pymupdf.open(stream=made, filetype="pdf")]
    rows = [[word for word in page if word[4].startswith("сап") and word[4] != "сап"] for page in pages]
    # Rows whose upper edge is where another row's is.
    stacked = sum(len(page) - len({round(word[1]) for word in page}) for page in rows)
    heads = sum(word[4] == "Сап" for page in pages for word in page)
    count = sum(map(len, rows))
    print(f"{way} {' '.join(standards)}: {count} rows on {sum(map(bool, rows))} pages, heads: {heads}, rows on top of others: {stacked}, says: {warnings or 'nothing'}")
    heap = way == "as it is"
    if count != 60 or warnings or (stacked > 20) != heap or (stacked == 0) == heap or (heads == 1) != heap:
        wrong.append(f"{way} {standards}")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: rows that don't fit are heaped up.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
