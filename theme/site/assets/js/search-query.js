// What a reader typed, as patterns: whole words, words without their particle, half-typed syllables, initials, slips.

const FIRST = 0xac00;
const LAST = 0xd7a3;
const FINALS = 28;
const PER_INITIAL = 588;
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINAL_LETTERS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const KEYS = { q: "ㅂ", w: "ㅈ", e: "ㄷ", r: "ㄱ", t: "ㅅ", y: "ㅛ", u: "ㅕ", i: "ㅑ", o: "ㅐ", p: "ㅔ", a: "ㅁ", s: "ㄴ", d: "ㅇ",
  f: "ㄹ", g: "ㅎ", h: "ㅗ", j: "ㅓ", k: "ㅏ", l: "ㅣ", z: "ㅋ", x: "ㅌ", c: "ㅊ", v: "ㅍ", b: "ㅠ", n: "ㅜ", m: "ㅡ",
  Q: "ㅃ", W: "ㅉ", E: "ㄸ", R: "ㄲ", T: "ㅆ", O: "ㅒ", P: "ㅖ" };
const JOINED = { ㅗㅏ: "ㅘ", ㅗㅐ: "ㅙ", ㅗㅣ: "ㅚ", ㅜㅓ: "ㅝ", ㅜㅔ: "ㅞ", ㅜㅣ: "ㅟ", ㅡㅣ: "ㅢ", ㄱㅅ: "ㄳ", ㄴㅈ: "ㄵ", ㄴㅎ: "ㄶ",
  ㄹㄱ: "ㄺ", ㄹㅁ: "ㄻ", ㄹㅂ: "ㄼ", ㄹㅅ: "ㄽ", ㄹㅌ: "ㄾ", ㄹㅍ: "ㄿ", ㄹㅎ: "ㅀ", ㅂㅅ: "ㅄ" };
const ENDINGS = [
  "에서는", "에게는", "에서도", "으로는", "이라는", "합니다", "에서", "에게", "에는", "으로", "이나", "이랑", "까지", "부터", "처럼", "보다",
  "마다", "하고", "하는", "하기", "하다", "했던", "해요", "한테", "라는", "들이", "들을", "들의", "들은", "들도", "들과", "을", "를", "이",
  "가", "은", "는", "의", "에", "도", "로", "와", "과", "만", "나", "랑", "들",
];
// Between two letters there may be spaces and signs, and hanja that only tell how a word is written: 온(溫)복지로.
const GAP = "(?:[^\\p{L}\\p{N}]|\\p{Script=Han})*";

const MOST_WORDS = 8;
const DIGITS = "영일이삼사오육칠팔구";

const isSyllable = (char) => char >= "가" && char <= "힣";
const range = (from, to) => `[${String.fromCharCode(from)}-${String.fromCharCode(to)}]`;
const initialRange = (index) => range(FIRST + index * PER_INITIAL, FIRST + (index + 1) * PER_INITIAL - 1);

// The letters that a half-typed one may become: 차 찬, 난 나ㄴ…, ㅊ 차.
function unfinished(char) {
  const initial = INITIALS.indexOf(char);
  if (initial >= 0) return initialRange(initial);
  if (!isSyllable(char)) return "";
  const code = char.charCodeAt(0);
  const final = (code - FIRST) % FINALS;
  if (final === 0) return range(code, code + FINALS - 1);
  const next = INITIALS.indexOf(FINAL_LETTERS[final]);
  return next < 0 ? "" : `(?:${char}|${String.fromCharCode(code - final)}${GAP}${initialRange(next)})`;
}

const pattern = (pieces) => new RegExp(pieces.join(GAP), "iu");

function stem(word) {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= 2);
  return ending ? word.slice(0, -ending.length) : "";
}

// One way of reading a word: `weight` is less than 1 where it is not quite what was typed; `whole` are letters that a
// word in a drawer surely holds; `inTitles` keeps it to titles, because elsewhere it would fit too much; `parts` are
// what a text must hold both of instead.
const reading = (pieces, weight, whole, inTitles = false) => ({ pattern: pattern(pieces), weight, whole, inTitles });

// A compound that a text may write apart: two words, one of which ends as it begins and the other begins as it ends. All
// of them lie in the drawers of its first two and its last two letters.
function apart(letters) {
  const [first, last] = [letters.slice(0, 2).join(""), letters.slice(-2).join("")];
  const found = [];
  for (let at = 2; at <= letters.length - 2; at += 1) {
    const ends = new RegExp(`${letters.slice(0, at).join("")}$`, "iu");
    const begins = new RegExp(`^${letters.slice(at).join("")}`, "iu");
    found.push({ ...reading(letters, 0.6, ""), parts: [{ pattern: ends, whole: first }, { pattern: begins, whole: last }] });
  }
  return found;
}

function readings(word, isLast) {
  const letters = [...word];
  if (letters.every((char) => INITIALS.includes(char))) {
    return [reading(letters.map((char) => initialRange(INITIALS.indexOf(char))), 0.8, "", true)];
  }
  const found = [reading(letters, 1, word)];
  const base = stem(word);
  if (base) found.push(reading([...base], 0.9, base));
  const counted = word.replace(/[일이삼사오육칠팔구](?=동)/gu, (digit) => DIGITS.indexOf(digit));
  if (counted !== word) found.push(reading([...counted], 0.9, counted));
  const grown = isLast ? unfinished(letters[letters.length - 1]) : "";
  found.push(...apart([...(base || word)]));
  if (grown) found.push(reading([...letters.slice(0, -1), grown], 0.5, letters.slice(0, -1).join(""), letters.length < 3));
  return found;
}

// Letters by themselves stay as they are: NFKC would make them parts of syllables.
const clean = (text) => text.replace(/[^ㄱ-ㆎ]+/gu, (piece) => piece.normalize("NFKC")).replace(/(\d),(?=\d)/gu, "$1");

// The words of a query in the order typed, each with its readings.
export function parse(typed) {
  const pieces = clean(typed).toLowerCase().split(/[\s,/·+&]+/u);
  const words = pieces.map((piece) => piece.replace(/[^\p{L}\p{N}]+/gu, "")).filter(Boolean).slice(0, MOST_WORDS);
  return words.map((word, index) => ({ word, readings: readings(word, index === words.length - 1) }));
}

// The query as one piece, however it is spaced.
export const joined = (words) => pattern([...words.map(({ word }) => word).join("")]);

// A word in two, at every place where both parts are words still.
export function halves(word) {
  const found = [];
  for (let at = 2; at <= word.length - 2; at += 1) found.push([word.slice(0, at), word.slice(at)]);
  return found;
}

const parts = (char) => {
  const code = char.charCodeAt(0) - FIRST;
  return [Math.floor(code / PER_INITIAL), Math.floor((code % PER_INITIAL) / FINALS), code % FINALS];
};

// Whether two syllables differ in one of their letters.
function isSlip(one, other) {
  if (!isSyllable(one) || !isSyllable(other)) return false;
  const theirs = parts(other);
  return parts(one).filter((part, index) => part !== theirs[index]).length === 1;
}

// The piece of `texts` that is most often found and differs from a word in one letter of one syllable; or "".
export function nearest(word, texts) {
  const found = new Map();
  for (const text of texts) {
    for (let start = 0; start + word.length <= text.length; start += 1) {
      let differing = -1;
      let index = 0;
      for (; index < word.length; index += 1) {
        if (word[index] === text[start + index]) continue;
        if (differing >= 0) break;
        differing = index;
      }
      if (index === word.length && differing >= 0 && isSlip(word[differing], text[start + differing])) {
        const piece = text.slice(start, start + word.length);
        found.set(piece, (found.get(piece) ?? 0) + 1);
      }
    }
  }
  return [...found].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0] ?? "";
}

// What was typed with the keyboard still set to Latin letters: qkscks is 반찬; "" where it is not that.
export function inHangul(typed) {
  if (!/^[a-zA-Z ]+$/u.test(typed)) return "";
  const letters = [...typed].map((key) => KEYS[key] ?? KEYS[key.toLowerCase()] ?? key);
  const made = compose(letters);
  return [...made].every((char) => isSyllable(char) || char === " ") ? made : "";
}

function compose(letters) {
  let made = "";
  let at = 0;
  while (at < letters.length) {
    const initial = INITIALS.indexOf(letters[at]);
    const [vowel, taken] = vowelAt(letters, at + 1);
    if (initial < 0 || vowel < 0) {
      made += letters[at];
      at += 1;
      continue;
    }
    at += 1 + taken;
    const [final, used] = finalAt(letters, at);
    made += String.fromCharCode(FIRST + initial * PER_INITIAL + vowel * FINALS + final);
    at += used;
  }
  return made;
}

function vowelAt(letters, at) {
  const double = VOWELS.indexOf(JOINED[letters[at] + letters[at + 1]] ?? "-");
  return double >= 0 ? [double, 2] : [VOWELS.indexOf(letters[at] ?? "-"), 1];
}

function finalAt(letters, at) {
  const isVowel = (char) => char !== undefined && VOWELS.includes(char);
  const double = FINAL_LETTERS.indexOf(JOINED[letters[at] + letters[at + 1]] ?? "-");
  if (double > 0 && !isVowel(letters[at + 2])) return [double, 2];
  const single = FINAL_LETTERS.indexOf(letters[at] ?? "-");
  return single > 0 && !isVowel(letters[at + 1]) ? [single, 1] : [0, 0];
}
