// What browser.mjs and pagefind.mjs share: the folder that `cargo bench --bench search` leaves, a server that counts, a
// browser, tables.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const repository = fileURLToPath(new URL("../../", import.meta.url));
// The folder's name, if it is another: CARGO_TARGET_DIR moves it.
export const home = resolve(process.argv[2] || join(process.env.CARGO_TARGET_DIR || join(repository, "target"), "tmp/search"));

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2",
};

/** Serves folders by the beginnings of paths; `log` has path and bytes on the wire, gzipped where that is less. */
export async function serve(folders) {
  const log = [];
  const sizes = new Map();
  function size(file) {
    if (!sizes.has(file)) {
      const bytes = readFileSync(file);
      sizes.set(file, Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length));
    }
    return sizes.get(file);
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const base = Object.keys(folders).filter(base => path.startsWith(base)).sort((a, b) => b.length - a.length)[0];
    const made = folders[path];
    if (typeof made === "string" && made.startsWith("<")) {
      response.writeHead(200, { "content-type": TYPES[".html"] }).end(made);
      return;
    }
    const file = base && join(folders[base], normalize("/" + path.slice(base.length)));
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    log.push({ path, bytes: size(file) });
    response.writeHead(200, { "content-type": TYPES[extname(file)] || "application/octet-stream", "cache-control": "max-age=3600" });
    createReadStream(file).pipe(response);
  });
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  return { log, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export async function browser() {
  const { chromium } = createRequire(join(home, "package.json"))("playwright-core");
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
}

export const questions = site => JSON.parse(readFileSync(join(home, site, "queries.json"), "utf8"));

/** Median, 95th percentile, most. */
export function tail(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return [50, 95, 100].map(percent => sorted[Math.floor((sorted.length - 1) * percent / 100)]);
}

export const kilobytes = bytes => (bytes / 1e3).toFixed(1) + " kB";
export const shown = (values, unit) => tail(values).map(unit).join(" / ");
export const milliseconds = time => time.toFixed(1) + " ms";

export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
  for (const row of rows) {
    console.log(row.map((cell, column) => String(cell)[column ? "padStart" : "padEnd"](widths[column])).join("  "));
  }
}
