/* The files of the search. Pages are opened from disks too, where nothing can be fetched: so every file is a script that
 * calls `bagytSearch`. */
/** @import { Failure, Trouble } from "../shapes" */
import { el } from "../base/elements.js";
import { here } from "./place.js";

/** After so many milliseconds a file is called slow, and a silent engine is given up. */
export const PATIENCE = 15000;

/** @typedef {{ resolve(given: any): void, reject(trouble?: Trouble): void }} Attempt */

/** The attempts that wait for a file, by its name. @type {Map<string, Attempt>} */
const awaited = new Map();
/** What was made of files. @type {Map<string, Promise<any>>} */
const loads = new Map();
/** Names of files that take long. @type {Set<string>} */
const slow = new Set();
/** Draws the view again. */
let draw = () => {};

/** @param {() => void} run what draws the view */
export function drawWith(run) { draw = run; }
export const redraw = () => draw();
export const isSlow = () => slow.size > 0;

/**
 * @param {unknown} error
 * @returns {Trouble}
 */
export const troubleOf = error => (typeof error === "object" && error) || {};

/**
 * A file has come.
 * @param {string} name
 * @param {unknown} given
 */
export function arrive(name, given) {
  const attempt = awaited.get(name);
  awaited.delete(name);
  if (given) { attempt?.resolve(given); } else { attempt?.reject(); }
}

/** Another address passes by what the browser has stored. */
export const anew = () => `?again=${Date.now()}`;

/**
 * @param {string} name
 * @param {string} query
 */
function request(name, query) {
  // `load` comes after the script has run: who still waits then has been given nothing. A further attempt may have
  // begun by then; it waits for a script of its own.
  const mine = awaited.get(name);
  const end = () => {
    script.remove();
    if (awaited.get(name) === mine) { arrive(name, null); }
  };
  const script = el("script", { src: `${here.data}${name}.js${query}`, load: end, error: end });
  document.head.append(script);
}

/**
 * Asks once for a file and puts it to use.
 * @template Given, Made
 * @param {string} name
 * @param {(given: Given) => Made | Promise<Made>} use
 * @param {string} query
 * @returns {Promise<Made>}
 */
export async function attempt(name, use, query) {
  const timer = setTimeout(() => { slow.add(name); draw(); }, PATIENCE);
  try {
    return await use(await new Promise((resolve, reject) => {
      awaited.set(name, { resolve, reject });
      request(name, query);
    }));
  } finally {
    clearTimeout(timer);
    slow.delete(name);
  }
}

/**
 * Loads a file and puts it to use. What fails, loading or use, is tried once more without a word; then it is an error that
 * names the file, and whoever asks next tries anew.
 * @template Given, Made
 * @param {string} name
 * @param {(given: Given) => Made | Promise<Made>} use
 * @returns {Promise<Made>}
 */
export function load(name, use) {
  const loading = loads.get(name) || attempt(name, use, "").catch(error => {
    if (troubleOf(error).barred) { throw error; }
    return attempt(name, use, anew());
  }).catch(error => {
    loads.delete(name);
    const { file, barred } = troubleOf(error);
    /** @type {Failure} */
    const failure = { file: file || name, barred };
    throw failure;
  });
  loads.set(name, loading);
  return loading;
}

/**
 * Forgets what was made of a file: it is loaded anew when it is needed.
 * @param {string} name
 */
export function unload(name) { loads.delete(name); }

/** Asks once more for all that has not come. */
export function hurry() {
  slow.clear();
  for (const name of awaited.keys()) { request(name, anew()); }
  draw();
}
