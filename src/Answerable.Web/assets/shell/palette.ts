// Ctrl K: pages, contact types, procedures and contacts by a few letters. What is found is what the page /go shows.
const dialog = document.querySelector<HTMLDialogElement>("#palette");
const field = document.querySelector<HTMLInputElement>("#palette-words");
const list = document.querySelector<HTMLElement>("#palette-found");
const said = dialog?.querySelector<HTMLElement>("[data-palette-said]");
let asked = 0;
let moved = false; // Whether one has chosen by hand since the words last changed.

const options = (): HTMLElement[] => Array.from(list?.children ?? []) as HTMLElement[];
const chosen = (): HTMLElement | undefined => options().find(option => option.getAttribute("aria-selected") === "true");

function choose(option: HTMLElement | undefined): void {
  options().forEach(one => one.setAttribute("aria-selected", String(one === option)));
  option?.scrollIntoView({ block: "nearest" });
  if (option) field?.setAttribute("aria-activedescendant", option.id);
  else field?.removeAttribute("aria-activedescendant");
}

function show(links: HTMLAnchorElement[]): void {
  const kept = moved ? chosen()?.dataset.url : undefined;
  list?.replaceChildren(...links.map((link, place) => {
    const option = document.createElement("li");
    option.id = `palette-${place}`;
    option.setAttribute("role", "option");
    option.dataset.url = link.getAttribute("href") ?? "/";
    const what = document.createElement("span");
    what.textContent = link.nextElementSibling?.textContent ?? "";
    option.append(`${link.textContent ?? ""} `, what);
    return option;
  }));
  field?.setAttribute("aria-expanded", String(links.length > 0));
  if (said)
    said.textContent = links.length === 0
      ? "Nothing that is open to you bears these words." : `${links.length} found. Up and down choose, Enter opens.`;
  choose(options().find(option => option.dataset.url === kept) ?? options()[0]);
}

// An answer that comes after a later one was asked for is not shown.
async function find(): Promise<void> {
  const mine = ++asked;
  const form = field?.form;
  if (!form) return;
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>) });
  if (answer.redirected) return location.assign(answer.url);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine === asked) show(Array.from(page.querySelectorAll<HTMLAnchorElement>("[data-found] a")));
}

function open(): void {
  if (!dialog || !field || dialog.open) return;
  field.value = "";
  dialog.showModal();
  field.focus();
  void find().catch(() => undefined);
}

export function palette(): void {
  if (!dialog || !field || !list) return;
  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", event => {
    const target = event.target as Element;
    if (target.closest("[data-palette-open]")) {
      event.preventDefault();
      open();
    } else if (target === dialog) dialog.close();
    const option = target.closest<HTMLElement>("#palette-found > [data-url]");
    if (option) location.assign(option.dataset.url!);
  });
  let soon = 0;
  field.addEventListener("input", () => {
    clearTimeout(soon);
    moved = false;
    soon = window.setTimeout(() => void find().catch(() => undefined), 120);
  });
  field.addEventListener("keydown", event => {
    const [all, at] = [options(), options().indexOf(chosen()!)];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      moved = true;
      choose(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
    } else if (event.key === "Enter" && chosen()) location.assign(chosen()!.dataset.url!);
    else return;
    event.preventDefault();
  });
}
