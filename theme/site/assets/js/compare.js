// Compares practices by reading their own pages, and makes what a visitor takes along of the same.

import { choose, chosen, make, sound } from "./chosen.js";

const root = document.querySelector("[data-comparing]");
const status = root.querySelector("[role=status]");
const empty = root.querySelector("[data-empty]");
const pack = root.querySelector("[data-pack]");
const heads = root.querySelector("[data-heads]");
const rows = [...root.querySelectorAll("tr[data-fields]")];
const questions = root.querySelector("[data-questions]");
const contacts = root.querySelector("[data-contacts]");
const places = root.querySelector("[data-places]");
const titles = root.querySelector("[data-titles]");
const ASIDE = "sup, h2, dt, .cited";

const text = (element) => {
  const copy = element.cloneNode(true);
  for (const aside of copy.querySelectorAll(ASIDE)) aside.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};

// What a part of a page says, a paragraph or a line of a list each; or the part itself where it is but a line.
function lines(part) {
  const found = [...part.querySelectorAll("p, li, dd")].filter((one) => !one.matches(ASIDE) && !one.querySelector("p, li"));
  return (found.length ? found : [part]).map(text).filter(Boolean);
}

const told = (page, fields) => fields.split(" ").flatMap((field) => [...page.querySelectorAll(`[data-field="${field}"]`)].flatMap(lines));

async function article(url) {
  const answer = await fetch(url);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const moved = page.querySelector('meta[http-equiv="refresh" i]')?.content.split("url=")[1];
  return moved ? article(new URL(moved, url)) : page.querySelector("article.practices");
}

async function read(id) {
  const url = new URL(`${id}/`, window.__md_scope);
  try {
    const page = await article(url);
    return page && { id, url: url.href, page, title: text(page.querySelector("h1")), origin: text(page.querySelector(".kicker span")) };
  } catch {
    return null;
  }
}

function head(practice) {
  const button = make("button", { type: "button", class: "keep kept" }, "빼기", make("span", { class: "unseen" }, `: ${practice.title}`));
  button.addEventListener("click", () => leave(practice.id));
  return make("th", { scope: "col" }, make("a", { href: practice.url }, practice.title), make("span", { class: "origin" }, practice.origin), button);
}

function cell(practice, row) {
  const found = told(practice.page, row.dataset.fields);
  const said = found.length ? found.map((line) => make("p", {}, line)) : [make("p", { class: "note" }, row.dataset.none)];
  return make("td", {}, make("b", { class: "whose", "aria-hidden": "true" }, practice.title), ...said);
}

const asking = (practice) =>
  make(
    "section",
    {},
    make("h3", {}, practice.title),
    make("ul", {}, ...rows.filter((row) => row.dataset.ask && !told(practice.page, row.dataset.fields).length).map((row) => make("li", {}, row.dataset.ask))),
  );

// A way to reach someone, as a link where it is one.
function way(value) {
  const found = value.querySelector("a");
  return found && /^(tel:|mailto:|https?:)/.test(found.href) ? make("a", { href: found.href }, text(value)) : text(value);
}

const ways = ({ page }) => [...page.querySelectorAll('[data-field="contact"] dl > div')];

// Practices that are asked about at the same place stand together.
function reaching(practices) {
  const list = make("dl", { class: "contact" }, ...ways(practices[0]).map((one) => make("div", {}, make("dt", {}, one.querySelector("dt").textContent), make("dd", {}, way(one.querySelector("dd"))))));
  const titles = practices.map(({ title }) => title).join(", ");
  return make("section", {}, make("h3", {}, practices[0].origin), make("p", {}, titles), list.children.length ? list : make("p", {}, "연락처가 기록에 없습니다."));
}

function together(practices) {
  const found = new Map();
  for (const practice of practices) {
    const key = [practice.origin, ...ways(practice).map(text)].join("\n");
    found.set(key, [...(found.get(key) ?? []), practice]);
  }
  return [...found.values()];
}

function fill(practices) {
  heads.replaceChildren(heads.firstElementChild, ...practices.map(head));
  for (const row of rows) row.replaceChildren(row.firstElementChild, ...practices.map((practice) => cell(practice, row)));
  questions.replaceChildren(...practices.map(asking).filter((section) => section.querySelector("li")));
  contacts.replaceChildren(...together(practices).map(reaching));
  titles.textContent = practices.map(({ title }) => title).join(", ");
  places.textContent = [...new Set(practices.map(({ origin }) => origin))].join(", ");
  empty.hidden = practices.length > 0;
  pack.hidden = !practices.length;
}

let shown = [];

function say(lost = 0) {
  const parts = [shown.length && `${shown.length}건을 견줍니다.`, lost && `${lost}건은 불러오지 못했습니다. 옮겼거나 내린 기록일 수 있습니다.`];
  status.textContent = parts.filter(Boolean).join(" ");
}

function keep(ids) {
  const address = ids.length ? `?ids=${ids.join(",")}` : "";
  history.replaceState(history.state, "", `${location.pathname}${address}`);
}

function leave(id) {
  shown = shown.filter((practice) => practice.id !== id);
  choose(shown.map((practice) => practice.id));
  keep(shown.map((practice) => practice.id));
  fill(shown);
  say();
  (heads.querySelector("button") ?? empty.querySelector("a")).focus();
}

// The address goes first, for it may have come from somebody else; what is kept here stays as it was.
const given = new URLSearchParams(location.search).get("ids");
const ids = given ? sound(given.split(",")) : chosen();
if (ids.length) status.textContent = "실천을 불러오고 있습니다.";
const found = await Promise.all(ids.map(read));
shown = found.filter(Boolean);
fill(shown);
keep(ids);
say(ids.length - shown.length);
root.querySelector("[data-print]").addEventListener("click", () => window.print());
