/* A page of the diary, to be filled in. Every field has a label of its own, and stores what is written into it. */
/** @import { Child, DiaryDecision, DiaryPage, DiaryPrompt } from "../shapes" */
import { all, button, el } from "../base/elements.js";
import { answer, flush, keyOf, diaryWord, write } from "./page.js";
import { testResultOf } from "./results.js";

const texts = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");

/**
 * @param {Child} ask
 * @param {string} [help]
 */
const label = (ask, help) => [el("span.diary-ask", {}, ask), help ? el("span.diary-help", {}, " ", help) : null];

/**
 * A field to write into.
 * @param {string} value
 * @param {number} lines
 * @param {(value: string) => void} changed
 * @param {string} [type]
 */
function field(value, lines, changed, type) {
  const input = lines > 1 || !type ? el("textarea", { rows: lines }) : el("input", { type, autocomplete: "off" });
  input.value = value;
  input.addEventListener("input", () => changed(input.value));
  return input;
}

/** @param {string} value */
const isDay = value => /^\d{4}-\d\d-\d\d$/.test(value);

/**
 * A day. What was written in another way stays a text.
 * @param {string} value
 * @param {(value: string) => void} changed
 */
const day = (value, changed) => field(value, 1, changed, !value || isDay(value) ? "date" : "text");

/**
 * Boxes of which one or several are chosen.
 * @param {string} name
 * @param {string[]} options
 * @param {boolean} several
 * @param {number[]} chosen
 * @param {(chosen: number[]) => void} changed
 */
function boxes(name, options, several, chosen, changed) {
  const list = options.map((text, at) => {
    const box = el("input", { type: several ? "checkbox" : "radio", name, value: at });
    box.checked = chosen.includes(at);
    return el("label.test-box", {}, box, el("span", {}, text));
  });
  const inputs = () => /** @type {HTMLInputElement[]} */ (all("input", group));
  const now = () => {
    const numbers = inputs().filter(({ checked }) => checked).map(({ value }) => Number(value));
    unset.hidden = several || !numbers.length;
    changed(numbers);
  };
  // A choice can be taken back.
  const unset = button("quiet.diary-unset", diaryWord("unset"), () => {
    for (const box of inputs()) { box.checked = false; }
    now();
    flush();
    inputs()[0].focus();
  });
  unset.hidden = several || !chosen.length;
  const group = el("div.diary-boxes", { change: now }, ...list, unset);
  return group;
}

const isOption = (/** @type {DiaryPrompt} */ { options }, /** @type {unknown} */ value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < (options || []).length;

/**
 * @param {DiaryPrompt} prompt
 * @param {string} key
 */
function rating({ ask, help, items = [], options = [] }, key) {
  const value = answer(key);
  /** @type {(number | null)[]} */
  const given = items.map((_, at) => (Array.isArray(value) && isOption({ id: "", kind: "", lines: 0, options }, value[at]) ? Number(value[at]) : null));
  const rows = items.map((item, at) => el("fieldset.diary-row", {}, el("legend", {}, item),
    boxes(`${key}/${at}`, options, false, given[at] === null ? [] : [Number(given[at])], chosen => {
      given[at] = chosen.length ? chosen[0] : null;
      write(key, [...given]);
    })));
  return el("fieldset.diary-set", {}, ask || help ? el("legend", {}, label(ask || "", help)) : el("legend.hush", {}, key), ...rows);
}

/**
 * @param {DiaryPrompt} prompt
 * @param {string} key
 * @param {string} title
 */
function table({ ask, help, items, columns = [], ticks, lines }, key, title) {
  const value = answer(key);
  /** @type {string[][]} */
  const cells = Array.isArray(value) ? value.map(row => (Array.isArray(row) ? row.map(texts) : [])) : [];
  const rows = el("div.diary-rows", { "data-columns": columns.length });
  const add = () => {
    const at = rows.children.length;
    cells[at] ||= [];
    const fields = columns.map((column, number) => {
      const changed = (/** @type {string} */ text) => {
        cells[at][number] = text;
        write(key, cells.map(row => columns.map((_, n) => row?.[n] || "").concat(row.slice(columns.length))));
      };
      if (ticks) {
        const box = el("input", { type: "checkbox", change: () => changed(box.checked ? "✓" : "") });
        box.checked = Boolean(cells[at][number]);
        return el("label.test-box", {}, box, el("span", {}, column));
      }
      return el("label.diary-cell", {}, el("span", {}, column), field(cells[at][number] || "", 1, changed));
    });
    rows.append(el("fieldset.diary-row", {}, el("legend", {}, items?.[at] || diaryWord("row", { n: at + 1 })), el("div.diary-cells", {}, ...fields)));
  };
  for (let at = items ? items.length : Math.max(lines, cells.length); at > 0; at -= 1) { add(); }
  const more = items ? null : button("quiet", diaryWord("add-row"), () => {
    add();
    /** @type {HTMLElement | null} */ (rows.lastElementChild?.querySelector("textarea, input") || null)?.focus();
  });
  return el("fieldset.diary-set", {}, ask || help ? el("legend", {}, label(ask || "", help)) : el("legend.hush", {}, title), rows, more);
}

/**
 * What is decided, why, and when.
 * @param {DiaryPrompt} prompt
 * @param {string} key
 */
function decision(prompt, key) {
  const value = answer(key);
  /** @type {DiaryDecision} */
  const given = { .../** @type {any} */ (typeof value === "object" && !Array.isArray(value) ? value : {}) };
  /**
   * @param {"what" | "why" | "day"} name
   * @returns {(text: string) => void}
   */
  const set = name => text => {
    given[name] = text;
    write(key, { ...given });
  };
  const what = prompt.options ? boxes(key, prompt.options, false, isOption(prompt, given.choice) ? [Number(given.choice)] : [], chosen => {
    given.choice = chosen.length ? chosen[0] : null;
    write(key, { ...given });
  }) : el("label.diary-field", {}, label(diaryWord("own-choice")), field(texts(given.what), 1, set("what")));
  return el("fieldset.diary-set", {}, el("legend", {}, label(prompt.ask || "", prompt.help)), what,
    el("label.diary-field", {}, label(diaryWord("why")), field(texts(given.why), 2, set("why"))),
    el("label.diary-field", {}, label(diaryWord("day")), day(texts(given.day), set("day"))));
}

/**
 * A prompt of a page.
 * @param {DiaryPage} page
 * @param {DiaryPrompt} prompt
 * @returns {Child}
 */
export function promptOf(page, prompt) {
  const { kind, ask = "", help, options = [], lines } = prompt;
  const key = keyOf(page, prompt);
  const value = answer(key);
  const set = (/** @type {string} */ text) => write(key, text);
  if (kind === "note") { return el("p.diary-note", {}, help ? el("b", {}, ask) : ask, help ? ` ${help}` : null); }
  if (kind === "result") { return testResultOf(prompt.test); }
  if (kind === "rating") { return rating(prompt, key); }
  if (kind === "table") { return table(prompt, key, page.title); }
  if (kind === "decision") { return decision(prompt, key); }
  if (kind === "choice" || kind === "several") {
    const chosen = (Array.isArray(value) ? value : [value]).filter(one => isOption(prompt, one)).map(Number);
    const earlier = chosen.length ? null : earlierOf(value);
    return el("fieldset.diary-set", {}, el("legend", {}, label(ask, help)),
      boxes(key, options, kind === "several", chosen, now => write(key, kind === "several" ? now : now.length ? now[0] : "")), earlier);
  }
  // What a former version of the prompt has taken is shown, and written over only by what is typed.
  const earlier = typeof value === "string" ? null : earlierOf(value);
  const input = kind === "date" ? day(texts(value), set) : field(texts(value), kind === "text" ? lines : 1, set);
  return el("label.diary-field", {}, label(ask, help), input, earlier);
}

/**
 * An answer that its prompt does not understand any more.
 * @param {unknown} value
 */
function earlierOf(value) {
  const said = plain(value);
  return said ? el("span.diary-help", {}, `${diaryWord("earlier")}: ${said}`) : null;
}

/**
 * All words of an answer.
 * @param {unknown} value
 * @returns {string}
 */
export function plain(value) {
  if (typeof value === "object" && value !== null) { return Object.values(value).map(plain).filter(Boolean).join(", "); }
  return value === null || value === undefined ? "" : String(value);
}
