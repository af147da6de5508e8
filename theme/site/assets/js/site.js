// Opening and closing the search sheet from the keyboard, and choosing light or dark.
(() => {
  const toggle = document.getElementById("__search");
  const openers = [...document.querySelectorAll("[data-seek]")];
  let opener = openers[0];
  const query = document.querySelector(".md-search__input");

  const open = (wanted) => {
    if (toggle.checked !== wanted) toggle.click();
    (wanted ? query : opener).focus();
  };

  if (toggle && opener && query) {
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
      if (event.key === "Escape" && toggle.checked) open(false);
    });
  }

  const tones = document.querySelector("[data-tones]");
  const show = () => {
    const chosen = document.documentElement.dataset.scheme ?? "";
    for (const button of tones.children) button.setAttribute("aria-pressed", String(button.dataset.tone === chosen));
  };

  if (tones) {
    tones.hidden = false;
    tones.addEventListener("click", (event) => {
      const button = event.target.closest("[data-tone]");
      if (!button) return;
      if (button.dataset.tone) document.documentElement.dataset.scheme = button.dataset.tone;
      else delete document.documentElement.dataset.scheme;
      window.__md_set("scheme", button.dataset.tone);
      show();
    });
    show();
  }
})();
