// The generated site through Pagefind: `node benches/search/pagefind.mjs [FOLDER]` after `cargo bench --bench search` and
// `npm --prefix target/tmp/search install pagefind playwright-core`.
//
// Pagefind reads the same pages, is asked the same questions and gives ten excerpts, over http. Bytes are those of the
// files, gzipped where that makes them smaller.

import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { browser, home, kilobytes, milliseconds, questions, serve, shown, table } from "./stage.mjs";

const RUNS = 3;
const source = join(home, "generated/public");
const out = join(home, "generated/pagefind");

const binary = join(home, "node_modules/.bin/pagefind");
console.log(execFileSync(binary, ["--version"]).toString().trim());
const times = [];
const peaks = [];
for (let run = 0; run < RUNS; run++) {
  rmSync(out, { recursive: true, force: true });
  const begun = performance.now();
  // Only what Bagyt's index holds: the main part of pages, without the lists of pages.
  const made = spawnSync("/usr/bin/time", ["-v", binary, "--site", source, "--output-path", out, "--root-selector", "main",
    "--glob", "{ky,ru}/part*/**/*.html"]);
  times.push(performance.now() - begun);
  const said = made.stderr.toString();
  if (made.status) { throw new Error(said); }
  peaks.push(Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(said)[1]) / 1e3);
  if (!run) { console.log(made.stdout.toString().replace(/\n+/g, "\n").trim()); }
}
let files = 0;
let bytes = 0;
for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) {
    files += 1;
    bytes += statSync(join(entry.parentPath || entry.path, entry.name)).size;
  }
}
const seconds = time => (time / 1e3).toFixed(1) + " s";
console.log(`build: ${shown(times, seconds)}; peak of memory: ${shown(peaks, peak => peak.toFixed(0) + " MB")} (median / p95 / most of ${RUNS})`);
console.log(`on disk: ${files} files, ${kilobytes(bytes)}`);

const blank = lang => `<!doctype html><html lang="${lang}"><title>Pagefind</title><body></body></html>`;
const { address, log, close } = await serve({ "/ky": blank("ky"), "/ru": blank("ru"), "/pagefind/": out });
const chromium = await browser();

// The bytes and the time until ten excerpts are there, and the number of pages found.
async function ask(page, query) {
  log.length = 0;
  const [time, found] = await page.evaluate(async query => {
    const begun = performance.now();
    window.pagefind = window.pagefind || await import("/pagefind/pagefind.js");
    const { results } = await window.pagefind.search(query);
    await Promise.all(results.slice(0, 10).map(result => result.data()));
    return [performance.now() - begun, results.length];
  }, query);
  const sum = files => files.reduce((all, file) => all + file.bytes, 0);
  const part = kind => log.filter(({ path }) => path.startsWith(`/pagefind/${kind}/`));
  const lists = part("index");
  const texts = part("fragment");
  return { time, found, requests: log.length, lists: sum(lists), texts: sum(texts), all: sum(log),
    engine: sum(log) - sum(lists) - sum(texts) };
}

const rows = [["", "engine, meta", "lists", "texts", "all", "requests", "found"]];
for (const { lang, queries } of questions("generated")) {
  const first = [];
  const next = [];
  const again = [];
  for (let at = 0; at < queries.length; at++) {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(`${address}/${lang}`);
    first.push(await ask(page, queries[at]));
    next.push(await ask(page, queries[(at + 1) % queries.length]));
    again.push(await ask(page, queries[at]));
    await context.close();
  }
  for (const [name, costs] of [["first", first], ["next", next]]) {
    const of = key => shown(costs.map(cost => cost[key]), bytes => (bytes / 1e3).toFixed(1));
    rows.push([`${lang}: ${name}`, of("engine"), of("lists"), of("texts"), of("all"),
      shown(costs.map(cost => cost.requests), n => n), shown(costs.map(cost => cost.found), n => n)]);
  }
  console.log(`${lang}: the first question again, nothing to load: ${shown(again.map(cost => cost.time), milliseconds)}`);
}
console.log("\nkB, gzip -9; median / p95 / most");
table(rows);
await chromium.close();
close();
