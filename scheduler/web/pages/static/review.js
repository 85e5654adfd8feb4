// Lighting a passage and its entry together, and saying what a time means while it is typed.
"use strict";

const lit = new Set();

function light(numbers) {
  for (const one of lit) one.classList.remove("lit");
  lit.clear();
  if (!numbers) return;
  for (const number of numbers) {
    for (const one of document.querySelectorAll(`[data-entries~="${number}"], [data-entry="${number}"]`)) {
      one.classList.add("lit");
      lit.add(one);
    }
  }
}

function numbersOf(target) {
  const found = target.closest && target.closest("[data-entries], [data-entry]");
  return found ? (found.dataset.entries || found.dataset.entry).split(" ") : null;
}

for (const name of ["mouseover", "focusin"]) {
  document.addEventListener(name, (event) => light(numbersOf(event.target)));
}

// The passage of an entry that is hovered or entered comes into sight in its own pane, without moving the page.
const pane = document.querySelector(".document");
if (pane) {
  document.addEventListener("focusin", (event) => {
    const entry = event.target.closest(".understood-entry");
    if (!entry) return;
    const line = pane.querySelector(`[data-entries~="${entry.dataset.entry}"]`);
    if (line && pane.scrollHeight > pane.clientHeight) {
      const down = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({ top: pane.scrollTop + down - pane.clientHeight / 3 });
    }
  });
  // And the entry of a passage that the keyboard has come to, beside it.
  pane.addEventListener("focusin", (event) => {
    const numbers = event.target.matches(":focus-visible") && numbersOf(event.target);
    const entry = numbers && document.getElementById(`e${numbers[0]}`);
    if (entry) entry.scrollIntoView({ block: "nearest" });
  });
}

// What is said where a time cannot be told, in the page's language: by the status of the answer, 0 for none at all.
const sayings = document.querySelector("main").dataset;
const ended = new Set([401, 403]);

function wordsFor(status) {
  if (ended.has(status)) return sayings.sessionEnded;
  return [200, 422].includes(status) ? sayings.notUnderstood : sayings.noAnswer;
}

for (const field of document.querySelectorAll("[data-meaning]")) {
  const told = document.getElementById(field.dataset.meaning);
  let waiting = 0;
  let asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const number = ++asked;
      const query = new URLSearchParams({ text: field.value });
      if (field.dataset.on) query.set("on", field.dataset.on);
      const answer = await fetch(`${field.dataset.url}?${query}`).catch(() => null);
      if (number !== asked) return;
      const found = answer && answer.ok ? await answer.json() : {};
      const words = [].concat(found.words || []);
      told.textContent = words.length ? `= ${words.join("; ")}` : wordsFor(answer ? answer.status : 0);
      told.classList.toggle("not-understood", words.length !== 1);
    }, 200);
  });
}
