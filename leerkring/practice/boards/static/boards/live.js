// A part of the page that changes by itself: what a board shows, and what who leads must know.
// Nothing is drawn anew while somebody is at work in it. Without this script the page is reloaded.
"use strict";

const PACE = 2000; // ms
const JITTER = 500;
const PATIENCE = 8000;

const UNTOUCHED = 30 * 60 * 1000; // ms in sight before a page of who leads becomes the big screen

const live = document.querySelector("[data-live]");
const { fallback } = live.dataset;
const away = document.querySelector("[data-away]");
const waits = document.querySelector("[data-waits]");
const standing = () => live.firstElementChild.dataset.standing;

let untouched = 0;
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => { untouched = 0; });

// Left open, or no longer somebody's to lead: it goes on showing, and can do nothing any more.
function isLeft(answer) {
  const mayNot = answer.type === "opaqueredirect" || answer.status === 404;
  return fallback && (mayNot || untouched > UNTOUCHED);
}

function isAtWork() {
  const at = document.activeElement;
  if (live.contains(at) && at.matches("input, textarea, select")) return true;
  return [...live.querySelectorAll("input:not([type=hidden])")].some(
    (field) => (field.type === "checkbox" ? field.checked : field.value !== ""),
  );
}

const nameOf = (details) => details.id || details.querySelector("summary").textContent;

// What has the focus, to find it again when the page was drawn anew.
const alike = (words) => [...live.querySelectorAll("a, button, summary")].filter((each) => each.textContent === words);

function placeOf(at) {
  if (!live.contains(at)) return () => null;
  const { id, textContent } = at;
  const number = alike(textContent).indexOf(at);
  return () => (id && document.getElementById(id)) || alike(textContent)[number]
    || live.querySelector("h2[tabindex]") || live;
}

function draw(html) {
  const found = placeOf(document.activeElement);
  const open = [...live.querySelectorAll("details[open]")].map(nameOf);
  live.innerHTML = html;
  for (const each of live.querySelectorAll("details")) {
    if (open.includes(nameOf(each))) each.open = true;
  }
  found()?.focus();
}

async function look() {
  try {
    const answer = await fetch(`${live.dataset.live}?na=${encodeURIComponent(standing())}`, {
      cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(PATIENCE),
    });
    if (isLeft(answer)) { location.assign(fallback); return; }
    if (answer.status > 299 || answer.type === "opaqueredirect") throw new Error(answer.status);
    const atWork = isAtWork();
    if (answer.status === 200 && !atWork) draw(await answer.text());
    if (waits) waits.hidden = !(answer.status === 200 && atWork);
    if (away) away.hidden = true;
  } catch {
    if (away) away.hidden = false;
  }
  const pace = PACE + Math.random() * JITTER;
  if (!document.hidden) untouched += pace;
  setTimeout(look, pace);
}

setTimeout(look, PACE);
