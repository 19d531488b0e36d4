// Answers that this browser still has to send: kept in its storage until the server has them, and
// only in memory where storage is refused. Sending one twice counts once.
"use strict";

const WAIT_AFTER_FAILURE = 3000;

export function storage(name) {
  let memory = "{}";
  return {
    read() {
      try { return JSON.parse(localStorage.getItem(name) ?? memory); } catch { return JSON.parse(memory); }
    },
    write(entries) {
      memory = JSON.stringify(entries);
      try {
        if (Object.keys(entries).length) localStorage.setItem(name, memory);
        else localStorage.removeItem(name);
      } catch { /* refused: memory has it */ }
    },
  };
}

// What waits there, taken out: for a page that learns that nothing is taken any more.
export function takenOut(name) {
  const kept = storage(name);
  const left = kept.read();
  kept.write({});
  return left;
}

// `post(number, value)` gives a Response; `changed(waiting)` is told how many wait, `over(left)` that
// answers are not taken any more, and which were not.
export function outboxOf(name, { post, changed, over }) {
  const kept = storage(name);
  const waiting = () => Object.keys(kept.read()).length;
  let sending = false;
  let again = 0;

  function drop(number, value) {
    const entries = kept.read();
    if (entries[number] === value) delete entries[number];
    kept.write(entries);
  }

  async function send() {
    if (sending) return;
    sending = true;
    clearTimeout(again);
    try {
      while (waiting()) {
        const [number, value] = Object.entries(kept.read())[0];
        const answer = await post(number, value);
        if (answer.status === 410) {
          const left = kept.read();
          kept.write({});
          over(left);
          return;
        }
        if (!answer.ok) throw new Error(String(answer.status));
        drop(number, value);
        changed(waiting());
      }
    } catch {
      again = setTimeout(send, WAIT_AFTER_FAILURE);
    } finally {
      sending = false;
      changed(waiting());
    }
  }

  window.addEventListener("online", send);
  return {
    send,
    waiting,
    of: (number) => kept.read()[number],
    put(number, value) {
      kept.write({ ...kept.read(), [number]: value });
      changed(waiting());
      return send();
    },
  };
}
