#!/usr/bin/env bash
# QR codes: zbar reads addresses with Kyrgyz words as Chinese or as katakana, unless the code says that it is UTF-8.
#
# (a) Most engineers would guess: text in a QR code is UTF-8 in byte mode, all generators write it so and all readers of today
#     try UTF-8 first; if one did not, every Cyrillic word would come out wrong and somebody would notice.
# (b) What happens in zbar 0.23.92 (Debian 12, libzbar0, by way of pyzbar 0.1.9): it guesses the encoding of each code, and
#     where the octets are possible in Big5 or Shift_JIS, too, these win over UTF-8: «билим», «үй», «жол» and «мектеп» come out
#     as Chinese characters or half-width katakana, «кесип», «окуу» and «өмүр» come out right. No error: the result is an
#     address that leads nowhere. The same code with the mark ECI 26 (UTF-8) is read right, and so is one with %D0%B1...;
#     zxing-cpp 3.1.1 reads all of them right.
# (c) What follows: addresses in printed codes are ASCII, or percent-encoded, or the code carries ECI 26 (which generators leave
#     out unless asked, and for which few libraries have an option). Test with more than one reader and with many words: a
#     sample such as «кесип» passes.
set -euo pipefail

command -v python3 >/dev/null || { echo "Not run: python3 is missing." >&2; exit 2; }
version=$(dpkg-query -W -f '${Version}' libzbar0 2>/dev/null || true)
[ -n "$version" ] || { echo "Not run: libzbar0 is missing (Debian package libzbar0)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pillow==13.0.0 pyzbar==0.1.9 segno==1.6.6 zxing-cpp==3.1.1
echo "libzbar0 $version"

PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import io, sys
from urllib.parse import quote

import segno, zxingcpp
from PIL import Image
from pyzbar.pyzbar import decode


def picture(text, eci):
    drawn = io.BytesIO()
    segno.make(text, micro=False, mode="byte", encoding="utf-8", eci=eci).save(drawn, kind="png", scale=6, border=4)
    return Image.open(drawn).convert("L")


def zbar(image):
    return decode(image)[0].data.decode()


wrong = []
site = "https://example.org/"
for word, readable in [("билим", False), ("үй", False), ("жол", False), ("көз", False), ("мектеп", False), ("каалоо", False),
                       ("кесип", True), ("окуу", True), ("өмүр", True)]:
    text = site + word
    plain, marked, encoded = picture(text, False), picture(text, True), picture(site + quote(word), False)
    seen = zbar(plain)
    print(f"{text:26} zbar: {seen:36} with ECI 26: {zbar(marked)}")
    if (seen == text) != readable:
        wrong.append(f"«{word}» is read as {seen}")
    if zbar(marked) != text or zbar(encoded) != site + quote(word):
        wrong.append(f"«{word}» is not read right with the mark, or encoded")
    if [code.text for code in zxingcpp.read_barcodes(plain)] != [text]:
        wrong.append(f"zxing-cpp does not read «{word}» right")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: unmarked UTF-8 is taken for Big5 or Shift_JIS where it can be.")
PYTHON
