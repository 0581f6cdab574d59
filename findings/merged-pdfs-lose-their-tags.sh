#!/usr/bin/env bash
# PDF: a cover put before a tagged document takes its tags away, or leaves a file that claims to have them.
#
# (a) Most engineers would guess: joining two tagged PDFs with the usual tools gives a tagged PDF; structure belongs to the pages as their
#     text does. At worst the tool says that it is lost.
# (b) What happens to two documents of Typst 0.15.2 (PyPI package typst; PDF/UA-1): after `pdfunite` (poppler 22.12) and `mutool merge` (1.21.1) of
#     Debian 12, pikepdf 10.18.0 (`pages.extend`), PyMuPDF 2.0 (`insert_pdf`) and `PdfWriter.append` of pypdf 7.1.1 (PyPI) no structure
#     is left: no headings, no tables, no descriptions of pictures, and no /Lang. With `PdfWriter(clone_from=…)` and `append` the tags are
#     those of the first document alone, while /MarkInfo says that all is marked: a screen reader that trusts it has nothing to read of the
#     second. Exit code 0, no message, text and looks as before.
# (c) What follows: covers and appendices are set in the same run as the text (a page of the template), not joined on afterwards; a
#     gate for accessibility stands after the last tool that touches the file, and counts headings: /MarkInfo says nothing.
set -euo pipefail

for need in python3 pdfunite mutool; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages poppler-utils and mupdf-tools)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pikepdf==10.18.0 pypdf==7.1.1 pymupdf==2.0

cat > probe.py <<'PYTHON'
import subprocess, sys

import pikepdf, pymupdf, pypdf, typst

for name, title in (("cover.pdf", "Мукаба"), ("text.pdf", "Мектеп")):
    with open("text.typ", "w", encoding="utf-8") as file:
        file.write(f'#set document(title: "{title}")\n#set text(lang: "ky")\n= {title}\nОкуу жана эмгек.\n')
    typst.compile("text.typ", output=name, pdf_standards=["ua-1"])

def headings(element, depth=0):
    """How many headings a structure has."""
    if depth > 20 or not isinstance(element, pikepdf.Dictionary):
        return 0
    inner = element.get("/K", [])
    count = 1 if str(element.get("/S")) == "/H1" else 0
    return count + sum(headings(each, depth + 1) for each in (inner if isinstance(inner, (pikepdf.Array, list)) else [inner]))

def look(name):
    with pikepdf.open(name) as file:
        root = file.Root
        return {
            "pages": len(file.pages),
            "headings": headings(root.get("/StructTreeRoot")),
            "language": str(root.get("/Lang", "none")),
            "marked": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        }

def with_pikepdf(name):
    with pikepdf.new() as file, pikepdf.open("cover.pdf") as cover, pikepdf.open("text.pdf") as text:
        for part in (cover, text):
            file.pages.extend(part.pages)
        file.save(name)

def with_pymupdf(name):
    file = pymupdf.open()
    for part in ("cover.pdf", "text.pdf"):
        file.insert_pdf(pymupdf.open(part))
    file.save(name)

def with_pypdf(name):
    file = pypdf.PdfWriter()
    for part in ("cover.pdf", "text.pdf"):
        file.append(part)
    file.write(name)

def with_pypdf_cloned(name):
    file = pypdf.PdfWriter(clone_from="cover.pdf")
    file.append("text.pdf")
    file.write(name)

def command(*words):
    return lambda name: subprocess.run([word.replace("OUT", name) for word in words], check=True)

wrong = []
for name in ("cover.pdf", "text.pdf"):
    print(f"{name}: {look(name)}")
    if look(name) != {"pages": 1, "headings": 1, "language": "ky", "marked": True}:
        wrong.append(name)
ways = {
    "pdfunite": command("pdfunite", "cover.pdf", "text.pdf", "OUT"),
    "mutool merge": command("mutool", "merge", "-o", "OUT", "cover.pdf", "text.pdf"),
    "pikepdf": with_pikepdf,
    "PyMuPDF": with_pymupdf,
    "pypdf": with_pypdf,
    "pypdf, cloned": with_pypdf_cloned,
}
for name, join in ways.items():
    join("joined.pdf")
    seen = look("joined.pdf")
    print(f"{name:14} {seen}")
    left = {"headings": 1, "language": "ky", "marked": True} if "cloned" in name else {"headings": 0, "language": "none", "marked": False}
    if seen != {"pages": 2, **left}:
        wrong.append(name)
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: none of them keeps both headings.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
