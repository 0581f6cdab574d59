#!/usr/bin/env bash
# Chromium: a tagged PDF does not know the language of words inside a paragraph, nor of paragraphs inside a `div`.
#
# (a) Most engineers would guess: `lang` on a part of a page becomes /Lang in the PDF's structure, for a word in Russian inside a
#     Kyrgyz sentence as for a paragraph; a screen reader that changes its voice on the page does so in the PDF.
# (b) What happens in Chromium 156 (Debian 12, page.pdf with `tagged`): /Lang is there for the document, and where `lang`
#     stands on a heading, paragraph, item, cell, quotation, `section` or link. On `span`, `i`, `q` and an `inline-block` it is
#     dropped: the structure has an element for the word, without a language, and the content stream has none either. A `div`
#     around paragraphs has no element in the structure, and its language is lost with it, so all of them count as Kyrgyz.
#     No warning, and the document has its own /Lang as checkers demand.
# (c) What follows: a passage in the other language gets its `lang` on a `section` or on each paragraph, not on a `div`; words
#     and names of the other language have none in a PDF, so whoever listens should be given the page. Test with words.
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
npm install --silent --no-audit --no-fund playwright-core@1.65.1
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pikepdf==10.18.0

cat > probe.js <<'JS'
import { chromium } from "playwright-core";

const parts = {
  h2: '<h2 lang="ru">Слово</h2>', p: '<p lang="ru">Слово</p>', li: '<ul><li lang="ru">Слово</li></ul>',
  td: '<table><tr><th>Сөз</th><td lang="ru">Слово</td></tr></table>', blockquote: '<blockquote lang="ru"><p>Слово</p></blockquote>',
  section: '<section lang="ru"><p>Слово</p></section>', div: '<p>Сөз</p><div lang="ru"><p>Слово</p></div>',
  a: '<p>Сөз <a lang="ru" href="https://example.org/">слово</a></p>',
  span: '<p>Сөз <span lang="ru">слово</span></p>', i: '<p>Сөз <i lang="ru">слово</i></p>', q: '<p>Сөз <q lang="ru">слово</q></p>',
  "inline-block": '<p>Сөз <span lang="ru" style="display: inline-block">слово</span></p>',
};
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
for (const [name, part] of Object.entries(parts)) {
  await page.setContent(`<!doctype html><html lang="ky"><meta charset="utf-8"><title>Тил</title>${part}</html>`);
  await page.pdf({ path: `${name}.pdf`, tagged: true });
}
await browser.close();
JS
timeout 100 node probe.js "$browser"

PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import sys

import pikepdf


def languages(element):
    """/Lang of a part of the structure and of all below it."""
    if isinstance(element, pikepdf.Array):
        return [language for child in element for language in languages(child)]
    if not isinstance(element, pikepdf.Dictionary):
        return []
    own = [str(element["/Lang"])] if "/Lang" in element else []
    return own + (languages(element["/K"]) if "/K" in element else [])


wrong = []
kept = ["h2", "p", "li", "td", "blockquote", "section", "a"]
for name in [*kept, "div", "span", "i", "q", "inline-block"]:
    with pikepdf.open(f"{name}.pdf") as pdf:
        seen = languages(pdf.Root["/StructTreeRoot"])
        content = " ".join(str(operand) for operands, _ in pikepdf.parse_content_stream(pdf.pages[0]) for operand in operands)
    print(f"{name:13} languages in the structure: {' '.join(seen)}")
    if seen[:1] != ["ky"] or ("ru" in seen) != (name in kept) or "/Lang" in content:
        wrong.append(f"{name}: {' '.join(seen)}")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: words, and paragraphs in a div, have lost their language.")
PYTHON
