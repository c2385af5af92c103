// The same mask as the server's, so that not even a draft in this tab holds a card number or a security code.
const runs = /(?<![\p{Nd}*])\p{Nd}(?:[\s\p{Pd}./\\_|]{0,12}\p{Nd}){12,}(?![\p{Nd}*])/gu;
const named = String.raw`\b(?:cvv2?|cvc2?|cid|csc|cav2?|security\s+(?:code|number)|card\s+(?:verification|security)\s+(?:code|number|value))`;
const between = String.raw`\W{0,3}(?:(?:is|was|of|number|code|no\.?)\W{0,3}){0,2}`;
const codes = new RegExp(String.raw`(${named}${between})(\d(?:[ -]?\d){2,3})(?!\d)`, "gi");

function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    let digit = Number(digits[digits.length - 1 - place]);
    if (place % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** The length of a card number that begins at this digit and touches no further digit; 0 where none does. */
function cardAt(run: string, places: number[], from: number): number {
  const touches = (one: number, other: number): boolean => places[one]! + 1 === places[other]!;
  if (run[places[from]!] === "0" || (from > 0 && touches(from - 1, from))) return 0;
  for (let length = Math.min(19, places.length - from); length >= 13; length--) {
    const end = from + length;
    if ((end === places.length || !touches(end - 1, end)) && luhn(places.slice(from, end).map(place => run[place]).join(""))) return length;
  }
  return 0;
}

/** Of a card number the first six and last four digits stay; digits of another script are hidden whole. */
function maskRun(run: string): string {
  if (/(?![0-9])\p{Nd}/u.test(run)) return run.replace(/\p{Nd}/gu, "*");
  const places = [...run.matchAll(/[0-9]/g)].map(found => found.index);
  const masked = [...run];
  for (let from = 0; from + 13 <= places.length; from++) {
    const length = cardAt(run, places, from);
    for (let inside = from + 6; inside < from + length - 4; inside++) masked[places[inside]!] = "*";
    from += Math.max(0, length - 1);
  }
  return masked.join("");
}

export const mask = (text: string): string =>
  text.replace(runs, maskRun).replace(codes, (_, label: string, code: string) => label + "*".repeat(code.length));
