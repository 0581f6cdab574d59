#!/usr/bin/env bash
# Typst: a letter that the chosen font lacks is set in another font, or left out as an empty box, without a warning.
#
# (a) Most engineers would guess: Typst, which warns when a font family is unknown, warns as well when a font lacks a letter that the
#     text has, at the latest when no font has it; TeX logs «Missing character», and browsers have nobody to tell.
# (b) What happens in Typst 0.15.2 (PyPI package typst) with Manrope of @expo-google-fonts/manrope 0.4.2 (npm), which claims Cyrillic
#     and has ө and ү, but no ң: «Таң» is set with an ң of Libertinus Serif, a serif letter in the midst of a sans-serif word. A word
#     that no font has, such as «北京», becomes empty boxes, and letters of it are missing from the text of the PDF; with
#     `fallback: false` the ң is an empty box and missing, too. No warnings, exit code 0. Only with `pdf_standards: ["ua-1"]` a
#     letter without any font is an error; the borrowed ң passes there as well. An unknown family does give a warning.
# (c) What follows: after each build compare the fonts in the PDF with those that were asked for (`pdffonts`), and the letters of the
#     text with those of the PDF; and set `fallback: false` together with PDF/UA, so that a missing letter is an error.
set -euo pipefail

for need in npm python3 pdffonts pdftotext; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages npm, python3-venv, poppler-utils)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund @expo-google-fonts/manrope@0.4.2
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check typst==0.15.2

cat > probe.py <<'PYTHON'
import subprocess, sys
from importlib.metadata import version

import typst

FONTS = "node_modules/@expo-google-fonts/manrope/400Regular"
wrong = []


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def compile(text, family="Manrope", fallback="true", standards=()):
    """The text of the PDF, the names of its fonts and what Typst says."""
    with open("page.typ", "w") as file:
        file.write(f'#set document(title: "Таң")\n#set text(font: "{family}", lang: "ky", fallback: {fallback})\n{text}\n')
    try:
        made, warnings = typst.compile_with_warnings("page.typ", format="pdf", font_paths=[FONTS], ignore_system_fonts=True,
                                                     pdf_standards=list(standards))
    except typst.TypstError as error:
        return None, None, [str(error)]
    with open("page.pdf", "wb") as file:
        file.write(made)
    fonts = sorted({line.split()[0].split("+")[1] for line in output("pdffonts", "page.pdf").splitlines()[2:]})
    return output("pdftotext", "page.pdf", "-").split(), fonts, [str(warning) for warning in warnings]


def look(name, expected, *arguments, **options):
    text, fonts, said = compile(*arguments, **options)
    print(f"{name:32} text: {text}  fonts: {fonts}  says: {said or 'nothing'}")
    if not expected(text, " ".join(fonts or []), " ".join(said)):
        wrong.append(name)


print("Typst", version("typst"))
look("all letters there", lambda text, fonts, said: text == ["Төр", "үй"] and "Libertinus" not in fonts and not said, "Төр үй")
look("one letter missing", lambda text, fonts, said: text == ["Таң"] and "Manrope" in fonts and "Libertinus" in fonts and not said, "Таң")
look("the same as PDF/UA-1", lambda text, fonts, said: text == ["Таң"] and "Libertinus" in fonts and not said, "Таң", standards=["ua-1"])
look("without fallback", lambda text, fonts, said: text != ["Таң"] and "Libertinus" not in fonts and not said, "Таң", fallback="false")
look("without fallback, as PDF/UA-1", lambda text, fonts, said: text is None and "could not be displayed" in said, "Таң", fallback="false", standards=["ua-1"])
look("letters of no font", lambda text, fonts, said: text[:1] == ["Бээжин"] and "北" not in "".join(text) and not said, "Бээжин 北京")
look("the same as PDF/UA-1", lambda text, fonts, said: text is None and "could not be displayed" in said, "Бээжин 北京", standards=["ua-1"])
look("an unknown family", lambda text, fonts, said: "unknown font family" in said, "Төр", family="Manropa")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: letters are borrowed or missing, and nothing is said.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
