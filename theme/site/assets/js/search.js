// The page on which one searches: what is typed is sought as it is typed, and the address keeps it.

import { seek } from "./search-rank.js";
import { Shelf } from "./search-shelf.js";

const PAUSE = 180;
const SLOW = 600;
const AT_ONCE = 20;
const AROUND = 45;
const FAILED = "찾는 데 필요한 것을 불러오지 못했습니다. 인터넷이 이어져 있는지 보시고 이 쪽을 다시 열어 주십시오.";

const root = document.querySelector("[data-search]");
const form = root.querySelector("form");
const query = form.elements.q;
const choices = root.querySelector("[data-choices]");
const status = root.querySelector("[role=status]");
const list = root.querySelector("[data-results]");
const more = root.querySelector("[data-more]");
const anyway = root.querySelector("[data-anyway]");
const hints = root.querySelector("[data-hints]");
const help = root.querySelector("[data-none]");
const shelf = new Shelf(root.dataset.search);

// Lines that are to show where in a page a word stands, with the page and the words.
const sought = new WeakMap();

let latest = 0;
let shown = { found: [], words: [] };

const make = (tag, name, ...children) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
};

const chosen = () => ({ city: form.elements.city.value, year: Number(form.elements.year.value), kind: form.elements.kind.value });

// Where the words of the query stand in a text; of a word only its likeliest reading that does.
function stretches(text, words) {
  const found = [];
  for (const { readings } of words) {
    for (const { pattern } of readings) {
      const matches = [...text.matchAll(new RegExp(pattern, "giu"))].filter((match) => match[0]);
      found.push(...matches.map((match) => [match.index, match.index + match[0].length]));
      if (matches.length) break;
    }
  }
  return found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
}

function marked(text, words) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of stretches(text, words)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), make("mark", "", text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

// The part of a page in which most of the words stand, cut to the neighbourhood of the first.
function excerpt(parts, words) {
  const hits = (text) => words.filter((word) => stretches(text, [word]).length).length;
  const best = parts.map((text) => [hits(text), text]).reduce((one, other) => (other[0] > one[0] ? other : one), [0, ""]);
  if (!best[0]) return "";
  const text = best[1];
  const [start] = stretches(text, words)[0];
  const from = start > AROUND ? text.indexOf(" ", start - AROUND) + 1 : 0;
  const to = Math.min(text.length, start + 2 * AROUND);
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    showWhere(target);
  }
});

async function showWhere(place) {
  const { url, inside } = sought.get(place);
  try {
    const text = excerpt(await shelf.parts(url), inside);
    if (text) place.replaceChildren(...marked(text, inside));
  } catch {
    // The title and summary stand without it.
  }
}

function item({ page, inside }, words) {
  const link = make("a", "", ...marked(page.title, words));
  link.href = root.dataset.search + page.url || "./";
  const origin = [shelf.contents.kinds[page.kind] ?? "안내", [shelf.cities.length > 1 ? page.cityName : "", page.place].filter(Boolean).join(" "), page.when];
  const result = make("li", "", make("h2", "", link), make("p", "origin", ...marked(origin.filter(Boolean).join(" · "), words)));
  const named = page.names.filter((name) => stretches(name, words).length);
  if (named.length) result.append(make("p", "", ...marked(named.join(", "), words)));
  if (page.summary) result.append(make("p", "", ...marked(page.summary, words)));
  if (inside.length) {
    const place = make("p", "where");
    sought.set(place, { url: page.url, inside });
    result.append(place);
    watcher.observe(place);
  }
  return result;
}

function showMore() {
  const from = list.children.length;
  const next = shown.found.slice(from, from + AT_ONCE);
  list.append(...next.map((one) => item(one, shown.words)));
  more.hidden = list.children.length >= shown.found.length;
  return list.children[from];
}

function show(result, typed) {
  shown = result;
  watcher.disconnect();
  list.replaceChildren();
  showMore();
  const count = result.found.length;
  hints.hidden = Boolean(typed);
  help.hidden = !typed || count > 0;
  anyway.hidden = result.hidden === 0;
  anyway.textContent = `고른 조건을 빼면 ${result.hidden.toLocaleString("ko")}건이 있습니다. 빼고 찾기`;
  const said = count ? `${count.toLocaleString("ko")}건을 찾았습니다.` : `‘${typed}’에 맞는 기록이 없습니다.`;
  const narrow = shelf.isLarge && !chosen().city ? "도시를 고르시면 그 도시의 기록까지 찾습니다." : "";
  status.textContent = typed ? [result.note, said, narrow].filter(Boolean).join(" ") : "";
}

function remember(typed) {
  const kept = new URLSearchParams();
  const values = { q: typed, ...chosen() };
  for (const [name, value] of Object.entries(values)) if (value) kept.set(name, value);
  const asked = kept.toString();
  history.replaceState(null, "", asked ? `?${asked}` : location.pathname);
}

async function run() {
  const typed = query.value.trim();
  latest += 1;
  const turn = latest;
  const slow = setTimeout(() => {
    status.textContent = "찾고 있습니다.";
  }, SLOW);
  try {
    await shelf.open();
    await shelf.openCity(chosen().city);
    offerYears();
    const result = await seek(shelf, typed, chosen());
    if (turn !== latest) return;
    remember(typed);
    show(result, typed);
  } catch {
    if (turn === latest) status.textContent = FAILED;
  } finally {
    clearTimeout(slow);
  }
}

function offer(select, values) {
  for (const [value, text] of values) select.append(new Option(text, value));
}

function offerYears() {
  const { year } = form.elements;
  const offered = new Set([...year.options].map(({ value }) => value));
  offer(year, shelf.years.filter((one) => !offered.has(String(one))).map((one) => [one, `${one}년`]));
}

async function start() {
  const asked = new URLSearchParams(location.search);
  // Who types before the script is there loses nothing.
  query.value ||= asked.get("q") ?? "";
  try {
    await shelf.open();
    await shelf.openCity(asked.get("city"));
  } catch {
    status.textContent = FAILED;
    return;
  }
  offer(form.elements.city, shelf.cities.map(({ slug, name }) => [slug, name]));
  offerYears();
  offer(form.elements.kind, Object.entries(shelf.contents.kinds));
  for (const name of ["city", "year", "kind"]) form.elements[name].value = asked.get(name) ?? "";
  for (const select of choices.querySelectorAll("select")) if (select.selectedIndex < 0) select.value = "";
  root.dataset.ready = "";
  await run();
}

let waiting = 0;
query.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(run, PAUSE);
});
form.addEventListener("change", (event) => {
  if (event.target === query) return;
  clearTimeout(waiting);
  run();
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  await run();
  list.querySelector("a")?.focus();
});
more.addEventListener("click", () => showMore()?.querySelector("a").focus());
anyway.addEventListener("click", () => {
  for (const name of shelf.isLarge ? ["year", "kind"] : ["city", "year", "kind"]) form.elements[name].value = "";
  run();
  query.focus();
});
start();
