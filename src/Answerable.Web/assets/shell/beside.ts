// A page of several forms sends one of them: what was typed into the others is there again on the page that comes of it. It lies in this tab alone,
// until then. A page says by data-beside that nothing personal is typed into its forms.
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldsOf = (form: HTMLFormElement): Field[] => Array.from(form.elements)
  .filter((field): field is Field => field.matches("input:not([type=hidden], [type=password], [type=file]), textarea, select"));

const changed = (field: Field): boolean => field instanceof HTMLSelectElement
  ? Array.from(field.options).some(option => option.selected !== option.defaultSelected)
  : field.value !== field.defaultValue || (field instanceof HTMLInputElement && field.checked !== field.defaultChecked);

// A form that was refused shows what was typed as if it had always stood there.
const open = (form: HTMLFormElement): boolean => form.querySelector("[aria-invalid=true]") !== null || fieldsOf(form).some(changed);

export function beside(): void {
  const page = document.querySelector<HTMLElement>("[data-beside]");
  if (!page) return;
  const place = `beside ${page.dataset.beside}`;
  const forms = Array.from(page.querySelectorAll<HTMLFormElement>("form[method=post]"));

  const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}") as Record<string, string | boolean>;
  sessionStorage.removeItem(place);
  for (const field of forms.flatMap(fieldsOf)) {
    const value = kept[field.name];
    if (typeof value === "boolean" && field instanceof HTMLInputElement) field.checked = value;
    else if (typeof value === "string") field.value = value;
  }

  page.addEventListener("submit", event => {
    const others = forms.filter(form => form !== event.target && open(form)).flatMap(fieldsOf);
    const typed = others.map(field =>
      [field.name, field instanceof HTMLInputElement && field.type === "checkbox" ? field.checked : field.value] as const);
    if (typed.length > 0) sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(typed)));
  });
}
