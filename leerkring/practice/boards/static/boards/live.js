// A part of the page that changes by itself: what a board shows, and what who leads must know.
// Nothing is drawn anew while somebody is at work in it. Without this script the page is reloaded.
"use strict";

const PACE = 2000; // ms
const JITTER = 500;
const PATIENCE = 8000;

const live = document.querySelector("[data-live]");
const away = document.querySelector("[data-away]");
const waits = document.querySelector("[data-waits]");
const standing = () => live.firstElementChild.dataset.standing;

function isAtWork() {
  const at = document.activeElement;
  if (live.contains(at) && at.matches("input, textarea, select")) return true;
  return [...live.querySelectorAll("input:not([type=hidden])")].some(
    (field) => (field.type === "checkbox" ? field.checked : field.value !== ""),
  );
}

function draw(html) {
  const at = live.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...live.querySelectorAll("details[open]")].map((each) => each.querySelector("summary").textContent);
  live.innerHTML = html;
  for (const each of live.querySelectorAll("details")) {
    if (open.includes(each.querySelector("summary").textContent) && each.matches(".disclosure")) each.open = true;
  }
  if (at) document.getElementById(at)?.focus();
}

async function look() {
  try {
    const answer = await fetch(`${live.dataset.live}?na=${encodeURIComponent(standing())}`, {
      cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE),
    });
    const atWork = isAtWork();
    if (answer.status === 200 && !atWork) draw(await answer.text());
    if (waits) waits.hidden = !(answer.status === 200 && atWork);
    if (away) away.hidden = true;
  } catch {
    if (away) away.hidden = false;
  }
  setTimeout(look, PACE + Math.random() * JITTER);
}

setTimeout(look, PACE);
