import { askSession } from "./session";
import { forget } from "./signedout";

// Signing in again where one is, the second factor too: what was typed stays, and what was refused is sent once the same person is back.
// Somebody else who signs in here goes on to their own pages: nothing is done in the first one's name.
export const start = "/account"; // Whoever is not signed in is sent from there to where one signs in, and back.

export const read = async (answer: Response): Promise<Document> => new DOMParser().parseFromString(await answer.text(), "text/html");
export const whoIn = (page: Document): string | undefined => page.querySelector<HTMLElement>("[data-who]")?.dataset.who;

export function part<K extends keyof HTMLElementTagNameMap>(kind: K, words = "", look = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(kind);
  made.textContent = words;
  made.className = look;
  return made;
}

// The page beneath may call its fields the same.
function own(form: HTMLElement): void {
  for (const [name, selector] of [["id", "[id]"], ["for", "[for]"], ["aria-describedby", "[aria-describedby]"]] as const)
    form.querySelectorAll(selector).forEach(one =>
      one.setAttribute(name, one.getAttribute(name)!.split(" ").map(id => `again-${id}`).join(" ")));
}

const proof = (page: Document): HTMLInputElement | null => page.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]");

// What shows that the forms here are the person's own rests on a cookie: where that is gone as well, it is had anew.
export function prove(page: Document): void {
  const anew = proof(page)?.value;
  if (anew) document.querySelectorAll<HTMLInputElement>("input[name=__RequestVerificationToken]").forEach(one => { one.value = anew; });
}

// One who takes contacts was there all the while: they are again what they were before they were taken for gone.
async function present(page: Document): Promise<void> {
  const here = document.querySelector<HTMLElement>("[data-here]")?.dataset.here;
  const own = proof(page);
  if (!here || !own) return;
  const body = new FormData();
  body.append(own.name, own.value);
  await fetch(here, { method: "POST", body }).catch(() => undefined);
}

export function signInAgain(back: () => void): void {
  const dialog = part("dialog", "", "again");
  const heading = part("h2", "Sign in again", "h3");
  heading.id = "again-head";
  const said = part("div");
  said.setAttribute("role", "alert");
  const place = part("div");
  const later = part("button", "Not now", "btn");
  later.type = "button";
  later.addEventListener("click", () => dialog.close());
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading, said, place, later);
  dialog.addEventListener("close", () => {
    dialog.remove();
    askSession();
  });

  const ask = async (address: string, form?: HTMLFormElement): Promise<void> => {
    try {
      await step(await fetch(address, form ? { method: "POST", body: new FormData(form) } : {}));
    } catch {
      said.textContent = "The centre does not answer. Try again in a moment.";
    }
  };

  const step = async (answer: Response): Promise<void> => {
    const page = await read(answer);
    const who = whoIn(page);
    const form = page.querySelector<HTMLFormElement>("main form[method=post]");
    if (answer.ok && who) return who === whoIn(document) ? await same(page) : other(page);
    said.textContent = answer.status === 429 ? "That was too often. Wait a minute, then try again."
      : page.querySelector("[data-refused] ul")?.textContent?.trim() ?? (form ? "" : "The centre could not take it. Try again in a moment.");
    if (form) show(document.importNode(form, true), page.querySelector("h1")?.textContent ?? "", answer.url);
  };

  const show = (form: HTMLFormElement, title: string, address: string): void => {
    own(form);
    heading.textContent = title.trim() === "Sign in" ? "Sign in again" : title;
    form.classList.remove("card", "card-body");
    form.addEventListener("submit", event => {
      event.preventDefault();
      const button = form.querySelector("button");
      if (button) button.disabled = true;
      void ask(address, form).finally(() => { if (button) button.disabled = false; });
    });
    place.replaceChildren(form);
    form.querySelector<HTMLInputElement>("input:not([type=hidden])")?.focus();
  };

  const same = async (page: Document): Promise<void> => {
    prove(page);
    await present(page);
    dialog.close();
    back();
  };

  const other = (page: Document): void => {
    const name = page.querySelector(".shell-me .shell-wide")?.textContent?.trim() ?? "somebody else";
    forget();
    heading.textContent = `You are signed in as ${name}`;
    said.textContent = "What was typed here before was not sent: it was not yours.";
    const on = part("a", "Go on to your own pages", "btn btn-primary");
    on.href = "/";
    place.replaceChildren(on);
    later.remove();
    dialog.addEventListener("close", () => location.assign("/"));
    on.focus();
  };

  document.body.append(dialog);
  dialog.showModal();
  void ask(start);
}
