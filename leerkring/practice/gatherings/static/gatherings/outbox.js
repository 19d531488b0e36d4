// What could not be sent yet, kept in this browser until the site has it. Each item has a key:
// for a note its address (only the newest text counts), for an entry the key it was given.
"use strict";

export class Outbox {
  constructor(name) { this.name = name; }

  items() { return JSON.parse(localStorage.getItem(this.name) || "{}"); }

  put(key, item) { this.#write({ ...this.items(), [key]: item }); }

  drop(key, id) {
    const items = this.items();
    if (items[key]?.id === id) delete items[key];
    this.#write(items);
  }

  #write(items) { localStorage.setItem(this.name, JSON.stringify(items)); }
}

// As crypto.randomUUID, which a browser only has on a secure address.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const KEEP_ALIVE_AT_MOST = 60_000; // characters; a browser refuses more once a page is left

export class NotTakenIn extends Error {
  constructor(status) { super(String(status)); this.status = status; }
}

// Posts the fields and gives the site's answer; raises NotTakenIn when the site says no.
export async function post(address, fields, token) {
  const body = new URLSearchParams(fields).toString();
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
      "X-CSRFToken": token,
    },
    body,
    keepalive: body.length < KEEP_ALIVE_AT_MOST,
  });
  if (answer.redirected) throw new NotTakenIn(403);
  if (!answer.ok) throw new NotTakenIn(answer.status);
  return answer.json();
}
