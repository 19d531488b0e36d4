// Notes: kept in the outbox at every key that is pressed, sent when the typing pauses.
"use strict";

import { newId } from "./outbox.js";

const WAIT_AFTER_TYPING = 800;

export function watchNotes({ page, outbox, tell, send }) {
  let pause = 0;
  const forms = new Map(
    [...page.querySelectorAll("form[data-note]")].map((form) => [form.getAttribute("action"), form]),
  );

  function keep(address, form) {
    const id = newId();
    const fields = {
      text: form.elements.text.value, base: form.elements.base.value, save_id: id,
    };
    outbox.put(address, { id, address, fields });
    tell();
  }

  function settle(address, sent, saved) {
    const { text, base } = forms.get(address).elements;
    // Typed on while this was under way: keep what is on the screen. What comes next then starts
    // from what was just saved, unless somebody else's words were merged into it.
    const typedOn = text.value !== sent.fields.text;
    if (!typedOn && text.value !== saved.text) text.value = saved.text;
    if (!typedOn || saved.text === sent.fields.text) {
      base.value = saved.revision;
      const next = outbox.items()[address];
      if (next) outbox.put(address, { ...next, fields: { ...next.fields, base: saved.revision } });
    }
    forms.get(address).querySelector("[data-overlap]").hidden = !saved.overlapped;
  }

  for (const [address, form] of forms) {
    const { text, base } = form.elements;
    const waiting = outbox.items()[address];
    if (waiting) [text.value, base.value] = [waiting.fields.text, waiting.fields.base];
    form.querySelector("[type=submit]").hidden = true;
    text.addEventListener("input", () => {
      keep(address, form);
      clearTimeout(pause);
      pause = setTimeout(send, WAIT_AFTER_TYPING);
    });
  }
  return { settle };
}
