// A copy of the desk on this device for when there is no network, and what was sent since that copy
// was made. Both have names in them: they go at «klaar», at the end of the day, at signing out
// (door_leave.js), and when the site lets this device in no more (door_worker.js).
"use strict";

export const PREFIX = "leerkring-deur";

export class Copy {
  constructor(desk) {
    this.scope = new URL("./", location.href);
    this.shelf = `${PREFIX} ${this.scope}`;
    this.worker = desk.dataset.worker;
    this.until = Number(desk.dataset.until) || 0;
    this.isOne = desk.dataset.copy === "ja";
    this.name = `${PREFIX}-gedaan-${desk.dataset.desk}`;
  }

  get isPossible() { return "serviceWorker" in navigator && "caches" in window && this.until > 0; }

  // What the site took in since this copy was made.
  sent() { return JSON.parse(localStorage.getItem(this.name) || "[]"); }

  // What this page does not know of: of what was sent, a page of the site itself knows all but what
  // arrived after it was asked for.
  unseen() { return this.sent().filter(({ sent }) => this.isOne || sent >= performance.timeOrigin); }

  note(fields) {
    if (this.isPossible) this.#write([...this.sent(), { ...fields, sent: Date.now() }]);
  }

  // Makes the copy anew, of the page that the site gives now; whether there is one.
  async renew() {
    if (!this.isPossible) return false;
    const before = this.sent().length;
    try {
      await navigator.serviceWorker.register(this.worker, { scope: this.scope.pathname });
      const page = await fetch(this.scope.pathname);
      if (!page.ok || page.redirected) return false; // no longer let in: no shelf for nothing
      const shelf = await caches.open(this.shelf);
      await shelf.put(this.scope.pathname, page);
      await shelf.put(`${this.scope.pathname}tot`, new Response(String(this.until)));
      await shelf.addAll(this.#parts());
    } catch {
      return false;
    }
    this.#write(this.sent().slice(before));
    return true;
  }

  #parts() {
    const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
    const ours = files.filter((file) => file.origin === location.origin);
    return [...new Set(ours.map((file) => file.pathname))]
      .filter((path) => !path.startsWith(this.scope.pathname));
  }

  #write(items) { localStorage.setItem(this.name, JSON.stringify(items)); }

  async drop() {
    localStorage.removeItem(this.name);
    if (!("serviceWorker" in navigator && "caches" in window)) return;
    await caches.delete(this.shelf);
    const worker = await navigator.serviceWorker.getRegistration(this.scope.pathname);
    if (worker?.scope === this.scope.href) await worker.unregister();
  }
}
