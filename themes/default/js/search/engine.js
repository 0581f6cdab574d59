/* The engine: WebAssembly in a worker. After an error inside of it nothing in its memory can be trusted: it is dismissed, and
 * the next question begins anew. */
/** @import { Job, Jobs, Reply, Trouble } from "../shapes" */
import { PATIENCE } from "./files.js";
import { work } from "./worker.js";

/** @type {Worker | null} */
let worker = null;
/** Whether this browser cannot or may not run the engine. */
let barred = false;
let count = 0;
/** What waits for an answer, by its number. @type {Map<number, { resolve(answer: any): void, reject(trouble: Trouble): void }>} */
const calls = new Map();
/** @type {(() => void)[]} */
const listeners = [];

/**
 * Asks the worker; 0, its answer to anything damaged, is an error.
 * @template {Job} Name
 * @param {Name} job
 * @param {Parameters<Jobs[Name]>} given
 * @returns {Promise<Awaited<ReturnType<Jobs[Name]>>>}
 */
export function call(job, ...given) {
  return new Promise((resolve, reject) => {
    if (!worker) { reject({ barred }); return; } // dismissed meanwhile
    const mine = ++count;
    calls.set(mine, { resolve, reject });
    worker.postMessage([mine, job, ...given]);
    setTimeout(() => { if (calls.has(mine)) { dismiss(); } }, PATIENCE);
  });
}

/** @param {MessageEvent<Reply>} event */
function hear(event) {
  const [number, answer, bar, broken] = event.data;
  const waiting = calls.get(number);
  if (!waiting) { return; }
  calls.delete(number);
  barred ||= !!bar;
  if (answer) { waiting.resolve(answer); return; }
  waiting.reject({ barred });
  if (broken) { dismiss(); } // it died of what it was given
}

/** Starts the worker; throws where that may not be. */
export function hire() {
  if (worker) { return; }
  try {
    if (barred || typeof WebAssembly.instantiate !== "function") { throw 0; }
    new DecompressionStream("deflate-raw");
    worker = new Worker(URL.createObjectURL(new Blob([`(${work})()`], { type: "text/javascript" })));
  } catch {
    barred = true;
    throw { barred };
  }
  worker.onmessage = hear;
  // A worker that may not start says so here, and only here.
  worker.onerror = () => { barred = true; dismiss(); };
}

export function dismiss() {
  worker?.terminate();
  worker = null;
  for (const { reject } of calls.values()) { reject({ barred }); }
  calls.clear();
  for (const run of listeners) { run(); }
}

/**
 * Runs whenever the engine has been dismissed, with all that it was given.
 * @param {() => void} run
 */
export function whenDismissed(run) { listeners.push(run); }
