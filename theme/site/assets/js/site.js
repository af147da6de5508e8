// Copying a story with its sources; and choosing light or dark and the size of text.
(() => {
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
