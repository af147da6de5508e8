// The search sheet: fetched when it is first opened, and kept to the keyboard's reach; copying a story with its sources;
// and choosing light or dark and the size of text.
(() => {
  const toggle = document.getElementById("__search");
  const openers = [...document.querySelectorAll("[data-seek]")];
  let opener = openers[0];
  const dialog = document.getElementById("seek-dialog");
  const query = document.querySelector(".md-search__input");
  const behind = document.querySelectorAll(".skip, .masthead-inner, .md-container");

  let fetched = false;
  const fetchOnce = () => {
    if (fetched) return;
    fetched = true;
    const held = document.querySelector("[data-seek-script]").content.querySelector("script");
    const script = document.createElement("script");
    script.src = held.getAttribute("src");
    // Material starts when a page has been read, which by now it has.
    script.addEventListener("load", () => document.dispatchEvent(new Event("DOMContentLoaded")));
    script.addEventListener("error", () => {
      fetched = false;
    });
    document.body.append(script);
  };

  const open = (wanted) => {
    if (wanted) fetchOnce();
    if (toggle.checked !== wanted) toggle.click();
  };

  if (toggle && opener && query) {
    toggle.addEventListener("change", () => {
      for (const part of behind) part.inert = toggle.checked;
      (toggle.checked ? query : opener).focus();
    });
    for (const button of openers) {
      button.addEventListener("click", () => {
        opener = button;
        open(true);
      });
    }
    document.querySelector("[data-seek-close]").addEventListener("click", () => open(false));
    // Material listens to keys only; dictation, pasting and some Korean keyboards give no key at all.
    query.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup")));
    document.addEventListener("keydown", (event) => {
      if (!toggle.checked) return;
      // Material would close the sheet on Tab, keep Tab from the results and take a key that is meant for a button.
      if (event.key === "Tab" || event.target.closest("button")) event.stopPropagation();
      if (event.key === "Tab") for (const link of dialog.querySelectorAll("a[tabindex]")) link.removeAttribute("tabindex");
      if (event.key === "Escape") open(false);
    });
  }

  const copier = document.querySelector("[data-copy]");
  if (copier && navigator.clipboard) {
    copier.hidden = false;
    copier.addEventListener("click", async () => {
      const said = copier.parentElement.querySelector("[role=status]");
      const parts = ["h1", ".lead", ".body", ".sources > ol"].map((part) => document.querySelector(part)?.innerText);
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
    group.hidden = false;
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
})();
