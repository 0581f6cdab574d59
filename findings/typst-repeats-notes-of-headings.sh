#!/usr/bin/env bash
# Typst: a footnote at a heading is printed again in the contents and the running head, and its words stand in the bookmark.
#
# (a) Most engineers would guess: a note belongs to the place where it stands; contents, running heads and bookmarks show the
#     heading without it, as in Word and LibreOffice (and in LaTeX with the usual care, which fails loudly without).
# (b) What happens in Typst 0.15.2 (PyPI package typst): each place that shows the heading sets the note once more. The note of the
#     first heading is number 1 under the contents and number 2 under the heading, the first note of the text is 3; a running head
#     has a further number, 4, without any note on its page. The PDF's bookmark is «КесипБиринчи эскертүү тандоо»: the note's words in
#     the midst of the title. No warning. `show footnote: none` for the contents takes away the mark there and leaves the note and its
#     number. Numbers are right when contents and running head show a copy of the heading from which notes were taken out;
#     the bookmark stays as it is.
# (c) What follows: make such a copy in the template from the start, or set notes of headings at the end of the first paragraph; and
#     compare bookmarks with the titles, and the numbers of notes with their count: nothing else shows it.
set -euo pipefail

for need in python3 pdftotext; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages python3-venv, poppler-utils)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pikepdf==10.18.0

cat > book.typ <<'TYPST'
#let way = sys.inputs.way
// The same content without the notes in it.
#let bare(body) = if body.func() == footnote { none } else if body.has("children") { body.children.map(bare).join() } else { body }
#set document(title: "Китеп")
#set page(width: 100mm, height: 70mm, margin: 12mm, header: context {
  let before = query(selector(heading).before(here()))
  if before.len() > 0 { if way == "copy" { bare(before.last().body) } else { before.last().body } }
})
#set text(lang: "ky")
#show outline: it => if way == "hidden" { show footnote: none; it } else { it }
#show outline.entry: it => if way == "copy" {
  link(it.element.location(), it.indented(it.prefix(), [#bare(it.element.body) #h(1fr) #it.page()]))
} else { it }
#outline(title: "Мазмуну")
#pagebreak()
= Кесип#footnote[Биринчи эскертүү] тандоо
Текст#footnote[Экинчи эскертүү] бар.
#pagebreak()
Уландысы.
TYPST
cat > probe.py <<'PYTHON'
import subprocess, sys
from importlib.metadata import version

import pikepdf, typst

print("Typst", version("typst"))
wrong = []
expected = {
    "as it is": (2, ["Кесип1 тандоо", "Кесип2 тандоо", "Кесип4 тандоо"], "Текст3"),
    "hidden": (2, ["Кесип тандоо", "Кесип2 тандоо", "Кесип4 тандоо"], "Текст3"),
    "copy": (1, ["Кесип тандоо", "Кесип1 тандоо", "Кесип тандоо"], "Текст2"),
}
for way, (notes, titles, text) in expected.items():
    made, warnings = typst.compile_with_warnings("book.typ", format="pdf", sys_inputs={"way": way})
    with open("book.pdf", "wb") as file:
        file.write(made)
    printed = subprocess.run(["pdftotext", "-layout", "book.pdf", "-"], capture_output=True, text=True, check=True).stdout
    pages = [" ".join(page.replace(". ", "").split()) for page in printed.split("\f")]
    with pikepdf.open("book.pdf") as pdf, pdf.open_outline() as outline:
        bookmarks = [item.title for item in outline.root]
    print(f"{way}: {' | '.join(pages[:3])}; bookmarks: {bookmarks}; says: {warnings or 'nothing'}")
    if printed.count("Биринчи эскертүү") != notes or text not in printed or any(title not in page for title, page in zip(titles, pages)):
        wrong.append(f"{way}: notes")
    if bookmarks != ["КесипБиринчи эскертүү тандоо"] or warnings:
        wrong.append(f"{way}: bookmarks or warnings")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the note is repeated, and its words are in the bookmark.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
