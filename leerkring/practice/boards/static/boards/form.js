// The form of the question that is on; there is none when nothing can be answered.
"use strict";

export function complainIn(form, fault) {
  const place = form?.querySelector("[data-fault]");
  if (!place) return;
  place.hidden = !fault;
  place.textContent = fault;
  form.querySelector("[data-said]").hidden = true;
}

// What this phone chose, ticked again after the page was drawn anew.
export function tickAgain(form, body) {
  if (!body || !form) return;
  for (const [name, value] of new URLSearchParams(body)) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
      else if (field.tagName === "SELECT") field.value = value;
    }
  }
  const hint = form.querySelector("[data-said]");
  hint.hidden = false;
  hint.textContent = "Je kunt nog iets anders kiezen, tot de uitkomst wordt getoond.";
}
