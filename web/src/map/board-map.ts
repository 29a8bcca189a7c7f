// The board on the map: open needs by level, units that move, and how sure we are of each place.
import { Marker, type GeoJSONSource, type Map as MapLibre } from "maplibre-gl";
import { find, h } from "../site/dom";
import { levelMark } from "../site/codes";
import { t } from "../site/texts";
import type { IncidentRow, Spot, UnitRow } from "../site/rows";
import { onSelect, select, selectedId, store } from "../console/state";
import { makeMap } from "./base";
import { circle } from "./circle";
import { token } from "./token";

type Shown = { marker: Marker; signature: string };
const needs = new Map<string, Shown>();
const crews = new Map<string, Shown>();
let map: MapLibre | null = null;
let following = true;

export function startMap(): void {
  try {
    map = makeMap("map");
  } catch (error) {
    say(error);
  }
  if (!map) return;
  map.on("style.load", () => { addUncertainty(); draw(); });
  map.on("dragstart", () => (following = false));
  store.watch(() => draw());
  onSelect(() => { following = true; draw(); follow(); });
  document.addEventListener("map-fit", fit);
  draw();
}

/** No WebGL: the console goes on, and says what is missing. */
function say(error: unknown): void {
  find("#map")?.replaceChildren(h("p", { class: "empty" }, t("This browser cannot draw the map ({reason}). Everything else works.", { reason: error instanceof Error ? error.message.slice(0, 80) : "" })));
}

function draw(): void {
  if (!map) return;
  const open = [...store.incidents.values()].filter((row) => row.spot && (row.status === "open" || row.status === "scheduled"));
  place(needs, open, (row) => `${row.level}${row.number}${row.id === selectedId()}`, needMark);
  const on = [...store.units.values()].filter((unit) => unit.spot && unit.service !== "off_duty");
  place(crews, on, (unit) => `${unit.call_sign}${unit.status}${!!unit.help}${isBound(unit)}`, crewMark);
  drawUncertainty(open);
}

function place<Row extends { id: string; spot: Spot | null }>(shown: Map<string, Shown>, rows: Row[], sign: (row: Row) => string, make: (row: Row) => HTMLElement): void {
  const ids = new Set(rows.map(({ id }) => id));
  for (const [id, { marker }] of shown) if (!ids.has(id)) { marker.remove(); shown.delete(id); }
  for (const row of rows) {
    const [lat, lon] = row.spot as Spot;
    const [old, signature] = [shown.get(row.id), sign(row)];
    if (old?.signature === signature) { old.marker.setLngLat([lon, lat]); continue; }
    old?.marker.remove();
    const marker = new Marker({ element: make(row), anchor: "center" }).setLngLat([lon, lat]);
    if (map) marker.addTo(map);
    shown.set(row.id, { marker, signature });
  }
}

function needMark(row: IncidentRow): HTMLElement {
  const button = h("button", { type: "button", class: `map-need ${row.id === selectedId() ? "current" : ""}`, "data-level": row.level ?? "", tabindex: -1, onclick: () => select(row.id) },
    levelMark(row.level).split(" ")[1], h("span", {}, String(row.number)));
  button.setAttribute("aria-label", t("incident {number}, level {level}", { number: row.number, level: row.level ?? "?" }));
  return button;
}

const isBound = (unit: UnitRow): boolean => unit.assignments.some(({ incident }) => incident === selectedId());

function crewMark(unit: UnitRow): HTMLElement {
  const state = unit.help ? "help" : unit.assignments.length ? "busy" : unit.service === "in_service" ? "free" : "out";
  return h("span", { class: `map-unit ${state} ${isBound(unit) ? "bound" : ""}` }, unit.call_sign);
}

/** Go to the open incident, unless the person moved the map themselves since. */
function follow(): void {
  const spot = store.incidents.get(selectedId())?.spot;
  if (!map || !spot || !following) return;
  map.jumpTo({ center: [spot[1], spot[0]], zoom: Math.max(map.getZoom(), 13.2) });
}

function fit(): void {
  following = true;
  const spot = store.incidents.get(selectedId())?.spot;
  if (spot && map && map.getZoom() < 13) return follow();
  const bounds = (find("#map")?.dataset["bounds"] ?? "").split(",").map(Number) as [number, number, number, number];
  map?.fitBounds(bounds, { padding: 8, animate: false });
}

function addUncertainty(): void {
  map?.addSource("sure", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  map?.addLayer({ id: "sure", type: "fill", source: "sure", paint: { "fill-color": token("accent"), "fill-opacity": 0.12 } });
  map?.addLayer({ id: "sure-edge", type: "line", source: "sure", paint: { "line-color": token("accent"), "line-width": 1, "line-dasharray": [3, 2] } });
}

/** A circle around each place that is known only roughly. */
function drawUncertainty(rows: IncidentRow[]): void {
  const source = map?.getSource<GeoJSONSource>("sure");
  const features = rows.filter(({ uncertainty_m }) => uncertainty_m > 30).map((row) => circle(row.spot as Spot, row.uncertainty_m));
  void source?.setData({ type: "FeatureCollection", features });
}
