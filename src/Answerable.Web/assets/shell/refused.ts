import { begin, wrongField } from "./beginning";

// A page that comes back refused begins where it is mended: at the first field that is wrong, or at what is said of it.
export function refused(): void {
  const summary = document.querySelector<HTMLElement>("#main [data-refused]");
  const field = wrongField(document.getElementById("main")!);
  if (summary && !field) summary.tabIndex = -1;
  begin(field ?? summary);
}

// A form that asks while one types has only its answer drawn anew, not its fields: what is wrong is said at them all the same, and no longer once
// it is mended.
document.addEventListener("htmx:afterRequest", event => {
  const { elt: form, xhr } = (event as CustomEvent<{ elt: HTMLElement; xhr: XMLHttpRequest }>).detail;
  if (!(form instanceof HTMLFormElement) || form.method !== "get" || !xhr.responseText) return;
  const answer = new DOMParser().parseFromString(xhr.responseText, "text/html");
  form.querySelectorAll<HTMLElement>("input[id], select[id]").forEach(field => {
    const asked = answer.getElementById(field.id);
    if (!asked) return;
    for (const word of ["aria-invalid", "aria-describedby"])
      if (asked.hasAttribute(word)) field.setAttribute(word, asked.getAttribute(word)!);
      else field.removeAttribute(word);
    document.getElementById(`${field.id}-refused`)?.remove();
    const note = answer.getElementById(`${field.id}-refused`);
    if (note) (field.closest(".input-group") ?? field).parentElement?.append(note);
  });
});
