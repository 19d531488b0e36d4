// Answering without waiting. All statements came with the first page; an answer is kept in this
// browser's outbox and sent on its own. Without a connection one goes on; what is not sent yet is
// said. An answer that is sent twice counts once. Without this script every screen is a page.
"use strict";

const root = document.querySelector("[data-answering]");
const data = JSON.parse(document.getElementById("stellingen").textContent);
const door = root.dataset.door;
const form = root.querySelector("[data-form]");
const state = document.querySelector("[data-state]");
const token = form.elements.csrfmiddlewaretoken.value;
const outboxName = `leerkring-antwoorden-${door}`;
const WAIT_AFTER_FAILURE = 3000;
const address = (number) => `/v/${door}/${number}/`;

const outbox = {
  read: () => JSON.parse(localStorage.getItem(outboxName) || "{}"),
  write(entries) {
    if (Object.keys(entries).length) localStorage.setItem(outboxName, JSON.stringify(entries));
    else localStorage.removeItem(outboxName);
  },
  put(number, value) { this.write({ ...this.read(), [number]: value }); },
  drop(number, value) {
    const entries = this.read();
    if (entries[number] === value) delete entries[number];
    this.write(entries);
  },
};

function tell() {
  const waiting = Object.keys(outbox.read()).length;
  state.toggleAttribute("data-waiting", waiting > 0);
  state.textContent = waiting
    ? `${waiting} ${waiting === 1 ? "antwoord" : "antwoorden"} nog niet verzonden`
    : "Bewaard";
}

let sending = false;
let again = 0;

async function send() {
  if (sending) return;
  sending = true;
  clearTimeout(again);
  try {
    for (const [number, value] of Object.entries(outbox.read())) {
      const answer = await fetch(`${address(number)}antwoord/`, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": token },
        body: new URLSearchParams({ value }),
        keepalive: true,
      });
      if (answer.status === 410) return location.assign(`/v/${door}/`);
      if (!answer.ok) throw new Error(String(answer.status));
      outbox.drop(number, value);
    }
    if (Object.keys(outbox.read()).length) again = setTimeout(send, 0);
  } catch {
    again = setTimeout(send, WAIT_AFTER_FAILURE);
  } finally {
    sending = false;
    tell();
  }
  return undefined;
}

let number = Number(root.dataset.number);
let leaving = false;

function show(next, { push = true, focus = true } = {}) {
  number = next;
  const [dimension, statement] = data.items[number - 1];
  root.querySelector("[data-kicker]").textContent = dimension;
  root.querySelector("[data-count]").textContent = `${number} van ${data.items.length}`;
  const progress = root.querySelector("[data-progress]");
  progress.value = number;
  progress.setAttribute("aria-label", `Stelling ${number} van ${data.items.length}`);
  root.querySelector("[data-statement]").textContent = statement;
  root.querySelector("[data-back]").href = number > 1 ? address(number - 1) : `/v/${door}/`;
  form.action = `${address(number)}antwoord/`;
  const given = outbox.read()[number] ?? String(data.given[number - 1]);
  for (const choice of form.elements.value) choice.checked = choice.value === given;
  document.title = `Stelling ${number} van ${data.items.length} · Leerkring`;
  if (push) history.pushState(number, "", address(number));
  if (focus) root.querySelector("[data-statement]").focus();
}

async function leave() {
  leaving = true;
  await send();
  if (Object.keys(outbox.read()).length) setTimeout(leave, WAIT_AFTER_FAILURE);
  else location.assign(`/v/${door}/nakijken/`);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const value = form.elements.value.value;
  if (!value || leaving) return;
  data.given[number - 1] = Number(value);
  outbox.put(number, value);
  tell();
  if (number === data.items.length) { leave(); return; }
  send();
  show(number + 1);
});
root.querySelector("[data-back]").addEventListener("click", (event) => {
  if (number === 1) return;
  event.preventDefault();
  show(number - 1);
});
window.addEventListener("popstate", (event) => {
  show(event.state || Number(root.dataset.number), { push: false });
});
window.addEventListener("online", send);
history.replaceState(number, "");
show(number, { push: false, focus: false });
tell();
send();
