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

  // The letters and the code are of a party: who was invited, with the guests on the list.
  function greet(party) {
    const name = party[0].querySelector("strong").textContent;
    const others = party.length - 1;
    const who = others ? `${name} en ${others} ${others === 1 ? "gast" : "gasten"}` : name;
    const came = party.map(come).some(Boolean);
    if (came) said.textContent = others ? `${who} zijn binnen.` : `${who} is binnen.`;
    else said.textContent = others ? `${who} waren er al.` : `${who} was er al.`;
  }

  const isParty = (found) => found.length === 1
    || found.every((one) => one.dataset.letters === tidy(field.value)
      && one.dataset.party === found[0].dataset.party);

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
    if (found.length && isParty(found)) {
      greet(found);
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
    const party = rows.filter((one) => one.dataset.party === invitationIn(text));
    if (party.length) greet(party);
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
