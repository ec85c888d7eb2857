// What scripts add to pages that work without them. Each module finds its own elements.
import { enhance as oldFragments } from "./old-fragments.js";
import { enhance as permalinks } from "./permalink.js";
import { enhance as results } from "./results.js";
import { enhance as sharing } from "./share.js";

oldFragments();
permalinks(document);
results(document);
sharing(document);
