// What the reader chose of light or dark and of text size, set before anything is painted; then, when the page is read,
// the buttons that choose, and copying a story with its sources. Stored under names by which Material's scripts and those
// of its extensions know them.
(() => {
  const scope = new URL(document.currentScript.dataset.base, location);
  const key = (name) => `${scope.pathname}.${name}`;
  window.__md_scope = scope;
  window.__md_get = (name, storage = localStorage) => JSON.parse(storage.getItem(key(name)));
  window.__md_set = (name, value, storage = localStorage) => {
    try {
      storage.setItem(key(name), JSON.stringify(value));
    } catch {
      // Storage may be full or forbidden; the page works without it.
    }
  };
  try {
    for (const name of ["scheme", "size"]) {
      const chosen = window.__md_get(name);
      if (chosen) document.documentElement.dataset[name] = chosen;
    }
  } catch {
    // As above.
  }

  document.addEventListener("DOMContentLoaded", () => {
    const copier = document.querySelector("[data-copy]");
    if (copier && navigator.clipboard) {
      copier.hidden = false;
      copier.addEventListener("click", async () => {
        const said = copier.parentElement.querySelector("[role=status]");
        const told = ["h1", ".kicker span", ".lead", ".body", ".sources > ol", ".licence", ".disclaimer"];
        const parts = told.map((part) => document.querySelector(part)?.innerText);
        try {
          await navigator.clipboard.writeText([...parts.filter(Boolean), location.href].join("\n\n"));
          said.textContent = "복사했습니다.";
        } catch {
          said.textContent = "복사하지 못했습니다. 글을 골라 직접 복사해 주십시오.";
        }
      });
    }

    // Light or dark, and the size of text: each a group of buttons that sets an attribute of the page and is remembered.
    for (const group of document.querySelectorAll("[data-choice]")) {
      const name = group.dataset.choice;
      const show = () => {
        const chosen = document.documentElement.dataset[name] ?? "";
        for (const button of group.children) button.setAttribute("aria-pressed", String(button.dataset.value === chosen));
      };
      group.addEventListener("click", (event) => {
        const button = event.target.closest("[data-value]");
        if (!button) return;
        if (button.dataset.value) document.documentElement.dataset[name] = button.dataset.value;
        else delete document.documentElement.dataset[name];
        window.__md_set(name, button.dataset.value);
        show();
      });
      show();
    }
  });
})();
