// The page of a table. A line goes to the outbox and is shown as waiting until the server has it;
// what others at the table wrote, and the step that runs, come by themselves. Without this script
// both are a button.
"use strict";

import { outboxOf } from "../answering/outbox.js";
import { setAside, showUnsent, takenBack } from "../answering/unsent.js";
import { newId } from "../gatherings/outbox.js";

const PACE = 5000; // ms between two looks, with JITTER on top
const JITTER = 2000;
const SLOWER = 6; // times, as long as nobody looks at the page
const PATIENCE = 8000;

const root = document.querySelector("[data-table]");
const live = root.querySelector("[data-live]");
const form = root.querySelector("[data-line]");
const waits = root.querySelector("[data-waits]");
const state = document.querySelector("[data-state]");
const NAME = `leerkring-tafel-${root.dataset.table}`;
let next = 0;
let wrote = false;
let isOver = false;

function tell(waiting) {
  if (isOver) return; // what waited stays on the page
  state.toggleAttribute("data-waiting", waiting > 0);
  const words = waiting ? `${waiting} nog niet verstuurd` : wrote ? "Alles bewaard" : "";
  if (state.textContent !== words) state.textContent = words;
  const bodies = waiting ? stored() : [];
  waits.hidden = !bodies.length;
  waits.replaceChildren(...bodies.map((body) => {
    const item = document.createElement("li");
    const text = document.createElement("span");
    const mark = document.createElement("em");
    text.dir = "auto";
    text.textContent = new URLSearchParams(body).get("text");
    mark.textContent = "nog niet verstuurd";
    item.append(text, mark);
    return item;
  }));
}

// By the storage of the outbox; where that is refused only their number is told.
function stored() {
  try { return Object.values(JSON.parse(localStorage.getItem(NAME) ?? "{}")); } catch { return []; }
}

function complain(fault) {
  const place = form.querySelector("[data-fault]");
  place.hidden = !fault;
  place.textContent = fault;
}

// What the server does not take is typed back, so that it can be made shorter.
async function refused(answer, body) {
  complain((await answer.json()).fault);
  typeBack(body);
}

const outbox = form && outboxOf(NAME, {
  async post(_key, body) {
    const answer = await fetch(root.dataset.write, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": root.dataset.token },
      body: new URLSearchParams(body),
      keepalive: true,
    });
    if (answer.status === 422) await refused(answer, body);
    else if (!answer.ok) return answer;
    else look();
    return { ok: true, status: 200 };
  },
  changed: tell,
  over,
});

// Closed. Only a page on which nothing waits and nothing was typed goes away.
function over(left) {
  if (isOver) return;
  const typed = form.elements.text.value.trim();
  if (!typed && !Object.keys(left).length) { location.reload(); return; }
  const place = root.querySelector("[data-unsent]");
  const inside = root.contains(document.activeElement);
  isOver = true;
  clearTimeout(next);
  state.textContent = "";
  for (const each of root.querySelectorAll("nav, .table-lines form, :scope > .hint")) each.remove();
  for (const each of [form, waits]) each.hidden = true;
  showUnsent(place, setAside(NAME, left, typed));
  if (inside) place.focus();
}

// The table may write again: what it could not send before goes as yet, what it typed stands there.
function goOn() {
  for (const [key, body, isTyped] of takenBack(NAME)) {
    if (isTyped) typeBack(body);
    else outbox.put(key, body);
  }
}

function typeBack(body) {
  const area = form.elements.text;
  area.value = [new URLSearchParams(body).get("text"), area.value].filter(Boolean).join("\n");
}

async function look() {
  clearTimeout(next);
  if (isOver) return;
  try {
    const answer = await fetch(`${root.dataset.stand}?ronde=${root.dataset.round}`, {
      headers: { Accept: "application/json" }, // 410 when it is over, and not a page that says so
      cache: "no-store", signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 410) {
      if (!outbox.waiting()) { over({}); return; }
      outbox.send();
    }
    if (answer.status === 200) draw(await answer.text());
  } catch { /* no connection: the next look comes */ }
  next = setTimeout(look, (PACE + Math.random() * JITTER) * (document.hidden ? SLOWER : 1));
}

function draw(html) {
  if (live.contains(document.activeElement)) return;
  live.innerHTML = html;
  for (const field of live.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = root.dataset.token;
  root.querySelector("[data-news]").hidden = live.firstElementChild?.dataset.now === root.dataset.began;
}

if (form) {
  root.dataset.began = live.firstElementChild.dataset.now;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const area = form.elements.text;
    const text = area.value.trim();
    const most = Number(area.dataset.most);
    if (!text) { complain("Schrijf eerst iets op."); return; }
    if ([...text].length > most) { complain(`Dit zijn ${[...text].length} tekens; er passen er ${most} in. Maak er twee van.`); return; }
    complain("");
    const id = newId();
    wrote = true;
    area.value = "";
    outbox.put(id, new URLSearchParams({ id, round: form.elements.round.value, text }).toString());
    area.focus();
  });
  document.addEventListener("visibilitychange", () => document.hidden || look());
  goOn();
  wrote = outbox.waiting() > 0; // from before the page was closed
  tell(outbox.waiting());
  outbox.send();
  next = setTimeout(look, PACE * Math.random());
}
