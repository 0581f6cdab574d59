/** @import { Engine, Jobs, Order, Reply } from "../shapes" */

/** What runs in the worker. It goes there as text: nothing from outside is known in it. */
export function work() {
  /** @type {Engine} */
  let engine;
  /** @param {string} text */
  const inflate = async text => {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const reader = stream.getReader();
    const parts = [];
    let length = 0;
    for (let part; !(part = await reader.read()).done;) {
      parts.push(part.value);
      length += part.value.length;
      if (length > 256 * 1024 * 1024) { throw 0; } // no file of an index is so large
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  // Memory may move whenever the engine runs, so each view of it is used at once.
  /** @param {Uint8Array} bytes */
  const put = bytes => {
    const at = engine.take(bytes.length);
    new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  };
  /** @type {Jobs} */
  const jobs = {
    async engine(text) {
      const bytes = await inflate(text);
      const made = await WebAssembly.instantiate(bytes, {}).catch(() => { throw "barred"; });
      engine = /** @type {any} */ (made.instance.exports);
      return 1;
    },
    async open(slot, text) {
      const bytes = await inflate(text);
      return engine.open(slot, put(bytes));
    },
    async add(slot, id, text) {
      const bytes = await inflate(text);
      return engine.add(slot, id, put(bytes));
    },
    ask(slot, question) {
      const length = engine.ask(slot, put(new TextEncoder().encode(question)));
      const bytes = new Uint8Array(engine.memory.buffer, engine.answer(), length);
      return JSON.parse(new TextDecoder().decode(bytes));
    },
  };
  /** @param {Reply} reply */
  const tell = reply => postMessage(reply);
  onmessage = async event => {
    /** @type {Order} */
    const [number, job, ...given] = event.data;
    const run = /** @type {(...given: any[]) => unknown} */ (jobs[job]);
    try { tell([number, await run(...given)]); }
    catch (error) { tell([number, 0, error === "barred", error instanceof Error]); }
  };
}
