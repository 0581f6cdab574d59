#!/usr/bin/env bash
# Typst: drawings (SVG) that use today's CSS for colours come out black, and text sized in rem too small or invisible.
#
# (a) Most engineers would guess: a drawing that browsers show can be set in a book as it is; colours written with a variable and a
#     fallback, `var(--c, red)`, at least get the fallback, and what is not understood is told, as Typst does for `foreignObject`.
# (b) What happens in Typst 0.15.2 (PyPI package typst; its SVG reader is usvg): `var(--c, red)`, also with `--c` set,
#     `rgb(255 0 0 / 50%)`, `oklch(...)`, `lab(...)`, `color-mix(...)`, `light-dark(...)` and `rebeccapurple` are all painted black. So are
#     shapes whose colour stands in a rule under `@media print`, or with `:root { --c: red }`, `:is()` or `:not()`; rules by
#     class and element, `rgb(255 0 0)`, `rgba(255,0,0,.5)`, `hsl(0 100% 50%)` and `#f008` work. `font-size: 1rem` and `calc(8px + 8px)` give 12
#     instead of 16, and `font: 600 1rem/1.2 serif` letters too small to be seen, though they are in the text of the PDF. No
#     warning, exit code 0. A drawing with a `foreignObject` gets one.
# (c) What follows: give books drawings of their own, with colours as `#rrggbb` and sizes as numbers, written out at build time; and
#     count the colours of the page that was made: black where the drawing has none shows that something was not understood.
set -euo pipefail

command -v python3 >/dev/null || { echo "Not run: python3 is missing (Debian package python3-venv)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pymupdf==2.0

cat > probe.py <<'PYTHON'
import sys
from importlib.metadata import version

import pymupdf, typst

wrong = []


def draw(inner, style=""):
    """The words of the page with their height in points of the drawing, the colour that most of it is painted in, and warnings."""
    with open("drawing.svg", "w") as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">{style}{inner}</svg>')
    with open("page.typ", "w") as file:
        file.write('#set page(width: 220pt, height: 80pt, margin: 10pt)\n#image("drawing.svg", width: 200pt, alt: "Чийме")\n')
    made, warnings = typst.compile_with_warnings("page.typ", format="pdf")
    page = pymupdf.open(stream=made, filetype="pdf")[0]
    sizes = [span["size"] for block in page.get_text("dict")["blocks"] for line in block.get("lines", []) for span in line["spans"]]
    pixels = page.get_pixmap()
    middle = pixels.pixel(60, 35)
    return page.get_text().strip(), sizes, middle, [str(warning) for warning in warnings]


def look(name, right, seen):
    print(f"{name:48} {seen}")
    if not right:
        wrong.append(name)


print("Typst", version("typst"))
for attribute, colour in [
    ('fill="red"', "red"), ('fill="rgb(255 0 0)"', "red"), ('fill="hsl(0 100% 50%)"', "red"), ('fill="rgba(255,0,0,.5)"', "pale"),
    ('fill="#f008"', "pale"), ('fill="var(--c, red)"', "black"), ('style="--c: red; fill: var(--c)"', "black"),
    ('fill="rgb(255 0 0 / 50%)"', "black"), ('fill="oklch(60% 0.2 30)"', "black"), ('fill="lab(50% 60 40)"', "black"),
    ('fill="color-mix(in srgb, red, blue)"', "black"), ('fill="light-dark(red, blue)"', "black"), ('fill="rebeccapurple"', "black"),
]:
    _, _, (r, g, b), said = draw(f'<rect width="200" height="60" {attribute}/>')
    seen = "black" if r + g + b < 9 else "red" if (r, g, b) == (255, 0, 0) else "pale" if r == 255 and 100 < g < 150 else (r, g, b)
    look(attribute, seen == colour and not said, f"{seen} {said or ''}")
for rule, colour in [
    ("rect { fill: red }", "red"), (".a { fill: red }", "red"), ("@media print { rect { fill: red } }", "black"),
    (":root { --c: red } rect { fill: var(--c) }", "black"), (":is(rect) { fill: red }", "black"), (".a:not(.b) { fill: red }", "black"),
]:
    _, _, (r, g, b), said = draw('<rect class="a" width="200" height="60"/>', f"<style>{rule}</style>")
    seen = "black" if r + g + b < 9 else "red"
    look(rule, seen == colour and not said, f"{seen} {said or ''}")
for attribute, low, high in [
    ('font-size="16"', 15.9, 16.1), ('font-size="1rem"', 11.9, 12.1), ('style="font-size: calc(8px + 8px)"', 11.9, 12.1),
    ('style="font: 600 1rem/1.2 serif"', 0, 2),
]:
    text, sizes, _, said = draw(f'<text x="5" y="40" {attribute}>Сөз</text>')
    look(attribute, text == "Сөз" and len(sizes) == 1 and low <= sizes[0] <= high and not said, f"{text}, {sizes}")
_, _, _, said = draw('<foreignObject width="200" height="60"><p xmlns="http://www.w3.org/1999/xhtml">Сөз</p></foreignObject>')
look("foreignObject", bool(said), said)
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: black, or too small, and nothing is said.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
