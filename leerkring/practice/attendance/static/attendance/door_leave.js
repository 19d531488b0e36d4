// Who signs out leaves no list of names behind on this device. Taps that were not sent stay until
// somebody opens that desk again: they are nobody's to throw away.
"use strict";

const KEPT = "leerkring-deur"; // as in door_copy.js

async function dropAll() {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(`${KEPT}-gedaan-`)) localStorage.removeItem(name);
  }
  if (!("serviceWorker" in navigator && "caches" in window)) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(`${KEPT} `)) await caches.delete(name);
  }
  for (const worker of await navigator.serviceWorker.getRegistrations()) {
    if (worker.scope.endsWith("/aanwezig/")) await worker.unregister();
  }
}

for (const form of document.querySelectorAll("main form[method=post]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await dropAll();
    } finally {
      form.submit();
    }
  });
}
