#!/usr/bin/env bash
# Chromium: what a page writes into its history entry while it is left is dropped by a reload.
#
# (a) Most engineers would guess: `history.replaceState` in `pagehide` (or `visibilitychange`, or at the latest in
#     `beforeunload`) is the last chance to keep scroll position, words in a box or an address, and works for a reload as it
#     does for following a link: the entry is the same one, and `history.state` outlives a reload.
# (b) What happens in Chromium 156 (Debian 12, playwright-core 1.65.1): the handler runs, the call throws nothing and
#     `history.state` and `location.hash` read back as written. After following a link and going back they are kept; after a
#     reload the new page has the old state and the old address. That is so for all three events, also in `beforeunload`,
#     before anything has been asked from the server. `sessionStorage` written in the same handler is kept, and so is a
#     `replaceState` made before the reload began.
# (c) What follows: write state when it changes (or shortly after, as for scrolling), not when the page is left; what can only
#     be known on leaving belongs into `sessionStorage`. A test that follows a link and goes back does not see the loss: test
#     a reload too.
set -euo pipefail

browser=${CHROMIUM:-$(command -v chromium || true)}
[ -n "$browser" ] || { echo "Not run: chromium is missing (Debian package chromium)." >&2; exit 2; }
for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund playwright-core@1.65.1

cat > other.html <<'HTML'
<!doctype html><html lang="ky"><meta charset="utf-8"><title>Башка барак</title><p>Башка барак</p></html>
HTML

cat > page.html <<'HTML'
<!doctype html><html lang="ky"><meta charset="utf-8"><title>Барак</title><p>Барак</p>
<script>
  function keep() {
    history.replaceState({ kept: true }, "", "#kept");
    sessionStorage.setItem("seen", JSON.stringify({ state: history.state, hash: location.hash }));
  }
  const when = new URLSearchParams(location.search).get("when");
  const first = { state: history.state, hash: location.hash };
  if (when === "earlier") { setTimeout(keep, 0); } else { addEventListener(when, keep); }
</script></html>
HTML

cat > probe.js <<'JS'
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
console.log(`Chromium ${browser.version()}`);
const at = name => pathToFileURL(name).href;
const wrong = [];
for (const when of ["pagehide", "visibilitychange", "beforeunload", "earlier"]) {
  for (const way of ["link and back", "reload"]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${at("page.html")}?when=${when}`);
    await page.waitForTimeout(100);
    if (way === "reload") { await page.reload(); } else { await page.goto(at("other.html")); await page.goBack(); }
    const now = await page.evaluate(() => ({ ...first, seen: JSON.parse(sessionStorage.getItem("seen")) }));
    const kept = now.state !== null && now.state.kept === true && now.hash === "#kept";
    const ran = now.seen !== null && now.seen.state.kept === true && now.seen.hash === "#kept";
    console.log(`${when.padEnd(17)}${way.padEnd(15)}handler ran: ${ran}  state kept: ${kept}  address ends in "${now.hash}"`);
    const expected = way === "link and back" || when === "earlier";
    if (!ran || kept !== expected) { wrong.push(`${when}, ${way}`); }
    await context.close();
  }
}
await browser.close();
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: a reload drops what was written on leaving.");
JS
timeout 120 node probe.js "$browser"
