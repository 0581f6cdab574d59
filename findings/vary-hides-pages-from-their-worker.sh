#!/usr/bin/env bash
# Service workers: pages kept in advance are not found when they are opened, if the host sends `Vary: Accept` with them.
#
# (a) Most engineers would guess: `cache.addAll(["page.html"])` keeps a page, and `caches.match(event.request)` finds it by its address;
#     `Vary` matters for caches between browser and server. Where the first works on one's own host the second does, too.
# (b) What happens in Chromium 156 (Debian 12): the cache compares the headers that `Vary` names between the request that filled it and
#     the one that is asked for. `addAll` asks with `Accept: */*`, a reader's visit with `text/html,...`: not found. The same for `Vary:
#     User-Agent`. `Accept-Encoding`, `Accept-Language` and `Origin` do no harm. `addAll` is resolved, `caches.match("page.html")` in
#     the page finds it, so checks of that kind pass; offline the reader gets the worker's error page. With `{ ignoreVary: true }` all are found.
# (c) What follows: hosts that choose picture formats or short addresses by `Accept` send that header with everything; a worker that keeps
#     its own site asks with `{ ignoreVary: true }`, and a test visits pages on a server that sends `Vary: Accept`.
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

cat > probe.js <<'JS'
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const headers = ["Accept", "User-Agent", "Accept-Encoding", "Accept-Language", "Origin"];
const pages = headers.map(header => `/${header.toLowerCase()}.html`);
const worker = `
addEventListener("install", event => { skipWaiting(); event.waitUntil(caches.open("pages").then(cache => cache.addAll(${JSON.stringify(pages)}))); });
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => event.respondWith((async () => {
  const options = { ignoreVary: new URL(event.request.url).search === "?ignore", ignoreSearch: true };
  const kept = await caches.match(event.request, options);
  return new Response(kept ? "found" : "not found", { headers: { "content-type": "text/html" } });
})()));`;
const server = createServer((request, answer) => {
  if (request.url === "/worker.js") { answer.setHeader("content-type", "text/javascript").end(worker); return; }
  const header = headers[pages.indexOf(request.url)];
  if (header) { answer.setHeader("vary", header); }
  answer.setHeader("content-type", "text/html").end("<!doctype html><title>Барак</title><p>Барак</p>");
});
await new Promise(done => server.listen(0, "127.0.0.1", done));
const root = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.goto(`${root}/start`);
await page.evaluate(async () => {
  await navigator.serviceWorker.register("/worker.js");
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) { await new Promise(done => setTimeout(done, 50)); }
});
const wrong = [];
for (const [number, path] of pages.entries()) {
  const seen = { "in the page": await page.evaluate(async name => ((await caches.match(name)) ? "found" : "not found"), path) };
  for (const [name, search] of [["on a visit", ""], ["on a visit, ignoreVary", "?ignore"]]) {
    await page.goto(root + path + search);
    seen[name] = await page.evaluate(() => document.body.textContent);
  }
  console.log(`  Vary: ${headers[number]}: ${Object.entries(seen).map(([name, found]) => `${name} ${found}`).join("; ")}`);
  const visit = number < 2 ? "not found" : "found";
  if (seen["in the page"] !== "found" || seen["on a visit"] !== visit || seen["on a visit, ignoreVary"] !== "found") { wrong.push(headers[number]); }
}
await browser.close();
server.close();
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: kept, and not found by whoever opens them.");
process.exit(0);
JS
timeout 100 node probe.js "$browser"
