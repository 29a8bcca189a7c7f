// A small map to set a pin on.
import { Marker, type GeoJSONSource, type Map as MapLibre } from "maplibre-gl";
import { find, h } from "../site/dom";
import { t } from "../site/texts";
import { makeMap } from "./base";
import { circle } from "./circle";
import { token } from "./token";

const PIN_UNCERTAINTY_M = 30;
let marker: Marker | null = null;

/** `spot` is [latitude, longitude] in microdegrees; clicking tells the page with a “pinned” event. */
export function startPinMap(spot: [number, number] | null, uncertaintyM: number): void {
  let map: MapLibre | null = null;
  try {
    map = makeMap("map");
  } catch (error) {
    find("#map")?.replaceChildren(h("p", { class: "empty" }, t("This browser cannot draw the map ({reason}). Everything else works.", { reason: error instanceof Error ? error.message.slice(0, 80) : "" })));
  }
  if (!map) return;
  const made = map;
  made.on("style.load", () => { addCircle(made); if (spot) put(made, spot, uncertaintyM); });
  made.on("click", ({ lngLat }) => {
    const pinned: [number, number] = [Math.round(lngLat.lat * 1e6), Math.round(lngLat.lng * 1e6)];
    document.dispatchEvent(new CustomEvent("pinned", { detail: { label: t("pin"), how: "pin", uncertainty_m: PIN_UNCERTAINTY_M, spot: pinned } }));
  });
  document.addEventListener("placed", (event) => {
    const { spot, uncertainty_m, how } = (event as CustomEvent<{ spot: [number, number]; uncertainty_m: number; how: string }>).detail;
    put(made, spot, uncertainty_m, how !== "pin");
  });
}

function put(map: MapLibre, [lat, lon]: [number, number], uncertaintyM: number, go = true): void {
  marker?.remove();
  marker = new Marker({ element: h("span", { class: "map-pin" }, "✚"), anchor: "center" }).setLngLat([lon / 1e6, lat / 1e6]).addTo(map);
  void map.getSource<GeoJSONSource>("sure")?.setData(circle([lat / 1e6, lon / 1e6], Math.max(uncertaintyM, 10)));
  if (go) map.jumpTo({ center: [lon / 1e6, lat / 1e6], zoom: uncertaintyM > 400 ? 12.5 : 14 });
}

function addCircle(map: MapLibre): void {
  map.addSource("sure", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  map.addLayer({ id: "sure", type: "fill", source: "sure", paint: { "fill-color": token("accent"), "fill-opacity": 0.15 } });
}
