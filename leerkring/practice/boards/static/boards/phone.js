// A board on a phone. What somebody sends goes to the outbox and is said to be on its way until the
// server has it; what is new comes by itself. Without this script both are a button.
"use strict";

import { outboxOf } from "../answering/outbox.js";
import { setAside, showUnsent } from "../answering/unsent.js";
import { complainIn, tickAgain } from "./form.js";
import { line, newKey, refusedCards, remembered } from "./memory.js";

const PACE = 2000; // ms between two looks, with JITTER on top so that a room does not ask at once
const JITTER = 600;
const SLOWER = 5; // times, as long as nobody looks at the page
const PATIENCE = 8000; // ms before a look is given up

const root = document.querySelector("[data-bord]");
const code = root.dataset.bord;
const token = root.dataset.token;
const NAME = `leerkring-bord-${code}`;
const page = root.querySelector("[data-page]");
const news = root.querySelector("[data-news]");
const mine = root.querySelector("[data-mine]");
const state = document.querySelector("[data-state]");

let revision = root.dataset.revision;
let held = null; // a page that waits until somebody is ready typing
let next = 0;
let told = "";
let isOver = false;
let refused = ""; // of what was sent last

const memory = remembered(`leerkring-bord-mijn-${code}`);
const question = () => page.firstElementChild.dataset;
const form = () => page.querySelector("[data-answer]");
const complain = (fault) => complainIn(form(), fault);
const said = () => tickAgain(form(), memory.given[`v${question().question}.${question().phase}`]);

function say(words) {
  if (told === words) return;
  told = words;
  state.textContent = words;
}

function tell(waiting) {
  if (isOver) return; // what waited stays on the page
  state.toggleAttribute("data-waiting", waiting > 0);
  if (waiting) say(`${waiting} nog niet verstuurd`);
  else if (told) say(refused || "Alles bewaard");
  list();
}

function list() {
  const cards = memory.cards;
  mine.hidden = !cards.length;
  const onItsWay = (card) => outbox.of(`c${card.id}`);
  mine.querySelector("[data-cards]").replaceChildren(...cards.map((card) => line(card, onItsWay(card), code)));
}

function refuse(key, fault) {
  const card = memory.cards.find((each) => `c${each.id}` === key);
  if (card) {
    card.fault = fault;
    refused = "Niet alles is bewaard";
  } else {
    delete memory.given[key];
    complain(fault);
    // In full beside the form, which is gone when the outcome is there.
    refused = fault.startsWith("Te laat") ? "Te laat: deze stem telt niet mee" : "Deze stem is niet bewaard";
  }
  memory.keep();
}

const outbox = outboxOf(NAME, {
  async post(key, body) {
    const answer = await fetch(`/b/${code}/antwoord/`, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": token },
      body: new URLSearchParams(body),
      keepalive: true,
    });
    if (answer.status !== 422) return answer;
    refuse(key, (await answer.json()).fault);
    return { ok: true, status: 200 };
  },
  changed: tell,
  over,
});

// Closed. Only a page on which nothing waits and nothing was typed goes away.
function over(left) {
  if (isOver) return;
  const typed = page.querySelector("textarea")?.value.trim();
  if (!typed && !Object.keys(left).length) { location.reload(); return; }
  const place = root.querySelector("[data-unsent]");
  const inside = page.contains(document.activeElement);
  isOver = true;
  clearTimeout(next);
  state.textContent = "";
  for (const each of [news, mine]) each.hidden = true;
  page.replaceChildren(page.querySelector("h1"));
  showUnsent(place, setAside(NAME, { ...refusedCards(memory), ...left }, typed));
  if (inside) place.focus();
}

function sendCard(area, fields) {
  const text = area.value.trim();
  const length = [...text].length;
  const most = Number(area.dataset.most);
  if (!text) { complain("Schrijf eerst iets op."); return; }
  if (length > most) {
    complain(`Je antwoord is ${length} tekens lang; er passen er ${most} in. Maak het korter: wat je typte, staat er nog.`);
    return;
  }
  complain("");
  const id = newKey();
  fields.set("id", id);
  memory.cards.push({ id, text, kind: question().kind });
  memory.keep();
  area.value = "";
  refused = "";
  told ||= " ";
  outbox.put(`c${id}`, new URLSearchParams(fields).toString());
  area.focus();
}

function sendVote(fields) {
  const { question: number, phase } = question();
  const key = `v${number}.${phase}`;
  const body = new URLSearchParams(fields).toString();
  complain("");
  memory.given[key] = body;
  memory.keep();
  refused = "";
  told ||= " ";
  outbox.put(key, body);
  said();
}

function draw({ html, revision: number }) {
  const typed = page.querySelector("textarea")?.value ?? "";
  const before = question().question;
  const inside = page.contains(document.activeElement);
  page.innerHTML = html;
  revision = number;
  held = null;
  news.hidden = true;
  const area = page.querySelector("textarea");
  if (area && before === question().question) area.value = typed;
  said();
  if (inside || before !== question().question) {
    page.querySelector("h1")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

function arrived(answer) {
  const place = new DOMParser().parseFromString(answer.html, "text/html").body.firstElementChild;
  const typing = page.querySelector("textarea")?.value.trim();
  if (!typing || place.dataset.question === question().question) { draw(answer); return; }
  held = answer;
  news.hidden = false;
}

async function look() {
  clearTimeout(next);
  if (isOver) return;
  try {
    const answer = await fetch(`/b/${code}/stand/?na=${held?.revision ?? revision}`, {
      cache: "no-store", signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 404) { location.reload(); return; } // the cookie is gone: join anew
    if (answer.status === 410) {
      if (!outbox.waiting()) { over({}); return; }
      outbox.send();
    }
    if (answer.status === 200) {
      arrived({ html: await answer.text(), revision: answer.headers.get("X-Bord") });
    }
  } catch { /* no connection: the next look comes */ }
  next = setTimeout(look, (PACE + Math.random() * JITTER) * (document.hidden ? SLOWER : 1));
}

root.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-answer]")) return;
  event.preventDefault();
  const fields = new FormData(event.target);
  fields.delete("csrfmiddlewaretoken");
  const area = event.target.querySelector("textarea");
  if (area) sendCard(area, fields);
  else sendVote(fields);
});
root.querySelector("[data-go]").addEventListener("click", () => held && draw(held));
document.addEventListener("visibilitychange", () => document.hidden || look());
window.addEventListener("online", look);

said();
list();
if (outbox.waiting()) { told = " "; tell(outbox.waiting()); }
outbox.send();
next = setTimeout(look, PACE * Math.random());
