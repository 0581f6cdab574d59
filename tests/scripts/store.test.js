// What people write on a device, without a browser.
import assert from "node:assert/strict";
import test from "node:test";

globalThis.Node ??= class {};
globalThis.document ??= { currentScript: null };
const listeners = {};
globalThis.window = { addEventListener: (name, run) => { (listeners[name] ??= []).push(run); } };

/** A storage that may be full or forbidden. */
class Storage {
  #kept = new Map();
  limit = Infinity;
  forbidden = false;
  constructor() {
    // Object.keys of a storage are what it keeps.
    return new Proxy(this, {
      get: (target, name) => (typeof target[name] === "function" ? target[name].bind(target) : target[name]),
      set: (target, name, value) => { target[name] = value; return true; },
      ownKeys: target => [...target.#kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });
  }
  check() { if (this.forbidden) { throw new Error("forbidden"); } }
  getItem(key) { this.check(); return this.#kept.get(key) ?? null; }
  setItem(key, text) {
    this.check();
    const size = [...this.#kept].filter(([other]) => other !== key).reduce((sum, [a, b]) => sum + a.length + b.length, 0);
    if (size + key.length + text.length > this.limit) { throw new Error("full"); }
    this.#kept.set(key, text);
  }
  removeItem(key) { this.check(); this.#kept.delete(key); }
  clear() { this.#kept.clear(); }
}

const storage = new Storage();
Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });

const { openStore } = await import("./js/store/store.js");
const { packed, unpacked } = await import("./js/store/code.js");

function fresh(options = {}) {
  const told = [];
  const store = openStore({ ...options, troubled: trouble => told.push(trouble) });
  return { store, told };
}
function empty() {
  storage.forbidden = false;
  storage.limit = Infinity;
  storage.clear();
}
const answer = (store, id, value) => store.change("tests/a", data => ({ ...data, answers: { ...data.answers, [id]: value } }));

test("what is written is there when the page is opened again", () => {
  empty();
  const { store } = fresh();
  store.add("Айбек");
  assert.equal(answer(store, "r1", 3), true);
  const again = fresh();
  assert.deepEqual(again.store.get("tests/a"), { answers: { r1: 3 } });
  assert.deepEqual(again.store.people().map(({ name }) => name), ["Айбек"]);
  assert.deepEqual(again.told, []);
});

test("two tabs with two questions lose nothing of each other", () => {
  empty();
  const [one, other] = [fresh().store, fresh().store];
  one.add("");
  other.choose(one.people()[0].id);
  answer(one, "a", 1);
  answer(other, "b", 2);
  answer(one, "c", 3);
  assert.deepEqual(fresh().store.get("tests/a"), { answers: { a: 1, b: 2, c: 3 } });
});

test("people do not see each other's answers, and the one who goes takes his own", () => {
  empty();
  const { store } = fresh();
  const first = store.add("A");
  answer(store, "a", 1);
  const second = store.add("B");
  assert.equal(store.get("tests/a"), null);
  answer(store, "a", 4);
  store.remove(second);
  assert.deepEqual(store.people().map(({ id }) => id), [first]);
  assert.deepEqual(store.get("tests/a"), { answers: { a: 1 } });
  store.remove(first);
  assert.deepEqual(Object.keys(localStorage), [], "nothing is left");
});

test("a storage that is full or forbidden is told, and what it did not take goes out as a file", () => {
  for (const [trouble, break_] of [["full", () => { storage.limit = 200; }], ["none", () => { storage.forbidden = true; }]]) {
    empty();
    const { store, told } = fresh();
    store.add("");
    answer(store, "a", 1);
    break_();
    for (let at = 0; at < 30; at += 1) { answer(store, `long${at}`, 2); }
    assert.ok(told.includes(trouble), `${trouble}: ${told}`);
    assert.ok(store.isUnsaved());
    const { records } = JSON.parse(store.file());
    assert.equal(Object.keys(records["tests/a"].answers).length, 31);
    // Once there is room again everything is kept.
    storage.limit = Infinity;
    storage.forbidden = false;
    answer(store, "last", 4);
    assert.ok(!store.isUnsaved());
    assert.equal(Object.keys(fresh().store.get("tests/a").answers).length, 32);
  }
});

test("what the browser clears under the page is written again, and told", () => {
  empty();
  const { store, told } = fresh();
  store.add("A");
  answer(store, "a", 1);
  storage.clear();
  answer(store, "b", 2);
  assert.deepEqual(told, ["cleared"]);
  const again = fresh().store;
  assert.deepEqual(again.get("tests/a"), { answers: { a: 1, b: 2 } });
  assert.deepEqual(again.people().map(({ name }) => name), ["A"]);
});

test("what is damaged or of a newer version stays as it is", () => {
  for (const [trouble, text] of [["damaged", "{\"v\": 1, \"da"], ["damaged", "[]"], ["newer", "{\"v\": 99, \"data\": {}}"]]) {
    empty();
    const { store } = fresh();
    const id = store.add("");
    const key = `bagyt-own:${id}:tests/a`;
    localStorage.setItem(key, text);
    const { store: again, told } = fresh();
    assert.equal(again.get("tests/a"), null);
    assert.deepEqual(told, [trouble]);
    answer(again, "a", 1);
    assert.equal(localStorage.getItem(key), text, "it is not overwritten");
    assert.deepEqual(again.get("tests/a"), { answers: { a: 1 } }, "the page has the new answer");
    again.removeAll();
    assert.deepEqual(Object.keys(localStorage), [], "the owner may remove it");
  }
});

test("a file goes out and comes in on another device", () => {
  empty();
  const { store } = fresh();
  store.add("Айсалкын");
  answer(store, "a", 2);
  const file = store.file();
  empty();
  const { store: there } = fresh();
  there.add("Other");
  answer(there, "a", 0);
  assert.ok(there.take(file).person);
  assert.deepEqual(there.get("tests/a"), { answers: { a: 2 } });
  assert.deepEqual(there.people().map(({ name }) => name), ["Other", "Айсалкын"]);
  there.take(`\ufeff${file}`);
  assert.equal(there.people().length, 2, "the same file again is the same person");
  assert.deepEqual(there.get("tests/a", there.people()[0].id), { answers: { a: 0 } }, "nothing was overwritten");
});

test("a damaged, foreign or newer file is told, and nothing changes", () => {
  empty();
  const { store } = fresh({ checks: { "tests/a": data => typeof data.answers === "object" } });
  store.add("A");
  answer(store, "a", 1);
  const before = JSON.stringify(Object.keys(localStorage).map(key => [key, localStorage.getItem(key)]));
  const file = store.file();
  const wrong = [
    ["damaged", file.slice(0, file.length / 2)],
    ["damaged", file.replace("\"version\": 1", "\"version\": \"x\"")],
    ["damaged", JSON.stringify({ ...JSON.parse(file), records: { "tests/a": { answers: 7 } } })],
    ["damaged", JSON.stringify({ ...JSON.parse(file), records: { "tests/a": [] } })],
    ["damaged", JSON.stringify({ ...JSON.parse(file), records: [] })],
    ["damaged", file.replace("\"tests/a\"", "\"../../x y\"")],
    ["newer", file.replace("\"version\": 1", "\"version\": 2")],
    ["foreign", "{\"format\": \"other\"}"],
    ["foreign", "PK\u0003\u0004"],
    ["foreign", ""],
    ["foreign", "null"],
    ["foreign", `"${"x".repeat(3_000_000)}"`],
  ];
  for (const [trouble, text] of wrong) {
    assert.deepEqual(store.take(text), { trouble }, text.slice(0, 80));
    assert.equal(JSON.stringify(Object.keys(localStorage).map(key => [key, localStorage.getItem(key)])), before);
  }
});

test("data of an older version are brought up to date, stored or in a file", () => {
  empty();
  const { store } = fresh();
  const id = store.add("A");
  answer(store, "a", 1);
  const file = store.file();
  const steps = [older => ({ ...older, renamed: older.answers, answers: undefined, people: older.people, current: older.current })];
  const { store: newer, told } = fresh({ steps });
  assert.deepEqual(newer.get("tests/a").renamed, { a: 1 });
  assert.equal(newer.people()[0].id, id);
  const taken = newer.take(file);
  assert.ok(taken.person);
  assert.deepEqual(newer.get("tests/a").renamed, { a: 1 });
  assert.deepEqual(told, []);
});

test("another tab that removes answers on purpose is followed", () => {
  empty();
  let changed = 0;
  const store = openStore({ changed: () => { changed += 1; } });
  const id = store.add("A");
  answer(store, "a", 1);
  const key = `bagyt-own:${id}:tests/a`;
  localStorage.removeItem(key);
  for (const run of listeners.storage) { run({ key, newValue: null }); }
  assert.equal(store.get("tests/a"), null);
  assert.equal(changed, 1);
});

test("a code gives back its numbers and finds slips", () => {
  let state = 5;
  const next = below => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  let unnoticed = 0;
  let slips = 0;
  for (let round = 0; round < 300; round += 1) {
    const bases = Array.from({ length: 3 + next(60) }, () => 2 + next(60));
    const numbers = bases.map(next);
    const code = packed(numbers, bases);
    assert.deepEqual(unpacked(code, bases), numbers);
    assert.deepEqual(unpacked(code.toLowerCase().replaceAll("-", " "), bases), numbers);
    const at = next(code.length);
    const slip = code.slice(0, at) + "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[next(32)] + code.slice(at + 1);
    if (slip !== code && code[at] !== "-") {
      slips += 1;
      unnoticed += unpacked(slip, bases) ? 1 : 0;
    }
  }
  assert.ok(slips > 200 && unnoticed <= 1, `${unnoticed} of ${slips} slips were not noticed`);
  // As somebody types it with a Cyrillic keyboard.
  const [bases, numbers] = [[4, 2, 3, 41, 41, 41, 41, 41, 41], [0, 1, 2, 40, 12, 7, 0, 33, 21]];
  const code = packed(numbers, bases);
  assert.ok(code.replaceAll("-", "").length <= 11, code);
  const cyrillic = code.replaceAll("A", "\u0410").replaceAll("B", "\u0412").replaceAll("C", "\u0421").replaceAll("H", "\u041d").replaceAll("0", "O");
  assert.deepEqual(unpacked(cyrillic, bases), numbers);
  for (const nothing of ["", "-", "?", "AAAA", "%%%"]) { assert.equal(unpacked(nothing, bases), null); }
});
