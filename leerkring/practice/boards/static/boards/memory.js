// What this phone sent to a board, so that it can show it again: in its own storage, for nobody else.
"use strict";

export function remembered(name) {
  let memory = { cards: [], given: {} };
  try { memory = JSON.parse(localStorage.getItem(name)) ?? memory; } catch { /* refused */ }
  return {
    ...memory,
    keep() {
      try {
        localStorage.setItem(name, JSON.stringify({ cards: this.cards, given: this.given }));
      } catch { /* refused: memory has it */ }
    },
  };
}

// A key for a card: the same card sent twice counts once. Old browsers, and pages without https, have
// no randomUUID.
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// A card on the list of what this phone wrote; what begins tomorrow can become one's own promise.
export function line(card, waits, code) {
  const item = document.createElement("li");
  item.dir = "auto";
  item.textContent = card.text;
  const note = card.fault ?? (waits ? "nog niet verstuurd" : "");
  if (note) item.append(Object.assign(document.createElement("em"), { textContent: ` ${note}` }));
  else if (card.kind === "tomorrow") {
    const way = document.createElement("a");
    way.href = `/b/${code}/voornemen/${card.id}/`;
    way.textContent = "Dit is mijn voornemen";
    item.append(document.createElement("br"), way);
  }
  return item;
}

const NOT_SENT = "niet verstuurd";

// The board is closed: `left` still waited, `typed` stood in the form. From now on the memory says
// that they were not sent, also when the page is opened again. Gives every card that is not there.
export function unsent(memory, left, typed = "") {
  for (const [key, body] of Object.entries(left)) {
    const text = new URLSearchParams(body).get("text") ?? "Jouw stem";
    const card = memory.cards.find((each) => `c${each.id}` === key);
    if (card) card.fault = NOT_SENT;
    else memory.cards.push({ id: key, text, fault: NOT_SENT });
  }
  if (typed) memory.cards.push({ id: newKey(), text: typed, fault: NOT_SENT });
  memory.keep();
  return memory.cards.filter((card) => card.fault);
}

// In a place that was hidden, with its sentence above the list.
export function showUnsent(place, cards) {
  place.hidden = !cards.length;
  place.querySelector("ul").replaceChildren(...cards.map((card) => line(card)));
}
