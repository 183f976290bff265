"use strict";
// Pages are whole without this; it lights partners, copies citations, hears keys, and shows a text as it is read.
(() => {
  const all = (what, within = document) => Array.from(within.querySelectorAll(what));
  const say = document.createElement("p");
  say.className = "unseen";
  say.setAttribute("role", "status");
  document.body.append(say);

  async function copy(text, button) {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say.textContent = "Copied";
    if (button) { const was = button.textContent; button.textContent = "Copied"; setTimeout(() => { button.textContent = was; }, 1500); }
  }

  // Citations. An address within them is made whole.
  all("[data-copy]").forEach((cite) => {
    all(".here", cite).forEach((here) => { here.textContent = location.origin + here.textContent; });
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = "Copy";
    button.addEventListener("click", () => copy(cite.textContent, button));
    cite.after(" ", button);
  });

  // Marks of a text.
  let chosen = 0;
  const numbers = (element) => (element.dataset.n || "").split(" ").map(Number);
  const note = (n) => document.getElementById("n" + n);

  function choose(n, scroll) {
    all(".lit, .near").forEach((it) => it.classList.remove("lit", "near"));
    chosen = n;
    if (!n || !note(n)) return;
    const partners = (note(n).dataset.with || "").split(" ").filter(Boolean).map(Number);
    all("[data-n]").forEach((it) => {
      const its = numbers(it);
      if (its.includes(n)) it.classList.add("lit");
      else if (partners.some((p) => its.includes(p))) it.classList.add("near");
    });
    if (scroll) (document.getElementById("m" + n) || note(n)).scrollIntoView({ block: "center" });
    say.textContent = note(n).textContent;
  }

  function step(by) {
    // Those of a kind that is hidden are stepped over.
    const shown = all(".note").filter((it) => it.offsetParent).map((it) => Number(it.dataset.n));
    const next = by > 0 ? shown.find((n) => n > chosen) : shown.findLast((n) => n < chosen);
    if (!next) return;
    choose(next, true);
    const letter = document.getElementById("m" + next);
    if (letter) letter.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-n]");
    if (!mark) { if (chosen && !event.target.closest("a, button, input, summary")) choose(0); return; }
    const link = event.target.closest("a");
    if (link && !link.classList.contains("letter")) return;
    // Of several statements over a word the shortest is meant, then the next.
    const its = numbers(mark);
    choose(its.includes(chosen) && its.length > 1 ? its[(its.indexOf(chosen) + its.length - 1) % its.length] : its[its.length - 1]);
  });

  function citation(n) {
    const words = all(`.text [data-n~="${n}"]:not(a)`).map((it) => it.textContent).join("");
    const title = document.querySelector("h1").textContent;
    const sub = document.querySelector(".sub").textContent.split(" · ")[0];
    // The address at the foot has both days in it.
    const here = document.querySelector(".here");
    return `“${words}”, ${title}, ${sub}, ${here ? here.textContent : location.href.split("#")[0]}#m${n}`;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "c" && chosen) copy(citation(chosen));
    else if (event.key === "Escape") choose(0);
    else if (event.key === "/") document.getElementById("find").focus();
    else return;
    event.preventDefault();
  });

  // Kinds that are not wanted.
  all(".legend [data-kind]").forEach((item) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.setAttribute("aria-label", "show " + item.dataset.kind + "s");
    box.addEventListener("change", () => all("[data-marks]").forEach((it) => it.classList.toggle("hide-" + item.dataset.kind, !box.checked)));
    if (document.querySelector("[data-marks], [data-events]")) item.prepend(box, " ");
  });

  const asked = /^#[mn](\d+)$/.exec(location.hash);
  if (asked) choose(Number(asked[1]));
  window.addEventListener("hashchange", () => {
    const now = /^#[mn](\d+)$/.exec(location.hash);
    if (now) choose(Number(now[1]));
  });

  // A text that is being read.
  const progress = document.querySelector("[data-events]");
  if (progress) {
    const room = document.getElementById("read");
    const source = new EventSource(progress.dataset.events);
    let read = 0;
    room.textContent = "";
    source.addEventListener("document", (event) => {
      // The server's own page in a piece: it escapes what came from outside.
      room.append(document.createRange().createContextualFragment(event.data));
      progress.textContent = "Reading: " + ++read + " read.";
    });
    source.addEventListener("end", () => {
      source.close();
      progress.textContent = "Read.";
      location.replace(location.pathname);
    });
    source.onerror = () => { source.close(); progress.textContent = "The connection broke off. Load this page again."; };
  }
  all("form[data-read]").forEach((form) => form.addEventListener("submit", () => {
    form.querySelector("button").textContent = "Reading …";
  }));
})();
