#!/usr/bin/env bash
# Typst: in justified text a word too wide for its column takes the word before it along, out of the column, without a warning.
#
# (a) Most engineers would guess: a word that can't be divided and is a little wider than the column stands on a line of its own
#     and sticks out by that little, as in a browser, Word and TeX (which also says «overfull»); Typst says as much or divides.
# (b) What happens in Typst 0.15.2 (PyPI package typst): Kyrgyz has no hyphenation, and with `par(justify: true)` lines are chosen
#     for the whole paragraph: «компьютердик программалоочулардын» is set as one line, which sticks out by 83 points, over
#     the next column or off the page; on a line of its own the word would stick out by 9. No warning, exit code 0; text taken
#     from the PDF is complete as long as the page is wide enough. With `linebreaks: "simple"`, or not
#     justified, each word has its line.
# (c) What follows: in Kyrgyz set `linebreaks: "simple"` or leave text ragged wherever columns are narrow (tables, cards, two
#     columns), and check the boxes of words against their column: neither the log nor the text shows it.
set -euo pipefail

for need in python3 pdftotext; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages python3-venv, poppler-utils)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check typst==0.15.2

cat > cell.typ <<'TYPST'
#set page(width: 148mm, height: 105mm, margin: 15mm)
#set text(lang: "ky", size: 11pt, font: "Libertinus Serif")
#set par(justify: sys.inputs.justify == "true", linebreaks: if sys.inputs.lines == "simple" { "simple" } else { auto })
#table(columns: (42mm, 1fr), inset: 5pt,
  [Бул жерде компьютердик программалоочулардын билими керек], [Экинчи тилке])
TYPST
cat > probe.py <<'PYTHON'
import re, subprocess, sys

import typst

# The inside of the first column ends 15 mm and 42 mm from the left edge, less 5 points.
END = (15 + 42) / 25.4 * 72 - 5
EXPECTED = {("true", "auto"): (50, 90), ("true", "simple"): (0, 25), ("false", "auto"): (0, 25)}
wrong = []
for (justify, lines), (least, most) in EXPECTED.items():
    pdf, warnings = typst.compile_with_warnings("cell.typ", sys_inputs={"justify": justify, "lines": lines})
    with open("cell.pdf", "wb") as file:
        file.write(pdf)
    boxes = subprocess.run(["pdftotext", "-bbox", "cell.pdf", "-"], capture_output=True, text=True, check=True).stdout
    words = {text: [float(n) for n in place] for *place, text in
             re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>', boxes)}
    long, before = words["программалоочулардын"], words["компьютердик"]
    out = long[2] - END
    shared = "on the line of the word before" if long[1] == before[1] else "on a line of its own"
    print(f"justify {justify:5} linebreaks {lines:6}: sticks out by {out:5.1f} points, {shared}, warnings: {len(warnings)}")
    if not least < out < most or (least > 0) != (long[1] == before[1]):
        wrong.append(f"justify {justify}, {lines}: {out:.1f} points, {shared}")
    if warnings:
        wrong.append(f"a warning: {warnings[0]}")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: justified text drags the word out of its column, in silence.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
