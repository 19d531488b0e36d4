// Answering without waiting. All statements came with the first page; an answer goes to the outbox
// and the next statement is there at once. Without this script every statement is a page.
"use strict";

import { outboxOf } from "./outbox.js";

const PATIENCE = 700; // ms before something that is on its way is called not sent
const SEEN = 200; // ms in which a tapped answer shows before the next statement comes
const SECOND_TAP = 400; // ms in which a tap is still meant for the statement before

const root = document.querySelector("[data-answering]");
const data = JSON.parse(document.getElementById("stellingen").textContent);
const door = root.dataset.door;
const form = root.querySelector("[data-form]");
const part = (name) => root.querySelector(`[data-${name}]`);
const state = document.querySelector("[data-state]");
const token = form.elements.csrfmiddlewaretoken.value;
const last = data.items.length;
const address = (place) => `/v/${door}/${place}/`;

let number = Number(root.dataset.number);
let fresh = 0;
let leaving = false;
let telling = 0;

function tell(waiting, late = false) {
  clearTimeout(telling);
  if (waiting && navigator.onLine && !late) {
    telling = setTimeout(() => tell(outbox.waiting(), true), PATIENCE);
    return;
  }
  const words = waiting ? `${waiting} nog niet verzonden` : "Alles bewaard";
  state.toggleAttribute("data-waiting", waiting > 0);
  // Written only when it changes, so that a screen reader says it once.
  if (state.textContent !== words && data.given.some(Boolean)) state.textContent = words;
  if (leaving) leave(waiting);
}

function leave(waiting) {
  if (!waiting) { location.assign(address("nakijken")); return; }
  part("hint").hidden = false;
  part("hint").textContent = "Zodra alles verzonden is, ga je vanzelf verder.";
}

const outbox = outboxOf(`leerkring-antwoorden-${door}`, {
  post: (place, value) => fetch(`${address(place)}antwoord/`, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token },
    body: new URLSearchParams({ value }),
    keepalive: true,
  }),
  changed: (waiting) => tell(waiting),
  over: () => location.assign(`/v/${door}/`),
});

function show(next, { push = true, focus = true } = {}) {
  number = next;
  clearTimeout(fresh);
  fresh = focus ? setTimeout(() => { fresh = 0; }, SECOND_TAP) : 0;
  const [dimension, statement] = data.items[number - 1];
  part("kicker").textContent = dimension;
  part("count").textContent = `${number} van ${last}`;
  part("progress").value = number;
  part("statement").textContent = statement;
  part("hint").hidden = number > 1;
  part("back").href = number > 1 ? address(number - 1) : `/v/${door}/`;
  form.action = `${address(number)}antwoord/`;
  const given = outbox.of(number) ?? String(data.given[number - 1]);
  for (const choice of form.elements.value) choice.checked = choice.value === given;
  document.title = `Stelling ${number} van ${last} · Leerkring`;
  if (push) history.pushState(number, "", address(number));
  if (focus) part("statement").focus({ preventScroll: true });
  if (focus) window.scrollTo(0, 0);
}

function keep() {
  const value = form.elements.value.value;
  if (!value || leaving) return;
  data.given[number - 1] = Number(value);
  leaving = number === last;
  outbox.put(number, value);
  if (!leaving) show(number + 1);
}

// A tap goes on by itself; the arrow keys, which choose as well, do not: they tap nothing.
let tapped = false;
for (const choice of root.querySelectorAll(".choice")) {
  choice.addEventListener("pointerup", () => { tapped = true; });
  choice.addEventListener("click", (event) => {
    if (tapped && fresh) {
      event.preventDefault();
      tapped = false;
    }
    if (!tapped || event.target.type !== "radio") return;
    tapped = false;
    const here = number;
    setTimeout(() => { if (number === here) keep(); }, SEEN);
  });
}
form.addEventListener("keydown", () => { tapped = false; });
form.addEventListener("submit", (event) => { event.preventDefault(); keep(); });
part("back").addEventListener("click", (event) => {
  if (number === 1) return;
  event.preventDefault();
  show(number - 1);
});
window.addEventListener("popstate", (event) => {
  show(event.state || Number(root.dataset.number), { push: false });
});
window.addEventListener("offline", () => tell(outbox.waiting()));
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

history.replaceState(number, "");
show(number, { push: false, focus: false });
if (outbox.waiting()) tell(outbox.waiting(), true);
outbox.send();
