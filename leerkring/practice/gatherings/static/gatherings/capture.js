// Saves notes while they are typed. What cannot be sent yet waits in this browser's outbox and is
// sent as soon as the connection is back; every save carries its own key, so it counts once.
// Without this script the page works too: each note has its own button.
"use strict";

const page = document.querySelector("[data-capture]");
const outboxName = `leerkring-outbox-${page.dataset.capture}`;
const state = document.querySelector("[data-capture-state]");
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
const WAIT_AFTER_TYPING = 800;
const WAIT_AFTER_FAILURE = 4000;

const outbox = {
  read: () => JSON.parse(localStorage.getItem(outboxName) || "{}"),
  write: (entries) => localStorage.setItem(outboxName, JSON.stringify(entries)),
  put(address, entry) { this.write({ ...this.read(), [address]: entry }); },
  drop(address, saveId) {
    const entries = this.read();
    if (entries[address] && entries[address].save_id === saveId) delete entries[address];
    this.write(entries);
  },
};

function tell() {
  const waiting = Object.keys(outbox.read()).length;
  state.dataset.captureState = waiting ? "waiting" : "saved";
  state.textContent = waiting
    ? "Nog niet verzonden. Je tekst staat veilig op dit apparaat."
    : "Alles is bewaard.";
}

const fieldOf = (address) =>
  page.querySelector(`form[action="${address}"] textarea`);

function queue(field) {
  const form = field.form;
  outbox.put(form.getAttribute("action"), {
    text: field.value, base: form.elements.base.value, save_id: crypto.randomUUID(),
  });
  tell();
}

function settle(address, sent, saved) {
  const field = fieldOf(address);
  const form = field.form;
  outbox.drop(address, sent.save_id);
  // Typed on while this was under way: keep what is on the screen. What comes next then starts
  // from what was just saved, unless somebody else's words were merged into it.
  const typedOn = field.value !== sent.text;
  if (!typedOn) field.value = saved.text;
  if (!typedOn || saved.text === sent.text) {
    form.elements.base.value = saved.revision;
    const next = outbox.read()[address];
    if (next) outbox.put(address, { ...next, base: saved.revision });
  }
  form.querySelector("[data-overlap]").hidden = !saved.overlapped;
}

let sending = false;
let again = 0;

async function send() {
  if (sending) return;
  sending = true;
  clearTimeout(again);
  try {
    for (const [address, entry] of Object.entries(outbox.read())) {
      const answer = await fetch(address, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": token },
        body: new URLSearchParams(entry),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      settle(address, entry, await answer.json());
    }
  } catch {
    again = setTimeout(send, WAIT_AFTER_FAILURE);
  } finally {
    sending = false;
    tell();
  }
}

let pause = 0;
page.querySelectorAll("form[data-note] textarea").forEach((field) => {
  const waiting = outbox.read()[field.form.getAttribute("action")];
  if (waiting) {
    field.value = waiting.text;
    field.form.elements.base.value = waiting.base;
  }
  field.addEventListener("input", () => {
    queue(field);
    clearTimeout(pause);
    pause = setTimeout(send, WAIT_AFTER_TYPING);
  });
});
page.querySelectorAll("form[data-note] [type=submit]").forEach((button) => { button.hidden = true; });
page.querySelectorAll("form[data-entry]").forEach((form) => {
  form.elements.entry_id.value = crypto.randomUUID();
});
window.addEventListener("online", send);
window.addEventListener("pagehide", send);
tell();
send();
