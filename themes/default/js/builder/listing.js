/* The documents on this device: opening, copying, deleting, files, other people, the end on a shared computer. */
import { button, el } from "../base/elements.js";
import { isGroup } from "./model.js";
import { blankDocument, callOf, clearComplaints, complain, data, documentOf, handOutAll, handOutText, keepDocument, languageOf, recordsOfKind, report, shelf, sureButton, tell, showPart } from "./page.js";
import { fromResume } from "./resume.js";

const LARGEST = 2_000_000; // bytes of a file that is taken

/**
 * @param {unknown} text
 */
function read(text) {
  try { return JSON.parse(String(text).replace(/^\ufeff/, "")); } catch { return undefined; }
}

/**
 * Shows the list.
 * @param {(record: string) => void} open
 */
export function showList(open) {
  const again = () => showList(open);

  /** @param {string} name */
  function row(name) {
    const made = documentOf(name);
    const remove = sureButton(tell("delete"), tell("delete-sure"), () => {
      shelf.forget(name);
      again();
      report(tell("removed"));
    });
    if (!made) {
      return el("li", {}, el("span", {}, tell("unread")), el("span.builder-row", {},
        button("quiet", tell("save-raw"), () => handOutText(shelf.raw(name), "bagyt-unread.json")), " ", remove));
    }
    const called = callOf(made);
    return el("li", {}, el("span", {}, el("b", {}, called), " ", el("small", {}, languageOf(made.lang).name)),
      el("span.builder-row", {}, button("button", tell("open"), () => open(name), { "aria-label": `${tell("open")}: ${called}` }), " ",
        button("quiet", tell("copy"), () => {
          keepDocument({ ...structuredClone(made), called: `${called} (2)` });
          again();
          report(tell("copied"));
        }, { "aria-label": `${tell("copy")}: ${called}` }), " ", remove));
  }

  /** @param {File} file */
  async function take(file) {
    clearComplaints();
    if (file.size > LARGEST) { complain("foreign"); return; }
    const text = await file.text().catch(() => "");
    const content = read(text);
    if (content === undefined) { complain(/basics|bagyt/.test(text) ? "damaged" : "foreign"); return; }
    if (isGroup(content) && "records" in content) {
      const taken = shelf.take(text);
      if (taken.trouble) { complain(taken.trouble); return; }
      again();
      report(tell("opened"));
      return;
    }
    const found = fromResume(content, data.kind, () => data.parts, document.documentElement.lang);
    if (found.trouble !== undefined) { complain(found.trouble); return; }
    const { made, kept } = found;
    const elsewhere = made.kind === data.kind ? "" : tell(`opened-${made.kind}`);
    const record = keepDocument(elsewhere ? made : { ...made, kind: data.kind });
    if (elsewhere) { again(); } else { open(record); }
    report([elsewhere || (kept.length ? "" : tell("opened")), kept.length ? tell("rest", { list: kept.join(", ") }) : ""].filter(Boolean).join(" "));
  }
  const input = el("input", { type: "file", id: "builder-file", accept: ".json,application/json" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) { take(file).finally(() => { input.value = ""; }); }
  });

  const people = shelf.people();
  const choose = el("select", { id: "builder-person", change: () => { shelf.choose(choose.value); again(); } },
    ...people.map(({ id, name }) => el("option", { value: id }, name || tell("nameless"))));
  choose.value = shelf.current();
  const name = el("input", { type: "text", id: "builder-person-name", autocomplete: "off", maxlength: 60 });
  const list = recordsOfKind();
  showPart("start", el("h2", {}, tell(`docs-${data.kind}`)),
    el("p.builder-help", {}, tell("kept")),
    location.protocol === "file:" ? el("p.notice", {}, el("span", {}, tell("disk"))) : null,
    list.length ? el("ul.builder-list", {}, ...list.map(row)) : el("p", {}, tell("none-yet")),
    el("p", {}, button("button.builder-new", tell(`new-${data.kind}`), () => open(keepDocument(blankDocument())))),
    el("details.builder-more", {}, el("summary", {}, tell("more")),
      el("p.builder-field", {}, el("label", { for: "builder-file" }, tell("open-file")), input),
      el("p", {}, button("quiet", tell("save-all"), handOutAll)),
      people.length > 1 ? el("p.builder-field", {}, el("label", { for: "builder-person" }, tell("person")), choose) : null,
      el("form.builder-field", { submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        shelf.add(name.value);
        again();
      } }, el("label", { for: "builder-person-name" }, tell("person-name")), name, el("button.quiet", { type: "submit" }, tell("person-add"))),
      people.length ? el("div.builder-lock", {}, el("p", {}, tell("lock")), el("p", {}, sureButton(tell("finish"), tell("finish-sure"), () => {
        shelf.remove(shelf.current());
        again();
        report(tell("removed"));
      }))) : null));
}
