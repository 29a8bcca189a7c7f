// What the map is read by: borders of beats, names of streets or of the grid's lines, places that may say yes, posts, parts of town.
// Labels are drawn with the browser's own fonts: the style names no glyph server, so no request leaves for one.
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import { token } from "./token";

const FONTS = ["Noto Sans", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif"];
const LABEL: ExpressionSpecification = ["get", "label"];
const FROM = { 1: 9, 2: 11.5, 3: 13 } as const; // the zoom from which a line of this rank is named

export const landmarksOf = (folder: string): SourceSpecification => ({ type: "geojson", data: `${folder}landmarks.geojson`, tolerance: 0.4 });

const are = (...kinds: string[]): FilterSpecification => ["in", ["get", "kind"], ["literal", kinds]];
const ranked = (rank: number): FilterSpecification => ["all", are("street", "line"), ["==", ["get", "rank"], rank]] as FilterSpecification;

export function landmarkLayers(): LayerSpecification[] {
  const halo = { "text-halo-color": token("map-ground"), "text-halo-width": 1.4 };
  const border: LayerSpecification = {
    id: "beats", type: "line", source: "landmarks", filter: are("beat"), paint: { "line-color": token("map-border"), "line-width": 1, "line-dasharray": [4, 3] },
  };
  const lines = ([1, 2, 3] as const).map((rank): LayerSpecification => ({
    id: `names-${rank}`, type: "symbol", source: "landmarks", filter: ranked(rank), minzoom: FROM[rank],
    layout: { "symbol-placement": "line", "symbol-spacing": 220, "text-field": LABEL, "text-font": FONTS, "text-size": 11, "text-padding": 12, "text-letter-spacing": 0.04 },
    paint: { "text-color": token("map-name"), ...halo },
  }));
  const towns: LayerSpecification = {
    id: "towns", type: "symbol", source: "landmarks", filter: are("neighborhood"), minzoom: 9.5, maxzoom: 14.5,
    layout: { "text-field": LABEL, "text-font": FONTS, "text-size": 12, "text-letter-spacing": 0.08, "text-max-width": 8, "text-padding": 6 },
    paint: { "text-color": token("map-name"), "text-opacity": 0.9, ...halo },
  };
  return [border, ...lines, towns, dots("post", "map-post", 3, 12.5), ...places(halo)];
}

function dots(kind: string, colour: string, radius: number, minzoom: number): LayerSpecification {
  return { id: `${kind}-dots`, type: "circle", source: "landmarks", filter: are(kind), minzoom, paint: { "circle-radius": radius, "circle-color": token(colour), "circle-stroke-color": token("map-ground"), "circle-stroke-width": 1.5 } };
}

/** A place is a square with its name beside it: told from units (round) and needs (their own shapes) without colour. */
function places(halo: object): LayerSpecification[] {
  const text = (id: string, field: ExpressionSpecification | string, minzoom: number, layout: object): LayerSpecification => ({
    id, type: "symbol", source: "landmarks", filter: are("facility"), minzoom,
    layout: { "text-field": field, "text-font": FONTS, "text-size": 11, ...layout } as never, paint: { "text-color": token("map-place"), ...halo } as never,
  });
  return [
    text("place-marks", "■", 0, { "text-allow-overlap": true, "text-ignore-placement": true, "text-size": ["interpolate", ["linear"], ["zoom"], 10, 9, 13, 14] }),
    text("place-names", LABEL, 12.3, { "text-anchor": "left", "text-offset": [0.8, 0], "text-max-width": 9, "text-justify": "left", "text-optional": true }),
  ];
}
