// A code held before the camera, where the browser reads codes itself; elsewhere letters and names
// do. The picture stays in this page.
"use strict";

const EVERY = 250; // milliseconds between looks
const AGAIN_AFTER = 3000; // the same code, still in view

export async function canScan() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
}

// The number of an invitation in the address of a badge: «/binnen/<22 letters>.<signature>/».
export function invitationIn(text) {
  const found = /\/binnen\/([\w-]{22})\./.exec(text);
  if (!found) return "";
  const bytes = atob(found[1].replaceAll("-", "+").replaceAll("_", "/"));
  const hex = [...bytes].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export class Scanner {
  constructor(video, found) {
    this.video = video;
    this.found = found;
    this.last = { text: "", at: 0 };
  }

  get isOn() { return Boolean(this.stream); }

  async start() {
    const wanted = { video: { facingMode: "environment" }, audio: false };
    this.stream = await navigator.mediaDevices.getUserMedia(wanted);
    this.video.srcObject = this.stream;
    await this.video.play();
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    this.timer = setInterval(() => this.#look(detector), EVERY);
  }

  stop() {
    clearInterval(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = this.video.srcObject = null;
  }

  async #look(detector) {
    const codes = await detector.detect(this.video).catch(() => []);
    for (const { rawValue: text } of codes) {
      const isNew = text !== this.last.text || Date.now() - this.last.at > AGAIN_AFTER;
      this.last = { text, at: Date.now() };
      if (isNew && this.isOn) this.found(text);
    }
  }
}
