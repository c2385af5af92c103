// A page says where one begins on it, to those who have not begun yet: who is in a field already, before all of it had come, stays there.
export function begin(at: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (!document.activeElement?.matches("input, textarea, select")) at?.focus(options);
}

// The first field of a part that was refused, where it can be seen: what it is folded away in opens.
export function wrongField(part: ParentNode): HTMLElement | null {
  const wrong = part.querySelector<HTMLElement>("[aria-invalid=true]");
  const field = wrong?.matches("input, select, textarea") ? wrong : wrong?.querySelector<HTMLElement>("input, select, textarea") ?? null;
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  return field;
}
