/** Narrows the rows of the page as the reader types and chooses. */
export function startRowFilter() {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("filter"));
  if (!form) return;
  form.hidden = false;
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".row")]).map((row) => ({
    row,
    is: (row.dataset.is ?? "").split(" "),
    of: (row.dataset.of ?? "").split(" "),
    text: `${row.id} ${row.querySelector(".wording")?.textContent}`.toLowerCase(),
  }));
  const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".row-group")]);
  const shown = document.getElementById("shown");

  const narrow = () => {
    const data = new FormData(form);
    const words = String(data.get("words")).toLowerCase().split(/\s+/);
    const operation = String(data.get("of"));
    const wanted = data.getAll("is").map(String);
    let count = 0;
    for (const { row, is, of, text } of rows) {
      const isOf = operation === "" || of.includes(operation);
      row.hidden = !isOf || !words.every((word) => text.includes(word)) || !wantedHas(wanted, is);
      if (!row.hidden) count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".row:not([hidden])");
    if (shown) shown.textContent = String(count);
  };
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to a row that is out of sight brings it back.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    form.reset();
    narrow();
    target.scrollIntoView();
  });
  narrow();
}

const levels = ["MUST", "SHOULD", "MAY"];

/**
 * Levels exclude each other, so any of those chosen will do; everything else has to hold.
 * @param {string[]} wanted
 * @param {string[]} is
 */
function wantedHas(wanted, is) {
  const wantedLevels = wanted.filter((word) => levels.includes(word));
  const others = wanted.filter((word) => !levels.includes(word));
  return (
    (wantedLevels.length === 0 || wantedLevels.some((level) => is.includes(level))) &&
    others.every((word) => is.includes(word))
  );
}
