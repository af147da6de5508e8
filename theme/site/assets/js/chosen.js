// The practices that a visitor chose to compare: kept in the browser, put in and taken out by buttons beside each.

export const MOST = 4;
const NAME = "compare";
const ID = /^[a-z0-9-]+(\/[a-z0-9-]+)?\/practices\/[a-z0-9-]+$/;

// Ids of practices in what was stored or stands in an address, which anyone may have written.
export const sound = (ids) => [...new Set(Array.isArray(ids) ? ids : [])].filter((id) => ID.test(id)).slice(0, MOST);

export function chosen() {
  try {
    return sound(window.__md_get(NAME));
  } catch {
    return [];
  }
}

export const choose = (ids) => window.__md_set(NAME, sound(ids));

export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const link = document.querySelector("a[data-compare]");
const spots = [...document.querySelectorAll("[data-practice]")];

function start() {
  const buttons = new Map();
  const status = make("span", { role: "status" });
  const bar = make("div", { class: "chosen", role: "region", "aria-label": "견주어 볼 실천" }, status, make("a", { href: link.href }, "견주어 보기"));

  // Where nothing can be stored, the choice lasts as long as the page.
  let ids = chosen();

  const show = (said = "") => {
    for (const [id, button] of buttons) {
      const [verb, name] = button.children;
      verb.textContent = ids.includes(id) ? "견주어 보기에서 빼기" : "견주어 보기에 담기";
      name.textContent = `: ${button.dataset.title}`;
      button.classList.toggle("kept", ids.includes(id));
    }
    bar.hidden = !ids.length && !said;
    status.textContent = said || (ids.length ? `실천 ${ids.length}건을 담았습니다.` : "");
  };

  const turn = (id) => {
    if (!ids.includes(id) && ids.length === MOST) return show(`${MOST}건까지 담을 수 있습니다. 하나를 빼고 담아 주십시오.`);
    ids = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    choose(ids);
    return show();
  };

  for (const spot of spots) {
    const title = spot.querySelector(":is(h2, h3) a, :scope > a:first-child") ?? document.querySelector("h1");
    const button = make("button", { type: "button", class: "keep" }, make("span"), make("span", { class: "unseen" }));
    button.dataset.title = title.textContent.trim();
    button.addEventListener("click", () => turn(spot.dataset.practice));
    buttons.set(spot.dataset.practice, button);
    if (spot.matches("li")) spot.append(button);
    else spot.prepend(button);
  }
  document.querySelector("#content").append(bar);
  // Coming back by the browser's own way, or from another window, shows what was chosen there.
  const again = () => {
    ids = chosen();
    show();
  };
  window.addEventListener("pageshow", again);
  window.addEventListener("storage", again);
  show();
}

if (link && spots.length) start();
