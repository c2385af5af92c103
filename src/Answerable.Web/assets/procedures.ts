import { begin } from "./shell/beginning";

// The outline by keyboard, the walk by digits, and clicks in the chart. Everything here also works without script.

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

const plain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

function outline(island: HTMLElement): void {
  const list = island.querySelector<HTMLElement>("[data-outline]");
  const links = Array.from(list?.querySelectorAll<HTMLAnchorElement>("a[data-key]") ?? []);
  const chosen = links.find(link => link.getAttribute("aria-current"));
  chosen?.scrollIntoView({ block: "nearest" });
  if (island.dataset.fromList !== undefined && island.dataset.fromList !== "false") begin(chosen, { preventScroll: true });
  // The browser gives the fragment's target the focus once the page has loaded; the form's first field is what is meant.
  else if (location.hash === "#edit")
    window.addEventListener("load", () => requestAnimationFrame(() => begin(island.querySelector<HTMLElement>("[data-first]"))));

  const send = (selector: string, link?: HTMLAnchorElement): void => {
    const form = document.querySelector<HTMLFormElement>(selector);
    if (!form) return;
    if (link && chosen) {
      const [from, to] = [`/nodes/${chosen.dataset.key}/`, `/nodes/${link.dataset.key}/`];
      form.action = form.action.replace(from, to);
      const place = form.querySelector<HTMLInputElement>("input[name=to]");
      const number = Number(link.dataset.number) + (form.dataset.move === "up" ? -1 : 1);
      if (place && (number < 1 || number > links.length)) return;
      if (place) place.value = String(number);
    }
    form.requestSubmit();
  };

  document.addEventListener("keydown", event => {
    const target = event.target as HTMLElement;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      target.closest<HTMLFormElement>("[data-node-form]")?.requestSubmit();
      return;
    }
    if (typing(target)) return;
    const link = target.closest<HTMLAnchorElement>("a[data-key]") ?? undefined;
    if (link && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const up = event.key === "ArrowUp";
      if (event.altKey) send(up ? "[data-move=up]" : "[data-move=down]", link);
      else links[links.indexOf(link) + (up ? -1 : 1)]?.focus();
    } else if (link && event.key === "Delete" && plain(event)) {
      event.preventDefault();
      send("[data-remove]", link);
    } else if (event.key === "i" && plain(event)) {
      event.preventDefault();
      const after = island.querySelector<HTMLSelectElement>("#insert-after");
      if (after && link?.dataset.key) after.value = link.dataset.key;
      island.querySelector<HTMLElement>("#insert-title")?.focus();
    } else if (event.key === "o" && plain(event)) {
      event.preventDefault();
      (chosen ?? links[0])?.focus();
    } else if (event.key === "u" && plain(event)) {
      event.preventDefault();
      send("[data-undo]");
    }
  });
}

function walk(island: HTMLElement): void {
  document.addEventListener("keydown", event => {
    if (typing(event.target) || !plain(event)) return;
    if (/^[1-9]$/.test(event.key)) island.querySelector<HTMLElement>(`[data-digit="${event.key}"]`)?.click();
    else if (event.key === "b") island.querySelector<HTMLElement>("[data-back]")?.click();
    else if (event.key === "Enter" && !(event.target as HTMLElement).closest("a, button, summary"))
      island.querySelector<HTMLElement>("[data-onward]")?.click();
  });
}

// A click on a shape goes to its line of the outline; by keyboard and screen reader the outline itself is the way.
document.addEventListener("click", event => {
  const node = (event.target as Element).closest<SVGElement>("svg.procedure-chart [data-node]");
  if (node?.dataset.node && document.getElementById(node.dataset.node)) location.hash = node.dataset.node;
});

document.querySelectorAll<HTMLElement>("[data-island=outline]").forEach(outline);
document.querySelectorAll<HTMLElement>("[data-island=walk]").forEach(walk);
