// The index is fetched when a reader first searches.
document.querySelector(".search-input").addEventListener("focus", async () => {
  const { base, search } = JSON.parse(document.getElementById("config").textContent)
  window.index ??= await (await fetch(base + search.slice(1))).json()
})
