/* The reader's own list on a page that shows professions. */
import "./site.js";
import { startSaved } from "./saved/list.js";

startSaved();
