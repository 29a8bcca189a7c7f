// Signing out on a phone: what is not sent yet is named before it is thrown away, and nothing stays for the next person.
import { list } from "./dom";

/** Ask before unsent taps are lost; then forget them. `count` and `forget` are the outbox's. */
export function watchSignOut(count: () => Promise<number>, forget: () => Promise<unknown>): void {
  for (const form of list<HTMLFormElement>("form[data-unsent]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void leave(form, count, forget);
    });
  }
}

async function leave(form: HTMLFormElement, count: () => Promise<number>, forget: () => Promise<unknown>): Promise<void> {
  const unsent = await count();
  const warning = (form.dataset["unsent"] ?? "").replace("{count}", String(unsent));
  if (unsent && !window.confirm(warning)) return;
  await forget();
  form.submit();
}
