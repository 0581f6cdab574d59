/* What people write on this device: records under names, such as the answers of a test, for one person or several. Everything
 * stays in the browser's storage. It has a version and is brought up to date; it goes out and comes in as a file; and whatever
 * goes wrong with it is told, never passed over: what cannot be stored stays on the page, and what is not understood stays as it is.
 *
 * A change reads what is stored, changes that and writes it back, so two tabs with two questions lose nothing of each other. */
/** @import { Person, RecordData, StoreFile, StoreOptions, StoreTrouble, Taken } from "../shapes" */
import { own } from "../base/data.js";
import { hasStorage, keep, recall, storedKeys } from "../base/storage.js";

const FORMAT = "bagyt-answers";
const NAME = /^[a-z0-9][a-z0-9/_.-]*$/i;
const LARGEST = 2_000_000; // characters of a file that is taken

/**
 * Whether something is a map of names to values.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isMap = value => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try { return JSON.parse(text); } catch { return undefined; }
}

/**
 * Opens the store; what is in one `area` of it is nothing to the others. `steps` bring data of an older version up to date, each by one version, so the present version is their
 * number and one. `checks` say whether a record that comes in is what its name promises.
 * @param {StoreOptions} options
 */
export function openStore({ area = "own", steps = [], checks = {}, troubled = () => {}, changed = () => {} }) {
  const VERSION = steps.length + 1;
  const PREFIX = `bagyt-${area}:`;
  const PEOPLE = `${PREFIX}people`;
  /** What this page has, stored or not, by its key. @type {Map<string, RecordData>} */
  const memory = new Map();
  /** Keys of what is on this page and could not be stored. @type {Set<string>} */
  const unsaved = new Set();
  /** Keys that hold what this version does not understand. @type {Set<string>} */
  const barred = new Set();
  /** @type {{ people: Person[], current: string }} */
  let folk = { people: [], current: "" };

  /** @param {StoreTrouble} trouble */
  const tell = trouble => { troubled(trouble); };

  /**
   * @param {unknown} data
   * @param {number} version
   */
  const upToDate = (data, version) => steps.slice(version - 1).reduce((older, step) => step(older), data);

  /**
   * What is stored under a key: undefined for nothing. What cannot be read is left where it is.
   * @param {string} key
   */
  function stored(key) {
    const text = recall(key);
    if (text === null) { return undefined; }
    const found = parsed(text);
    const version = isMap(found) && Number.isInteger(found.v) ? Number(found.v) : 0;
    const trouble = version > VERSION ? "newer" : version < 1 || !isMap(found) || !isMap(found.data) ? "damaged" : null;
    if (trouble) {
      if (!barred.has(key)) { barred.add(key); tell(trouble); }
      return undefined;
    }
    barred.delete(key);
    return /** @type {RecordData} */ (upToDate(/** @type {Record<string, unknown>} */ (found).data, version));
  }

  /**
   * @param {string} key
   * @param {RecordData} data
   */
  function write(key, data) {
    memory.set(key, data);
    if (barred.has(key)) { unsaved.add(key); return false; }
    unsaved.add(key);
    // Whatever did not fit before may fit now.
    for (const one of unsaved) { if (!barred.has(one) && keep(one, JSON.stringify({ v: VERSION, data: memory.get(one) }))) { unsaved.delete(one); } }
    if (!unsaved.has(key)) { return true; }
    tell(hasStorage() ? "full" : "none");
    return false;
  }

  /**
   * @param {string} person
   * @param {string} name
   */
  const keyOf = (person, name) => `${PREFIX}${person}:${name}`;

  function readPeople() {
    const found = stored(PEOPLE);
    const list = found && Array.isArray(found.people) ? found.people : memory.get(PEOPLE)?.people || [];
    /** @type {Person[]} */
    const people = (/** @type {unknown[]} */ (list)).filter(isMap).filter(({ id }) => typeof id === "string" && NAME.test(id))
      .map(({ id, name }) => ({ id: String(id), name: typeof name === "string" ? name : "" }));
    const current = String((found || memory.get(PEOPLE))?.current ?? "");
    folk = { people, current: people.some(({ id }) => id === current) ? current : people[0]?.id || "" };
  }

  /** @param {{ people: Person[], current: string }} next */
  function writePeople(next) {
    folk = next;
    write(PEOPLE, { ...next });
  }

  /**
   * Somebody new, who is the one from now on.
   * @param {string} name
   */
  function add(name) {
    readPeople();
    const id = Math.random().toString(36).slice(2, 10) || "a";
    writePeople({ people: [...folk.people, { id, name: name.trim().slice(0, 60) }], current: id });
    return id;
  }

  /**
   * A record of somebody; nothing there is null.
   * @param {string} name
   * @param {string} [person]
   * @returns {RecordData | null}
   */
  function get(name, person = folk.current) {
    const key = keyOf(person, name);
    return (unsaved.has(key) ? memory.get(key) : stored(key) ?? memory.get(key)) || null;
  }

  /**
   * Changes a record of the present person.
   * @param {string} name
   * @param {(data: RecordData) => RecordData} edit
   */
  function change(name, edit) {
    if (!folk.current) { add(""); }
    const key = keyOf(folk.current, name);
    const there = unsaved.has(key) ? undefined : stored(key);
    // The browser, or somebody, has emptied the storage under this page.
    const cleared = there === undefined && memory.has(key) && !unsaved.has(key) && !barred.has(key) && hasStorage();
    const data = edit(there || memory.get(key) || {});
    if (cleared) {
      tell("cleared");
      write(PEOPLE, { ...folk });
    }
    return write(key, data);
  }

  /**
   * The names of somebody's records.
   * @param {string} person
   */
  function names(person) {
    const start = keyOf(person, "");
    const keys = [...storedKeys(start), ...[...memory.keys()].filter(key => key.startsWith(start))];
    return [...new Set(keys.map(key => key.slice(start.length)))].sort();
  }

  /**
   * @param {string} person
   * @returns {Record<string, RecordData>}
   */
  const recordsOf = person => Object.fromEntries(names(person).flatMap(name => {
    const data = get(name, person);
    return data ? [[name, data]] : [];
  }));

  /**
   * All that somebody has, as the text of a file.
   * @param {string} [person]
   */
  function file(person = folk.current) {
    const name = folk.people.find(({ id }) => id === person)?.name || "";
    /** @type {StoreFile} */
    const content = { format: FORMAT, version: VERSION, made: new Date().toISOString(), name, records: recordsOf(person) };
    return `${JSON.stringify(content, null, 1)}\n`;
  }

  /**
   * Takes what a file holds, as somebody of its own: nothing that is there is overwritten. A file that is here already is found.
   * @param {string} text
   * @returns {Taken}
   */
  function take(text) {
    if (text.length > LARGEST) { return { trouble: "foreign" }; }
    const content = parsed(text.replace(/^\ufeff/, ""));
    if (content === undefined) { return { trouble: text.includes(FORMAT) ? "damaged" : "foreign" }; }
    if (!isMap(content) || content.format !== FORMAT) { return { trouble: "foreign" }; }
    const version = content.version;
    if (!Number.isInteger(version) || Number(version) < 1) { return { trouble: "damaged" }; }
    if (Number(version) > VERSION) { return { trouble: "newer" }; }
    if (!isMap(content.records)) { return { trouble: "damaged" }; }
    /** @type {[string, RecordData][]} */
    const records = [];
    for (const [name, data] of Object.entries(content.records)) {
      if (!NAME.test(name) || !isMap(data)) { return { trouble: "damaged" }; }
      const now = upToDate(data, Number(version));
      const check = own(checks, name);
      if (!isMap(now) || (check && !check(now))) { return { trouble: "damaged" }; }
      records.push([name, now]);
    }
    records.sort(([one], [other]) => (one < other ? -1 : 1));
    readPeople();
    const same = folk.people.find(({ id }) => JSON.stringify(Object.entries(recordsOf(id))) === JSON.stringify(records));
    if (same) {
      writePeople({ ...folk, current: same.id });
      return { person: same.id };
    }
    const person = add(typeof content.name === "string" ? content.name : "");
    for (const [name, data] of records) { write(keyOf(person, name), data); }
    return { person };
  }

  /**
   * Removes somebody with all records.
   * @param {string} person
   */
  function remove(person) {
    const start = keyOf(person, "");
    for (const key of new Set([...storedKeys(start), ...memory.keys()])) { if (key.startsWith(start)) { drop(key); } }
    readPeople();
    const people = folk.people.filter(({ id }) => id !== person);
    if (people.length) { writePeople({ people, current: people[0].id }); } else { drop(PEOPLE); readPeople(); }
  }

  /**
   * Removes one record of the present person.
   * @param {string} name
   */
  const forget = name => drop(keyOf(folk.current, name));

  /**
   * What is stored of a record, understood or not, as it stands.
   * @param {string} name
   */
  const raw = name => recall(keyOf(folk.current, name)) || "";

  /** Removes everything, also what is not understood. */
  function removeAll() {
    for (const key of new Set([...storedKeys(PREFIX), ...memory.keys()])) { drop(key); }
    readPeople();
  }

  /** @param {string} key */
  function drop(key) {
    memory.delete(key);
    unsaved.delete(key);
    barred.delete(key);
    keep(key, null);
  }

  window.addEventListener("storage", ({ key, newValue }) => {
    if (key !== null && !key.startsWith(PREFIX)) { return; }
    // Another tab has removed it on purpose, or changed it.
    if (key === null) { memory.clear(); unsaved.clear(); } else if (newValue === null) { memory.delete(key); } else if (!unsaved.has(key)) {
      const data = stored(key);
      if (data) { memory.set(key, data); }
    }
    readPeople();
    changed();
  });
  window.addEventListener("beforeunload", event => { if (unsaved.size) { event.preventDefault(); event.returnValue = ""; } });
  readPeople();

  return {
    add, get, change, file, take, forget, raw, remove, removeAll, names,
    people: () => folk.people,
    current: () => folk.current,
    /** @param {string} id */
    choose(id) { readPeople(); writePeople({ ...folk, current: id }); },
    /** @param {string} name */
    rename(name) {
      readPeople();
      writePeople({ ...folk, people: folk.people.map(one => (one.id === folk.current ? { ...one, name: name.trim().slice(0, 60) } : one)) });
    },
    /** Whether something is on this page only. */
    isUnsaved: () => unsaved.size > 0,
  };
}
