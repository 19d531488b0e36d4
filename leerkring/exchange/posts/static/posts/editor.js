// Rich text boxes become an editor (ProseMirror). Without this script they stay boxes of text.
"use strict";

const ours = document.getElementById("editor-script");
const prose = await import(ours.dataset.editor);

const TOOLS = [
  ["Vet", (editor) => editor.chain().focus().toggleBold().run(), ["bold"]],
  ["Schuin", (editor) => editor.chain().focus().toggleItalic().run(), ["italic"]],
  ["Kop", (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(), ["heading"]],
  ["Lijst", (editor) => editor.chain().focus().toggleBulletList().run(), ["bulletList"]],
  ["1, 2, 3", (editor) => editor.chain().focus().toggleOrderedList().run(), ["orderedList"]],
  ["Citaat", (editor) => editor.chain().focus().toggleBlockquote().run(), ["blockquote"]],
];

const Link = prose.Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]" }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
});

for (const textarea of document.querySelectorAll("textarea[data-rich]")) edit(textarea);

function made(tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function edit(textarea) {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  label.id ||= `${textarea.id}_label`;
  const box = made("div", { class: "editor" });
  textarea.before(box);
  box.append(textarea);
  const described = textarea.getAttribute("aria-describedby");
  const editor = new prose.Editor({
    element: box,
    injectCSS: false, // the policy of the site allows no stylesheet from a script
    extensions: extensions(),
    content: asHtml(textarea.value),
    editorProps: {
      attributes: {
        role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, lang: "nl",
        ...(described ? { "aria-describedby": described } : {}),
      },
    },
    onUpdate: ({ editor: changed }) => {
      textarea.value = changed.isEmpty ? "" : changed.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  label.addEventListener("click", () => editor.commands.focus());
  box.prepend(toolbar(editor, label));
}

function extensions() {
  const { Document, Paragraph, Text, Bold, Italic, HardBreak, Heading, Blockquote } = prose;
  const { BulletList, OrderedList, ListItem, History, Gapcursor } = prose;
  return [
    Document, Paragraph, Text, Bold, Italic, HardBreak, Blockquote, BulletList, OrderedList,
    ListItem, History, Gapcursor, Link, Heading.configure({ levels: [3] }),
  ];
}

// What was typed without an editor has no tags: a blank line begins a paragraph.
function asHtml(text) {
  if (/<(p|h3|ul|ol|li|blockquote|strong|em|a)\b/i.test(text)) return text;
  const bare = made("div");
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split("\n").flatMap((line) => [line, made("br")]).slice(0, -1);
    bare.append(made("p", {}, lines));
  }
  return bare.innerHTML;
}

function toolbar(editor, label) {
  const bar = made("div", { class: "editor__tools", role: "group" });
  bar.setAttribute("aria-label", `Opmaak van ${label.firstChild.textContent.trim()}`);
  const watch = [];
  function tool(name, act, isOn) {
    const attributes = { type: "button", class: "editor__tool", "aria-pressed": "false" };
    const button = made("button", attributes, [name]);
    button.addEventListener("click", act);
    watch.push(() => button.setAttribute("aria-pressed", String(isOn())));
    bar.append(button);
    return button;
  }
  for (const [name, act, on] of TOOLS) tool(name, () => act(editor), () => editor.isActive(...on));
  const link = tool("Link", () => askAddress(editor, bar, link), () => editor.isActive("link"));
  editor.on("transaction", () => watch.forEach((look) => look()));
  return bar;
}

function askAddress(editor, bar, opener) {
  bar.parentElement.querySelector(".editor__link")?.remove();
  const now = editor.getAttributes("link").href || "";
  const input = made("input", { type: "url", value: now, "aria-label": "Adres van de link" });
  input.placeholder = "https://";
  const done = made("button", { type: "button", class: "button button--small" }, ["Klaar"]);
  const row = made("div", { class: "editor__link" }, [input, done]);
  const close = () => { row.remove(); opener.focus(); };
  const take = () => {
    const address = input.value.trim();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (address) chain.setMark("link", { href: withScheme(address) }).run();
    else chain.unsetMark("link").run();
    row.remove();
  };
  done.addEventListener("click", take);
  input.addEventListener("input", (event) => event.stopPropagation());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); take(); }
    if (event.key === "Escape") close();
  });
  bar.after(row);
  input.focus();
}

function withScheme(address) {
  if (/^(https?:|mailto:|tel:)/i.test(address)) return address;
  return address.includes("@") ? `mailto:${address}` : `https://${address}`;
}
