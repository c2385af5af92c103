// What is half filled is its person's: it goes when they sign out, in every window, and where somebody else signs in.
const leaving = "signing-out";
const owner = "drafts-of";

export const forget = (): void => {
  for (const key of Object.keys(sessionStorage).filter(kept => kept.startsWith("draft "))) sessionStorage.removeItem(key);
};

export function signedOut(): void {
  const who = document.querySelector<HTMLElement>("[data-who]")?.dataset.who ?? "";
  const windows = new BroadcastChannel("signed-out");
  windows.addEventListener("message", forget);
  if (!who && sessionStorage.getItem(leaving)) {
    forget();
    windows.postMessage("");
  }
  sessionStorage.removeItem(leaving);
  if (who) {
    if ((sessionStorage.getItem(owner) ?? who) !== who) forget();
    sessionStorage.setItem(owner, who);
  }
  // With a contact in hand one is asked first, and may stay: only where nobody is signed in after it has it been done.
  document.addEventListener("submit", event => {
    if (new URL((event.target as HTMLFormElement).action).pathname === "/sign-out") sessionStorage.setItem(leaving, "1");
  }, true);
}
