import htmx from "htmx.org";
import { beside } from "./shell/beside";
import { cover } from "./shell/cover";
import { folding } from "./shell/folding";
import { home } from "./shell/home";
import { keeping } from "./shell/keeping";
import { palette } from "./shell/palette";
import { passkeys } from "./shell/passkeys";
import { refused } from "./shell/refused";
import { signedOut } from "./shell/signedout";
import { Stream } from "./shell/stream";
import { unsent } from "./shell/unsent";
import { waiting } from "./shell/waiting";

declare global {
  interface Window { htmx: typeof htmx; }
}

// The security policy allows no evaluated text and no inline style: neither is used.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.historyCacheSize = 0;
// Back and forward load the page they lead to: one whose parts were exchanged has scripts that hold the parts of another.
htmx.config.refreshOnHistoryMiss = true;
htmx.config.attributesToSettle = ["class", "width", "height"];
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "422", swap: true },
  { code: "409", swap: true },
  { code: "...", swap: false, error: true },
];
window.htmx = Object.assign(htmx, { createEventSource: (address: string) => new Stream(address) });
void import("htmx-ext-sse");

// The address may change without the page: the way past the navigation stays on it.
document.addEventListener("htmx:pushedIntoHistory", () => {
  document.querySelector<HTMLAnchorElement>(".skip-link")?.setAttribute("href", `${location.pathname}${location.search}#main`);
});

// The menu folds away on narrow screens.
document.addEventListener("click", event => {
  const button = (event.target as Element).closest<HTMLButtonElement>("[data-menu]");
  if (!button) return;
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  document.getElementById(button.getAttribute("aria-controls")!)?.classList.toggle("is-open", open);
});

beside();
cover();
folding();
home();
keeping();
palette();
passkeys();
refused();
signedOut();
unsent();
waiting();

// One who may take contacts is there as long as a page of theirs is open.
const here = document.querySelector<HTMLElement>("[data-here]")?.dataset.here;
if (here) setInterval(() => void fetch(here).catch(() => undefined), 60_000);

// A form marked so is sent as soon as a choice in it changes.
document.addEventListener("change", event => {
  const form = (event.target as Element).closest<HTMLFormElement>("form[data-send-on-change]");
  form?.requestSubmit();
});

// A form is sent once: a second click while the answer is on its way would do the same again, or hide what the first one said.
document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent !== undefined) return event.preventDefault();
  form.dataset.sent = "";
  setTimeout(() => delete form.dataset.sent, 5000);
});
// The page comes back as it was left when one goes back to it: its forms can be sent again.
window.addEventListener("pageshow", () => document.querySelectorAll<HTMLFormElement>("form[data-sent]").forEach(form => delete form.dataset.sent));

// Text to copy: the button beside it says so when done.
document.addEventListener("click", async event => {
  const button = (event.target as Element).closest<HTMLButtonElement>("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy!);
  await navigator.clipboard.writeText(source instanceof HTMLInputElement ? source.value : source?.textContent ?? "");
  button.textContent = "Copied";
});

document.addEventListener("click", event => {
  if ((event.target as Element).closest("[data-print]")) window.print();
});
