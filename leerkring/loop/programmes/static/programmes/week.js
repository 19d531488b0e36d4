// The grid of a week: pick a card up, by dragging or with its button, and every cell says what would
// be wrong there. The server counts; without JavaScript the card leads to a page with the same.
"use strict";

const grid = document.querySelector("[data-week-grid]");
const form = document.querySelector("[data-week-form]");
const says = document.querySelector("[data-week-says]");
const STATES = ["is-free", "is-clash", "is-closed", "is-over"];
let held = null;

const cells = () => grid.querySelectorAll("[data-week-cell]");
const wordsOf = (slot) => slot.clashes.join(" ") || "Dit kan.";

async function slotsOf(card) {
  if (!card.slots) {
    const answer = await fetch(`${card.dataset.weekSlots}?rijen=${grid.dataset.weekRows}`);
    if (!answer.ok) throw new Error(answer.status);
    card.slots = new Map((await answer.json()).slots.map((slot) => [slot.cell, slot]));
  }
  return card.slots;
}

function letGo() {
  if (!held) return;
  grid.classList.remove("week-grid--moving");
  for (const cell of cells()) {
    cell.classList.remove(...STATES);
    cell.querySelector("[data-week-here]")?.remove();
  }
  const button = held.querySelector("[data-week-pick]");
  button.textContent = "Verplaats";
  says.textContent = "";
  held = null;
}

function put(card, slot) {
  form.action = card.dataset.weekMove;
  form.elements.place.value = slot.place;
  form.submit();
}

function mark(cell, slot, card) {
  if (!slot.is_possible && cell.querySelector("[data-week-card]")) {
    cell.classList.add("is-closed"); // the card that is there says why
    return;
  }
  const here = document.createElement("div");
  here.dataset.weekHere = "";
  if (slot.is_possible) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--secondary button--small";
    button.textContent = slot.clashes.length ? "Toch hierheen" : "Hierheen";
    button.setAttribute("aria-label", `${button.textContent}: ${cell.dataset.weekName}`);
    button.addEventListener("click", () => put(card, slot));
    here.append(button);
  }
  for (const sentence of slot.clashes) {
    const line = document.createElement("span");
    line.className = "week-grid__clash";
    line.textContent = sentence;
    here.append(line);
  }
  cell.append(here);
  cell.classList.add(!slot.is_possible ? "is-closed" : slot.clashes.length ? "is-clash" : "is-free");
}

async function pickUp(card) {
  letGo();
  held = card;
  card.querySelector("[data-week-pick]").textContent = "Laat staan";
  let slots;
  try {
    slots = await slotsOf(card);
  } catch {
    location.assign(card.dataset.weekMove);
    return;
  }
  if (held !== card) return;
  grid.classList.add("week-grid--moving");
  for (const cell of cells()) {
    const slot = slots.get(cell.dataset.weekCell);
    if (slot && !cell.contains(card)) mark(cell, slot, card);
  }
  const free = grid.querySelectorAll(".is-free").length;
  says.textContent = `${card.dataset.weekTeam}: ${free} ${free === 1 ? "plek" : "plekken"} zonder ` +
    "bezwaar. Kies er een, of druk op Escape.";
}

function slotUnder(event) {
  const cell = event.target.closest?.("[data-week-cell]");
  return { cell, slot: cell && held?.slots?.get(cell.dataset.weekCell) };
}

for (const card of grid ? grid.querySelectorAll("[data-week-card]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet button--small";
  button.dataset.weekPick = "";
  button.textContent = "Verplaats";
  button.setAttribute("aria-label", `Verplaats ${card.dataset.weekTeam}`);
  button.addEventListener("click", () => (held === card ? letGo() : pickUp(card)));
  card.append(button);
  card.draggable = true;
  card.addEventListener("pointerenter", () => slotsOf(card).catch(() => {}));
  card.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", card.dataset.weekTeam);
    setTimeout(() => pickUp(card)); // a page that changes in a dragstart ends the drag
  });
  card.addEventListener("dragend", letGo);
}

grid?.addEventListener("dragover", (event) => {
  const { cell, slot } = slotUnder(event);
  for (const other of cells()) other.classList.toggle("is-over", other === cell);
  if (!slot) return;
  says.textContent = `${cell.dataset.weekName}: ${wordsOf(slot)}`;
  if (slot.is_possible) event.preventDefault();
});
grid?.addEventListener("drop", (event) => {
  const { slot } = slotUnder(event);
  event.preventDefault();
  if (held && slot?.is_possible) put(held, slot);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !held) return;
  const card = held;
  letGo();
  card.querySelector("[data-week-pick]").focus();
});
