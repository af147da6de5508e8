// Which pages fit a query and in what order: title before summary, fact box before text, newer before older.

import { halves, inHangul, joined, nearest, parse } from "./search-query.js";

// What a place in a page is worth where a word stands inside another, begins one, or is all there is.
const TITLE = [0, 46, 60, 100];
const NAMES = [0, 40, 52, 90];
const PLACE = [0, 14, 22, 30];
const SUMMARY = [0, 24, 28, 28];
const NAMED = 18;
const LABELLED = 12;
const TOLD = 6;
const FILLS = 12;
const PHRASE = [0, 20, 40, 80];
const KINDS = { city: 8, council: 8, practices: 4, year: -8 };
const YEAR_LENGTH = 4;

const LETTER = /[\p{L}\p{N}]/u;

// How well a text fits a pattern: 3 all of it, 2 from the start of a word, 1 inside, 0 not at all; and how much of it.
function fit(text, pattern) {
  const match = text ? pattern.exec(text) : null;
  if (!match) return [0, 0];
  const share = match[0].length / text.length;
  if (share === 1) return [3, 1];
  return [match.index === 0 || !LETTER.test(text[match.index - 1]) ? 2 : 1, share];
}

function inTitle(page, { pattern }) {
  const [how, share] = fit(page.title, pattern);
  return how ? TITLE[how] + FILLS * share + (KINDS[page.kind] ?? 0) : 0;
}

function inLabels(page, { pattern, inTitles }, kinds) {
  const places = [page.place, page.cityName].map((name) => PLACE[fit(name, pattern)[0]]);
  const names = page.names.map((name) => NAMES[fit(name, pattern)[0]]);
  if (inTitles) return Math.max(0, ...places, ...names);
  const year = page.when && fit(page.when, pattern);
  const isYear = year && year[0] > 1 && year[1] * page.when.length >= YEAR_LENGTH;
  const isKind = fit(kinds[page.kind], pattern)[0] === 3;
  return Math.max(isYear || isKind ? NAMED : 0, SUMMARY[fit(page.summary, pattern)[0]], ...places, ...names);
}

// What a word is worth on a page, and whether only its text holds it. `held` says for each reading whether a drawer
// names the page: true for its fact box, false for its text, undefined where it does not.
function weigh(page, { readings }, held, kinds) {
  const best = { score: 0, isInside: false };
  readings.forEach((reading, index) => {
    const seen = Math.max(inTitle(page, reading), inLabels(page, reading, kinds));
    const inside = held[index] === undefined ? 0 : held[index] ? LABELLED : TOLD;
    const score = reading.weight * Math.max(seen, inside);
    if (score > best.score) Object.assign(best, { score, isInside: seen === 0 });
  });
  return best;
}

// A word of one letter beside others need not stand anywhere.
function judge(page, words, held, kinds, phrase) {
  const weighed = words.map((word, index) => weigh(page, word, held[index], kinds));
  const missing = weighed.filter(({ score }, index) => score === 0 && (words.length === 1 || words[index].word.length > 1)).length;
  const whole = phrase ? PHRASE[fit(page.title, phrase)[0]] + PHRASE[fit(page.place, phrase)[0]] / 4 + PHRASE[fit(page.summary, phrase)[0]] / 4 : 0;
  const score = weighed.reduce((sum, one) => sum + one.score, whole);
  return { page, score, missing, inside: words.filter((_, index) => weighed[index].isInside) };
}

const better = (one, other) =>
  one.missing - other.missing || other.score - one.score || other.page.year - one.page.year || (one.page.url < other.page.url ? -1 : 1);

// All pages in reach with what the words are worth on them; those on which none stands are left out.
async function judged(shelf, words, filters) {
  const phrase = words.length > 1 ? joined(words) : null;
  const kinds = shelf.contents.kinds;
  const lists = await Promise.all(
    shelf.volumes(filters.city, filters.year).map(async (volume) => {
      const [pages, ...held] = await Promise.all([
        shelf.pages(volume),
        ...words.map(({ readings }) => Promise.all(readings.map((reading) => shelf.holders(volume, reading)))),
      ]);
      return pages.map((page, number) => judge(page, words, held.map((maps) => maps.map((map) => map.get(number))), kinds, phrase));
    }),
  );
  if (shelf.isLarge && !filters.city) lists.push(shelf.places().map((page) => judge(page, words, words.map(() => []), kinds, phrase)));
  return lists.flat().filter(({ score }) => score > 0).sort(better);
}

const passes = ({ city, year, kind }) => ({ page }) =>
  (!city || page.city === city) && (!year || page.year === year) && (!kind || page.kind === kind);

async function complete(shelf, words, filters) {
  const all = words.length ? await judged(shelf, words, filters) : [];
  const whole = all.filter(({ missing }) => missing === 0);
  return { words, all, whole, found: whole.filter(passes(filters)) };
}

const titles = async (shelf, filters) => {
  const lists = await Promise.all(shelf.volumes(filters.city, filters.year).map((volume) => shelf.pages(volume)));
  return lists.flat().flatMap(({ title, place, summary, names }) => [title, place, summary, ...names]);
};

// Other ways to read what was typed, likeliest first, each with what is said of it.
async function* otherwise(shelf, typed, words, all, filters) {
  const hangul = inHangul(typed);
  if (hangul) yield [hangul, `한글 자판으로 바꾼 ‘${hangul}’의 결과입니다.`];
  const texts = await titles(shelf, filters);
  const stands = (part) => texts.some((text) => text?.includes(part));
  for (const { word } of words) {
    for (const parts of halves(word).filter((both) => both.every(stands))) {
      const apart = words.map((one) => (one.word === word ? parts.join(" ") : one.word)).join(" ");
      yield [apart, `‘${apart}’의 결과입니다.`];
    }
  }
  const mended = words.map(({ word }) => (stands(word) ? word : nearest(word, texts) || word));
  const text = mended.join(" ");
  if (mended.some((word, index) => word !== words[index].word)) yield [text, `찾으신 말이 없어 비슷한 ‘${text}’의 결과를 보여 드립니다.`];
}

// What a query finds: pages with the words to mark in them, something to say of it, and how many pages the choice of
// city, year and kind leaves out. `inside` are the words that only the text of a page holds.
export async function seek(shelf, typed, filters) {
  const words = parse(typed);
  const first = await complete(shelf, words, filters);
  if (first.found.length || !words.length) return { ...first, note: "", hidden: 0 };
  if (filters.city || filters.year || filters.kind) {
    const { whole } = await complete(shelf, words, { city: shelf.isLarge ? filters.city : "" });
    if (whole.length) return { ...first, note: "", hidden: whole.length };
  }
  for await (const [text, note] of otherwise(shelf, typed, words, first.all, filters)) {
    const other = await complete(shelf, parse(text), filters);
    if (other.found.length) return { ...other, note, hidden: 0 };
  }
  const some = words.length > 1 ? first.all.filter(passes(filters)) : [];
  return { ...first, found: some, note: some.length ? "찾으신 말이 모두 든 기록은 없어, 일부가 든 기록을 보여 드립니다." : "", hidden: 0 };
}
