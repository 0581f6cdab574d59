/* Terms that open where they stand, and tables that can be sorted. Pages are whole without it. */
import "./site.js";
import { all, button, el, isPlain, whenRead } from "./base/elements.js";
import { wordsOf } from "./base/words.js";

const { word } = wordsOf(document.getElementById("site-words"));

/* Terms
 *
 * A term is a link to its note at the end of the page. Here the note's text is shown below the words instead; the link stays
 * what it was for whoever opens it in another window, and for paper. */

/** @type {{ box: HTMLElement, owner: HTMLAnchorElement } | null} */
let shown = null;
let waiting = 0;

/** @param {boolean} back whether the focus goes back to the term */
function close(back) {
  if (!shown) { return; }
  const { box, owner } = shown;
  shown = null;
  box.remove();
  owner.setAttribute("aria-expanded", "false");
  if (back) { owner.focus(); }
}

function place() {
  if (!shown) { return; }
  const { box, owner } = shown;
  const words = owner.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const margin = 12;
  box.style.maxWidth = `${Math.min(360, width - 2 * margin)}px`;
  const left = Math.max(margin, Math.min(words.left, width - box.offsetWidth - margin));
  // Above the words where there is no room below them.
  const below = words.bottom + 6;
  const above = words.top - box.offsetHeight - 6;
  const top = below + box.offsetHeight > innerHeight && above > 0 ? above : below;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

/**
 * Shows a term's note; gives whether it has one.
 * @param {HTMLAnchorElement} owner
 * @param {boolean} focus
 */
function open(owner, focus) {
  const note = document.getElementById(decodeURIComponent(owner.hash.slice(1)))?.querySelector(".term-text");
  if (!note) { return false; }
  if (shown?.owner === owner) { return true; }
  close(false);
  const box = el("div.term-pop", {
    id: "site-term-pop",
    role: "dialog",
    "aria-label": owner.firstChild?.textContent,
    lang: document.documentElement.lang,
    tabindex: -1,
    mouseleave: () => later(() => close(false)),
    mouseenter: stay,
    keydown: leave,
  }, Array.from(note.childNodes, node => node.cloneNode(true)),
  button("term-close", "×", () => close(true), { "aria-label": word("close") || "×" }));
  document.body.append(box);
  shown = { box, owner };
  owner.setAttribute("aria-expanded", "true");
  place();
  if (focus) { box.focus({ preventScroll: true }); }
  return true;
}

// Tab leads out of it to what follows the term.
/** @param {KeyboardEvent} event */
function leave(event) {
  if (event.key !== "Tab" || !shown) { return; }
  const last = all("a, button", shown.box).pop();
  if (!event.shiftKey && document.activeElement === last) { close(true); }
  else if (event.shiftKey && document.activeElement === shown.box) {
    event.preventDefault();
    close(true);
  }
}

function stay() { clearTimeout(waiting); }
/** @param {() => void} run */
function later(run) {
  stay();
  waiting = setTimeout(run, 300);
}
const isInside = () => !!shown && shown.box.contains(document.activeElement);

/** @param {HTMLAnchorElement} link */
function term(link) {
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", event => {
    if (!isPlain(event)) { return; }
    if (shown?.owner === link && isInside()) {
      event.preventDefault();
      close(true);
    } else if (shown?.owner === link || open(link, true)) {
      event.preventDefault();
      shown?.box.focus({ preventScroll: true });
    }
  });
  if (matchMedia("(hover: hover)").matches) {
    link.addEventListener("mouseenter", () => later(() => open(link, false)));
    link.addEventListener("mouseleave", () => later(() => { if (!isInside()) { close(false); } }));
  }
}

function terms() {
  /** @type {HTMLAnchorElement[]} */
  const links = all("a.term");
  if (!links.length) { return; }
  links.forEach(term);
  document.addEventListener("keydown", event => { if (event.key === "Escape") { close(isInside()); } });
  document.addEventListener("click", event => {
    const target = /** @type {Node} */ (event.target);
    if (shown && !shown.box.contains(target) && !shown.owner.contains(target)) { close(false); }
  });
  window.addEventListener("resize", place);
}

/* Tables */

// By the number that the build gave the cell: that of its words in the language's alphabet, of a date, or its own.
/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
function valueOf(row, column) {
  const number = row.cells[column]?.getAttribute("data-sort") ?? null;
  return number === null ? NaN : Number(number);
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {number} column
 * @param {boolean} down
 */
function sort(body, column, down) {
  const rows = Array.from(body.rows, row => ({ row, value: valueOf(row, column) }));
  rows.sort((a, b) => {
    // An empty cell is last, whichever way.
    const empty = Number(isNaN(a.value)) - Number(isNaN(b.value));
    const order = isNaN(a.value) ? 0 : a.value - b.value;
    return empty || (down ? -order : order);
  });
  body.append(...rows.map(({ row }) => row));
}

/** @param {HTMLTableElement} table */
function sortable(table) {
  const head = table.tHead?.rows[0];
  const body = table.tBodies[0];
  if (!head || !body || body.rows.length < 3) { return; }
  const cells = Array.from(head.cells);
  cells.forEach((cell, column) => {
    cell.append(button("sort", Array.from(cell.childNodes), () => {
      const down = cell.getAttribute("aria-sort") === "ascending";
      for (const other of cells) { other.removeAttribute("aria-sort"); }
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(body, column, down);
    }));
  });
}

/* Time-lines: the other end first. */

/** @param {HTMLElement} list */
function reversible(list) {
  if (list.children.length < 3 || !word("newest")) { return; }
  const names = ["newest", "oldest"];
  const turn = button("quiet.turn", word(names[0]), () => {
    list.append(...Array.from(list.children).reverse());
    names.reverse();
    turn.textContent = word(names[0]);
  });
  list.before(turn);
}

/* The contents beside the text: the section that is being read is marked. */

function sections() {
  /** @type {HTMLAnchorElement[]} */
  const links = all(".toc a");
  const heads = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!links.length) { return; }
  let waits = false;
  let marked = -1;
  const mark = () => {
    waits = false;
    // The last heading that has passed the upper third; before the first one none.
    const line = innerHeight / 3;
    let now = -1;
    heads.forEach((head, at) => { if (head && head.getBoundingClientRect().top < line) { now = at; } });
    if (now === marked) { return; }
    links[marked]?.removeAttribute("aria-current");
    links[now]?.setAttribute("aria-current", "true");
    marked = now;
  };
  const soon = () => {
    if (waits) { return; }
    waits = true;
    requestAnimationFrame(mark);
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();
}

whenRead(() => {
  terms();
  sections();
  /** @type {HTMLTableElement[]} */
  const tables = all("table[data-sortable]");
  tables.forEach(sortable);
  all("ol.timeline").forEach(reversible);
});
