// Dropping documents, and how far they are sent and read. Without this the form is sent as any other.
"use strict";

const form = document.querySelector("form.import");

if (form) {
  const drop = form.querySelector(".drop");
  const field = form.querySelector("input[type=file]");
  const told = form.querySelector(".progress");
  const meter = form.querySelector("progress");
  const refused = form.querySelector(".refused");
  const button = form.querySelector("button");
  const say = form.dataset;
  const megabytes = (bytes) => `${(Math.floor(bytes / 100000) / 10).toLocaleString(document.documentElement.lang)} MB`;

  // What the server would refuse after it had been sent is refused here before.
  function whyNot(files) {
    const large = files.filter((file) => file.size > say.largest).map((file) => file.name);
    if (large.length) return `${large.join(", ")}: ${say.tooLarge} ${megabytes(say.largest)}.`;
    if (files.length > say.mostFiles) return say.tooMany;
    const all = files.reduce((sum, file) => sum + file.size, 0);
    return all > say.most ? `${say.tooMuch} ${megabytes(say.most)}.` : "";
  }

  function look() {
    refused.textContent = whyNot([...field.files]);
    button.disabled = refused.textContent !== "";
    return !button.disabled;
  }

  field.addEventListener("change", look);

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
    if (look()) form.requestSubmit();
  });

  // The browser sends the form itself; while it waits for the answer, this asks how far the reading is.
  form.addEventListener("submit", () => {
    const job = crypto.getRandomValues(new Uint32Array(4)).join("-");
    form.elements.job.value = job;
    button.disabled = true;
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
  window.addEventListener("pageshow", look);
}
