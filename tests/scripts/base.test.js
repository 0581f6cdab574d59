// The base of the browser's scripts, without a browser.
import assert from "node:assert/strict";
import test from "node:test";

// What the modules ask of a page when they are read.
// One form for 1, one for even numbers, and one for the others.
const digits = Array.from({ length: 200 }, (_, n) => (n === 1 ? 0 : n % 2 ? 2 : 1)).join("");
const attributes = { "data-forms": `one few other ${digits}` };
globalThis.Node = class {};
globalThis.document = { currentScript: { getAttribute: name => attributes[name] ?? null } };

const { own } = await import("./js/base/data.js");
const { keep, keepState, recall } = await import("./js/base/storage.js");
const { figure, fill, formOf, wordsOf } = await import("./js/base/words.js");

test("data has its own names only", () => {
  assert.equal(own({ a: 1 }, "a"), 1);
  for (const name of ["toString", "constructor", "__proto__", "b"]) { assert.equal(own({ a: 1 }, name), undefined); }
  assert.equal(own(null, "a"), undefined);
  assert.equal(own({ null: 1 }, null), undefined);
  assert.equal(own(JSON.parse('{"__proto__": 2}'), "__proto__"), 2);
});

test("a storage that is forbidden remembers nothing and breaks nothing", () => {
  Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("forbidden"); }, configurable: true });
  assert.equal(recall("a"), null);
  assert.equal(keep("a", "b"), false);
  assert.equal(keep("a", null), false);
  const kept = new Map();
  const localStorage = {
    getItem: key => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: key => kept.delete(key),
  };
  Object.defineProperty(globalThis, "localStorage", { value: localStorage });
  assert.equal(keep("a", "b"), true);
  assert.equal(recall("a"), "b");
  assert.equal(keep("a", null), true);
  assert.equal(recall("a"), null);
});

test("a page that may not change its address says so", () => {
  globalThis.history = { replaceState() { throw new Error("on a disk"); }, pushState() {} };
  assert.equal(keepState({}, "#a"), false);
  assert.equal(keepState({}, "#a", true), true);
});

test("names in texts are filled in, and what is not known stays", () => {
  const node = new Node();
  assert.deepEqual(fill("{a} of {b}: {c}", { a: 1, b: node }), ["", "1", " of ", node, ": ", "{c}", ""]);
  assert.deepEqual(fill("{toString}", {}), ["", "{toString}", ""]);
});

test("numbers have the forms of the build", () => {
  const numbers = [0, 1, 2, 3, 199, 200, 201, 1001];
  assert.deepEqual(numbers.map(formOf), ["few", "one", "few", "other", "other", "few", "other", "other"]);
  assert.deepEqual([7, 999, 1000, 1234567].map(figure), ["7", "999", "1\u00a0000", "1\u00a0234\u00a0567"]);
});

test("words come from attributes, in the form of their number", () => {
  const texts = { "data-found-one": "{n} page", "data-found-other": "{n} pages", "data-none": "None of {q}" };
  const { word, counted } = wordsOf({ getAttribute: name => texts[name] ?? null });
  assert.equal(word("none", { q: "x" }), "None of x");
  assert.equal(word("missing"), "");
  assert.equal(counted("found", 1), "1 page");
  // A form that has no text of its own.
  assert.equal(counted("found", 1000), "1\u00a0000 pages");
  assert.equal(wordsOf(null).word("none"), "");
});
