#!/usr/bin/env bash
# Service workers: on a host that shortens addresses the pages kept for offline use are there and can't be opened.
#
# (a) Most engineers would guess: `cache.addAll(["./page.html"])` succeeds only if the page can be shown later; if the host
#     redirects on the way, the cache holds the final page, which is what `caches.match` hands out.
# (b) What happens in Chromium 156 (Debian 12) with the npm package serve 14.2.7, which redirects `page.html` to `page` as many static
#     hosts do: the promise is resolved and `caches.match` finds the page with status 200 and all its bytes. But the answer is marked
#     as redirected, and a navigation must not be answered by such a one: offline the page is an error (ERR_FAILED), online, too,
#     as soon as the worker answers from its cache. With http-server 14.1.1, which sends the file, everything opens; so does a copy
#     that was made by `new Response(await answer.blob(), { headers: answer.headers })`.
# (c) What follows: a worker copies each page before it keeps it, and a test of «works offline» runs on a host that redirects and
#     opens pages by link and by address, not with `caches.match` or on the developer's own server.
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
npm install --silent --no-audit --no-fund playwright-core@1.65.1 serve@14.2.7 http-server@14.1.1

for way in plain copy; do
  mkdir -p "site/$way"
  for page in index page; do
    echo "<!doctype html><html lang=\"ky\"><meta charset=\"utf-8\"><title>$page</title><p>Барак</p></html>" > "site/$way/$page.html"
  done
  echo 'self.said = 1;' > "site/$way/said.js"
done
cat > site/plain/sw.js <<'JS'
addEventListener("install", event => event.waitUntil(caches.open("plain").then(cache => cache.addAll(["./index.html", "./page.html", "./said.js"]))));
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => event.respondWith(caches.open("plain").then(cache => cache.match(event.request)).then(kept => kept ?? fetch(event.request))));
JS
cat > site/copy/sw.js <<'JS'
async function keep() {
  const cache = await caches.open("copy");
  for (const address of ["./index.html", "./page.html", "./said.js"]) {
    const answer = await fetch(address);
    await cache.put(address, new Response(await answer.blob(), { headers: answer.headers }));
  }
}
addEventListener("install", event => event.waitUntil(keep()));
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => event.respondWith(caches.open("copy").then(cache => cache.match(event.request)).then(kept => kept ?? fetch(event.request))));
JS

cat > probe.js <<'JS'
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { chromium } from "playwright-core";

async function freePort() {
  const server = createServer();
  await new Promise(ready => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}
async function start(name, port) {
  const args = name === "serve" ? ["node_modules/serve/build/main.js", "-L", "-u", "-l", `tcp://127.0.0.1:${port}`, "site"]
    : ["node_modules/http-server/bin/http-server", "site", "-s", "-c-1", "-a", "127.0.0.1", "-p", String(port)];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  for (let tries = 0; ; tries++) {
    try { await fetch(`http://127.0.0.1:${port}/plain/said.js`); return child; } catch (error) {
      if (tries > 100) { child.kill(); throw error; }
      await new Promise(later => setTimeout(later, 100));
    }
  }
}
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
console.log(`Chromium ${browser.version()}`);
const wrong = [];
for (const host of ["serve", "http-server"]) {
  for (const way of ["plain", "copy"]) {
    const port = await freePort();
    const child = await start(host, port);
    const root = `http://127.0.0.1:${port}/${way}/`;
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${root}page.html`);
    const kept = await page.evaluate(async ([root, way]) => {
      const worker = await navigator.serviceWorker.register(`${root}sw.js`);
      const installing = worker.installing ?? worker.waiting ?? worker.active;
      await new Promise(done => installing.state === "activated" ? done() : installing.addEventListener("statechange", () => installing.state === "activated" && done()));
      const answer = await (await caches.open(way)).match(`${root}page.html`);
      return { status: answer.status, redirected: answer.redirected, words: (await answer.text()).includes("Барак") };
    }, [root, way]);
    const opened = {};
    for (const state of ["online", "offline"]) {
      if (state === "offline") { child.kill(); }
      for (const name of ["page.html", "index.html"]) {
        const other = await context.newPage();
        opened[`${name} ${state}`] = await other.goto(root + name).then(() => "opens", error => error.message.match(/ERR_\w+/)?.[0] ?? error.message);
        if (opened[`${name} ${state}`] === "opens") {
          opened["script " + state] = await other.evaluate(root => fetch(`${root}said.js`).then(answer => answer.ok ? "opens" : "refused", () => "refused"), root);
        }
        await other.close();
      }
    }
    console.log(`${host}, ${way}: kept ${JSON.stringify(kept)}, ${JSON.stringify(opened)}`);
    const redirected = host === "serve" && way === "plain";
    if (kept.status !== 200 || !kept.words || kept.redirected !== redirected) { wrong.push(`${host}, ${way}: kept`); }
    for (const [what, seen] of Object.entries(opened)) {
      if (seen !== (redirected ? "ERR_FAILED" : "opens")) { wrong.push(`${host}, ${way}, ${what}: ${seen}`); }
    }
    await context.close();
    child.kill();
  }
}
await browser.close();
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: what was redirected is kept and can't be opened.");
JS
timeout 110 node probe.js "$browser"
