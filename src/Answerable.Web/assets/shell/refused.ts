// A page that comes back refused begins where it is mended: at the first field that is wrong, or at what is said of it.
export function refused(): void {
  const summary = document.querySelector<HTMLElement>("#main [data-refused]");
  if (!summary) return;
  const wrong = document.querySelector<HTMLElement>("#main [aria-invalid=true]");
  const field = wrong?.matches("input, select, textarea") ? wrong : wrong?.querySelector<HTMLElement>("input, select, textarea");
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  if (!field) summary.tabIndex = -1;
  (field ?? summary).focus();
}
