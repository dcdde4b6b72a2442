"use strict";
(() => {
  const all = [...document.querySelectorAll("details.finding")];
  const groups = [...document.querySelectorAll("section.group")];
  const query = document.getElementById("query");
  const keys = document.getElementById("keys");
  const said = document.getElementById("said");
  const status = document.getElementById("shown");
  const nothing = document.getElementById("nothing");
  const resets = [...document.querySelectorAll("button.reset")];
  const filters = [...document.querySelectorAll("[data-filter]")];
  const links = new Map([...document.querySelectorAll("nav a")].map((a) => [a.hash.slice(1), a.parentElement]));
  if (!query) return;
  document.documentElement.classList.add("js");

  // Search and filters. A text is read once: when nothing else is to be done, or when it is first searched.
  let shown = all;
  const texts = new Map();
  const textOf = (element) => {
    let text = texts.get(element);
    if (text === undefined) {
      text = element.textContent.toLowerCase();
      texts.set(element, text);
    }
    return text;
  };
  // What all findings of a group reach stands in its head.
  const headsOf = (group) => [...group.querySelectorAll(":scope > .group-head, :scope > .reached")];
  const heads = new Map(groups.map((group) => [group, headsOf(group)]));
  const says = (finding, word) =>
    textOf(finding).includes(word) || heads.get(finding.parentElement).some((head) => textOf(head).includes(word));
  let read = 0;
  const readAhead = (deadline) => {
    while (read < all.length && deadline.timeRemaining() > 2) textOf(all[read++]);
    if (read < all.length) requestIdleCallback(readAhead);
  };
  globalThis.requestIdleCallback?.(readAhead);

  const apply = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = filters
      .map((set) => [set.dataset.filter, new Set([...set.querySelectorAll("input:checked")].map((box) => box.value))])
      .filter(([, values]) => values.size > 0);
    shown = [];
    for (const finding of all) {
      const fits =
        wanted.every(([key, values]) => values.has(finding.dataset[key])) &&
        words.every((word) => says(finding, word));
      finding.hidden = !fits;
      if (fits) shown.push(finding);
    }
    const left = new Map();
    for (const finding of shown) left.set(finding.parentElement, (left.get(finding.parentElement) ?? 0) + 1);
    for (const group of groups) {
      const count = left.get(group) ?? 0;
      group.hidden = count === 0;
      const link = links.get(group.id);
      link.hidden = count === 0;
      link.querySelector(".many").textContent = count;
    }
    const filtered = words.length > 0 || wanted.length > 0;
    const noun = all.length === 1 ? "finding" : "findings";
    status.textContent = filtered ? `${shown.length} of ${all.length} ${noun}` : `${all.length} ${noun}`;
    nothing.hidden = shown.length > 0;
    resets.forEach((button) => (button.hidden = !filtered));
  };

  const reset = () => {
    query.value = "";
    for (const set of filters) for (const box of set.querySelectorAll("input")) box.checked = false;
    apply();
  };

  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, all.length > 500 ? 120 : 0);
  });
  filters.forEach((set) => set.addEventListener("change", apply));
  resets.forEach((button) =>
    button.addEventListener("click", () => {
      reset();
      query.focus();
    }),
  );

  // One finding after the other.
  const summaryOf = (finding) => finding.firstElementChild;
  const go = (finding) => {
    if (!finding) return;
    summaryOf(finding).focus({ preventScroll: true });
    finding.scrollIntoView({ block: finding.open ? "start" : "nearest" });
  };
  const focused = () => document.activeElement?.closest("details.finding");
  const step = (by) => {
    const at = shown.indexOf(focused());
    go(shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)]);
  };

  // A link to a fingerprint opens the finding, whatever the filters say.
  const reveal = () => {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = id && document.getElementById(id);
    if (!target || !target.matches("details.finding")) return;
    if (target.hidden) reset();
    target.open = true;
    go(target);
  };
  addEventListener("hashchange", reveal);

  const say = (text) => {
    said.textContent = text;
  };
  const copy = async (finding) => {
    const code = finding.querySelector(".print");
    const button = finding.querySelector(".copy");
    let done = true;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      done = document.execCommand("copy");
    }
    button.textContent = done ? "Copied" : "Selected";
    say(done ? "Fingerprint copied" : "Fingerprint selected");
    setTimeout(() => (button.textContent = "Copy"), 1600);
  };
  document.addEventListener("click", (event) => {
    if (event.target.matches("button.copy")) copy(event.target.closest("details.finding"));
    if (event.target.closest("#help")) keys.showModal();
    if (event.target === keys) keys.close();
  });

  const openAll = () => {
    const open = shown.some((finding) => !finding.open);
    for (const finding of shown) finding.open = open;
  };
  const actions = {
    "/": () => query.select() ?? query.focus(),
    j: () => step(1),
    k: () => step(-1),
    x: openAll,
    c: () => focused() && copy(focused()),
    "?": () => keys.showModal(),
    Escape: reset,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open) return;
    if (event.target === query) {
      if (event.key === "Enter") {
        clearTimeout(waiting);
        apply();
        go(shown[0]);
      } else if (event.key === "Escape") {
        event.preventDefault();
        go(shown[0]);
      } else return;
      event.preventDefault();
      return;
    }
    const action = Object.hasOwn(actions, event.key) && actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // On a narrow screen what is beside the findings stands before them, so it begins folded.
  if (matchMedia("(max-width: 60rem)").matches) {
    document.querySelectorAll(".filters, .groups").forEach((part) => (part.open = false));
  }
  apply(); // a browser that comes back keeps what was typed
  addEventListener("load", reveal); // after the browser went to the link, and took the focus along
})();
