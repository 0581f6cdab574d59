// How fast the search is in Chromium: `node benches/search/browser.mjs [FOLDER]` after `cargo bench --bench search` and
// `npm --prefix target/tmp/search install playwright-core`.
//
// Questions go the way of the page: through its script, its worker, its files, over http.

import { join } from "node:path";
import { browser, home, milliseconds, questions, serve, table, tail } from "./stage.mjs";

const OPENINGS = 9;
const ASKED = 300;
const TYPED = 12;

// Before the page's scripts: keeps the tools that search.js hands to results.js, and notes how long the worker takes.
function watch() {
  let search;
  Object.defineProperty(window, "bagytSearch", {
    get: () => search,
    set(value) {
      search = value;
      let page;
      Object.defineProperty(search, "page", {
        get: () => page,
        set: real => { page = run => real(tools => { window.tools = tools; return run(tools); }); },
      });
    },
  });
  window.asked = [];
  const Real = window.Worker;
  window.Worker = class extends Real {
    postMessage(message, ...rest) {
      if (message[1] === "ask") { this.begun = performance.now(); this.number = message[0]; }
      super.postMessage(message, ...rest);
    }
    set onmessage(run) {
      super.onmessage = event => {
        if (event.data[0] === this.number) { window.asked.push(performance.now() - this.begun); }
        run(event);
      };
    }
  };
}

async function page(context, address, lang, path) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${address}/${lang}/${path}`);
  return page;
}

// Asks every question to its end; the whole time of each, with the look-up of titles.
function askAll([lang, queries, typing, limit]) {
  return (async () => {
    const { seeker } = window.tools;
    const times = [];
    window.asked.length = 0;
    for (const q of queries) {
      const begun = performance.now();
      await new Promise((done, fail) => {
        const seek = seeker(() => {
          if (!seek || !seek.state.q || seek.state.busy) { return; }
          if (seek.state.error) { fail(new Error(JSON.stringify(seek.state.error))); } else { done(); }
        });
        seek.find(q, { typing, kind: null, publication: null, from: 0, limit }, 0);
      });
      times.push(performance.now() - begun);
    }
    return { times, asked: [...window.asked] };
  })();
}

/** The longest task of the page's main thread while `run` runs. */
async function longest(chromium, page, run) {
  await chromium.startTracing(page, { categories: ["toplevel", "__metadata", "devtools.timeline"] });
  await run();
  const { traceEvents } = JSON.parse((await chromium.stopTracing()).toString());
  const id = event => event.pid + "/" + event.tid;
  const main = new Set(traceEvents.filter(e => e.name === "thread_name" && e.args.name === "CrRendererMain").map(id));
  const tasks = traceEvents.filter(e => main.has(id(e)) && /RunTask$/.test(e.name) && e.dur);
  return Math.max(...tasks.map(task => task.dur)) / 1e3;
}

const chromium = await browser();
console.log(`Chromium ${chromium.version()}`);
for (const site of ["repository", "generated"]) {
  const { address, close } = await serve({ "/": join(home, site, "public") });
  console.log(`\n## ${site}\n`);
  const rows = [["", "median", "p95", "most"]];
  const add = (name, times) => rows.push([name, ...tail(times).map(milliseconds)]);
  for (const { lang, queries } of questions(site)) {
    const asked = Array.from({ length: ASKED }, (_, at) => queries[at % queries.length]);
    const openings = [];
    const firsts = [];
    for (let at = 0; at < OPENINGS; at++) {
      const context = await chromium.newContext();
      const opened = await page(context, address, lang, "search.html");
      openings.push(await opened.evaluate(async lang => {
        const begun = performance.now();
        await window.tools.open(window.tools.indexOf(lang));
        return performance.now() - begun;
      }, lang));
      firsts.push(...(await opened.evaluate(askAll, [lang, [queries[at]], false, 10])).times);
      await context.close();
    }
    add(`${lang}: engine and boot, from start.js on`, openings);
    add(`${lang}: first answer after that`, firsts);
    const context = await chromium.newContext();
    const opened = await page(context, address, lang, "search.html");
    for (const [name, typing, limit] of [["typing, 6", true, 6], ["not typing, 10", false, 10]]) {
      await opened.evaluate(askAll, [lang, queries, typing, limit]);
      const { times, asked: engine } = await opened.evaluate(askAll, [lang, asked, typing, limit]);
      add(`${lang}: warm, ${name}: worker and engine`, engine);
      add(`${lang}: warm, ${name}: to the drawn state`, times);
    }
    await context.close();
    const fresh = await chromium.newContext();
    const typedOn = await page(fresh, address, lang, "search.html");
    const path = new URL((await typedOn.evaluate(() => document.querySelector("a[href$='.html']").href))).pathname;
    await typedOn.goto(address + path);
    for (const name of ["cold", "warm"]) {
      const task = await longest(chromium, typedOn, async () => {
        for (const query of queries.slice(0, TYPED)) {
          await typedOn.fill("#site-q", "");
          await typedOn.type("#site-q", query, { delay: 70 });
          await typedOn.waitForTimeout(500);
        }
      });
      rows.push([`${lang}: longest task of the page, ${TYPED} queries typed, ${name}`, "", "", milliseconds(task)]);
    }
    await fresh.close();
  }
  table(rows);
  close();
}
await chromium.close();
