/* What is remembered on this device. Storage may be forbidden, as in private windows and on some disks: then nothing is
 * remembered, and nothing breaks. */

/**
 * @param {string} key
 * @returns {string | null}
 */
export function recall(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

/**
 * Remembers a text; null forgets it. Gives whether there is a storage.
 * @param {string} key
 * @param {string | null} text
 */
export function keep(key, text) {
  try {
    if (text === null) { localStorage.removeItem(key); } else { localStorage.setItem(key, text); }
    return true;
  } catch { return false; }
}

/** Whether there is a storage at all, full or not. */
export function hasStorage() {
  try { return localStorage.getItem("") !== undefined; } catch { return false; }
}

/**
 * The keys that begin so.
 * @param {string} start
 */
export function storedKeys(start) {
  try { return Object.keys(localStorage).filter(key => key.startsWith(start)); } catch { return []; }
}

/**
 * Changes what the browser's history has of this page. A page on a disk may not change its address: then nothing happens.
 * Gives whether it could.
 * @param {unknown} state
 * @param {string} [url]
 * @param {boolean} [further] a further step instead of the present one
 */
export function keepState(state, url, further) {
  try {
    if (further) { history.pushState(state, "", url); } else { history.replaceState(state, "", url); }
    return true;
  } catch { return false; }
}
