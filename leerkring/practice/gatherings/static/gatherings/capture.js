// Saves what is written in a session while it is written. What cannot be sent yet waits in this
// browser's outbox and goes as soon as it can; every save carries its own key, so it counts once.
// Without this script the page works too: everything has its own button.
"use strict";

import { watchEntries } from "./entries.js";
import { watchNotes } from "./notes.js";
import { NotTakenIn, Outbox, post } from "./outbox.js";

const page = document.querySelector("[data-capture]");
const state = document.querySelector("[data-capture-state]");
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
const outbox = new Outbox(`leerkring-outbox-${page.dataset.capture}`);
const WAIT_AFTER_FAILURE = 4000;
const SAFE = "Je tekst staat veilig op dit apparaat.";
let isShutOut = false;

function tell() {
  const isWaiting = Object.keys(outbox.items()).length > 0;
  const told = isShutOut ? `Nog niet verzonden. ${SAFE} Ververs de pagina.`
    : isWaiting ? `Nog niet verzonden. ${SAFE}` : "Alles is bewaard.";
  state.dataset.captureState = isWaiting ? "waiting" : "saved";
  if (state.textContent !== told) state.textContent = told;
}

let sending = false;
let again = 0;

async function send() {
  if (sending) return;
  sending = true;
  clearTimeout(again);
  isShutOut = false;
  let failed = false;
  for (const [key, item] of Object.entries(outbox.items())) {
    try {
      const saved = await post(item.address, item.fields, token);
      outbox.drop(key, item.id);
      (item.isEntry ? entries : notes).settle(key, item, saved);
    } catch (fault) {
      failed = true;
      if (!(fault instanceof NotTakenIn)) break; // no connection: the rest can wait too
      isShutOut ||= fault.status === 403;
    }
  }
  if (failed) again = setTimeout(send, WAIT_AFTER_FAILURE);
  sending = false;
  tell();
}

const tools = { page, outbox, tell, send };
const notes = watchNotes(tools);
const entries = watchEntries(tools);
window.addEventListener("online", send);
window.addEventListener("pagehide", send);
tell();
send();
