// Signing out on a phone: what is not sent yet is named before it is thrown away, and nothing stays for the next person.
import { list } from "./dom";

type Phone = { countUnsent: () => Promise<number>; leave: () => Promise<unknown> };

/** From whichever page somebody signs out: ask before unsent taps are lost, then forget the day kept here. `fetchPhone` brings the outbox. */
export function watchSignOut(fetchPhone: () => Promise<Phone>): void {
  for (const form of list<HTMLFormElement>("form[data-unsent]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void leave(form, fetchPhone);
    });
  }
}

async function leave(form: HTMLFormElement, fetchPhone: () => Promise<Phone>): Promise<void> {
  const phone = await fetchPhone().catch(() => null);
  if (!phone) return form.submit(); // without its script nothing is forgotten here, and nobody is kept signed in
  const unsent = await phone.countUnsent();
  const warning = (form.dataset["unsent"] ?? "").replace("{count}", String(unsent));
  if (unsent && !window.confirm(warning)) return;
  await phone.leave();
  form.submit();
}
