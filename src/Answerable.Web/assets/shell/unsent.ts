// What was sent and shows nothing of itself says so: refused without a page to show, or never arrived. What was typed stays where it is.
// What a page asks by itself stays silent: it asks again.
import { signInAgain } from "./again";

interface Sent {
  target?: Element;
  xhr?: XMLHttpRequest;
  requestConfig?: { verb: string; elt: Element; triggeringEvent?: Event };
}

const late = -1;
let refused: Sent | null = null;
const patience = 30_000;

const words = (status: number): string => {
  if (status === 0) return "Not sent: the connection is cut or the centre does not answer. What you typed is still here. Try again in a moment.";
  if (status === late) return "No answer has come, so it may not be done. What you typed is still here. Open the page anew in another window to see.";
  if (status === 401) return "Not sent: your session has ended. What you typed is still here, and is sent once you have signed in again.";
  if (status === 403) return "Not done: you may not do this. What you typed is still here; copy what you need.";
  if (status === 404) return "Not done: what this is about is not there for you any more. What you typed is still here; copy what you need.";
  if (status === 429) return "Not done: too much was sent at once. What you typed is still here. Try again in a moment.";
  return "Not done: the centre could not take it. What you typed is still here. Try again, or open the page anew.";
};

function drop(): void {
  refused = null;
  document.querySelectorAll("[data-unsent]").forEach(notice => notice.remove());
}

// The form as it was sent, by the button it was sent with.
function sendAgain(sent: Sent): void {
  drop();
  const form = sent.requestConfig?.elt.closest("form");
  if (!form?.isConnected) return;
  const by = (sent.requestConfig?.triggeringEvent as SubmitEvent | undefined)?.submitter;
  form.requestSubmit(by?.isConnected ? by : null);
}

// What was refused for want of a session is sent once there is one again.
export function sendRefused(): void {
  if (refused) sendAgain(refused);
}

function say(status: number, sent: Sent): void {
  drop();
  const notice = document.createElement("div");
  notice.className = "alert refused";
  notice.dataset.unsent = "";
  notice.setAttribute("role", "alert");
  notice.tabIndex = -1;
  notice.textContent = words(status);
  if (status === 401) {
    refused = sent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-primary mt-2 d-block";
    button.textContent = "Sign in here";
    button.addEventListener("click", () => signInAgain(() => sendAgain(sent)));
    notice.append(button);
  }
  (document.getElementById("desk-middle") ?? document.getElementById("main"))?.prepend(notice);
  notice.focus({ preventScroll: true });
  notice.scrollIntoView({ block: "nearest" });
}

const posted = (sent: Sent): boolean => sent.requestConfig?.verb === "post";

// What came of a request that somebody has heard of by an event of htmx. A form that has left the page tells nobody of its answer.
const heard = new WeakSet<XMLHttpRequest>();

function listen(sent: Sent): void {
  const { xhr, target } = sent;
  if (!xhr) return;
  let status: number | null = null;
  xhr.addEventListener("abort", () => heard.add(xhr));
  xhr.addEventListener("timeout", () => { status = late; });
  xhr.addEventListener("loadend", () => {
    if (heard.has(xhr)) return;
    const another = xhr.status >= 200 && xhr.status < 300 && target?.id && !target.isConnected && !xhr.responseText.includes(`id="${target.id}"`);
    if (another) say(401, sent);
    else if (status === late || xhr.status === 0 || xhr.status >= 400) say(status ?? xhr.status, sent);
  });
}

export function unsent(): void {
  document.addEventListener("htmx:configRequest", event => {
    const { detail } = event as CustomEvent<{ verb: string; timeout?: number }>;
    if (detail.verb === "post") detail.timeout = patience;
  });
  for (const amiss of ["htmx:responseError", "htmx:sendError", "htmx:timeout"])
    document.addEventListener(amiss, event => {
      const sent = (event as CustomEvent<Sent>).detail;
      if (sent.xhr) heard.add(sent.xhr);
      if (posted(sent)) say(event.type === "htmx:timeout" ? late : sent.xhr?.status ?? 0, sent);
    });
  // An answer that is another page, such as the one to sign in by, has nothing to put in place of what stands here.
  document.addEventListener("htmx:beforeSwap", event => {
    const sent = (event as CustomEvent<Sent & { shouldSwap: boolean }>).detail;
    const part = sent.target?.id;
    if (sent.xhr && (sent.shouldSwap || sent.xhr.status === 204)) heard.add(sent.xhr);
    if (!sent.shouldSwap || !part || sent.xhr?.responseText.includes(`id="${part}"`)) return;
    sent.shouldSwap = false;
    if (posted(sent)) say(401, sent);
  });
  document.addEventListener("htmx:beforeRequest", event => {
    const sent = (event as CustomEvent<Sent>).detail;
    if (!posted(sent)) return;
    drop();
    listen(sent);
  });
}
