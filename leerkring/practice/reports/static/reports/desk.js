// Says that something is not kept yet, and asks before the page is left with it.
const form = document.querySelector("[data-words]");
const state = form?.querySelector("[data-state]");
let changed = form?.dataset.words === "fout";

function tell() {
  if (changed && state) state.textContent = "Nog niet bewaard";
}

if (form) {
  tell();
  form.addEventListener("input", () => {
    changed = true;
    tell();
  });
  form.addEventListener("submit", () => (changed = false));
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}
