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

// Cards that the server did not take, as the outbox would keep them: told of beside what it kept.
export function refusedCards(memory) {
  const found = memory.cards.filter((card) => card.fault);
  const bodies = found.map((card) => new URLSearchParams({ text: card.text, note: card.fault }));
  return Object.fromEntries(found.map((card, place) => [`c${card.id}`, bodies[place].toString()]));
}
