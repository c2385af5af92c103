// The same mask as the server's, so that not even a draft in this tab holds a card number or a security code.
const runs = /(?<![\w*])\d(?:[ \t\-./_\u00A0\u2009\u2011]{0,3}\d){12,}(?![\w*])/g;
const codes = /(\b(?:cvv2?|cvc2?|cid|csc|cav2?|security\s+(?:code|number)|card\s+(?:verification|security)\s+(?:code|number|value))\W{0,3}(?:(?:is|was|of|number|code|no\.?)\W{0,3}){0,2})(\d(?:[ -]?\d){2,3})(?!\d)/gi;

function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    let digit = Number(digits[digits.length - 1 - place]);
    if (place % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** A run that holds a card number anywhere is hidden whole. */
function maskRun(run: string): string {
  const digits = run.replace(/\D/g, "");
  for (let from = 0; from + 13 <= digits.length; from++)
    for (let length = Math.min(19, digits.length - from); length >= 13; length--)
      if (digits[from] !== "0" && luhn(digits.substring(from, from + length))) return run.replace(/\d/g, "*");
  return run;
}

export const mask = (text: string): string =>
  text.replace(runs, maskRun).replace(codes, (_, label: string, code: string) => label + "*".repeat(code.length));
