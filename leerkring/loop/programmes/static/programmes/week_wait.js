// While a plan is made: look every now and then, and show it when it is there. Who is at work on the
// page is told, and goes there when they want. Without this script the page is loaded again.
"use strict";

const PACE = 1500; // ms
const SLOWER = 1.3; // each time a little longer
const SLOWEST = 8000;
const DONE = "week-done";

const told = document.querySelector("[data-week-told]");
const waiting = document.querySelector("[data-week-wait]");

function isAtWork() {
  const at = document.activeElement;
  const busy = at && at !== document.body && !waiting.contains(at);
  return busy || document.querySelector(".week-grid--moving") !== null;
}

function show(says) {
  told.textContent = says;
  if (isAtWork()) {
    waiting.querySelector("[data-week-wait-says]").textContent = says;
    return;
  }
  sessionStorage.setItem(DONE, says);
  location.reload();
}

async function look(pace) {
  let next = pace;
  try {
    const answer = await fetch(waiting.dataset.weekWait, { cache: "no-store", redirect: "manual" });
    if (!answer.ok) return; // no longer somebody's to see: the link says so
    const { done, says } = await answer.json();
    if (done) {
      show(says);
      return;
    }
  } catch {
    next = SLOWEST;
  }
  setTimeout(look, next, Math.min(next * SLOWER, SLOWEST));
}

if (waiting) setTimeout(look, PACE, PACE);

// A page that was just loaded says nothing by itself to who cannot see it.
const said = sessionStorage.getItem(DONE);
if (said && told && !waiting) {
  sessionStorage.removeItem(DONE);
  const heading = document.querySelector("#planning h2");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
  setTimeout(() => { told.textContent = said; }, 300);
}
