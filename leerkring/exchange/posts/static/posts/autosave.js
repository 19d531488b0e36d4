// A draft is kept a moment after the typing stops. Without this script the button keeps it.
"use strict";

const WAIT_AFTER_TYPING = 2500;
const AGAIN_AFTER = 10000;

for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);

function watch(form) {
  const state = form.querySelector("[data-state]");
  let timer = 0;
  let busy = false;
  let changed = false;
  let stopped = false;
  let leaving = false;

  function tell(text, wrong = false) {
    state.textContent = text;
    state.classList.toggle("desk__state--wrong", wrong);
  }

  function later(wait = WAIT_AFTER_TYPING) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, wait);
  }

  // One at a time, so that no two of our own saves start from the same base.
  async function save() {
    if (busy || !changed || stopped) return;
    busy = true;
    changed = false;
    tell("Bewaren …");
    try {
      await send();
    } catch {
      changed = true;
      tell("Geen verbinding. We proberen het zo weer; sluit dit venster nog niet.", true);
      later(AGAIN_AFTER);
    } finally {
      busy = false;
    }
    if (changed && !stopped) later();
  }

  async function send() {
    const answer = await fetch(form.action || location.href, {
      method: "POST",
      body: withoutFiles(new FormData(form)),
      headers: { Accept: "application/json" },
      redirect: "error",
    });
    if (answer.status >= 500) throw new Error("later");
    const said = await answer.json();
    if (answer.ok) {
      form.elements.base.value = said.base;
      return tell(`Bewaard om ${said.at}`);
    }
    changed = true;
    // In another window it was changed: only a person can choose which text stays.
    stopped = answer.status === 409;
    if (!stopped) later(AGAIN_AFTER);
    return tell(said.message, true);
  }

  form.addEventListener("input", () => {
    changed = true;
    if (!stopped) tell("Nog niet bewaard");
    later();
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  addEventListener("beforeunload", (event) => {
    if (!leaving && (changed || busy)) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
}

function withoutFiles(data) {
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  data.delete("removed");
  return data;
}
