import { Stream } from "./stream";

// Home follows what happens: at a word that something it shows has changed, and each minute for what comes with the clock, each part that reads
// otherwise is put in the place of what stood there. Whoever stood on a link stays on it.
export function home(): void {
  const shown = document.querySelector<HTMLElement>("[data-home]");
  if (!shown) return;
  const look = async (): Promise<void> => {
    const answer = await fetch(location.href);
    if (!answer.ok || answer.redirected) return;
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of shown.querySelectorAll<HTMLElement>("[data-live]")) {
      const fresh = now.querySelector<HTMLElement>(`[data-live="${part.dataset.live}"]`);
      if (fresh && fresh.innerHTML !== part.innerHTML) put(part, fresh);
    }
  };
  const quietly = (): void => void look().catch(() => undefined);
  new Stream(shown.dataset.home!).addEventListener("home", quietly);
  setInterval(quietly, 60_000);
}

function put(part: HTMLElement, fresh: HTMLElement): void {
  const stood = part.contains(document.activeElement) ? document.activeElement : null;
  const href = stood?.getAttribute("href");
  part.replaceChildren(...fresh.childNodes);
  if (!stood) return;
  const same = [...part.querySelectorAll<HTMLElement>("a[href]")].find(link => link.getAttribute("href") === href);
  const next = same ?? part.querySelector<HTMLElement>("h2");
  if (next && next !== same) next.tabIndex = -1;
  next?.focus({ preventScroll: true });
}
