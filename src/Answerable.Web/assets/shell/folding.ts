// Groups of the navigation fold; a cookie remembers which, so that the server draws the page as it was left. Menus close when one looks elsewhere.
export function folding(): void {
  const groups = (): HTMLDetailsElement[] => Array.from(document.querySelectorAll<HTMLDetailsElement>("details[data-fold]"));
  groups().forEach(group => group.addEventListener("toggle", () => {
    const folded = groups().filter(one => !one.open).map(one => one.dataset.fold).join(".");
    document.cookie = `folded=${folded}; path=/; max-age=34560000; samesite=lax`;
  }));

  const close = (but?: Element | null): void => document.querySelectorAll<HTMLDetailsElement>("details[data-menu-fold][open]").forEach(menu => {
    if (menu !== but) menu.open = false;
  });
  document.addEventListener("click", event => close((event.target as Element).closest("details[data-menu-fold]")));
  document.addEventListener("keydown", event => {
    const menu = (event.target as Element).closest<HTMLDetailsElement>("details[data-menu-fold][open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
