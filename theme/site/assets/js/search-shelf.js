// The files that a search needs, each fetched once: the contents, the titles of volumes, and drawers of words.
// `publications/site/seeking` in the program writes them and says what stands in them.

const BLOCK = 47;
const FIRST_BLOCK = 0x100;
const FIRST = 0x21;
const UNFILED = new Set(["습니", "니다"]);

// A site of more cities or pages than this is searched one city at a time.
const MOST_CITIES = 12;
const MOST_PAGES = 12_000;

export class Shelf {
  constructor(root) {
    this.root = root;
    this.fetched = new Map();
  }

  async open() {
    this.opening ??= this.#open();
    try {
      await this.opening;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  async #open() {
    const answer = await this.#get("search/contents.json", { cache: "no-cache" });
    this.contents = await answer.json();
    this.cities = this.contents.cities.map(([slug, name, councils]) => ({ slug, name, councils: new Map(councils) }));
    this.site = this.#volume("", "search/0/", [[], 0, ...this.contents.site]);
    this.isLarge = this.cities.length > MOST_CITIES;
    if (this.isLarge) return;
    await Promise.all(this.cities.map(({ slug }) => this.openCity(slug)));
    const pages = this.cities.flatMap(({ volumes }) => volumes).reduce((sum, { size }) => sum + size, 0);
    this.isLarge = pages > MOST_PAGES;
  }

  async openCity(slug) {
    const city = this.cities.find((one) => one.slug === slug);
    if (!city || city.volumes) return;
    const answer = await this.#get(`search/${slug}/volumes.json`, { cache: "no-cache" });
    city.volumes = (await answer.json()).map((row, number) => this.#volume(slug, `search/${slug}/${number}/`, row));
  }

  #volume(city, folder, [years, size, drawers, stamp]) {
    return { city, years, size, drawers, stamp, folder, opened: new Map() };
  }

  async #get(path, options) {
    const answer = await fetch(this.root + path, options);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }

  // The volumes in which pages of a city and a year may stand; none where the site is too large to search it all.
  volumes(city, year) {
    const cities = city ? this.cities.filter(({ slug }) => slug === city) : this.isLarge ? [] : this.cities;
    const found = cities.flatMap((one) => one.volumes).filter(({ years }) => !year || years.includes(year));
    return city || year ? found : [...found, this.site];
  }

  get years() {
    const found = new Set(this.cities.flatMap(({ volumes = [] }) => volumes.flatMap(({ years }) => years)));
    found.delete(0);
    return [...found].sort((one, other) => other - one);
  }

  // Cities and councils, which the contents name.
  places() {
    const at = (kind, city, council, place) => ({
      url: `${[city.slug, council].filter(Boolean).join("/")}/`, title: place || city.name, summary: "", names: [], kind,
      city: city.slug, cityName: city.name, place, year: 0, when: "",
    });
    return this.cities.flatMap((city) => [at("city", city, "", ""), ...[...city.councils].map(([slug, name]) => at("council", city, slug, name))]);
  }

  // The pages of a volume, in the order in which its drawers count them.
  async pages(volume) {
    volume.pages ??= this.#get(`${volume.folder}titles.json?${volume.stamp}`)
      .then((answer) => answer.json())
      .then(({ pages, years }) => pages.flatMap(([folder, rows]) => rows.map((row) => this.#page(volume, folder, row, years))));
    try {
      return await volume.pages;
    } catch (error) {
      volume.pages = undefined;
      throw error;
    }
  }

  #page({ city }, folder, [slug, title, summary, names = []], years) {
    const steps = [...folder.split("/"), slug].filter(Boolean);
    const address = [city, ...steps].filter(Boolean).join("/");
    const url = address === this.contents.home ? "" : `${address}/`;
    if (!city) return { url, title, summary, names, kind: "", city: "", place: "", year: 0, when: "" };
    const owner = this.cities.find((one) => one.slug === city);
    const council = owner.councils.has(steps[0]) && steps[0] !== undefined ? steps.shift() : "";
    const year = /^\d{4}$/u.test(steps[0] ?? "") ? steps.shift() : "";
    const kind = steps.length > 1 ? steps[0] : year ? "year" : council ? "council" : "city";
    const home = [council, year].filter(Boolean).join("/");
    const when = year && (years[home] ?? `${year}년`);
    const place = owner.councils.get(council) ?? "";
    return { url, title, summary, names, kind, city, cityName: owner.name, place, year: Number(year), when };
  }

  // Which pages of a volume hold a word that a reading fits: a map from their number to whether their fact box does.
  async holders(volume, { pattern, whole, inTitles, parts }) {
    if (parts) {
      const [held, others] = await Promise.all(parts.map((part) => this.holders(volume, part)));
      return new Map([...held].filter(([page]) => others.has(page)).map(([page, isInBox]) => [page, isInBox && others.get(page)]));
    }
    const found = new Map();
    const pair = inTitles ? "" : this.#pair(volume, whole);
    if (!pair) return found;
    for (const [word, records] of await this.#drawer(volume, pair)) {
      if (!pattern.test(word)) continue;
      let block = 0;
      for (const char of records) {
        const code = char.charCodeAt(0);
        if (code >= FIRST_BLOCK) block = (code - FIRST_BLOCK) * BLOCK;
        else {
          const page = block + ((code - FIRST) >> 1);
          found.set(page, found.get(page) || (code - FIRST) % 2 === 0);
        }
      }
    }
    return found;
  }

  // Two letters by whose drawer a word is found, an open one if possible.
  #pair(volume, whole) {
    if (/^\p{Script=Han}$/u.test(whole)) return whole;
    const pairs = [...whole].slice(0, -1).map((char, index) => char + whole[index + 1]).filter((pair) => !UNFILED.has(pair));
    return pairs.find((pair) => volume.opened.has(this.#number(volume, pair))) ?? pairs[0];
  }

  #number({ drawers }, pair) {
    return (pair.charCodeAt(0) * 31 + (pair.charCodeAt(1) || 0)) % drawers;
  }

  async #drawer(volume, pair) {
    const number = this.#number(volume, pair);
    const opened = volume.opened.get(number) ?? this.#get(`${volume.folder}${number}.txt?${volume.stamp}`)
      .then((answer) => answer.text())
      .then((text) => text.split("\n").filter(Boolean).map((line) => line.split(" ")));
    volume.opened.set(number, opened);
    try {
      return await opened;
    } catch (error) {
      volume.opened.delete(number);
      throw error;
    }
  }

  // The text of a page in its parts, for showing where in it a word stands.
  async parts(url) {
    const answer = await this.#get(url);
    const article = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("article");
    const blocks = article ? [...article.querySelectorAll("p, li, dd, td, pre, blockquote, figcaption, h2, h3")] : [];
    return blocks.filter((block) => !block.querySelector("p, li, dd")).map((block) => block.textContent.replace(/\s+/gu, " ").trim());
  }
}
