// What this phone remembers of the crew's work: codes only (unit, assignment, status, what may follow). No place, name or word is in it.
export type Known = { staff: string; unit: string; assignment: string; status: string; steps: string[]; language: string };

const NAME = "alongside-known";

/** What the page that is open shows, for when there is no signal. */
export function remember(known: Known): void {
  localStorage.setItem(NAME, JSON.stringify(known));
}

export function recall(): Known | null {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "null") as Known | null;
  } catch {
    return null;
  }
}

export const forgetKnown = (): void => localStorage.removeItem(NAME);

/** Codes of the steps the page offers now; a step that names a place is left to when there is a signal. */
export function readKnown(body: DOMStringMap, unit: string, bodies: string[]): Known {
  const steps = bodies.map((text) => JSON.parse(text) as { assignment: string; status: string; place?: string });
  const plain = steps.filter(({ place }) => !place);
  const status = document.querySelector<HTMLElement>(".status")?.dataset["status"] ?? "";
  return { staff: body["staff"] ?? "", unit, assignment: steps[0]?.assignment ?? "", status, steps: plain.map(({ status }) => status), language: body["language"] ?? "en" };
}
