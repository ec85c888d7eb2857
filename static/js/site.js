// What scripts add to pages that work without them. Each module finds its own elements.
import { enhance as followOldFragments } from "./old-fragments.js";
import { enhance as copyPermalinks } from "./permalink.js";
import { enhance as updateResults } from "./results.js";
import { enhance as addSharing } from "./share.js";

followOldFragments(document);
copyPermalinks(document);
updateResults(document);
addSharing(document);
