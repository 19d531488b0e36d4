// What could not be sent before a board or a table closed: set aside in this browser, and shown to
// be read and copied, also when the page is opened again. As in the outbox: a body by its key.
"use strict";

import { storage, takenOut } from "./outbox.js";

const TYPED = "getypt-"; // begins the key of what stood in the form, not handed in yet
const asideOf = (name) => `${name}-niet-verstuurd`;

// `left` waited under `name`, `typed` stood in the form. Gives all that was ever set aside there.
export function setAside(name, left, typed = "") {
  const kept = storage(asideOf(name));
  const all = { ...kept.read(), ...left };
  if (typed) all[`${TYPED}${Date.now()}`] = new URLSearchParams({ text: typed }).toString();
  kept.write(all);
  return all;
}

// It is open again: what was set aside can go as yet, by [key, body, was it only typed].
export function takenBack(name) {
  const aside = Object.entries(takenOut(asideOf(name)));
  return aside.map(([key, body]) => [key, body, key.startsWith(TYPED)]);
}

// Every name that begins so and under which something waits or was set aside.
export function namesThatBegin(beginning) {
  let keys = [];
  try { keys = Object.keys(localStorage); } catch { /* refused: nothing was kept */ }
  const names = keys.map((key) => key.replace(/-niet-verstuurd$/, ""));
  return [...new Set(names)].filter((name) => name.startsWith(beginning));
}

function line(body) {
  const fields = new URLSearchParams(body);
  const item = document.createElement("li");
  item.dir = "auto";
  item.textContent = fields.get("text") ?? "Jouw stem";
  item.append(Object.assign(document.createElement("em"), { textContent: ` ${fields.get("note") ?? "niet verstuurd"}` }));
  return item;
}

// In a place that was hidden (answering/unsent.html).
export function showUnsent(place, all) {
  const bodies = Object.values(all);
  const list = place.querySelector("ul");
  const texts = bodies.map((body) => new URLSearchParams(body).get("text")).filter(Boolean);
  place.hidden = !bodies.length;
  list.replaceChildren(...bodies.map(line));
  const button = place.querySelector("button");
  button.parentElement.hidden = !texts.length;
  button.onclick = async () => {
    const told = place.querySelector("[aria-live]");
    try {
      await navigator.clipboard.writeText(texts.join("\n")); // there is none without https
      told.textContent = "Gekopieerd.";
    } catch {
      getSelection().selectAllChildren(list);
      told.textContent = "Kopiëren lukte niet. De tekst is geselecteerd.";
    }
  };
}
