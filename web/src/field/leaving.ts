// Nobody signed in on a crew's phone: by their own hand, or because the session ended while taps wait.
import { find, get, h } from "../site/dom";
import { t } from "../site/texts";
import { forgetKnown } from "./known";
import { forgetOwn, listKept } from "./outbox";

/** Signing out leaves nothing of this person on the phone, and touches nothing that another person tapped. */
export async function leave(): Promise<void> {
  await forgetKnown();
  await forgetOwn();
  await Promise.all((await caches.keys()).filter((name) => name.startsWith("alongside-field-")).map((name) => caches.delete(name)));
  await (await navigator.serviceWorker?.getRegistration("/field/"))?.unregister();
}

/** How many taps of this person are lost by signing out now. */
export const countUnsent = async (): Promise<number> => (await listKept()).length;

/** One line above the page while somebody else is signed in on this browser: what this person tapped waits for them. */
export function saySomebodyElse(isTaken: boolean, waiting: number): void {
  const there = find("#other-person");
  if (!isTaken) return there?.remove();
  const sentence = t("Somebody else is signed in on this browser now. Load this page again. Kept for you and not sent yet: {count}", { count: waiting });
  const line = there ?? h("p", { id: "other-person", class: "notice refused" });
  if (line.textContent !== sentence) line.replaceChildren(h("a", { href: "/field/" }, sentence));
  if (!there) get("whose").append(line);
}

/** One line above the page while nobody is signed in here, with the way to the door; signing in again loses nothing. */
export function saySignedOut(isOut: boolean, waiting: number): void {
  const there = find("#signed-out");
  if (!isOut) return there?.remove();
  const sentence = t("Sign in again. Kept on this phone and not sent yet: {count}", { count: waiting });
  const line = there ?? h("p", { id: "signed-out", class: "notice refused" });
  if (line.textContent !== sentence) line.replaceChildren(h("a", { href: "/sign-in?next=/field/" }, sentence));
  if (!there) get("whose").append(line);
}
