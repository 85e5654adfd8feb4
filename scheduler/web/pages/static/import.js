// Dropping documents, and how far they are sent and read. Without this the form is sent as any other.
"use strict";

const form = document.querySelector("form.import");

if (form) {
  const drop = form.querySelector(".drop");
  const field = form.querySelector("input[type=file]");
  const told = form.querySelector(".progress");
  const meter = form.querySelector("progress");
  const say = form.dataset;

  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });

  // The browser sends the form itself; while it waits for the answer, this asks how far the reading is.
  form.addEventListener("submit", () => {
    const job = crypto.getRandomValues(new Uint32Array(4)).join("-");
    form.elements.job.value = job;
    form.querySelector("button").disabled = true;
    meter.hidden = false;
    told.textContent = `${say.sending} …`;
    setInterval(async () => {
      const answer = await fetch(say.progress.replace("JOB", job)).catch(() => null);
      if (!answer || !answer.ok) return;
      const now = await answer.json();
      if (now.pages) meter.value = now.done / now.pages;
      if (now.name) told.textContent = `${say.reading} ${now.name}` + (now.pages > 1 ? `: ${say.page} ${now.done}/${now.pages}` : "");
    }, 500);
  });

  // Coming back by the browser's button finds the form as it was before it was sent.
  window.addEventListener("pageshow", () => { form.querySelector("button").disabled = false; });
}
