#!/usr/bin/env bash
# Firefox: on pages opened from a folder each file has a localStorage of its own, and Puppeteer's Firefox does not show it.
#
# (a) Most engineers would guess: pages of one folder opened from file:// share localStorage, as in Chromium, so that a theme or a
#     list chosen on one page is there on the next; and a browser driven by Puppeteer keeps its origins as a reader's does.
# (b) What happens in Firefox 153 ESR (Debian 12): `setItem` succeeds, the same file has the value when it is opened again, and
#     every other file has none. puppeteer-core 24.43.1 starts Firefox with `security.fileuri.strict_origin_policy` off, and then
#     the value is shared; so such a test passes and readers lose their choice at the first link. sessionStorage is kept from
#     page to page within a folder, with either setting, and not from one folder to another.
# (c) What follows: on file:// a choice has to travel in addresses of links (query or hash) to outlive a page in Firefox, or the
#     page says that it can't be kept; test with `extraPrefsFirefox` setting that preference to its default, true.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done
browser=${FIREFOX:-$(command -v firefox-esr || true)}
[ -n "$browser" ] || { echo "Not run: firefox-esr is missing (Debian package firefox-esr)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund puppeteer-core@24.43.1
mkdir deeper
for page in one two deeper/three; do
  echo '<!doctype html><html lang="ky"><meta charset="utf-8"><title>Барак</title><p>Барак</p></html>' > "$page.html"
done

cat > probe.js <<'JS'
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const wrong = [];
const expected = {
  "Firefox's default": { "one again": ["kept", "kept"], "two": [null, "kept"], "deeper/three": [null, null] },
  "Puppeteer's default": { "one again": ["kept", "kept"], "two": ["kept", "kept"], "deeper/three": ["kept", null] },
};
for (const [setting, pages] of Object.entries(expected)) {
  const extraPrefsFirefox = setting.startsWith("Firefox") ? { "security.fileuri.strict_origin_policy": true } : {};
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.argv[2], headless: true, extraPrefsFirefox });
  console.log(`${await browser.version()}, ${setting}`);
  const page = await browser.newPage();
  const open = name => page.goto(pathToFileURL(`${name}.html`).href);
  await open("one");
  await page.evaluate(() => { localStorage.setItem("theme", "kept"); sessionStorage.setItem("theme", "kept"); });
  for (const [name, values] of Object.entries(pages)) {
    await open(name.split(" ")[0]);
    const seen = await page.evaluate(() => [localStorage.getItem("theme"), sessionStorage.getItem("theme")]);
    console.log(`  ${name.padEnd(13)} localStorage ${seen[0]}, sessionStorage ${seen[1]}`);
    if (JSON.stringify(seen) !== JSON.stringify(values)) { wrong.push(`${setting}, ${name}: ${seen}`); }
  }
  await browser.close();
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: each file keeps its own, unless the driver has changed that.");
JS
timeout 100 node probe.js "$browser"
