// While somebody types, say what is wrong with the draft as it stands. Nothing is saved by it;
// without this script the same remarks come with every save.

const form = document.getElementById("concept");
const summary = document.querySelector("[data-summary]");
const counts = document.querySelector("[data-counts]");
let waiting = 0;
let latest = 0;

async function look() {
  const mine = ++latest;
  let told;
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) });
    if (!answer.ok) return;
    told = await answer.json();
  } catch {
    return; // no connection: the remarks of the last save stay
  }
  if (mine !== latest) return;
  const opened = [...summary.querySelectorAll("details")].map((details) => details.open);
  summary.innerHTML = told.summary; // made and escaped by the server
  summary.querySelectorAll("details").forEach((details, place) => {
    details.open = opened[place] ?? false;
  });
  if (counts.textContent !== told.counts) counts.textContent = told.counts;
  for (const list of form.querySelectorAll("[data-remarks]")) {
    const remarks = told.rows[list.dataset.remarks] ?? [];
    list.replaceChildren(
      ...remarks.map((remark) => {
        const line = document.createElement("li");
        line.textContent = remark.text;
        return line;
      }),
    );
  }
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 700);
});

// A link to a statement opens its card.
function open() {
  const card = location.hash && document.getElementById(location.hash.slice(1));
  if (card instanceof HTMLDetailsElement) card.open = true;
}

window.addEventListener("hashchange", open);
open();
