// Taps at the door: shown at once, kept in this browser's outbox, sent when it can, each with its
// own key so that it counts once. Without this script every tap is a page.
"use strict";

import { newId, NotTakenIn, Outbox, post } from "../gatherings/outbox.js";
import { Copy } from "./door_copy.js";
import { lookFor } from "./door_find.js";

const WAIT_AFTER_FAILURE = 4000;
const REFUSED = [400, 404, 422]; // taken off the list, or the meeting is gone: no use in trying on
const desk = document.querySelector("[data-desk]");
const state = document.querySelector("[data-desk-state]");
const list = document.getElementById("wie");
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
const outbox = new Outbox(`leerkring-deur-${desk.dataset.desk}`);
const copy = new Copy(desk);
let isShutOut = false;

function tell() {
  const waiting = Object.keys(outbox.items()).length;
  const words = isShutOut ? "Niet verzonden. Ververs de pagina: je tikken blijven staan."
    : !waiting ? "Alles is bewaard"
    : navigator.onLine ? `${waiting} nog niet verzonden`
    : `Geen netwerk: ${waiting} ${waiting === 1 ? "wacht" : "wachten"} op dit apparaat`;
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
      copy.note(item.fields);
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

// The site may have taken a guest in before it could say so.
function isListed({ name, organisation }) {
  return [...list.children].some((row) => row.querySelector("strong")?.textContent === name
    && row.querySelector(".quiet")?.textContent === organisation);
}

function tap(row, wanted) {
  const form = row.querySelector("form[data-tap]");
  show(row, wanted === "ja");
  const { invitation, guest } = form.elements;
  keep(form.getAttribute("action"), {
    invitation: invitation.value, guest: guest.value, is_here: wanted,
  });
}

for (const form of document.querySelectorAll("form[data-tap]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tap(form.closest("li"), form.elements.is_here.value);
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

// Still waiting, or taken in without this page knowing of it.
const waiting = Object.values(outbox.items()).map(({ fields }) => fields);
for (const fields of [...copy.unseen(), ...waiting]) {
  const who = Number(fields.guest) ? `${fields.invitation}+${fields.guest}` : fields.invitation;
  const row = desk.querySelector(`[data-person="${who}"]`);
  if (row) show(row, fields.is_here === "ja");
  else if (fields.name && !isListed(fields)) showGuest(fields);
}

lookFor(desk, (row) => {
  if (row.dataset.isHere === "ja") return false;
  tap(row, "ja");
  return true;
});

const about = desk.querySelector("[data-door-copy]");
const ready = desk.querySelector("[data-door-ready]");

async function leave() {
  if (Object.keys(outbox.items()).length) {
    about.textContent = "Nog niet alles is verzonden. Blijf hier tot er weer netwerk is.";
    return;
  }
  await copy.drop();
  location.assign(ready.dataset.to);
}

function nowWorksAlone() {
  about.textContent = "Deze lijst werkt nu ook zonder netwerk, tot het eind van de dag.";
  ready.hidden = false;
  setTimeout(leave, Math.max(copy.until - Date.now(), 0));
}

ready.querySelector("button").addEventListener("click", leave);
if (copy.isOne) nowWorksAlone();
else copy.renew().then((isThere) => isThere && nowWorksAlone());

window.addEventListener("online", send);
window.addEventListener("offline", tell);
window.addEventListener("pagehide", send);
tell();
send();
