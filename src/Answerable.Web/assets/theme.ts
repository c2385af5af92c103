// Runs before the page is drawn: the theme asked for, or the device's where none was.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

function apply(): void {
  const asked = root.dataset.theme ?? "auto";
  root.setAttribute("data-bs-theme", asked === "auto" ? (dark.matches ? "dark" : "light") : asked);
}

root.classList.add("has-script");
apply();
dark.addEventListener("change", apply);
