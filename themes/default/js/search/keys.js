/* The keys that lead to the box from anywhere on a page. */

/** @type {(() => void) | null} */
let enter = null;

/**
 * What puts the cursor into the box of this page.
 * @param {() => void} run
 */
export function enterWith(run) { enter = run; }

export function watchKeys() {
  document.addEventListener("keydown", event => {
    if (!enter || event.defaultPrevented) { return; }
    const { key, code, ctrlKey, metaKey, altKey } = event;
    // By place on the keyboard too, for where Cyrillic letters are typed the keys have other names.
    const k = (ctrlKey || metaKey) && !altKey && (key === "k" || code === "KeyK");
    const slash = !ctrlKey && !metaKey && !altKey && (key === "/" || (code === "Slash" && key === "."));
    const target = /** @type {Element} */ (event.target);
    if (k || (slash && !target.closest("input, textarea, select, [contenteditable]"))) {
      event.preventDefault();
      enter();
    }
  });
}
