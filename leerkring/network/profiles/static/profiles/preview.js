// How others would see this profile, kept up while one types. Without it, a button shows the same.
"use strict";

const form = document.querySelector("[data-preview]");
const shown = form.querySelector("[data-audiences]");
const PATIENCE = 350; // ms without a key before we ask

let timer = 0;
let asked = 0;

async function ask() {
  const number = ++asked;
  const body = new FormData(form);
  body.delete("photo"); // a picture travels once, when it is kept
  try {
    const response = await fetch(form.dataset.preview, { method: "POST", body });
    // An answer that was overtaken by a newer question is not shown.
    if (response.ok && !response.redirected && number === asked) {
      shown.innerHTML = await response.text();
    }
  } catch {
    // Offline: what is shown stays, and so does the button that keeps.
  }
}

form.classList.add("own--live");
form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PATIENCE);
});
