// Passkeys: what the server asks is put to the device, and its answer goes with the form. Where a browser has none, the
// form to sign in by one stays hidden.
const answer = async (form: HTMLFormElement): Promise<string> => {
  const body = new FormData();
  body.set("__RequestVerificationToken", form.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")!.value);
  const asked = await fetch(form.dataset.passkey!, { method: "POST", body });
  const options: unknown = await asked.json();
  const made = form.dataset.passkey!.startsWith("/account")
    ? await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
    })
    : await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
    });
  return JSON.stringify(made);
};

function say(form: HTMLFormElement): void {
  form.querySelector("[role=alert]")?.remove();
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = "Your device gave no passkey. Try again; it can only where the centre is opened by a name, and securely.";
  form.append(words);
}

export function passkeys(): void {
  if (!("PublicKeyCredential" in window) || !("parseRequestOptionsFromJSON" in PublicKeyCredential)) return;
  document.querySelectorAll<HTMLFormElement>("form[data-passkey]").forEach(form => {
    form.hidden = false;
    const credential = form.querySelector<HTMLInputElement>("input[name=credential]")!;
    form.addEventListener("submit", event => {
      if (credential.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // Whoever turns away from the device's question may press again.
      answer(form).then(json => {
        credential.value = json;
        form.requestSubmit();
      }).catch(() => say(form));
    }, true);
  });
}
