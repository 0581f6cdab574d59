// How fast the finder answers in Chromium: `node benches/professions/finder.mjs target/tmp/professions` after
// `cargo bench --bench professions` and `npm --prefix target/tmp/professions install playwright-core`.
//
// Each change is a box that is ticked or cleared by the script of the page's own event: the time until the page has been
// changed, and until it has been laid out and painted.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { browser, home, kilobytes, milliseconds, shown, table } from "../search/stage.mjs";

const CHANGES = 200;

/** What must be there before the first list is shown: what all is counted with, and the first part of the details. */
function first(size, lang) {
  const folder = join(output(size), lang, "finder");
  const files = ["data.js", "data-1.js"].map(name => join(folder, name)).filter(existsSync);
  const bytes = files.map(file => readFileSync(file));
  const sum = numbers => numbers.reduce((all, one) => all + one, 0);
  return [sum(bytes.map(one => one.length)), sum(bytes.map(one => gzipSync(one, { level: 9 }).length))];
}

function output(size) {
  const runs = readdirSync(join(home, size)).filter(name => name.startsWith("public")).sort();
  return join(home, size, runs[runs.length - 1]);
}

async function measure(context, size, lang, slower) {
  const file = join(output(size), lang, "finder/index.html");
  if (!existsSync(file)) { throw new Error(`there is no ${file}`); }
  const page = await context.newPage();
  if (slower > 1) {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  }
  const begun = Date.now();
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => document.querySelector(".found-item"));
  const opened = Date.now() - begun;
  const times = await page.evaluate(async changes => {
    const boxes = Array.from(document.querySelectorAll(".facet input"));
    let state = 42;
    const next = below => { state = (state * 1103515245 + 12345) % 2147483648; return state % below; };
    const script = [];
    const painted = [];
    for (let change = 0; change < changes; change += 1) {
      // Four boxes at most, as a person would; then one of them goes.
      const ticked = boxes.filter(box => box.checked);
      const box = ticked.length > 3 ? ticked[next(ticked.length)] : boxes[next(boxes.length)];
      const begun = performance.now();
      box.click();
      script.push(performance.now() - begun);
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      painted.push(performance.now() - begun);
    }
    return { script, painted };
  }, CHANGES);
  await page.close();
  return { opened, ...times };
}

const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
const rows = [["professions", "processor", "opened", "change: script", "change: painted"]];
for (const size of readdirSync(home).filter(name => /^\d+$/.test(name)).sort((a, b) => a - b)) {
  for (const slower of [1, 4]) {
    const found = await measure(context, size, "ky", slower);
    rows.push([
      size,
      slower === 1 ? "this one" : `${slower} times slower`,
      milliseconds(found.opened),
      shown(found.script, milliseconds),
      shown(found.painted, milliseconds),
    ]);
  }
}
console.log("The finder's data that come first\n");
table([["professions", "bytes", "gzip"], ...readdirSync(home).filter(name => /^\d+$/.test(name)).sort((a, b) => a - b)
  .map(size => [size, ...first(size, "ky").map(kilobytes)])]);
console.log("\nMedian / 95th percentile / most of", CHANGES, "changes\n");
table(rows);
await chromium.close();
