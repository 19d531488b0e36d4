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
