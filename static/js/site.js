// What scripts add to pages that work without them. Each module finds its own elements.
import { enhance as permalinks } from "./permalink.js";
import { enhance as sharing } from "./share.js";

permalinks(document);
sharing(document);
