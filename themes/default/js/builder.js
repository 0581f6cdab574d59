/* A builder of documents: the list of those on this device, and the form of one. Everything stays on this device. */
import "./site.js";
import { all, button, one } from "./base/elements.js";
import { openEditor } from "./builder/editor.js";
import { showList } from "./builder/listing.js";
import { handOutAll, room, tell, watchShelf } from "./builder/page.js";

/** @type {{ refresh: () => void } | undefined} */
let editor;

/** @param {string} record */
function open(record) { editor = openEditor(record, list); }

function list() {
  editor = undefined;
  showList(open);
}

// The paper is for those who have no screen; here it is one press away.
for (const paper of all(".builder-paper")) {
  const toggle = button("quiet", tell("paper-show"), () => {
    // A class, for on paper it is shown all the same.
    const folded = paper.classList.toggle("is-folded");
    toggle.setAttribute("aria-expanded", String(!folded));
    toggle.textContent = tell(folded ? "paper-show" : "paper-hide");
  }, { "aria-expanded": "false" });
  paper.classList.add("is-folded");
  one(".builder-paper-row", paper).append(" ", toggle);
}
one(".builder-save button", room).addEventListener("click", handOutAll);
room.hidden = false;
watchShelf(() => {
  if (editor) { editor.refresh(); } else if (!room.contains(document.activeElement)) { list(); }
});
list();
