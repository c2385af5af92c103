import { mask } from "./cardmask";

// What is half filled is kept in this tab, masked, until its form has been sent: whatever else is done at the desk meanwhile, it stands there again,
// over what the page would have filled in.
interface Answer { shouldSwap: boolean; xhr: XMLHttpRequest; requestConfig: { verb: string; elt: HTMLElement; triggeringEvent?: Event } }
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fields = "textarea, select, input:not([type=hidden], [type=file], [type=password], [type=submit])";
const ticked = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

const key = (field: Field): string | null => {
  const form = field.form;
  // A presence that was chosen and not changed to is none: it must not look like one's own on a page opened anew.
  if (!form || !field.id || !form.action.includes("/desk/") || form.action.endsWith("/presence")) return null;
  const node = form.querySelector<HTMLInputElement>("input[name=node]")?.value ?? "";
  return `draft ${new URL(form.action).pathname} ${node} ${field.id}`;
};
const value = (field: Field): string => ticked(field) ? String(field.checked) : mask(field.value);
const amount = (text: string): number => Number(text.replace(/[^\d.]/g, ""));

// What was approved takes the place of more than that, or of nothing.
const approvedFor = (field: Field): string | null =>
  document.querySelector<HTMLElement>(`[data-approved][data-field="${CSS.escape(field.id)}"]`)?.dataset.approved ?? null;
const yields = (text: string, approved: string | null): boolean =>
  approved !== null && (text.trim() === "" || amount(text) > Number(approved));

function write(field: Field, kept: string): void {
  if (ticked(field)) field.checked = kept === "true";
  else if (!(field instanceof HTMLSelectElement) || Array.from(field.options).some(option => option.value === kept)) field.value = kept;
}

export function restore(desk: HTMLElement): void {
  desk.querySelectorAll<Field>(fields).forEach(field => {
    const name = key(field);
    const kept = name && sessionStorage.getItem(name);
    if (kept !== null && !yields(kept, approvedFor(field)) && kept !== value(field)) write(field, kept);
  });
}

// An approval that comes puts its amount into the field; that is then what stands there.
export function approve(part: HTMLElement): void {
  const field = document.getElementById(part.querySelector<HTMLElement>("[data-approved]")?.dataset.field ?? "");
  if (!(field instanceof HTMLInputElement)) return;
  const approved = approvedFor(field);
  if (!yields(field.value, approved)) return;
  field.value = approved!;
  const name = key(field);
  if (name) sessionStorage.removeItem(name);
}

// A refusal that comes is said at its field, as the page read anew says it; what was refused stands there no more, something else typed since does.
export function deny(part: HTMLElement, page: Document): void {
  const denied = part.querySelector<HTMLElement>("[data-denied]");
  const field = document.getElementById(denied?.dataset.field ?? "");
  const words = page.getElementById(`${denied?.dataset.field}-hint`);
  if (!(field instanceof HTMLInputElement) || !words || document.getElementById(words.id)?.textContent === words.textContent) return;
  document.getElementById(words.id)?.remove();
  field.parentElement!.append(document.importNode(words, true));
  field.setAttribute("aria-describedby", words.id);
  if (amount(field.value) !== Number(denied!.dataset.denied)) return;
  field.value = "";
  const name = key(field);
  if (name) sessionStorage.removeItem(name);
}

export function drafts(desk: HTMLElement): void {
  const note = (event: Event): void => {
    const field = event.target as Field;
    if (!field.matches(fields)) return;
    // Of a group of choices one is chosen: the others are no more.
    const group = field instanceof HTMLInputElement && field.type === "radio" && field.form
      ? Array.from(field.form.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(field.name)}"]`)) : [field];
    for (const one of group) {
      const name = key(one);
      if (name) sessionStorage.setItem(name, value(one));
    }
  };
  desk.addEventListener("input", note);
  // A field that is left shows what is kept of it: no card number stands on the screen.
  desk.addEventListener("change", event => {
    const field = event.target as Field;
    const typed = !(field instanceof HTMLSelectElement) && field.matches("textarea, input:not([type]), input[type=text]");
    if (typed && field.value !== mask(field.value)) {
      // What is masked may take a line less: the box stays as high, or the button under it would go from under the finger that presses it.
      field.style.minHeight = `${field.offsetHeight}px`;
      field.value = mask(field.value);
    }
    note(event);
  });
  // Only once an answer takes the form's place has it been sent.
  desk.addEventListener("htmx:beforeSwap", event => {
    const { shouldSwap, xhr, requestConfig: { verb, elt, triggeringEvent } } = (event as CustomEvent<Answer>).detail;
    // What was refused has not been taken: it is kept until it is.
    if (!shouldSwap || xhr.status >= 400 || verb !== "post" || !(elt instanceof HTMLFormElement)) return;
    // Going back takes nothing of what is half filled: it stands there when the step is come to again.
    if ((triggeringEvent as SubmitEvent | undefined)?.submitter?.matches("[data-back]")) return;
    for (const field of Array.from(elt.elements).filter(one => one.matches(fields))) {
      const name = key(field as Field);
      if (name) sessionStorage.removeItem(name);
    }
  });
  restore(desk);
}
