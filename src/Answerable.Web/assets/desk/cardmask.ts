// The same mask as the server's (CardMask, ReadableShape, CardNumbers, SecurityCodes), so that not even a draft in this tab holds a card number or a
// security code. One table of examples holds both to one rule.
const invisible = "\u200B";
const [shortest, longest, longestTelephone, longestGap] = [13, 19, 15, 24];
const readOut = new Set(["4 4 4 4", "4 6 5", "4 6 4", "4 4 4 4 3", "4 4 4 4 2", "4 4 5", "4 4 6", "8 8", "6 10", "6 13"]);

// A day, or a year with its month: no code is written so, nor may its year be taken for one.
const date = String.raw`(?:[0-3]?[0-9] ?[-./] ?[0-3]?[0-9] ?[-./] ?(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9]`
  + String.raw`|20[0-9]{2}[-/](?:0[1-9]|1[0-2]))(?![0-9])`;
const names = String.raw`(?:c[ ._/*-]?(?:v[ ._/*-]?[vcndp2]|s[ ._/*-]?[cv]|[ac][ ._/*-]?v|i[ ._/*-]?d)(?:[ ._/*-]?(?!${date})2)?`
  + String.raw`|security\W{1,3}(?:code|number|no|digits?)|(?:card\W{1,3})?(?:verification|validation)\W{1,3}(?:code|number|no|value)`
  + String.raw`|card\W{1,3}(?:code|security)|signature\W{1,3}(?:code|digits?|panel|strip)|(?:last|back)\W{1,3}(?:three|3)(?:\W{1,3}digits?)?`
  + String.raw`|(?:three|3)\W{1,3}digits?(?:\W{1,3}code)?|(?:number|code|digits?)\W{1,3}on\W{1,3}the\W{1,3}(?:back|front|reverse)`
  + String.raw`|pin(?:\W{1,3}(?:code|number))?`
  + String.raw`|(?:karten)?(?:pr(?:x|ue?\u200B?)f|sicherheits)\W?(?:nummer|nr|ziffern?|zahl|code)|geheimzahl|cryptogramme(?:\W{1,3}visuel)?`
  + String.raw`|(?:c(?:x|o\u200B?)digo|codice|code|kod)(?:\W{1,3}(?:de|di|da|do))?\W{1,3}(?:s(?:x|e\u200B?)curit(?:x|e\u200B?)|seguridad`
  + String.raw`|seguran(?:x|c\u200B?)a|sicurezza|bezpieczen?\u200B?x?stwa|v(?:x|e\u200B?)rifica\w{1,8})|(?:beveiligings|veiligheids)code`
  + String.raw`|sec\W{0,3}(?:code|number))`;
const linking = "(?:is|was|of|as|it|to|for|are|the|on|back|card|number|code|no|reads?|says?|my|her|his|their"
  + "|ist|war|lautet|die|der|das|est|es|el|la|le|il)";
const expiry = String.raw`(?:${date}|(?!${date})(?:(?:0?[1-9]|1[0-2])[^0-9a-z$]{0,3}`
  + String.raw`|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[^0-9a-z$]{1,3})(?:20)?[0-9]{2}(?![0-9]))`;
// A sum of money by its currency, which is not that of a sum still to come.
const sum = String.raw`[0-9]{3,4}\W{0,2}(?:\$|(?:gbp|eur|usd|pounds?|euros?|dollars?|pence|quid)\b)(?!\W{0,3}[0-9$])`;
const code = String.raw`(?!${date})([0-9](?:[\s\-.,/*\u200B]{0,3}[0-9]){2,3})(?![0-9]|[.,:][0-9])`;
const named = new RegExp(String.raw`\b${names}(?:\W{0,3}\b${linking}\b){0,4}\W{0,4}${code}`, "dg");
const namedAfter = new RegExp(
  String.raw`(?<![0-9.,:/\-])${code}\W{0,3}(?:(?:is|was|as|for|are|ist|war|est|es)\W{1,3}`
  + String.raw`(?:(?:the|my|her|his|their|card|die|der|das|le|la|el|il)\W{1,3}){0,3}|\()${names}\b`, "dg");
const vaguely = new RegExp(String.raw`(?<!(?:^|[\s(,;])[0-9]{1,3}\W{0,2})\bsec\W{1,4}${code}`, "dg");
const beside = 60;
const after = new RegExp(String.raw`(?:[^0-9a-z$]{1,12}(?:(?:exp\w{0,8}|valid|until|thru|through|ends?|end|date|to|and|with|is)[^0-9a-z$]{1,6}){0,4}`
  + String.raw`${expiry})?[^0-9a-z$]{1,12}`
  + String.raw`(?:(?:and|with|code|its?|the|number)[^0-9a-z$]{1,6}){0,3}(?!${date}|${sum})([0-9]{3,4})(?![0-9]|[.,:][0-9])`, "dy");
const maskedCards = /[0-9](?:[^0-9*]{0,24}[0-9]){5}(?:[^0-9*]{0,24}\*){3,9}(?:[^0-9*]{0,24}[0-9]){4}/dg;
const telephones = /(?:\+|tel:)[ (]{0,2}[0-9](?:[ ()./\-\u200B]{0,3}[0-9])*/dg;

const enum Gap { None, Usual, Signs, Words, Apart }
interface Card { digits: number[]; glued: number[]; isPlain: boolean }

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= "0" && character <= "9";

/** The digit a character is in its own script: digits of a script stand ten by ten, from nought on. */
function digitOf(character: string): string {
  const point = character.codePointAt(0)!;
  let first = point;
  while (point - first < 50 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((point - first) % 10);
}

function plain(character: string): string {
  if (character <= "\u007F") return character.toLowerCase();
  const composed = character.normalize("NFKC");
  if (/^[\u0020-\u007E]$/.test(composed)) return composed.toLowerCase();
  if (/\s/u.test(character)) return " ";
  if (/[\p{Cc}\p{Cf}\p{Cn}\p{Mn}\p{Me}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u.test(character)) return invisible;
  if (/\p{Nd}/u.test(character)) return digitOf(character);
  if (/\p{Pd}/u.test(character)) return "-";
  if (/\p{Sc}/u.test(character)) return "$";
  return /\p{L}/u.test(character) ? "x" : ";";
}

function gapOf(between: string): Gap {
  if (between === "") return Gap.None;
  if (between.length > longestGap) return Gap.Apart;
  if (between === "+") return Gap.Signs;
  if (between.includes("+")) return Gap.Apart;
  if (/[a-z]/.test(between)) return Gap.Words;
  return /^[ \t\r\n\v\f\-./\\_|\u200B]+$/.test(between) ? Gap.Usual : Gap.Signs;
}

/** Finds the card numbers of a shape; the less usual what stands between digits, the more like a card they must look. */
function cardsIn(shape: string): Card[] {
  const places = [...shape].flatMap((character, at) => (isDigit(character) ? [at] : []));
  const gaps = places.slice(1).map((at, before) => gapOf(shape.slice(places[before]! + 1, at)));
  const exempt = new Set<number>();
  for (const found of shape.matchAll(telephones)) {
    const own = places.filter(at => at >= found.index && at < found.index + found[0].length);
    if (own.length <= longestTelephone) own.forEach(at => exempt.add(at));
  }
  const cards: Card[] = [];
  for (let from = 0; from + shortest <= places.length; from++)
    if (shape[places[from]!] !== "0" && (from === 0 || gaps[from - 1] !== Gap.None)) cards.push(...cardsFrom(shape, places, gaps, from));
  const plainly = new Set(cards.filter(card => card.isPlain).flatMap(card => card.digits));
  return cards.filter(card => !card.digits.every(at => exempt.has(at)) && (card.isPlain || !card.digits.some(at => plainly.has(at))));
}

function cardsFrom(shape: string, places: number[], gaps: Gap[], from: number): Card[] {
  const found: Card[] = [];
  let widest: Gap = Math.max(...gaps.slice(from, from + shortest - 1));
  for (let length = shortest; length <= longest && from + length <= places.length && widest !== Gap.Apart; length++) {
    let glued = 0;
    while (gaps[from + length - 1 + glued] === Gap.None) glued++;
    const groups = groupsOf(gaps, from, length);
    if (likeACard(shape, places, from, length, groups, widest, glued) && luhn(shape, places, from, length))
      found.push({
        digits: places.slice(from, from + length), glued: places.slice(from + length, from + length + glued),
        isPlain: beginsAsCardsDo(shape, places, from) && (groups.length === 1 || readOut.has(groups.join(" "))),
      });
    if (from + length < places.length) widest = Math.max(widest, gaps[from + length - 1]!);
  }
  return found;
}

function likeACard(shape: string, places: number[], from: number, length: number, groups: number[], widest: Gap, glued: number): boolean {
  if (glued > 0)
    return groups.length === 1 && ((length === 15 && glued === 4) || (length === 16 && glued === 3)) && beginsAsCardsDo(shape, places, from)
      && !luhn(shape, places, from, length + glued);
  return widest <= Gap.Usual || (beginsAsCardsDo(shape, places, from) && (widest === Gap.Words
    ? readOut.has(groups.join(" "))
    : groups.every(size => size >= 3) || even(groups)));
}

const even = (groups: number[]): boolean =>
  groups.length === 1 || (groups.slice(0, -1).every(size => size === groups[0]) && groups[groups.length - 1]! <= groups[0]!);

function beginsAsCardsDo(shape: string, places: number[], from: number): boolean {
  const four = places.slice(from, from + 4).map(at => shape[at]).join("");
  return (four[0]! >= "3" && four[0]! <= "6") || (four >= "2200" && four <= "2720");
}

function groupsOf(gaps: Gap[], from: number, length: number): number[] {
  const groups = [1];
  for (let at = from; at < from + length - 1; at++) {
    if (gaps[at] === Gap.None) groups[groups.length - 1]!++;
    else groups.push(1);
  }
  return groups;
}

function luhn(shape: string, places: number[], from: number, length: number): boolean {
  let sum = 0;
  for (let place = 0; place < length; place++) {
    let digit = Number(shape[places[from + length - 1 - place]!]);
    if (place % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Codes by name, before or after it, and by none right after a card number or what a mask has left of one. */
function codesIn(shape: string, cards: Card[]): [number, number][] {
  const codes = [...shape.matchAll(named), ...shape.matchAll(namedAfter)].map(found => found.indices![1]!);
  const numbers = new Set(cards.flatMap(card => card.digits));
  const places = [...cards.map(card => [card.digits[0]!, card.digits[card.digits.length - 1]! + 1] as const),
    ...[...shape.matchAll(maskedCards)].map(found => [found.index, found.index + found[0].length] as const)];
  // Sec is a security code beside a card, and seconds elsewhere.
  for (const found of shape.matchAll(vaguely))
    if (places.some(([from, to]) => found.index < to + beside && from < found.index + found[0].length + beside)) codes.push(found.indices![1]!);
  for (const [, end] of places) {
    after.lastIndex = end;
    const place = after.exec(shape)?.indices![1];
    if (place && !numbers.has(place[0])) codes.push(place);
  }
  return codes;
}

function maskOnce(text: string): string {
  const characters = [...text];
  const shape = characters.map(plain).join("").replaceAll("%20", "   ");
  const masked = [...characters];
  const cards = cardsIn(shape);
  for (const { digits, glued } of cards) for (const at of [...digits.slice(6, -4), ...glued]) masked[at] = "*";
  for (const [from, to] of codesIn(shape, cards)) for (let at = from; at < to; at++) if (isDigit(shape[at])) masked[at] = "*";
  return masked.join("");
}

/** What is left of one number may, beside another, look like a third: masked until nothing does. */
export function mask(text: string): string {
  for (let before = text; ; before = text) {
    text = maskOnce(before);
    if (text === before) return text;
  }
}
