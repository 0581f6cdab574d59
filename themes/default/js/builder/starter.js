/* A start from a profession: what people do and must be good at, to be ticked and told in one's own words. */
/** @import { MadeDocument, ProfessionTasks } from "../shapes" */
import { all, button, el } from "../base/elements.js";
import { data, report, tell } from "./page.js";

/** By the code of the language. @type {Map<string, ProfessionTasks[]>} */
const loaded = new Map();

/**
 * Loads the professions of a language. They come as a script, for a browser loads nothing else from a disk.
 * @param {string} lang
 * @param {(professions: ProfessionTasks[]) => void} ready
 */
function loadTasks(lang, ready) {
  const there = loaded.get(lang);
  if (there) { ready(there); return; }
  globalThis.bagytTasks = (code, professions) => {
    loaded.set(code, professions);
    if (code === lang) { ready(professions); }
  };
  const src = data.tasks[lang];
  document.head.append(el("script", { src, error: () => report(tell("starter-failed", { file: src.split("?")[0] })) }));
}

/**
 * @param {MadeDocument} made
 * @param {(lines: string[]) => void} take
 */
export function starterOf(made, take) {
  const lang = data.tasks[made.lang] ? made.lang : document.documentElement.lang;
  if (!data.tasks[lang]) { return null; }
  const list = el("div");
  /** @param {ProfessionTasks} profession */
  const show = ({ tasks, competencies }) => {
    const group = (/** @type {string} */ legend, /** @type {string[]} */ texts) => texts.length ? el("fieldset.builder-ticks", { lang }, el("legend", { lang: document.documentElement.lang }, legend),
      ...texts.map(text => el("label.builder-tick", {}, el("input", { type: "checkbox", value: text }), el("span", {}, text)))) : null;
    list.replaceChildren(...[group(tell("starter-tasks"), tasks), group(tell("starter-skills"), competencies)].filter(part => part !== null),
      button("button", tell("starter-add"), () => {
        const ticked = /** @type {HTMLInputElement[]} */ (all("input:checked", list)).map(({ value }) => value);
        take(ticked);
        report(tell("starter-added", { n: ticked.length }));
        for (const box of /** @type {HTMLInputElement[]} */ (all("input:checked", list))) { box.checked = false; }
      }));
  };
  const select = el("select", { id: "builder-profession", change: () => {
    const found = (loaded.get(lang) || []).find(({ id }) => id === select.value);
    if (found) { show(found); } else { list.replaceChildren(); }
  } }, el("option", { value: "" }, "—"));
  const fold = el("details.builder-starter", { toggle: () => {
    if (!fold.open || select.options.length > 1) { return; }
    loadTasks(lang, professions => {
      if (select.options.length === 1) { select.append(...professions.map(({ id, title }) => el("option", { value: id, lang }, title))); }
    });
  } }, el("summary", {}, tell("starter")), el("p.builder-help", {}, tell("starter-help")),
  lang === made.lang ? null : el("p.builder-help", {}, tell("starter-other")),
  el("p.builder-field", {}, el("label", { for: "builder-profession" }, tell("starter-choose")), select), list);
  return fold;
}

