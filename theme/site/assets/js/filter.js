// Filters a list of practices by what stands in its lines' attributes; the address keeps what was asked for.

const form = document.querySelector("[data-filters]");
const items = [...document.querySelectorAll("li[data-practice]")];
const status = form?.querySelector("[role=status]");
const clear = form?.querySelector("[type=reset]");
const groups = [...new Set(items.map((item) => item.closest("section") ?? item.parentElement))];
const onward = [...document.querySelectorAll("article section .rows a")].filter((a) => a.pathname.includes("/practices/") && !a.closest("[data-practice]"));

const among = (words, word) => (words ?? "").split(" ").includes(word);

// A range is written 1000-5000 and may be open above; a cost that is told in words only is in none.
function within(cost, range) {
  const [least, most] = range.split("-");
  return cost !== "" && Number(cost) >= Number(least) && (!most || Number(cost) <= Number(most));
}

const TESTS = {
  topic: ({ topic }, asked) => among(topic, asked),
  audience: ({ audience }, asked) => among(audience, asked),
  cost: ({ cost }, asked) => cost !== undefined && (asked === "known" || within(cost, asked)),
  evidence: ({ evidence }, asked) => evidence === asked,
  people: ({ people }) => Boolean(people),
  adopted: ({ adopted }) => Boolean(adopted),
};

const asked = () => [...new FormData(form)].filter(([, value]) => value);

function show() {
  const filters = asked();
  for (const item of items) item.hidden = !filters.every(([name, value]) => TESTS[name](item.dataset, value));
  for (const group of groups) group.hidden = !group.querySelector("li[data-practice]:not([hidden])");
  const left = items.filter((item) => !item.hidden).length;
  const where = "part" in form.dataset ? "이 쪽의 " : "";
  const found = filters.length ? `${items.length}건 가운데 ${left}건` : `${items.length}건 모두`;
  status.textContent = `${where}${found}${left ? "" : ". 조건을 줄여 보십시오."}`;
  clear.hidden = !filters.length;
  const query = new URLSearchParams(filters).toString();
  history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  for (const a of onward) a.search = query;
}

function restore() {
  const query = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll("input")) box.checked = query.get(box.name) === box.value;
  for (const select of form.querySelectorAll("select")) {
    const asked = query.get(select.name);
    select.value = [...select.options].some(({ value }) => value === asked) ? asked : "";
  }
}

if (form) {
  restore();
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The button goes with what it clears, so that the keyboard stays in the form.
  form.addEventListener("reset", () => {
    setTimeout(() => {
      show();
      form.querySelector("select, input").focus();
    });
  });
  show();
}
