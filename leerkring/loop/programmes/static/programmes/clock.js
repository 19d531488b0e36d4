// The clock beside a script: from the moment it is started every block shows its time, and the
// block that is on now is marked. The start is remembered on this device for the day.
"use strict";

const clock = document.querySelector("[data-clock]");
const now = clock.querySelector("[data-clock-now]");
const name = `leerkring-clock-${location.pathname}-${new Date().toDateString()}`;
const blocks = [...document.querySelectorAll("[data-block]")].map((element) => ({
  element,
  time: element.querySelector("[data-time]"),
  start: Number(element.dataset.start),
  end: Number(element.dataset.start) + Number(element.dataset.minutes),
}));
const MINUTE = 60_000;
const hours = new Intl.DateTimeFormat("nl", { hour: "2-digit", minute: "2-digit" });

function show() {
  const begun = Number(localStorage.getItem(name));
  if (!begun) return;
  const minute = (Date.now() - begun) / MINUTE;
  for (const block of blocks) {
    block.time.textContent = hours.format(begun + block.start * MINUTE);
    const isNow = minute >= block.start && minute < block.end;
    block.element.classList.toggle("script__block--now", isNow);
    if (isNow) now.textContent = `Nog ${Math.ceil(block.end - minute)} minuten in dit onderdeel.`;
  }
}

clock.hidden = false;
clock.querySelector("[data-clock-start]").addEventListener("click", () => {
  localStorage.setItem(name, String(Date.now()));
  show();
});
show();
setInterval(show, 5000);
