// The desk at the door without a network. It sees the pages below its own address and no others,
// and hands out a copy only when the site does not answer. The page makes and drops that copy
// (door_copy.js); here it goes when the site lets nobody in any more, or the day is over.
"use strict";

const SHELF = `leerkring-deur ${self.registration.scope}`;
const DESK = new URL(self.registration.scope).pathname;
const UNTIL = `${DESK}tot`;
const PATIENCE = 4000; // milliseconds; a network that is nearly gone answers later, or never
const OVER = "<!DOCTYPE html><html lang=nl><meta charset=utf-8><title>Aan de deur</title>"
  + "<h1>Deze dag is voorbij</h1><p>De lijst is van dit apparaat gehaald.</p></html>";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode !== "navigate") event.respondWith(part(request));
  else if (new URL(request.url).pathname === DESK) event.respondWith(desk(request));
});

async function part(request) {
  try {
    return await fetch(request);
  } catch (fault) {
    const kept = await (await caches.open(SHELF)).match(request);
    if (kept) return kept;
    throw fault;
  }
}

async function desk(request) {
  const asked = fetch(request).then(lookedAt, () => null);
  const soon = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  return await Promise.race([asked, soon]) || await copy() || await asked || Response.error();
}

async function lookedAt(answer) {
  // sent on to sign in, or no longer somebody who may see it
  if (answer.type === "opaqueredirect" || [403, 404].includes(answer.status)) {
    await caches.delete(SHELF);
  }
  return answer;
}

async function copy() {
  const shelf = await caches.open(SHELF);
  const [page, until] = await Promise.all([shelf.match(DESK), shelf.match(UNTIL)]);
  if (!page || !until) return null;
  const headers = new Headers(page.headers);
  headers.delete("Content-Length");
  if (Date.now() < Number(await until.text())) {
    const words = (await page.text()).replace('data-copy=""', 'data-copy="ja"');
    return new Response(words, { headers });
  }
  await caches.delete(SHELF);
  await self.registration.unregister();
  return new Response(OVER, { headers });
}
