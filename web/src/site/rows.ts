// What the server says about the board; the same shapes in /board.json and in every frame of /stream/board. Times are ms, spots [lat, lon].

export type Spot = [number, number];
/** What was said; under `withheld`, by field, the sentence that says why the rest is not shown. */
export type Words = { place?: string; summary?: string; withheld?: Record<string, { code: string; sentence: string }> };

export type Responsible = {
  episode: string; kind: "position" | "crew" | "facility" | "partner" | null; id: string | null; label: string;
  since: number; silent_since: number | null; offer: { status: string; to: { kind: string; id: string; label: string }; at: number } | null;
  ended: string | null; disposition: string | null; reservation: string; minor: boolean;
};
export type IncidentRow = {
  id: string; number: number; status: string; origin: string; level: number | null; level_word: string; rule: string; position: string;
  responsible: Responsible[]; spot: Spot | null; uncertainty_m: number; beat: string; language: string;
  taken_at: number; determined_at: number | null; waiting_since: number | null; assign_by: number | null; arrive_by: number | null;
  on_scene_at: number | null; closed_at: number | null; persons: number; minors: number; requirements: string[];
  weapons: { weapon: string; place: string; state: string }[]; medical: string[]; hazards: string[]; police: string; unmet: string[];
  links: { id: string; number: number }[]; assignments: string[]; scheduled_for: number | null; lowering: number | null;
};
export type UnitAssignment = { id: string; incident: string; number: number; status: string; status_at: number; place: string; primary: boolean; drive_ms?: number | null };
export type UnitRow = {
  id: string; call_sign: string; crew_kind: string; acts_as: string; label: string; service: string; service_reason: string;
  members: { name: string; role: string }[]; capabilities: string[]; languages: string[]; shift_ends_at: number; spot: Spot | null;
  spot_at: number; assignments: UnitAssignment[]; status: string; status_at: number; stale_after_ms: number | null;
  help: { asked_at: number; received_by: string } | null;
};
export type Alarm = {
  kind: string; at: number; incident: string; number: number; unit: string; episode: string; text_code: string; sentence: string;
  late?: string; about?: string; href?: string;  // what who oversees can take on, and where it is worked
};
export type Snapshot = {
  position: number; now: number; speed: number; incidents: Record<string, IncidentRow>; units: Record<string, UnitRow>;
  alarms: Alarm[];
};
export type Frame = {
  at: number; facts?: string[]; incidents?: Record<string, IncidentRow | null>; units?: Record<string, UnitRow | null>;
  alarms?: Alarm[]; touched?: string[];
};
export type Positions = Record<string, [number, number, number]>;
