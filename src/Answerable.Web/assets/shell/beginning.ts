// A page says where one begins on it, to those who have not begun yet: who is in a field already, before all of it had come, stays there.
export function begin(at: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (!document.activeElement?.matches("input, textarea, select")) at?.focus(options);
}
