#!/usr/bin/env bash
# Fontsource: a face that claims the range of ө, ү and ң may have no glyph for them, and the browser says that it has.
#
# (a) Most engineers would guess: a font with the subset cyrillic-ext, whose `unicode-range` takes in U+0460-052F, has the three
#     Kyrgyz letters; and `document.fonts.check("16px Manrope", "ң")` tells whether it does.
# (b) What happens: of @fontsource/manrope 5.3.0 (npm) the face cyrillic-ext has ө and ү and no ң, that of
#     @fontsource/unbounded 5.3.0 has none of the three; both claim the whole range. So the browser loads the file and sets the
#     letter in another font, in the midst of the word. In Chromium 156 (Debian 12) `document.fonts.check` is true for all three:
#     it asks whether faces are loaded, not whether they have glyphs. @fontsource/inter 5.3.0, for one, has all of them.
# (c) What follows: before a font is chosen look into its table of characters (fontTools, `cmap`), not at the names of subsets,
#     and let a test do so for each file that is handed out. In a browser compare widths with the fallback's.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done
browser=${CHROMIUM:-$(command -v chromium || true)}
[ -n "$browser" ] || { echo "Not run: chromium is missing (Debian package chromium)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund playwright-core@1.65.1 \
  @fontsource/inter@5.3.0 @fontsource/manrope@5.3.0 @fontsource/unbounded@5.3.0
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check fonttools==4.68.0 brotli==1.2.1

PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import re, sys

from fontTools.ttLib import TTFont

wrong = []
for name, expected in {"inter": "өүң", "manrope": "өү", "unbounded": ""}.items():
    folder = f"node_modules/@fontsource/{name}"
    with open(f"{folder}/400.css") as file:
        face = next(face for face in re.findall(r"@font-face \{.*?\}", file.read(), re.DOTALL) if "cyrillic-ext" in face)
    claimed = re.search(r"unicode-range: ([^;]*);", face)[1]
    glyphs = TTFont(f"{folder}/" + re.search(r"url\(\./([^)]*woff2)\)", face)[1]).getBestCmap()
    has = "".join(letter for letter in "өүң" if ord(letter) in glyphs)
    print(f"{name}: claims {claimed}; of ө ү ң it has {' '.join(has) or 'none'}")
    if "U+0460-052F" not in claimed or has != expected:
        wrong.append(name)
if wrong:
    sys.exit("No longer as described: " + ", ".join(wrong))
PYTHON

cat > page.html <<'HTML'
<!doctype html><html lang="ky"><meta charset="utf-8"><title>Тамгалар</title>
<link rel="stylesheet" href="node_modules/@fontsource/inter/400.css">
<link rel="stylesheet" href="node_modules/@fontsource/manrope/400.css">
<link rel="stylesheet" href="node_modules/@fontsource/unbounded/400.css"></html>
HTML
cat > probe.js <<'JS'
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.goto(pathToFileURL("page.html").href);
const wrong = [];
for (const [family, expected] of [["Inter", "өүң"], ["Manrope", "өү"], ["Unbounded", ""]]) {
  const seen = await page.evaluate(async family => {
    await document.fonts.load(`16px ${family}`, "өүң");
    const width = (letter, font) => {
      const span = document.createElement("span");
      span.style.font = font;
      span.textContent = letter;
      document.body.append(span);
      const { width } = span.getBoundingClientRect();
      span.remove();
      return width;
    };
    // A glyph of the font itself is as wide whatever stands behind it in the list.
    const own = letter => width(letter, `100px ${family}, monospace`) === width(letter, `100px ${family}, serif`);
    return {
      checked: [..."өүң"].filter(letter => document.fonts.check(`16px ${family}`, letter)).join(""),
      own: [..."өүң"].filter(own).join(""),
    };
  }, family);
  console.log(`${family}: document.fonts.check is true for ${[...seen.checked].join(" ") || "none"}; set in it: ${[...seen.own].join(" ") || "none"}`);
  if (seen.checked !== "өүң" || seen.own !== expected) { wrong.push(family); }
}
await browser.close();
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join(", ")}`);
  process.exit(1);
}
console.log("As described: claimed and checked, but not there.");
JS
timeout 100 node probe.js "$browser"
