// A part of the page that is drawn anew keeps what was typed in it, takes no press away from under the hand that makes it,
// and what is sent from it waits for the answer to a change made before.
interface Answer { target: Element; xhr: XMLHttpRequest; requestConfig: { verb: string; path: string; elt: HTMLElement } }
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const typed = new Set<Field>();
const kept = new Map<string, { old: Field; from: number | null; to: number | null }>();
// The field one stands in without having typed, and what of it is chosen. A browser does not tell that of a number: whoever came to it by Tab
// has all of it chosen, and types over it.
let stoodIn: { id: string; from: number | null; to: number | null } | null = null;
const detail = (event: Event): Answer => (event as CustomEvent<Answer>).detail;
const leaving = (): boolean => document.querySelector("form[data-sent]") !== null;

// What was typed or chosen, by the field's id; a part drawn by what somebody sent shows what came of that instead.
function keep(target: Element): void {
  kept.clear();
  const stood = document.activeElement;
  stoodIn = stood instanceof HTMLInputElement && target.contains(stood) && !typed.has(stood)
    ? { id: stood.id, from: stood.selectionStart, to: stood.selectionEnd } : null;
  for (const field of typed) {
    if (!field.isConnected) typed.delete(field);
    else if (field.id) {
      const line = field instanceof HTMLSelectElement ? null : field;
      kept.set(field.id, { old: field, from: line?.selectionStart ?? null, to: line?.selectionEnd ?? null });
    }
  }
}

// The same field of another step or contact is another field; of the same with other figures it is the same.
const formOf = ({ form }: Field): string =>
  form ? `${new URL(form.action).pathname} ${form.querySelector<HTMLInputElement>("input[name=node]")?.value ?? ""}` : "";
const same = (field: Field, old: Field): boolean => field.type === old.type && field.type !== "file" && formOf(field) === formOf(old);

function putBack(): void {
  for (const [id, { old, from, to }] of kept) {
    const field = document.getElementById(id) as Field | null;
    if (!field || field === old || !same(field, old)) continue;
    field.value = old.value;
    if (field instanceof HTMLInputElement) field.checked = (old as HTMLInputElement).checked;
    if (field === document.activeElement && from !== null && !(field instanceof HTMLSelectElement)) field.setSelectionRange(from, to);
    typed.add(field);
  }
  kept.clear();
  const stood = document.activeElement;
  if (stoodIn && stood instanceof HTMLInputElement && stood.id === stoodIn.id)
    if (stoodIn.from === null) stood.select();
    else stood.setSelectionRange(stoodIn.from, stoodIn.to);
  stoodIn = null;
}

// What is under the finger, the pointer or a key that is down; and the draw that waits until it is up.
let pressed: Element | null = null;
let waits: (() => void) | null = null;

function released(): void {
  pressed = null;
  const ask = waits;
  waits = null;
  // The click of this press comes first.
  if (ask) setTimeout(ask, 0);
}

// Parts that were to be drawn anew while a form in them was on its way, and ask again once it is answered.
const afterAnswer = new Map<Element, () => void>();
const underWay = (target: Element, but: Element): boolean =>
  Array.from(target.querySelectorAll("form.htmx-request")).some(form => form !== but);

// A form that asks as it is typed in: how many changes there were, were asked about, and are answered.
const asking = new Map<HTMLElement, { made: number; asked: number; answered: number }>();
let toSend: { name: string; place: number } | null = null;

const partOf = (form: HTMLElement): Element | null => document.querySelector(form.getAttribute("hx-target") ?? "");
const formsOf = (part: Element | null): HTMLFormElement[] => Array.from(part?.querySelectorAll<HTMLFormElement>("form[method=post]") ?? []);
const nameOf = (form: HTMLFormElement): string => form.querySelector<HTMLInputElement>("input[name=_handler]")?.value ?? form.action;
const openAsk = (form: HTMLFormElement): HTMLElement | undefined =>
  Array.from(asking).find(([ask, { made, answered }]) => ask.isConnected && answered < made && partOf(ask)?.contains(form))?.[0];

// A part that asks again and again waits for a change on its way, and does not undo one that has come: it was asked at another address then.
const overtaken = (elt: HTMLElement, target: Element, path: string): boolean =>
  Array.from(asking).some(([ask, { made, answered }]) => ask !== elt && ask.isConnected && answered < made
    && (target.contains(ask) || target.contains(partOf(ask))))
  || (elt.getAttribute("hx-get") === "" && path !== location.href);

function sendNow(part: Element | null): void {
  const wanted = toSend;
  toSend = null;
  if (!wanted) return;
  formsOf(part).filter(form => nameOf(form) === wanted.name)[wanted.place]?.requestSubmit();
}

function answered(form: HTMLElement): void {
  const count = asking.get(form);
  if (!count) return;
  count.answered = count.asked;
  if (count.answered === count.made) sendNow(partOf(form));
}

export function keeping(): void {
  for (const change of ["input", "change"])
    document.addEventListener(change, event => {
      const field = event.target as Element;
      if (field.matches("input:not([type=hidden]), textarea, select")) typed.add(field as Field);
      const form = change === "input" ? field.closest<HTMLElement>("form[hx-get]") : null;
      if (!form) return;
      const count = asking.get(form) ?? { made: 0, asked: 0, answered: 0 };
      asking.set(form, { ...count, made: count.made + 1 });
    }, true);

  for (const down of ["pointerdown", "keydown"])
    document.addEventListener(down, event => { pressed = event.target as Element; }, true);
  for (const up of ["pointerup", "pointercancel", "keyup"]) document.addEventListener(up, released, true);
  window.addEventListener("blur", released);

  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    const ask = openAsk(form);
    if (!ask) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const name = nameOf(form);
    toSend = { name, place: formsOf(partOf(ask)).filter(one => nameOf(one) === name).indexOf(form) };
  }, true);

  document.addEventListener("htmx:beforeRequest", event => {
    const count = asking.get(detail(event).requestConfig.elt);
    if (count) count.asked = count.made;
  });
  document.addEventListener("htmx:beforeSwap", event => {
    const { target, requestConfig: { verb, path, elt } } = detail(event);
    kept.clear();
    if (verb !== "get") return;
    // The page is on its way out: what comes of that is what is shown.
    if (leaving() || overtaken(elt, target, path)) return event.preventDefault();
    const askAgain = (): void => { if (elt.isConnected && !leaving()) void window.htmx.ajax("get", path, { source: elt }); };
    if (underWay(target, elt)) {
      event.preventDefault();
      afterAnswer.set(target, askAgain);
      return;
    }
    if (pressed && target.contains(pressed)) {
      event.preventDefault();
      waits = askAgain;
      return;
    }
    keep(target);
  });
  document.addEventListener("htmx:afterSwap", event => {
    putBack();
    answered(detail(event).requestConfig.elt);
  });
  document.addEventListener("htmx:afterRequest", () => {
    for (const [target, ask] of afterAnswer) {
      if (target.isConnected && target.querySelector("form.htmx-request")) continue;
      afterAnswer.delete(target);
      setTimeout(ask, 0);
    }
  });
  for (const amiss of ["htmx:responseError", "htmx:sendError", "htmx:timeout"])
    document.addEventListener(amiss, event => answered(detail(event).requestConfig.elt));
  // A change that cannot be asked about as it stands is said beside its field.
  document.addEventListener("htmx:validation:halted", event => {
    const count = asking.get(event.target as HTMLElement);
    if (count) count.asked = count.made;
    answered(event.target as HTMLElement);
  });
}
