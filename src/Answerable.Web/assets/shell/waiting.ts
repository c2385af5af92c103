import { askSession } from "./session";

// How much waits, asked for once the page stands and each minute after.
export function waiting(): void {
  const link = document.querySelector<HTMLElement>("[data-waiting]");
  if (!link) return;
  const ask = async (): Promise<void> => {
    const answer = await fetch(link.dataset.waiting!);
    if (answer.redirected) askSession();
    if (!answer.ok || answer.redirected) return;
    const count = Number(await answer.text());
    const shown = link.querySelector("[data-count]");
    if (shown) shown.textContent = count > 0 ? String(count) : "";
    link.classList.toggle("is-waiting", count > 0);
  };
  const quietly = (): void => void ask().catch(() => undefined);
  quietly();
  setInterval(quietly, 60_000);
}
