// Quotes and commitments: on the page at once, sent when it can, and counted once.
"use strict";

import { newId } from "./outbox.js";

const days = new Intl.DateTimeFormat("nl", { dateStyle: "long" });

function wordsOf(fields) {
  const by = [fields.who, fields.speaker].filter(Boolean);
  if (fields.look_back_on) by.push(`terugkijken op ${days.format(new Date(fields.look_back_on))}`);
  const text = "speaker" in fields ? `“${fields.text}”` : fields.text;
  return [text, by.join(" · ")];
}

export function watchEntries({ page, outbox, tell, send }) {
  const rows = new Map();

  function show(key, item) {
    const row = document.getElementById("nieuwe-regel").content.firstElementChild.cloneNode(true);
    const [text, by] = wordsOf(item.fields);
    row.querySelector(".entries__words").textContent = text;
    if (by) {
      const small = document.createElement("span");
      small.className = "entries__by";
      small.textContent = by;
      row.querySelector(".entries__words").append(document.createElement("br"), small);
    }
    document.getElementById(item.list).append(row);
    rows.set(key, row);
  }

  function settle(key, item) {
    const row = rows.get(key);
    row.querySelector(".badge").remove();
    const removal = row.querySelector("form");
    removal.action = `${item.address}${key}/weghalen/`;
    removal.hidden = false;
  }

  for (const [key, item] of Object.entries(outbox.items())) if (item.isEntry) show(key, item);
  page.querySelectorAll("form[data-entry]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const id = newId();
      const fields = { ...Object.fromEntries(new FormData(form)), entry_id: id };
      delete fields.csrfmiddlewaretoken;
      const list = form.dataset.entry;
      const item = { id, address: form.getAttribute("action"), fields, isEntry: true, list };
      outbox.put(id, item);
      show(id, item);
      form.reset();
      form.querySelector("textarea, input:not([type=hidden])").focus();
      tell();
      send();
    });
  });
  return { settle };
}
