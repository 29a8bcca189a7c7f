// Pages of sign-in and accounts: the buttons that make or show a passkey.
import "./people.css";
import { makePasskey, usePasskey } from "./passkeys";

const form = document.querySelector<HTMLFormElement>("form#passkey");
const button = form?.querySelector<HTMLButtonElement>("[data-passkey]");
const told = () => JSON.parse(document.getElementById("passkey-options")?.textContent ?? "{}");

const WAYS: Record<string, () => Promise<string>> = {
  add: () => makePasskey(told().creation_options.publicKey),
  confirm: () => usePasskey(told().request_options.publicKey),
  enter: async () => usePasskey((await (await fetch(form!.action, { headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" } })).json()).request_options.publicKey),
};

/** The notice belongs to every way of signing in. */
function hasAgreed(): boolean {
  const agreed = document.querySelector<HTMLInputElement>("input[name=agreed]");
  return !agreed || agreed.reportValidity();
}

async function press(): Promise<void> {
  if (!hasAgreed()) return;
  const wrong = form!.querySelector<HTMLElement>("[data-passkey-wrong]")!;
  wrong.hidden = true;
  button!.disabled = true;
  try {
    form!.querySelector<HTMLInputElement>("input[name=credential]")!.value = await WAYS[button!.dataset["passkey"]!]!();
    form!.submit();
  } catch {
    wrong.hidden = false;
    button!.disabled = false;
  }
}

if (form && button) {
  const possible = "PublicKeyCredential" in window;
  form.hidden = false;
  if (!possible && button.dataset["passkey"] !== "add") form.hidden = true;
  if (!possible) button.hidden = true;
  form.querySelector<HTMLElement>("[data-passkey-none]")?.toggleAttribute("hidden", possible);
  button.addEventListener("click", () => void press());
  form.addEventListener("submit", (event) => { event.preventDefault(); void press(); });
}
