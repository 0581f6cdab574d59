/* The box of a page with the list under it. */
/** @import { Child, Hit, PendingHit, Start } from "../shapes" */
import { all, el, one } from "../base/elements.js";
import { keepState } from "../base/storage.js";
import { figure } from "../base/words.js";
import { indexOf, open } from "./language.js";
import { addressOf, here, resultsOf, word } from "./place.js";
import { forget, recent, remember } from "./recent.js";
import { seeker } from "./seeker.js";
import { field, kindOf, marked, notes, press, skeletons, speaker, summary } from "./view.js";

/**
 * Makes a form's box search; gives what puts the cursor into it.
 * @param {HTMLFormElement} form
 */
export function searchBox(form) {
  /** @type {HTMLInputElement} */
  const input = one("input", form);
  /** @type {HTMLElement | undefined} */
  const opener = all(".find-open", form)[0];
  const status = el("p.hush", { role: "status" });
  const list = el("div.find-list", { role: "listbox", id: "site-hits", "aria-label": word("label") });
  const above = el("div.find-above");
  const below = el("p.find-below");
  const panel = el("div.find-panel", { hidden: "" }, above, list, below);
  const speak = speaker(status);
  const seek = seeker(draw);
  const index = indexOf(here.lang);
  /** @type {HTMLAnchorElement[]} */
  let options = [];
  /** @type {HTMLAnchorElement | null} */
  let active = null;
  let closed = true;

  one(".find-sheet", form).append(panel, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
    ["aria-controls", list.id]]) { input.setAttribute(name, value); }

  /** @param {HTMLAnchorElement | null} option */
  function point(option) {
    active?.setAttribute("aria-selected", "false");
    active = option;
    if (!option) { input.removeAttribute("aria-activedescendant"); return; }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  /**
   * @param {string} href
   * @param {string | null} lang
   * @param {...Child} children
   */
  function option(href, lang, ...children) {
    const made = el("a.find-option", {
      role: "option", "aria-selected": "false", tabindex: -1, id: `site-hit-${options.length}`, href, lang,
      click: () => remember(seek.state.q),
    }, ...children);
    options.push(made);
    return made;
  }
  /** @type {(hit: Hit | PendingHit, info: Start | null, lang: string | null) => HTMLElement} */
  function row(hit, info, lang) {
    if (hit.pending) { return skeletons(1)[0]; }
    const kind = kindOf(info, hit);
    return option(addressOf(hit.page, hit.words, hit.anchor), lang,
      el("span.find-title", {}, marked(hit.title), kind && [" ", el("span.tag", {}, kind)]),
      hit.also && el("span.find-place", {}, marked(hit.also)),
      hit.heading && el("span.find-place", {}, marked(hit.heading)),
      hit.excerpt && el("span.find-text", {}, marked(hit.excerpt)));
  }
  /** @type {(id: string, title: string, lang: string | null, rows: HTMLElement[]) => HTMLElement[]} */
  function group(id, title, lang, rows) {
    return rows.length ? [el("div.find-group", { role: "group", "aria-labelledby": id },
      el("div.find-head", { id, lang, role: "presentation" }, title), rows)] : [];
  }
  function groupOfRecent() {
    return group("site-recent", word("recent"), null,
      recent().map(old => option(resultsOf(old), null, el("span.find-title", {}, old))));
  }
  function groupsOfHits() {
    const { q, titles, answer, fresh, busy, foreign } = seek.state;
    const pages = titles.slice(0, 4);
    const groups = group("site-titles", word("titles"), null, pages.map(hit => row(hit, index.info, null)));
    // A page that stands above is not told again.
    const shown = new Set(pages.map(hit => hit.page));
    const hits = (answer ? answer.hits : []).filter(hit => (hit.pending ? busy : !shown.has(hit.page)));
    const rows = hits.map(hit => row(hit, index.info, null));
    groups.push(...group("site-texts", word("texts"), null, rows.length || fresh || !busy ? rows : skeletons(3)));
    if (fresh && answer?.total && !answer.corrected) {
      const last = option(resultsOf(q), null, word("all", { n: figure(answer.total) }));
      last.classList.add("find-all");
      groups.push(el("div.find-last", { role: "presentation" }, last));
    }
    if (foreign?.answer) {
      const { info } = indexOf(here.other);
      groups.push(...group("site-foreign", here.otherName, here.other,
        foreign.answer.hits.map(hit => row(hit, info, here.other))));
    } else if (foreign?.busy) { groups.push(...skeletons(3)); }
    return groups;
  }

  function draw() {
    const { q } = seek.state;
    const before = active?.href;
    options = [];
    const groups = q ? groupsOfHits() : groupOfRecent();
    if (q) { speak(summary(seek.state)); }
    const told = q || !groups.length ? []
      : [word("recent-note"), " ", press(word("forget"), () => { forget(); draw(); }, "find-link")];
    above.replaceChildren(...(q ? notes(seek, () => find(q), set) : []));
    list.replaceChildren(...groups);
    below.replaceChildren(...told);
    list.hidden = !list.firstChild;
    below.hidden = !told.length;
    panel.hidden = closed || !(list.firstChild || above.firstChild);
    input.setAttribute("aria-expanded", String(!panel.hidden && options.length > 0));
    active = null;
    point(options.find(option => option.href === before) || null);
  }

  /** @param {string} q */
  function find(q) {
    seek.find(q, { typing: true, kind: null, publication: null, from: 0, limit: 6 }, q === seek.state.q ? 0 : 120);
  }
  /** @param {string} q */
  function set(q) {
    input.value = q;
    keepTyped();
    input.focus();
    closed = false;
    find(q);
  }
  function close() {
    closed = true;
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(null);
  }
  /** @param {boolean} shown */
  function sheet(shown) {
    if (opener) {
      form.classList.toggle("is-open", shown);
      opener.setAttribute("aria-expanded", String(shown));
    }
    if (!shown) { close(); }
  }
  // Reloaded or come back to, the page has the words that were in the box.
  function keepTyped() { keepState({ ...history.state, box: input.value }); }

  field(form, () => { closed = false; keepTyped(); find(""); });
  input.addEventListener("input", () => { closed = false; keepTyped(); find(input.value.trim()); });
  input.addEventListener("focus", () => {
    closed = false;
    open(index).catch(() => {});
    if (input.value.trim() !== seek.state.q) { find(input.value.trim()); } else { draw(); }
  });
  input.addEventListener("click", () => { if (closed) { closed = false; draw(); } });
  input.addEventListener("keydown", event => {
    if (event.isComposing) { return; }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      if (panel.hidden) { closed = false; draw(); }
      // Between the last option and the first lies the box itself.
      const ring = options.length + 1;
      const at = active ? options.indexOf(active) : -1;
      point(options[(at + 1 + step + ring) % ring - 1] || null);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      active.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    }
  });
  // Step by step: the list, the sheet, the words. From wherever the focus is: a button just pressed may be gone.
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.isComposing) { return; }
    if (!panel.hidden) { input.focus(); close(); }
    else if (opener && form.classList.contains("is-open")) { sheet(false); opener.focus(); }
    else if (event.target === input && input.value) { form.reset(); }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    remember(input.value);
    location.href = resultsOf(input.value.trim());
  });
  form.addEventListener("focusout", event => {
    if (event.relatedTarget && !form.contains(/** @type {Node} */ (event.relatedTarget))) { close(); }
  });
  document.addEventListener("click", event => {
    // By now a button that was pressed may have been drawn anew.
    const target = /** @type {Node} */ (event.target);
    if (target.isConnected && !form.contains(target)) { sheet(false); }
  });
  const typed = history.state?.box;
  if (typeof typed === "string" && !input.value) { input.value = typed; }
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => {
      const shown = !form.classList.contains("is-open");
      sheet(shown);
      if (shown) { input.focus(); }
    });
  }
  return () => { sheet(true); input.focus(); input.select(); };
}
