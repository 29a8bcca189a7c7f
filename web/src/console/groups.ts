// Where each open need stands: what waits first, by level and age; what moves; what is planned.
import type { IncidentRow, UnitRow } from "../site/rows";

export const GROUPS = ["waiting", "on_the_way", "on_scene", "transport", "to_finish", "scheduled"] as const;
export type Group = (typeof GROUPS)[number];

const FURTHEST: Record<string, number> = {
  assigned: 1, acknowledged: 1, enroute: 1, staged: 1, on_scene: 2, with_person: 2, transporting: 3, at_place: 3,
};
const BY_PROGRESS: Group[] = ["waiting", "on_the_way", "on_scene", "transport"];

/** Statuses of the units on each incident. */
export function progressOf(units: Iterable<UnitRow>): Map<string, number> {
  const furthest = new Map<string, number>();
  for (const unit of units) {
    for (const { incident, status } of unit.assignments) furthest.set(incident, Math.max(furthest.get(incident) ?? 0, FURTHEST[status] ?? 0));
  }
  return furthest;
}

/** The group of an open incident, or null where it is over. */
export function groupOf(row: IncidentRow, progress: Map<string, number>): Group | null {
  if (row.status === "scheduled") return "scheduled";
  if (row.status !== "open") return null;
  const reached = progress.get(row.id) ?? 0;
  if (reached) return BY_PROGRESS[reached] ?? "waiting";
  return row.waiting_since === null ? "to_finish" : "waiting";
}

/** Most urgent first; one nobody assessed stands as high as policy says; then the longest waiting. */
export function inOrder(unassessedAs: number): (one: IncidentRow, other: IncidentRow) => number {
  const urgency = ({ level }: IncidentRow) => level ?? unassessedAs + 0.5;
  return (one, other) => urgency(other) - urgency(one) || one.taken_at - other.taken_at;
}

/** Every open incident by group, each group in order. */
export function grouped(incidents: Iterable<IncidentRow>, units: Iterable<UnitRow>, unassessedAs: number): Map<Group, IncidentRow[]> {
  const progress = progressOf(units);
  const found = new Map<Group, IncidentRow[]>(GROUPS.map((group) => [group, []]));
  for (const row of incidents) {
    const group = groupOf(row, progress);
    if (group) found.get(group)?.push(row);
  }
  found.forEach((rows) => rows.sort(inOrder(unassessedAs)));
  found.get("scheduled")?.sort((one, other) => (one.scheduled_for ?? 0) - (other.scheduled_for ?? 0));
  return found;
}
