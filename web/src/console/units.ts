// The unit board: status with its age (visibly stale after its limit), who is aboard, what they bring, when they end, help first.
import { get, h } from "../site/dom";
import { refreshAges } from "../site/ages";
import { keep } from "../site/keyed";
import { word } from "../site/codes";
import { minuteTime, now } from "../site/clock";
import { t } from "../site/texts";
import type { UnitRow } from "../site/rows";
import { select, store } from "./state";

const BUSY = ["assigned", "acknowledged", "enroute", "staged", "on_scene", "with_person", "transporting", "at_place"];
const SOON_MS = 30 * 60_000;
const FREE = (unit: UnitRow): boolean => unit.service === "in_service" && !unit.assignments.length;

export function startUnits(): void {
  store.watch(({ positions }) => { if (!positions) draw(); });
  get("unit-list").addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-incident]") : null;
    if (button) select(button.dataset["incident"] ?? "");
  });
  draw();
}

/** Who asks for help stands first and who is out of service last; all others keep their place whatever they do, so that the eye finds them again. */
function rank(unit: UnitRow): number {
  if (unit.help && !unit.help.received_by) return 0;
  return unit.service === "in_service" ? 1 : 2;
}

function draw(): void {
  const on = [...store.units.values()].filter((unit) => unit.service !== "off_duty");
  on.sort((one, other) => rank(one) - rank(other) || one.call_sign.localeCompare(other.call_sign, undefined, { numeric: true }));
  keep(get("unit-list"), on.map((unit) => ({ key: unit.id, signature: JSON.stringify({ ...unit, spot: 0, spot_at: 0 }), make: () => card(unit) })));
  const free = on.filter(FREE).length;
  get("unit-title").textContent = t("Units ({free} free of {count})", { free, count: on.length });
  get("unit-state").hidden = on.length > 0;
  get("unit-state").textContent = store.loaded ? t("No crew is signed on. Sign crews on in the roster.") : t("Reading the board …");
  refreshAges(get("unit-list"));
}

function card(unit: UnitRow): HTMLElement {
  const tone = unit.help ? "help" : unit.service === "out_of_service" ? "out" : BUSY.includes(unit.status) ? "busy" : "free";
  return h("li", { class: `unit ${tone}` },
    h("p", { class: "unit-head" }, h("strong", {}, unit.call_sign), h("span", { class: "unit-kind", title: unit.label }, unit.label),
      h("time", { "data-since": unit.status_at, "data-stale-at": unit.stale_after_ms ? unit.status_at + unit.stale_after_ms : undefined })),
    h("p", { class: "unit-now" }, ...doing(unit)),
    h("p", { class: "unit-crew", title: aboard(unit) }, ...warnings(unit), aboard(unit)));
}

function doing(unit: UnitRow): (Node | string)[] {
  if (unit.help) return [h("span", { class: "tag refused" }, unit.help.received_by ? t("HELP received") : t("HELP ASKED"))];
  if (unit.service === "out_of_service") return [word("status", "out_of_service"), unit.service_reason && ` · ${word("out_reason", unit.service_reason)}`];
  if (!unit.assignments.length) return [h("span", { class: "free-word" }, t("available"))];
  return unit.assignments.flatMap((one) => [word("status", one.status), " ",
    h("button", { type: "button", class: "quiet number", "data-incident": one.incident, "data-focus": one.id }, String(one.number)),
    one.place && h("span", { class: "bound-for", title: word("place", one.place) }, `→ ${word("place", one.place)}`),
    unit.assignments.length > 1 && one.primary ? ` ${t("first")}` : "", " "]);
}

/** Who is aboard, what they speak, when they end. */
function aboard(unit: UnitRow): string {
  const names = unit.members.map(({ name }) => name).join(" / ") || t("nobody aboard");
  const speaks = unit.languages.filter((code) => code !== "en").map((code) => word("language", code)).join(", ");
  const ends = unit.shift_ends_at && !endsSoon(unit) ? t("until {time}", { time: minuteTime(unit.shift_ends_at) }) : "";
  return [names, speaks, ends].filter(Boolean).join(" · ");
}

const endsSoon = (unit: UnitRow): boolean => !!unit.shift_ends_at && unit.shift_ends_at - now() < SOON_MS;

/** What speaks against counting on them; an end of shift that is hours away does not. */
function warnings(unit: UnitRow): HTMLElement[] {
  const found: string[] = [];
  if (unit.acts_as !== unit.crew_kind) found.push(unit.acts_as ? t("acts as {kind}", { kind: word("crew", unit.acts_as) }) : t("crew incomplete"));
  if (endsSoon(unit) && unit.shift_ends_at) found.push(t("until {time}", { time: minuteTime(unit.shift_ends_at) }));
  return found.map((said) => h("span", { class: "tag near" }, said));
}
