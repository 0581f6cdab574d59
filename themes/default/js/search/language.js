/* The index of a language: its titles, and what the engine has of its text. */
/** @import { Entry, Index, Start, TitleRow } from "../shapes" */
import { call, dismiss, hire, whenDismissed } from "./engine.js";
import { anew, attempt, load, redraw, troubleOf, unload } from "./files.js";
import { folded, learn } from "./letters.js";
import { here } from "./place.js";

/** @type {Map<string, Index>} */
const indexes = new Map();
/** Names of the files that the engine was given. @type {Set<string>} */
const given = new Set();

whenDismissed(() => {
  given.forEach(unload);
  given.clear();
  for (const index of indexes.values()) {
    index.added.clear();
    index.opening = null;
  }
});

/**
 * Loads a file for the engine.
 * @template Made
 * @param {string} name
 * @param {(text: string) => Promise<Made>} use
 */
export function give(name, use) {
  given.add(name);
  return load(name, use);
}

/** @param {string} lang */
export function indexOf(lang) {
  const known = indexes.get(lang);
  if (known) { return known; }
  /** @type {Index} */
  const index = {
    lang, slot: indexes.size, added: new Set(), done: 0, total: 0, entries: [], info: null, opening: null, renewing: null,
  };
  indexes.set(lang, index);
  return index;
}

/**
 * @param {TitleRow[]} list
 * @returns {Entry[]}
 */
export function entriesOf(list) {
  return list.map(([title, page, kind, publication, also]) => ({
    title, page, kind, publication, words: folded(title), also: also.map(text => [text, folded(text)]),
  }));
}

/**
 * @param {Index} index
 * @param {Start} info
 */
function take(index, info) {
  learn(info.letters);
  index.info = info;
  index.entries = entriesOf(info.titles || []);
  index.total = info.engine_bytes + info.boot_bytes;
}

/**
 * Whether the browser gave a file out of its store without asking the host. Browsers that do not tell count as such.
 * @param {string} name
 */
async function isStored(name) {
  if (!/^http/.test(location.protocol)) { return false; }
  await new Promise(resolve => { setTimeout(resolve); }); // by then the request has been noted
  const { href } = new URL(`${here.data}${name}.js`, location.href);
  const noted = /** @type {PerformanceResourceTiming | undefined} */ (performance.getEntriesByName(href).pop());
  return !!noted && !noted.transferSize;
}

/**
 * Loads `start.js`, which alone keeps its name when the site changes. Where the host does not say that it must be asked for
 * each time, the browser may give an old one: then it is asked for under a name that is new every ten minutes.
 * @param {Index} index
 * @returns {Promise<Start>}
 */
export function start(index) {
  const name = `${index.lang}/start`;
  return load(name, async (/** @type {Start} */ info) => {
    if (await isStored(name)) {
      const time = `?at=${Math.floor(Date.now() / 600000)}`;
      info = await attempt(name, (/** @type {Start} */ fresh) => fresh, time).catch(() => info);
    }
    take(index, info);
    return info;
  });
}

/**
 * A file is gone: perhaps the site was published anew after `start.js` was loaded, and its files have other names. Gives
 * whether there are such.
 * @param {Index} index
 * @param {Start} old
 * @returns {Promise<boolean>}
 */
async function renew(index, old) {
  if (index.info !== old) { return true; }
  index.renewing ||= attempt(`${index.lang}/start`, (/** @type {Start} */ info) => {
    const other = JSON.stringify(info) !== JSON.stringify(old);
    if (other) {
      dismiss();
      take(index, info);
    }
    return other;
  }, anew()).catch(() => false).finally(() => { index.renewing = null; });
  return index.renewing;
}

/**
 * Runs what needs files of the index, and once more when these have been renewed.
 * @template Made
 * @param {Index} index
 * @param {() => Promise<Made>} run
 */
export async function current(index, run) {
  const old = index.info;
  try { return await run(); } catch (error) {
    if (troubleOf(error).barred || !index.info || !await renew(index, old || index.info)) { throw error; }
    return run();
  }
}

/** @param {Index} index */
async function openAll(index) {
  const { engine, engine_bytes, boot, boot_bytes } = await start(index).then(() => /** @type {Start} */ (index.info));
  hire();
  /** @param {number} bytes */
  const step = bytes => { index.done += bytes; redraw(); };
  index.done = 0;
  const ready = give(engine, text => call("engine", text));
  ready.then(() => step(engine_bytes), () => {});
  await give(boot, async text => {
    step(boot_bytes);
    await ready;
    return call("open", index.slot, text);
  });
}

/**
 * Brings the engine and the index together.
 * @param {Index} index
 * @returns {Promise<void>}
 */
export function open(index) {
  index.opening ||= openAll(index).catch(error => { index.opening = null; throw error; });
  return index.opening;
}
