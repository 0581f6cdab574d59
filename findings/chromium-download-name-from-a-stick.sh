#!/usr/bin/env bash
# Chromium: on a page opened from a folder, a link marked as a download opens some files in place, and names none as asked.
#
# (a) Most engineers would guess: `<a href="list.json" download="Кесиптер.json">` saves the file under that name; a file of the
#     same folder is of the same origin, on a host and from a stick alike.
# (b) What happens in Chromium 156 (Debian 12): over http all are saved, under the name that the link gives. From file:// each file
#     is an origin of its own, and the attribute is ignored: .json, .txt, .svg and .html replace the page by their text or
#     picture, and .csv and .docx, which the browser can't show, are saved under the name of the file. No message.
# (c) What follows: what a site offers as a download has to be named in the file itself as the reader should see it, and be of a
#     kind that browsers don't show (zip, csv, docx), or be made in the page: a `blob:` address keeps name and download from
#     file:// too. A test over http says nothing about the copy on a stick.
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

mkdir site
printf 'Кесип;Айлык\nАшпозчу;25000\n' | tee site/list.csv > site/list.txt
echo '{ "title": "Ашпозчу" }' > site/list.json
echo '<!doctype html><html lang="ky"><meta charset="utf-8"><title>Тизме</title><p>Ашпозчу</p></html>' > site/list.html
echo '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><title>Тизме</title><rect width="20" height="20"/></svg>' > site/list.svg
echo 'Word would write more.' > site/list.docx
{
  echo '<!doctype html><html lang="ky"><meta charset="utf-8"><title>Барак</title>'
  for kind in csv docx json txt svg html; do echo "<a id=\"$kind\" href=\"list.$kind\" download=\"Кесиптер.$kind\">$kind</a>"; done
  echo '<a id="blob" download="Кесиптер.json">made in the page</a></html>'
  echo '<script>blob.href = URL.createObjectURL(new Blob(["{}"], { type: "application/json" }))</script>'
} > site/index.html

cat > probe.js <<'JS'
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const kinds = { csv: "text/csv", docx: "application/octet-stream", json: "application/json", txt: "text/plain", svg: "image/svg+xml", html: "text/html" };
const server = createServer((asked, answer) => {
  const name = asked.url.slice(1);
  if (!/^(index|list)\.\w+$/.test(name)) { answer.writeHead(404).end(); return; }
  answer.setHeader("content-type", kinds[name.split(".")[1]]);
  answer.end(readFileSync(`site/${name}`));
});
await new Promise(ready => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
console.log(`Chromium ${browser.version()}`);
const wrong = [];
for (const way of ["http", "file"]) {
  const root = way === "http" ? `http://127.0.0.1:${server.address().port}/` : pathToFileURL("site/").href;
  for (const kind of [...Object.keys(kinds), "blob"]) {
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${root}index.html`);
    const left = page.waitForURL(url => !url.href.endsWith("index.html"), { timeout: 10000, waitUntil: "commit" }).then(() => "opened in place of the page");
    const saved = page.waitForEvent("download", { timeout: 10000 }).then(download => `saved as ${download.suggestedFilename()}`);
    await page.click(`#${kind}`, { noWaitAfter: true });
    const seen = await Promise.any([left, saved]).catch(() => "nothing");
    await Promise.allSettled([context.close(), left, saved]);
    const named = `saved as Кесиптер.${kind === "blob" ? "json" : kind}`;
    const expected = way === "http" || kind === "blob" ? named
      : kind === "csv" || kind === "docx" ? `saved as list.${kind}` : "opened in place of the page";
    console.log(`${way}  ${kind.padEnd(5)} ${seen}`);
    if (seen !== expected) { wrong.push(`${way}, ${kind}: ${seen}`); }
  }
}
await browser.close();
server.close();
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: from file:// the mark and the name are ignored.");
JS
timeout 110 node probe.js "$browser"
