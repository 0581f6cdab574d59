/* The finished document on sheets of A4, as it is printed: the same elements on the screen and on paper. */
/** @import { MadeBlock, MadeDocument } from "../shapes" */
import { button, el } from "../base/elements.js";
import { tell } from "./page.js";

const PAPER = 793.7; // pixels of 210 mm
const HEIGHT = 1122.5; // of 297 mm

/** @type {Record<MadeBlock["kind"], `div.${string}`>} */
const NAMES = {
  head: "div.sheet-head", date: "div.sheet-date", to: "div.sheet-to", subject: "div.sheet-subject", heading: "div.sheet-heading",
  entry: "div.sheet-entry", text: "div.sheet-text", line: "div.sheet-line", item: "div.sheet-item", name: "div.sheet-name",
};

/**
 * @param {MadeBlock} block
 */
function drawn({ kind, text, more, dates, label, photo }) {
  const name = NAMES[kind];
  if (kind === "head") {
    return el(photo ? `${name}.has-photo` : name, {}, el("div.sheet-who", {}, text ? el("p.sheet-own", {}, text) : null, label ? el("p.sheet-label", {}, label) : null, more ? el("p.sheet-contacts", {}, more) : null),
      photo ? el("img", { src: photo, alt: tell("photo-alt") }) : null);
  }
  if (kind === "entry") {
    return el(dates ? name : `${name}.is-undated`, {}, dates ? el("span.sheet-dates", {}, dates) : null,
      el("span.sheet-what", {}, el("b", {}, text), more ? el("span.sheet-more", {}, `, ${more}`) : null));
  }
  return el(name, {}, text, more ? el("span.sheet-signed", {}, more) : null);
}

/** What may not end a sheet. */
const LEADS = ["heading", "entry", "subject"];

/**
 * Sets pieces on sheets: one is begun when a piece does not fit, and what leads goes with what it leads to. They must stand in the
 * page, to be measured.
 * @param {HTMLElement} holder
 * @param {MadeBlock[]} blocks
 * @param {MadeDocument} made
 */
export function setSheets(holder, blocks, made) {
  const begin = () => {
    const inside = el("div.sheet-in");
    holder.append(el("div.sheet", { "data-layout": made.layout, "data-made": made.kind, lang: made.lang }, inside));
    return inside;
  };
  holder.replaceChildren();
  let inside = begin();
  const pieces = blocks.map(block => ({ block, element: drawn(block) }));
  for (let at = 0; at < pieces.length; at += 1) {
    inside.append(pieces[at].element);
    const room = inside.parentElement;
    if (!room || inside.scrollHeight <= inside.clientHeight + 1 || inside.childElementCount < 2) { continue; }
    // Back to the last place where a sheet may end.
    let from = at;
    while (from > 0 && LEADS.includes(pieces[from - 1].block.kind) && pieces[from - 1].element.parentElement === inside) { from -= 1; }
    if (inside.firstElementChild === pieces[from].element) { from = at; }
    inside = begin();
    for (const { element } of pieces.slice(from, at + 1)) { inside.append(element); }
  }
  return holder.childElementCount;
}

/** The copy that is printed: the browser shows nothing else on paper while a document is open. */
const paper = el("div.builder-print", { "aria-hidden": "true" });
/** What the page is called while nothing is printed. */
let title = "";

/**
 * The place on the page where the document is seen.
 */
export function makePreview() {
  const sheets = el("div.builder-sheets");
  const frame = el("div.builder-frame", { tabindex: 0, role: "region", "aria-label": tell("preview") }, sheets);
  const count = el("span.builder-count", { role: "status" });
  let large = false;
  const zoom = button("quiet", tell("zoom-in"), () => {
    large = !large;
    zoom.textContent = tell(large ? "zoom-out" : "zoom-in");
    zoom.setAttribute("aria-pressed", String(large));
    fit();
  }, { "aria-pressed": "false" });
  const fit = () => {
    const scale = large ? 1 : Math.min(1, (frame.clientWidth - 2) / PAPER);
    sheets.style.transform = `scale(${scale})`;
    sheets.style.width = `${PAPER}px`;
    frame.style.height = `${sheets.childElementCount * (HEIGHT + 12) * scale + 4}px`;
    frame.classList.toggle("is-large", large);
  };
  window.addEventListener("resize", fit);
  return {
    element: el("div.builder-preview", {}, el("h3", { id: "builder-preview" }, tell("preview")),
      el("p.builder-row", {}, zoom, " ", count), frame),
    focus: () => frame.focus({ preventScroll: true }),
    /**
     * @param {MadeBlock[]} blocks
     * @param {MadeDocument} made
     */
    draw(blocks, made) {
      const pages = setSheets(sheets, blocks, made);
      count.textContent = tell("pages", { n: pages });
      fit();
      paper.replaceChildren(...Array.from(sheets.children, sheet => sheet.cloneNode(true)));
      return pages;
    },
  };
}

/**
 * Makes a document that which is printed; null none.
 * @param {string | null} name
 */
export function printable(name) {
  if (name === null) {
    paper.remove();
    document.documentElement.removeAttribute("data-document");
    return;
  }
  document.body.append(paper);
  document.documentElement.setAttribute("data-document", name);
}

// The file of a PDF is called what the page is called.
window.addEventListener("beforeprint", () => {
  const name = document.documentElement.getAttribute("data-document");
  if (name && !title) { title = document.title; document.title = name; }
});
window.addEventListener("afterprint", () => {
  if (title) { document.title = title; title = ""; }
});
