// Taps at the door: shown at once, kept in this browser's outbox, sent when it can, each with its
// own key so that it counts once. Without this script every tap is a page.
"use strict";

import { newId, NotTakenIn, Outbox, post } from "../gatherings/outbox.js";

const WAIT_AFTER_FAILURE = 4000;
const REFUSED = [400, 404, 422]; // taken off the list, or the meeting is gone: no use in trying on
const desk = document.querySelector("[data-desk]");
const state = document.querySelector("[data-desk-state]");
const list = document.getElementById("wie");
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
const outbox = new Outbox(`leerkring-deur-${desk.dataset.desk}`);
let isShutOut = false;

function tell() {
  const waiting = Object.keys(outbox.items()).length;
  const words = isShutOut ? "Niet verzonden. Ververs de pagina: je tikken blijven staan."
    : waiting ? `${waiting} nog niet verzonden` : "Alles is bewaard";
  state.toggleAttribute("data-waiting", waiting > 0);
  if (state.textContent !== words) state.textContent = words;
  const here = desk.querySelectorAll('[data-is-here="ja"]').length;
  document.querySelector("[data-here-count]").textContent = here;
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
      await post(item.address, item.fields, token);
      outbox.drop(key, item.id);
    } catch (fault) {
      if (fault instanceof NotTakenIn && REFUSED.includes(fault.status)) {
        outbox.drop(key, item.id);
        continue;
      }
      failed = true;
      isShutOut ||= fault instanceof NotTakenIn && fault.status === 403;
      break; // no connection: the rest can wait too
    }
  }
  if (failed) again = setTimeout(send, WAIT_AFTER_FAILURE);
  sending = false;
  tell();
  if (!failed && Object.keys(outbox.items()).length) send();
}

function keep(address, fields) {
  const id = newId();
  outbox.put(id, { id, address, fields: { ...fields, id, at: Date.now() } });
  tell();
  send();
}

function show(row, isHere) {
  row.dataset.isHere = isHere ? "ja" : "nee";
  row.querySelector("button").setAttribute("aria-pressed", String(isHere));
  row.querySelector("[name=is_here]").value = isHere ? "nee" : "ja";
}

function showGuest({ name, organisation }) {
  const row = document.getElementById("nieuwe-gast").content.firstElementChild.cloneNode(true);
  row.querySelector("strong").textContent = name;
  row.querySelector(".quiet").textContent = organisation;
  list.append(row);
}

for (const form of document.querySelectorAll("form[data-tap]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { invitation, is_here: isHere } = form.elements;
    const wanted = isHere.value;
    show(form.closest("li"), wanted === "ja");
    keep(form.getAttribute("action"), { invitation: invitation.value, is_here: wanted });
  });
}

const walkIn = document.querySelector("form[data-walk-in]");
walkIn.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name, organisation } = Object.fromEntries(new FormData(walkIn));
  if (!name.trim()) return;
  showGuest({ name, organisation });
  keep(walkIn.getAttribute("action"), { name, organisation });
  walkIn.reset();
  walkIn.elements.name.focus();
});

// What still waits from before: the page that came from the site does not know of it.
for (const { fields } of Object.values(outbox.items())) {
  const row = list.querySelector(`[data-person="${fields.invitation}"]`);
  if (row) show(row, fields.is_here === "ja");
  else if (fields.name) showGuest(fields);
}

const search = document.querySelector("[data-search]");
search.hidden = list.children.length < 12;
search.addEventListener("input", () => {
  const words = search.querySelector("input").value.trim().toLowerCase();
  for (const row of list.children) row.hidden = !row.textContent.toLowerCase().includes(words);
});

window.addEventListener("online", send);
window.addEventListener("pagehide", send);
tell();
send();
