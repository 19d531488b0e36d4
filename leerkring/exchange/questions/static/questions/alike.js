// Questions that look like the one that somebody is typing. Without it, the server asks before it
// goes out.
"use strict";

const form = document.querySelector("[data-alike]");
const title = form.elements.title;
const shown = form.querySelector("[data-found]");
const PATIENCE = 450; // ms without a key before we ask
const SHORTEST = 12; // letters of a title before it says something

let timer = 0;
let asked = 0;

async function ask() {
  const number = ++asked;
  const body = new FormData();
  body.append("title", title.value);
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const response = await fetch(form.dataset.alike, { method: "POST", body });
    // An answer that was overtaken by a newer question is not shown.
    if (!response.ok || response.redirected || number !== asked) return;
    shown.innerHTML = await response.text();
    // What was seen while typing is not asked about again.
    form.querySelector('input[name="anders"]').value = shown.querySelector("a") ? "1" : "";
  } catch {
    // Offline: the server asks later.
  }
}

title.addEventListener("input", () => {
  clearTimeout(timer);
  if (title.value.trim().length >= SHORTEST) timer = setTimeout(ask, PATIENCE);
});
