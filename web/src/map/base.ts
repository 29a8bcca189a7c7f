// A MapLibre map over the bundled area's own streets: no tiles, no glyphs, no request to anybody else.
import { AttributionControl, Map as MapLibre, NavigationControl, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { find } from "../site/dom";
import { t } from "../site/texts";
import { landmarkLayers, landmarksOf } from "./landmarks";
import { token } from "./token";

setWorkerUrl(workerUrl);

const LAYERS = ["local", "middle", "major"] as const;
const WIDTHS = { local: [11, 0.3, 16, 5], middle: [10, 0.7, 16, 9], major: [9, 1.2, 16, 13] } as const;

export function makeStyle(folder: string): StyleSpecification {
  const sources = Object.fromEntries(LAYERS.map((layer) => [layer, { type: "geojson" as const, data: `${folder}streets-${layer}.geojson`, tolerance: 0.4 }]));
  const lines = LAYERS.map((layer) => ({
    id: layer, type: "line" as const, source: layer, minzoom: layer === "local" ? 12 : 0, layout: { "line-cap": "round" as const, "line-join": "round" as const },
    paint: { "line-color": token(`map-${layer}`), "line-width": ["interpolate", ["exponential", 1.6], ["zoom"], ...WIDTHS[layer]] as never },
  }));
  const ground = { id: "ground", type: "background" as const, paint: { "background-color": token("map-ground") } };
  return { version: 8, sources: { ...sources, landmarks: landmarksOf(folder) }, layers: [ground, ...lines, ...landmarkLayers()] };
}

/** Make the map in #map, whose data- attributes say where the streets are, its bounds (west,south,east,north) and whom to thank. */
export function makeMap(id: string): MapLibre | null {
  const container = find(`#${id}`);
  if (!container) return null;
  const bounds = (container.dataset["bounds"] ?? "").split(",").map(Number) as [number, number, number, number];
  const map = new MapLibre({
    container, style: makeStyle(container.dataset["streets"] ?? "/area/"), bounds, fitBoundsOptions: { padding: 8 }, attributionControl: false,
    maxZoom: 17, minZoom: 8, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0, keyboard: true,
    locale: { "NavigationControl.ZoomIn": t("Zoom in"), "NavigationControl.ZoomOut": t("Zoom out"), "AttributionControl.ToggleAttribution": t("Whose map it is") },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new AttributionControl({ compact: false, customAttribution: container.dataset["attribution"] ?? "© OpenStreetMap contributors" }));
  map.getCanvas().setAttribute("aria-label", t("Map of the area; everything on it is also in the lists"));
  document.addEventListener("theme", () => map.setStyle(makeStyle(container.dataset["streets"] ?? "/area/")));
  return map;
}
