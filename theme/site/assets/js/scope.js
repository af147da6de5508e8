// What the reader chose of light or dark and of text size, set before anything is painted. The functions have the names
// by which Material's scripts and those of its extensions know them.
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
})();
