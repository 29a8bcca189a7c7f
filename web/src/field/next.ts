// What may follow without a signal: the core's own table, less what needs words, a place, or an outcome said first.
import { ASSIGNMENT } from "../tables";

const TAPPED = ["acknowledged", "enroute", "on_scene", "with_person", "at_place"];

/** Steps after the last one tapped, in the order a call usually goes. */
export function nextSteps(status: string): string[] {
  const after: readonly string[] = ASSIGNMENT[status as keyof typeof ASSIGNMENT] ?? [];
  const legal = TAPPED.filter((step) => after.includes(step));
  const skipsDrive = status === "acknowledged"; // only a clinician by phone is there without a drive; that page says so when there is a signal
  return skipsDrive ? legal.filter((step) => step === "enroute") : legal;
}
