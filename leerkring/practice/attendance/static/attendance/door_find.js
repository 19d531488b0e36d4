// Finding somebody on the list: by a piece of their name, by the letters of their code, or by the
// code itself before the camera. `come(row)` taps somebody in; false when they were there already.
"use strict";

import { canScan, invitationIn, Scanner } from "./door_scan.js";

const tidy = (typed) => typed.toLowerCase().replace(/[\s.-]/g, "");

export function lookFor(desk, come) {
  const rows = [...desk.querySelectorAll("[data-person]")];
  const search = desk.querySelector("[data-search]");
  const said = desk.querySelector("[data-said]");
  const field = search.querySelector("input");

  function greet(row) {
    const name = row.querySelector("strong").textContent;
    said.textContent = come(row) ? `${name} is binnen.` : `${name} was er al.`;
  }

  function narrow() {
    const words = field.value.trim().toLowerCase();
    for (const row of rows) {
      const fits = row.dataset.letters === tidy(words);
      row.hidden = !fits && !row.querySelector(".desk__name").textContent.toLowerCase().includes(words);
    }
    const letters = rows.filter((row) => row.dataset.letters === tidy(words));
    return letters.length ? letters : rows.filter((row) => words && !row.hidden);
  }

  search.hidden = rows.length === 0;
  field.addEventListener("input", narrow);
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = narrow();
    if (found.length === 1) {
      greet(found[0]);
      field.value = "";
      narrow();
    } else if (field.value.trim()) {
      said.textContent = found.length ? "Dit past bij meer mensen. Tik wie het is."
        : "Niemand op deze lijst heeft deze naam of letters.";
    }
  });

  const box = desk.querySelector("[data-scan]");
  const open = desk.querySelector("[data-scan-open]");
  const shut = box.querySelector("button");
  const scanner = new Scanner(box.querySelector("video"), (text) => {
    const row = rows.find((one) => one.dataset.person === invitationIn(text));
    if (row) greet(row);
    else said.textContent = "Deze code staat niet op deze lijst. Zoek de naam.";
  });

  function close() {
    scanner.stop();
    box.hidden = true;
    open.hidden = false;
    open.querySelector("button").focus();
  }

  open.addEventListener("click", async () => {
    try {
      box.hidden = false;
      open.hidden = true;
      shut.focus();
      await scanner.start();
    } catch {
      close();
      said.textContent = "De camera doet het niet. Typ de letters of tik de naam.";
    }
  });
  shut.addEventListener("click", close);
  window.addEventListener("pagehide", () => scanner.stop());
  canScan().then((can) => { open.hidden = !can; });
}
