#!/usr/bin/env bash
# QR codes: segno writes Russian words in a Japanese encoding, and qrcode-generator keeps half of each letter.
#
# (a) Most engineers would guess: a maker of QR codes writes text that isn't Latin as UTF-8, with a mark (ECI) or without one, for that
#     is what readers try; whichever it is, Russian and Kyrgyz are treated alike, and what can't be written is refused.
# (b) What happens in segno 1.6.6 (PyPI): it takes the first encoding that fits, and Shift_JIS comes before UTF-8, without ECI.
#     Russian letters are in Shift_JIS: «Повар» is written in kanji mode, «Повар: 25 000 сом» as Japanese bytes. ZXing guesses that
#     (zxing-cpp 3.1.1), OpenCV's reader gives «\x84P\x84\x80...» or an error of decoding; a word with ө, ү or ң is
#     UTF-8 and read by both. qrcode-generator 2.0.4 (npm) keeps the lower byte of each UTF-16 unit: «Повар» is read as U+001F and «>20@».
#     No error. PyPI qrcode 8.2 and npm qrcode 1.5.4 write UTF-8.
# (c) What follows: give segno `encoding="utf-8"`, hand qrcode-generator bytes (`stringToBytes`), or keep to ASCII and percent-encoded
#     addresses; and read each code that is made again, in Russian too: a test with «Өмүр» passes with segno.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund qrcode-generator@2.0.4 qrcode@1.5.4
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check segno==1.6.6 qrcode==8.2 zxing-cpp==3.1.1 opencv-python-headless==5.0.0.93

cat > make.js <<'JS'
import { writeFileSync } from "node:fs";
import generator from "qrcode-generator";
import qrcode from "qrcode";

const rows = (size, dark) => Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (dark(row, column) ? 1 : 0)));
const made = ["Повар", "Повар: 25 000 сом", "Өмүр"].map(text => {
  const code = generator(0, "M");
  code.addData(text);
  code.make();
  const { modules } = qrcode.create(text);
  return {
    "qrcode-generator": rows(code.getModuleCount(), (row, column) => code.isDark(row, column)),
    "npm qrcode": rows(modules.size, (row, column) => modules.get(row, column)),
  };
});
writeFileSync("made.json", JSON.stringify(made));
JS
node make.js

cat > probe.py <<'PYTHON'
import json, sys
from importlib.metadata import version

import cv2, numpy, qrcode, segno, zxingcpp

TEXTS = ["Повар", "Повар: 25 000 сом", "Өмүр"]

def read(rows):
    """What ZXing and OpenCV read in a code."""
    picture = numpy.array([[0 if dark else 255 for dark in row] for row in rows], numpy.uint8)
    picture = numpy.kron(numpy.pad(picture, 4, constant_values=255), numpy.ones((8, 8), numpy.uint8))
    found = zxingcpp.read_barcodes(picture)
    try:
        opencv = cv2.QRCodeDetector().detectAndDecode(picture)[0]
    except UnicodeDecodeError:
        opencv = "no UTF-8"
    return found[0].text if found else None, opencv

def plain(text):
    code = qrcode.QRCode(border=0)
    code.add_data(text)
    code.make()
    return code.modules

print(", ".join(f"{name} {version(name)}" for name in ("segno", "qrcode", "zxing-cpp", "opencv-python-headless")))
wrong = []
with open("made.json", encoding="utf-8") as file:
    made = json.load(file)
for text, others in zip(TEXTS, made):
    codes = {
        "segno": segno.make(text, micro=False).matrix,
        "segno, utf-8": segno.make(text, micro=False, encoding="utf-8").matrix,
        "PyPI qrcode": plain(text),
        **others,
    }
    for name, rows in codes.items():
        seen = read(rows)
        print(f"  {text!r:22} {name:17} ZXing {seen[0]!r}, OpenCV {seen[1]!r}")
        if name == "qrcode-generator":
            as_described = text not in seen
            if text == "Повар":
                as_described = as_described and (seen[0] or "").endswith(">20@")
        elif name == "segno" and text != "Өмүр":
            as_described = seen[0] == text and seen[1] != text
        else:
            as_described = seen == (text, text)
        if not as_described:
            wrong.append(f"{name}, {text}")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: Russian is Japanese for one maker and half of its bytes for another.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
