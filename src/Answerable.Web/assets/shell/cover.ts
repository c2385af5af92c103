import { part, prove, read, signInAgain, start, whoIn } from "./again";
import { askSession, covered, isCovered, sessionAsked } from "./session";
import { sendRefused } from "./unsent";

// What a page shows is its person's. Once their session has ended it is covered and says why; what was typed stays beneath, and stands there again
// when the same person has signed in, here or in another window.
const signedIn = new BroadcastChannel("signed-in");

export function cover(): void {
  const own = whoIn(document);
  if (!own) return;
  const title = document.title;
  let dialog: HTMLDialogElement | null = null;

  const lift = (): void => {
    document.documentElement.classList.remove(covered);
    document.title = title;
    document.querySelectorAll("dialog.covers, dialog.again").forEach(one => one.remove());
    dialog = null;
    signedIn.postMessage(own);
    sendRefused();
  };

  const show = (said: string, act: HTMLElement): void => {
    document.documentElement.classList.add(covered);
    document.title = "Signed out";
    // Whoever signs in again just now is not put off: it is asked once more when they are done.
    if (document.querySelector("dialog.again")) return;
    dialog?.remove();
    const shown = part("dialog", "", "covers");
    const heading = part("h2", said, "h3");
    heading.id = "covered-head";
    shown.setAttribute("aria-labelledby", heading.id);
    shown.append(heading, act);
    // What is under it is not to be seen: it goes only as it is lifted.
    shown.addEventListener("cancel", event => event.preventDefault());
    shown.addEventListener("close", () => { if (dialog === shown) shown.showModal(); });
    document.body.append(shown);
    dialog = shown;
    shown.showModal();
  };

  const leave = (words: string, to: string): HTMLElement => {
    const link = part("a", words, "btn btn-primary");
    link.href = to;
    return link;
  };
  const stay = (): HTMLElement => {
    const button = part("button", "Sign in here", "btn btn-primary");
    button.type = "button";
    button.addEventListener("click", () => signInAgain(lift));
    return button;
  };

  const look = async (): Promise<void> => {
    const answer = await fetch(start);
    if (!answer.ok) return;
    const page = await read(answer);
    const who = whoIn(page);
    if (who === own) {
      prove(page);
      if (isCovered()) lift();
    } else if (who) show("Somebody else has signed in in this browser.", leave("Go on to your own pages", "/"));
    else if (!dialog) {
      const why = page.querySelector<HTMLElement>("[data-ended]");
      const said = why?.textContent ?? "You were signed out. Sign in again to go on.";
      show(said, why?.dataset.ended === "AccountClosed" ? leave("Go to where one signs in", "/sign-in") : stay());
    }
  };

  // One after the other: the last one asked has the last word.
  let looking = Promise.resolve();
  document.addEventListener(sessionAsked, () => { looking = looking.then(look).catch(() => undefined); });
  new BroadcastChannel("signed-out").addEventListener("message", askSession);
  signedIn.addEventListener("message", ({ data }: MessageEvent<string>) => { if (isCovered() || data !== own) askSession(); });
  signedIn.postMessage(own);
}
