// What Material's scripts expect to find before they start, kept out of the page so that no script is inline;
// and the reader's choice of light or dark, set before anything is painted.
(() => {
  const scope = new URL(document.currentScript.dataset.base, location);
  const key = (name) => `${scope.pathname}.${name}`;
  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
  window.__md_get = (name, storage = localStorage) => JSON.parse(storage.getItem(key(name)));
  window.__md_set = (name, value, storage = localStorage) => {
    try {
      storage.setItem(key(name), JSON.stringify(value));
    } catch {
      // Storage may be full or forbidden; the page works without it.
    }
  };
  try {
    const chosen = window.__md_get("scheme");
    if (chosen) document.documentElement.dataset.scheme = chosen;
  } catch {
    // As above.
  }
})();
