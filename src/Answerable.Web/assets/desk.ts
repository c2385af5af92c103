import { approve, deny, drafts, restore } from "./desk/drafts";
import { wrongField } from "./shell/beginning";
import { Stream } from "./shell/stream";

// The desk by keyboard, quiet timers, and news of referrals. Everything also works without script.

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    && !["checkbox", "radio", "submit", "button"].includes((target as HTMLInputElement).type));

function keys(desk: HTMLElement): void {
  const at = <T extends HTMLElement>(selector: string): T | null => desk.querySelector<T>(selector);
  const unfold = (selector: string, field?: string): void => {
    const part = at<HTMLDetailsElement>(selector);
    if (!part) return;
    part.open = true;
    (part.querySelector<HTMLElement>(field ?? "button") ?? part).focus();
  };
  // Where nothing was chosen or typed, Enter begins nothing: it may be one too many after the contact before.
  const onward = (): void => {
    const button = at<HTMLButtonElement>("[data-onward]");
    const filled = Array.from(button?.form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input:not([type=hidden]), select") ?? [])
      .some(field => field instanceof HTMLSelectElement ? field.value !== "" && field.selectedIndex > 0 : field.value !== "");
    if (button?.dataset.onward !== "filled" || filled) button?.click();
  };
  const acts: Record<string, () => void> = {
    b: () => at("[data-back]")?.click(),
    n: () => at("[data-note]")?.focus(),
    h: () => at("[data-help]")?.focus(),
    r: () => unfold("[data-refer]", "textarea"),
    u: () => unfold("[data-urgent]"),
    "/": () => at("[data-search]")?.focus(),
    "?": () => at<HTMLDialogElement>("#desk-keys")?.showModal(),
  };
  document.addEventListener("keydown", event => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || document.querySelector("dialog[open]")) return;
    if (typing(target)) {
      if (event.key === "Escape") target.blur();
      return;
    }
    if (/^[1-9]$/.test(event.key)) at(`[data-digit="${event.key}"]`)?.click();
    else if (event.key === "Enter" && !target.closest("a, button, summary, label, input")) onward();
    else if (event.key === "Enter" && target.matches("input[type=checkbox], input[type=radio]")) onward();
    else if (event.key in acts) acts[event.key]?.();
    else return;
    event.preventDefault();
  });
}

// Timers say minutes and seconds quietly, and only then that it is long.
function tick(): void {
  document.querySelectorAll<HTMLElement>(".timer[data-since]").forEach(timer => {
    const seconds = Math.max(0, Math.floor((Date.now() - Number(timer.dataset.since)) / 1000));
    const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600)];
    timer.textContent = minutes < 1 ? `${seconds} s` : hours < 1 ? `${minutes} min ${seconds % 60} s` : `${hours} h ${minutes % 60} min`;
    const limit = Number(timer.dataset.long);
    if (limit > 0 && seconds > limit) {
      timer.classList.add("is-long");
      timer.textContent += " (long)";
    }
  });
}

// What is to be done first at a step comes into sight as far as its heading, or what was refused, stays there: the guidance above it may be long, or
// a referral waits. A field that was refused comes into sight itself: there it is said why.
function toDo(desk: ParentNode): void {
  const step = desk.querySelector<HTMLElement>("#step-form");
  const seen = (selector: string): HTMLElement | undefined =>
    Array.from(step?.querySelectorAll<HTMLElement>(selector) ?? []).find(one => one.offsetParent !== null);
  const wrong = seen("[aria-invalid=true]");
  const field = wrong ?? seen("input:not([type=hidden], :checked), select, textarea");
  const first = field ?? seen(".desk-answers .btn, .btn-primary");
  const begins = desk.querySelector("#desk-middle > [role=alert]") ?? seen("[data-step-heading]");
  if (!first || !begins) return;
  const acts = field ? seen(".desk-acts:not(:empty)") : undefined;
  const foot = Math.min(innerHeight, acts?.getBoundingClientRect().top ?? innerHeight);
  const top = Math.max(0, document.querySelector(".shell-top")?.getBoundingClientRect().bottom ?? 0);
  const room = (wrong ?? begins).getBoundingClientRect().top - top;
  window.scrollBy(0, Math.max(0, Math.min(first.getBoundingClientRect().bottom - foot, room)));
}

// Where one writes, for what stands there is put back into a field made anew.
let caret: [number, number] | null = null;
document.addEventListener("htmx:beforeSwap", () => {
  const at = document.activeElement;
  caret = at instanceof HTMLTextAreaElement ? [at.selectionStart, at.selectionEnd] : null;
});

// A new step takes the focus to its heading; a refusal to the field that is wrong, beside the step too, or else to what it says: whoever types on
// there writes, and presses no keys of the desk. A side that changes takes nothing. Nor is it taken from whoever writes beside the step, or anywhere
// while it was another window that changed something: their next letters would be keys of the desk.
document.addEventListener("htmx:afterSettle", event => {
  const { elt: part, requestConfig } = (event as CustomEvent<{ elt: HTMLElement; requestConfig?: { elt: HTMLElement } }>).detail;
  const desk = document.querySelector<HTMLElement>("[data-island=desk]");
  if (!desk || part.id !== "desk-middle") return;
  const target = wrongField(part) ?? part.querySelector<HTMLElement>("[role=alert]") ?? wrongField(desk)
    ?? part.querySelector<HTMLElement>("[data-step-heading]");
  const at = document.activeElement;
  const writes = at?.matches("input, select, textarea") && (requestConfig?.elt.id === "desk-hands" || !part.contains(at));
  if (writes && target?.matches("[data-step-heading]")) {
    restore(desk);
    if (caret && at instanceof HTMLTextAreaElement) at.setSelectionRange(...caret);
    return tick();
  }
  if (target?.getAttribute("role") === "alert") target.tabIndex = -1;
  // To where it is read from: the form before it may have been scrolled far down.
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "nearest" });
  toDo(desk);
  restore(desk);
  tick();
});

// Word of what became of the contact elsewhere waits for what is being sent, whose answer shows it as well; and a form that has gone asks nothing.
for (const moment of ["htmx:beforeRequest", "htmx:beforeSwap"])
  document.addEventListener(moment, event => {
    const { requestConfig: { elt } } = (event as CustomEvent<{ requestConfig: { elt: HTMLElement } }>).detail;
    if (elt.id === "desk-hands" && (!elt.isConnected || document.querySelector("form.htmx-request"))) event.preventDefault();
  });

// A referral's answer changes what may be decided, and what is said at its field; an approval puts its amount there, where more than that, or
// nothing, stands.
document.addEventListener("htmx:afterSettle", event => {
  const { elt: part, xhr } = (event as CustomEvent<{ elt: HTMLElement; xhr?: XMLHttpRequest }>).detail;
  if (part.id !== "referral-status" || !xhr) return;
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  deny(part, page);
  const words = page.getElementById("authority");
  if (words) document.getElementById("authority")?.replaceChildren(...words.childNodes);
  approve(part);
  toDo(document);
});

// Whoever stood in what was shown anew of a referral goes on at its beginning.
document.addEventListener("htmx:afterSettle", event => {
  const part = (event as CustomEvent<{ elt: HTMLElement }>).detail.elt;
  if (part.id === "referral" && document.activeElement === document.body)
    part.querySelector<HTMLElement>("[data-asked]")?.focus({ preventScroll: true });
});

// New referrals say so, and come into the list when asked to: nothing moves under the pointer.
function news(island: HTMLElement): void {
  const line = island.querySelector<HTMLElement>("[data-news]")!;
  const known = (): string[] => (document.getElementById("referral-lists")?.dataset.known ?? "").split(" ");
  const look = async (): Promise<void> => {
    const page = new DOMParser().parseFromString(await (await fetch("/referrals")).text(), "text/html");
    const now = (page.getElementById("referral-lists")?.dataset.known ?? "").split(" ").filter(id => id !== "");
    const fresh = now.filter(id => !known().includes(id)).length;
    const gone = known().filter(id => id !== "" && !now.includes(id)).length;
    if (fresh + gone === 0) return line.replaceChildren();
    const button = document.createElement("button");
    button.className = "btn btn-primary";
    button.textContent = fresh > 0 ? `${fresh} new: show` : "The list has changed: show";
    button.addEventListener("click", () => {
      line.replaceChildren();
      window.htmx.trigger("#referral-lists", "show-news", {});
      island.querySelector<HTMLElement>("caption, h2")?.scrollIntoView({ block: "nearest" });
    });
    line.replaceChildren(button);
  };
  new Stream("/referrals/events").addEventListener("referrals", () => void look());
}

document.querySelectorAll<HTMLElement>("[data-island=desk]").forEach(desk => {
  keys(desk);
  drafts(desk);
  toDo(desk);
});
document.querySelectorAll<HTMLElement>("[data-island=referrals]").forEach(news);
setInterval(tick, 5000);
