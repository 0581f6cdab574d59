/* The reader's own list of professions. It stays on the device; links to the list carry it in their address, for browsers
 * that keep a store for each file of a disk apart. */
import { all, one } from "../base/elements.js";
import { keep, recall } from "../base/storage.js";

const KEY = "bagyt-professions";
const NAME = /^[a-z0-9][a-z0-9._-]*$/i;
const MOST = 200;

/** What stands for the storage where there is none: the list of this page. @type {string[] | null} */
let memory = null;
/** @type {((ids: string[]) => void)[]} */
const listeners = [];

/** @param {string[]} ids */
const clean = ids => [...new Set(ids)].filter(id => NAME.test(id)).slice(0, MOST);

/** The ids of the list. */
export const savedIds = () => memory || clean((recall(KEY) || "").split(","));

/** @param {string} id */
export const isSaved = id => savedIds().includes(id);

/** @param {string[]} ids */
export function save(ids) {
  const list = clean(ids);
  memory = keep(KEY, list.join(",") || null) ? null : list;
  showSaved();
}

/** @param {string} id */
export function toggleSaved(id) {
  const ids = savedIds();
  save(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]);
}

/**
 * Runs now and whenever the list changes.
 * @param {(ids: string[]) => void} run
 */
export function watchSaved(run) {
  listeners.push(run);
  run(savedIds());
}

/**
 * @param {HTMLElement} button
 * @param {boolean} on
 */
export function markSaved(button, on) {
  button.setAttribute("aria-pressed", String(on));
  button.classList.toggle("is-saved", on);
}

function showSaved() {
  const ids = savedIds();
  for (const link of all("[data-saved-link]")) {
    link.setAttribute("href", (link.getAttribute("href") || "").split("#")[0] + (ids.length ? `#${ids.join(",")}` : ""));
    const count = one(".saved-count", link);
    count.textContent = ids.length ? String(ids.length) : "";
    count.hidden = !ids.length;
    if (link.classList.contains("save-list")) { link.hidden = !ids.length; }
  }
  for (const button of all("[data-save]")) { markSaved(button, ids.includes(button.dataset.save || "")); }
  for (const run of listeners) { run(ids); }
}

/** Shows what is in the list on this page, and lets its buttons change it. */
export function startSaved() {
  // Another tab may change the list.
  window.addEventListener("storage", event => { if (event.key === KEY) { showSaved(); } });
  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element && event.target.closest("[data-save]");
    if (pressed) { toggleSaved(pressed.getAttribute("data-save") || ""); }
  });
  for (const button of all("[data-save]")) { button.hidden = false; }
  showSaved();
}
