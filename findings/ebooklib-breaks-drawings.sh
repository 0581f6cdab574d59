#!/usr/bin/env bash
# EbookLib: drawings inside a chapter lose the capital letters of their names, and notes become pages of the book.
#
# (a) Most engineers would guess: a chapter handed over as well-formed XHTML comes out as it went in; what the library adds by
#     itself (package file, contents, list of pages) says only what the book has.
# (b) What happens in EbookLib 0.20 (PyPI): each chapter is read as HTML and written as XML. `viewBox` becomes `viewbox`,
#     `linearGradient` becomes `lineargradient`: in XHTML these are unknown names, so a drawing keeps its size but not its scale,
#     and what the gradient fills is not painted. No message; the file is well-formed and the words are all there. `style`,
#     and id, class and `epub:type` of `body` are gone, too. `EpubNav` lists every element that has an id and an `epub:type`
#     as a page, so each note of a chapter is one.
# (c) What follows: put chapters with drawings in as `EpubItem`, whose bytes are left alone, or write the zip oneself; look for
#     `viewBox` in the finished book; take the list of pages out where there is no printed edition.
set -euo pipefail

command -v python3 >/dev/null || { echo "Not run: python3 is missing." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check ebooklib==0.20 lxml==6.1.3

PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import re, sys, zipfile
from importlib.metadata import version

from ebooklib import epub
from lxml import etree

CHAPTER = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ky" xml:lang="ky">
<head><title>Мектеп</title><style>rect { stroke: black }</style></head>
<body id="school" epub:type="bodymatter">
<p>Окуучулар<a epub:type="noteref" href="#note">1</a></p>
<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 4 2">
<linearGradient id="fill"><stop offset="0" stop-color="teal"/></linearGradient><rect width="4" height="2" fill="url(#fill)"/></svg>
<aside epub:type="footnote" id="note"><p>Эскертүү</p></aside>
</body></html>"""
etree.fromstring(CHAPTER)

book = epub.EpubBook()
book.set_identifier("book")
book.set_title("Мектеп")
book.set_language("ky")
read = epub.EpubHtml(title="Мектеп", file_name="read.xhtml", lang="ky", content=CHAPTER)
left_alone = epub.EpubItem(uid="alone", file_name="alone.xhtml", media_type="application/xhtml+xml", content=CHAPTER.encode())
for item in (read, left_alone, epub.EpubNcx(), epub.EpubNav()):
    book.add_item(item)
book.toc = (read,)
book.spine = ["nav", read, left_alone]
epub.write_epub("book.epub", book)

print("EbookLib", version("ebooklib"))
with zipfile.ZipFile("book.epub") as packed:
    chapter, alone, contents = (packed.read(f"EPUB/{name}.xhtml").decode() for name in ("read", "alone", "nav"))
etree.fromstring(chapter.encode())
wrong = []
for name in ["viewBox", "linearGradient", "<style", 'id="school"', "bodymatter", "Эскертүү"]:
    kept = name in chapter
    print(f"{name:15} EpubHtml: {'kept' if kept else 'lost':5} EpubItem: {'kept' if name in alone else 'lost'}")
    if kept != (name == "Эскертүү") or name not in alone:
        wrong.append(f"{name} is {'kept' if kept else 'lost'}")
print(*re.findall(r"<svg[^>]*>|<lineargradient[^>]*>", chapter))
if "viewbox=" not in chapter or "<lineargradient" not in chapter:
    wrong.append("the names are not in small letters")
pages = re.search(r'<nav epub:type="page-list".*?</nav>', contents, re.DOTALL)
targets = re.findall(r'href="([^"]*)"', pages[0]) if pages else []
print("List of pages:", *targets)
if "read.xhtml#note" not in targets:
    wrong.append("the note is no page")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the drawing is broken, and the note is a page.")
PYTHON
