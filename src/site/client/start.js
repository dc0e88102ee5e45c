import { startCopying } from "../../report/html/client/copying.js";
import { startColours } from "./colours.js";
import { startContents } from "./contents.js";
import { startRowFilter } from "./row-filter.js";
import { startSearch } from "./search.js";

startColours();
startCopying();
startContents();
startRowFilter();
startSearch();
// Where the parts are wider than the window, the one that the reader is in comes into sight.
document.querySelector(".parts [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
