/* Links to the sections of a page: the one of the section that is read is marked. */
import { all, one } from "../base/elements.js";

/** Marks the links of `.tabs`, which lead to places of this page in their order. */
export function startTabs() {
  const bar = one(".tabs");
  if (!bar) { return; }
  const list = one("ul", bar);
  const tabs = all("a", bar).flatMap(link => {
    const place = document.getElementById((link.getAttribute("href") || "").slice(1));
    return place ? [{ link, place }] : [];
  });
  /** @type {HTMLElement | null} */
  let present = null;
  let waiting = false;

  function mark() {
    waiting = false;
    // What has passed under the bar is being read; at the end of the page the last section is, however short.
    const edge = bar.offsetHeight + innerHeight / 5;
    const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const passed = tabs.filter(({ place }) => place.getBoundingClientRect().top <= edge);
    const { link } = (atEnd ? tabs : passed).slice(-1)[0] || tabs[0];
    if (link === present) { return; }
    present?.removeAttribute("aria-current");
    present = link;
    link.setAttribute("aria-current", "location");
    // Without moving the page, which `scrollIntoView` might.
    list.scrollTo({ left: link.offsetLeft - (list.clientWidth - link.offsetWidth) / 2 });
  }
  function later() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(mark);
    }
  }
  window.addEventListener("scroll", later, { passive: true });
  window.addEventListener("resize", later);
  if (tabs.length) { mark(); }
}
