#!/usr/bin/env bash
# Chromium: in a number box of a Russian or Kyrgyz page, 3,5 typed becomes 35 and 0,75 becomes 75, and a day another month.
#
# (a) Most engineers would guess: `<input type="number" step="any">` takes the comma on a page with `lang="ky"` or "ru"; or refuses what it
#     can't read, by `badInput`, so that a form with `checkValidity` never goes on with another number than was typed.
# (b) What happens in Chromium 156 (Debian 12) with English as its own language: the comma is dropped as it is typed or
#     pasted, the box shows «35», `value` is "35", `badInput` is false and the box valid. `0,75` becomes `075`, that is 75. The language
#     of the page and what it asks of the server in the name of the reader (`navigator.language`) change nothing. The same with `type="date"`:
#     the keys 01092026 give 2026-01-09. A box of type "text" with `inputmode="decimal"` keeps «3,5».
# (c) What follows: for wages, marks, hours and shares use `type="text"` with `inputmode="decimal"` and read the comma oneself; for
#     days three boxes or a text. Test by typing keys: setting `value` from a script, as `fill` does, passes by all this.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done
browser=${CHROMIUM:-$(command -v chromium || true)}
[ -n "$browser" ] || { echo "Not run: chromium is missing (Debian package chromium)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund playwright-core@1.65.1
cat > form.html <<'HTML'
<!doctype html><html lang="ky"><meta charset="utf-8"><title>Арыз</title>
<form><input id="number" type="number" step="any" lang="ru"><input id="text" type="text" inputmode="decimal"><input id="date" type="date"></form></html>
HTML

cat > probe.js <<'JS'
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--lang=en-US"],
});
console.log(`Chromium ${browser.version()}`);
const wrong = [];
for (const locale of ["en-US", "ru-RU"]) {
  const page = await browser.newPage({ locale });
  await page.goto(pathToFileURL("form.html").href);
  const says = await page.evaluate(() => navigator.language);
  const expected = [
    ["number", "type", "3,5", "35"], ["number", "type", "0,75", "075"], ["number", "insertText", "3,5", "35"], ["number", "type", "3.5", "3.5"],
    ["text", "type", "3,5", "3,5"], ["date", "type", "01092026", "2026-01-09"],
  ];
  for (const [id, way, keys, value] of expected) {
    await page.locator(`#${id}`).evaluate(box => { box.value = ""; box.focus(); });
    await page.keyboard[way](keys);
    const seen = await page.locator(`#${id}`).evaluate(box => [box.value, box.validity.badInput, box.checkValidity()]);
    console.log(`  navigator.language ${says}, box ${id}, ${way === "type" ? "typed" : "pasted"} ${keys}: value ${seen[0]}, badInput ${seen[1]}, valid ${seen[2]}`);
    if (JSON.stringify(seen) !== JSON.stringify([value, false, true])) { wrong.push(`${id}, ${keys}: ${seen}`); }
  }
  await page.close();
}
await browser.close();
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: another number and another day, both valid.");
JS
LANG=C.UTF-8 LANGUAGE=en timeout 100 node probe.js "$browser"
