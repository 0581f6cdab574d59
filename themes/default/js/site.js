/* What a page can do beyond plain HTML, and the base of the other scripts. Every page works without it.
 * It is loaded in <head> before anything is painted, so the first part must not touch <body>. */
import "./base/data.js";
import { all, one, whenRead } from "./base/elements.js";
import { keep, recall } from "./base/storage.js";
import "./base/words.js";

const THEME = "bagyt-theme";
const LANGUAGE = "bagyt-lang";

const root = document.documentElement;
const script = document.currentScript;
const kind = root.getAttribute("data-kind");

/* Before painting */

function paint() {
  const theme = recall(THEME);
  if (theme === "light" || theme === "dark") { root.setAttribute("data-theme", theme); }

  // A returning visitor goes on to the language chosen before; `#choose` is how one comes back to choose again.
  const lang = kind === "front" && location.hash !== "#choose" && recall(LANGUAGE);
  const home = lang && /^[a-z]{2,3}$/.test(lang) && script?.getAttribute(`data-home-${lang}`);
  if (home) { location.replace(home); }
}

/* When the page is there */

// The error page does not know at which address it is shown. This file has come, so its way to the root is the right
// one; and the address, or else an earlier choice, tells the language.
/** @param {string | null | undefined} up */
function lost(up) {
  if (up != null) {
    for (const link of all("main a[href^='/']")) {
      link.setAttribute("href", up + (link.getAttribute("href") || "").slice(1));
    }
  }
  const folders = location.pathname.split("/");
  const parts = all(".lost section");
  const found = parts.filter(part => folders.includes(part.lang)).pop() || parts.find(part => part.lang === recall(LANGUAGE));
  if (!found) { return; }
  for (const part of parts) { part.hidden = part !== found; }
  root.lang = found.lang;
  document.title = found.dataset.title || "";
}

function languages() {
  // A language picked anywhere is the language of the next visit.
  for (const link of all("a[data-lang]")) {
    link.addEventListener("click", () => { keep(LANGUAGE, link.dataset.lang || null); });
  }
  // The other language shows the same place, and in the finder the same choice: both stand behind the `#`.
  if (kind === "saved") { return; }
  for (const link of /** @type {HTMLAnchorElement[]} */ (all(".langs a[data-lang]"))) {
    for (const name of ["pointerdown", "mousedown", "focus", "click"]) {
      link.addEventListener(name, () => { link.hash = location.hash; });
    }
  }
}

// Light or dark: the button names what it will do.
function colours() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const button = one(".theme");
  if (!button) { return; }
  const isDark = () => (root.dataset.theme || (dark.matches ? "dark" : "light")) === "dark";
  const name = () => {
    const text = (isDark() ? button.dataset.toLight : button.dataset.toDark) || "";
    one(".hush", button).textContent = text;
    button.title = text;
    button.classList.toggle("is-dark", isDark());
  };
  button.hidden = false;
  name();
  dark.addEventListener("change", name);
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    root.setAttribute("data-theme", next);
    keep(THEME, next);
    name();
  });
}

function printing() {
  for (const button of all("button.print")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      // A button may print one part of the page only.
      const part = button.dataset.only;
      if (part) { root.setAttribute("data-print", part); }
      window.print();
    });
  }
  window.addEventListener("afterprint", () => root.removeAttribute("data-print"));
}

// The menu and the table of contents fold on a narrow screen and stand open on a wide one.
function folding() {
  const wide = matchMedia("(min-width: 68rem)");
  const desk = matchMedia("(min-width: 64rem)");
  /** @type {HTMLDetailsElement[]} */
  const parts = all(".menu, .toc");
  for (const part of parts) {
    const room = part.classList.contains("toc") ? desk : wide;
    const unfold = () => { part.open = room.matches; };
    unfold();
    room.addEventListener("change", unfold);
  }

  // On a narrow screen the menu lies over the page: Escape or a touch elsewhere puts it away.
  const menu = parts.find(part => part.classList.contains("menu"));
  if (menu) {
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && menu.open && !wide.matches) {
        menu.open = false;
        one("summary", menu).focus();
      }
    });
    document.addEventListener("click", event => {
      if (menu.open && !wide.matches && !menu.contains(/** @type {Node} */ (event.target))) { menu.open = false; }
    });
  }
  // Having jumped to a heading, the folded contents would stay in the way.
  for (const toc of parts.filter(part => part.classList.contains("toc"))) {
    for (const link of all("a", toc)) { link.addEventListener("click", () => { if (!desk.matches) { toc.open = false; } }); }
  }
}

// The error page asks for this file at every depth; on a host's root several of these are the same.
if (!root.classList.contains("js")) {
  root.classList.add("js");
  paint();
  whenRead(() => {
    if (kind === "error") { lost(script?.getAttribute("data-root")); }
    languages();
    for (const hint of all(".front-hint")) { hint.hidden = false; }
    colours();
    printing();
    folding();
  });
}
