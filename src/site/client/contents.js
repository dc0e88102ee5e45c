/** Folds the contents up where they stand above the page, and unfolds them where they stand beside it. */
export function startContents() {
  const details = document.querySelector(".contents details");
  if (!(details instanceof HTMLDetailsElement)) return;
  const hasRoom = matchMedia("(width >= 64rem)");
  const fold = () => {
    details.open = hasRoom.matches;
  };
  fold();
  hasRoom.addEventListener("change", fold);
  details.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a") && !hasRoom.matches) details.open = false;
  });
}
