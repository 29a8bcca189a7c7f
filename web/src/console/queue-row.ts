// One need in the queue: urgency, number, age against its limit, where, and what must not be overlooked.
import { h } from "../site/dom";
import { levelMark, word } from "../site/codes";
import { clockTime, minuteTime } from "../site/clock";
import { t } from "../site/texts";
import type { IncidentRow, Responsible } from "../site/rows";
import type { Group } from "./groups";
import { placeWords, selectedId, store } from "./state";

/** What the row looks like as text; unchanged text means an untouched element. */
export const signatureOf = (row: IncidentRow, group: Group, gone = false): string =>
  JSON.stringify([row, store.words.get(row.id)?.place, group, gone, row.id === selectedId(), unitsOn(row)]);

export function queueRow(row: IncidentRow, group: Group, gone = false): HTMLElement {
  const current = row.id === selectedId();
  const link = h("a", { href: `/dispatch/incident/${row.id}`, "data-focus": "row", "data-incident": row.id, "aria-current": current && "true" },
    h("span", { class: "row-head" },
      h("span", { class: "level", "data-level": row.level ?? "" }, levelMark(row.level), " ", row.level_word || t("not assessed")),
      h("span", { class: "number" }, String(row.number)), ageOf(row, group)),
    bar(row, group),
    h("span", { class: "row-place" }, placeWords(row)),
    h("span", { class: "row-tags" }, ...flags(row)),
    h("span", { class: "row-foot" }, unitsOn(row) && h("span", { class: "soft" }, unitsOn(row)), ...row.responsible.map(who)));
  return h("li", { class: gone ? "gone" : "" }, link);
}

function ageOf(row: IncidentRow, group: Group): HTMLElement {
  if (group === "scheduled" && row.scheduled_for) return h("time", {}, minuteTime(row.scheduled_for));
  return h("time", { "data-since": row.waiting_since ?? row.taken_at, title: t("taken at {time}", { time: clockTime(row.taken_at) }) });
}

/** Until somebody is sent the limit for sending counts; after that, the one for arriving. */
function bar(row: IncidentRow, group: Group): HTMLElement | null {
  const limit = group === "waiting" ? row.assign_by : group === "on_the_way" ? row.arrive_by : null;
  return limit ? h("span", { class: "limit", "data-bar": row.taken_at, "data-limit": limit }) : null;
}

function flags(row: IncidentRow): HTMLElement[] {
  const found = [weaponFlag(row)];
  if (row.medical.length) found.push(tag(`✚ ${t("medical")}`, "refused", row.medical.map((flag) => word("medical", flag)).join(", ")));
  if (row.minors) found.push(tag(t("minor"), "near"));
  if (row.language && row.language !== "en") found.push(tag(word("language", row.language)));
  if (row.persons > 1) found.push(tag(t("{count} persons", { count: row.persons })));
  if (row.unmet.length) found.push(tag(t("unmet"), "near", row.unmet.map((kind) => word("crew", kind)).join(", ")));
  if (row.lowering !== null) found.push(tag(t("lower to L{level}?", { level: row.lowering }), "near"));
  found.push(...[...new Set(row.requirements)].map((code) => tag(word("requirement", code))));
  return found.filter((one): one is HTMLElement => one !== null);
}

/** Unknown is never shown as no: a need nobody asked about carries the question. */
function weaponFlag(row: IncidentRow): HTMLElement | null {
  const known = row.weapons.filter(({ state }) => state === "seen" || state === "reported");
  const said = [...new Set(known.map(({ weapon, place }) => `${word("weapon", weapon)} ${word("weapon_place", place)}`))].join(", ");
  if (said) return tag(said, "refused", said);
  const denied = row.weapons.length > 0 && row.weapons.every(({ state }) => state === "denied");
  return denied || row.level === 0 ? null : tag(t("armed?"), "near", t("nobody knows yet whether there is a weapon"));
}

const tag = (text: string, tone = "", title = ""): HTMLElement => h("span", { class: `tag ${tone}`, title: title || undefined }, text);

function who(one: Responsible): HTMLElement {
  if (one.ended) return h("span", { class: "soft" }, word("end", one.ended));
  if (!one.kind) return h("span", { class: "tag refused" }, t("nobody responsible"));
  const silent = one.silent_since !== null;
  return h("span", { class: silent ? "late" : "" }, h("span", { class: "soft" }, t("Responsible:"), " "), one.label, silent && ` · ${t("silent")}`, one.offer && ` → ${one.offer.to.label}`);
}

function unitsOn(row: IncidentRow): string {
  const here = [...store.units.values()].flatMap((unit) => unit.assignments.filter(({ incident }) => incident === row.id).map(({ status }) => `${unit.call_sign} ${word("status", status)}`));
  return here.join(" · ");
}
