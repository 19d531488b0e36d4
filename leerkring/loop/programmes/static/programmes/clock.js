// The clock of a session, always in sight: how late it is, what is on now, how long still and what
// comes next. It starts when somebody says so; this device remembers that for the day.
"use strict";

const line = document.querySelector("[data-clock]");
const start = document.querySelector("[data-clock-start]");
const again = document.querySelector("[data-clock-again]");
const name = `leerkring-clock-${location.pathname}-${new Date().toDateString()}`;
const MINUTE = 60_000;
const hours = new Intl.DateTimeFormat("nl", { hour: "2-digit", minute: "2-digit" });
const clockTime = (moment) => hours.format(moment).replace(":", ".");
const blocks = [...document.querySelectorAll("[data-block]")].map((element) => ({
  element,
  title: element.dataset.title,
  time: element.querySelector("[data-time]"),
  start: Number(element.dataset.start),
  end: Number(element.dataset.start) + Number(element.dataset.minutes),
}));

function sayWhatIsOn(minute) {
  const index = blocks.findIndex((block) => minute >= block.start && minute < block.end);
  if (index < 0) return "Het draaiboek is klaar.";
  const [block, next] = [blocks[index], blocks[index + 1]];
  const left = Math.ceil(block.end - minute);
  return `${block.title} · nog ${left} min${next ? ` · daarna ${next.title}` : ""}`;
}

function show() {
  const begun = Number(localStorage.getItem(name));
  start.hidden = Boolean(begun);
  again.hidden = line.hidden = !begun;
  if (!begun) return;
  const minute = (Date.now() - begun) / MINUTE;
  for (const block of blocks) {
    block.time.textContent = clockTime(begun + block.start * MINUTE);
    block.element.classList.toggle("script__block--past", minute >= block.end);
    block.element.classList.toggle(
      "script__block--now", minute >= block.start && minute < block.end);
  }
  line.querySelector("[data-clock-time]").textContent = clockTime(Date.now());
  line.querySelector("[data-clock-now]").textContent = sayWhatIsOn(minute);
}

function begin() {
  localStorage.setItem(name, String(Date.now()));
  show();
}

start.addEventListener("click", begin);
again.addEventListener("click", begin);
show();
setInterval(show, 5000);
