/* A profession's page, and others that show professions: the reader's own list, links to sections. */
import "./site.js";
import { startTabs } from "./profession/tabs.js";
import { startSaved } from "./saved/list.js";

startSaved();
startTabs();
