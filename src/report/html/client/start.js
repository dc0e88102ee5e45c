import { completeOpenedChecks, linkFindingsToExchanges } from "./check-opening.js";
import { startColours } from "./colours.js";
import { startCopying } from "./copying.js";
import { startFilters } from "./filters.js";
import { startKeyboard } from "./keyboard.js";

startColours();
startFilters();
startKeyboard();
startCopying();
linkFindingsToExchanges();
await completeOpenedChecks();
