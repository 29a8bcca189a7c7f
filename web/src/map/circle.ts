// A circle on the ground as a polygon.
import type { Feature, Polygon } from "geojson";
import type { Spot } from "../site/rows";

const METRES_PER_DEGREE = 111_195; // mean earth radius 6,371,009 m

export function circle([lat, lon]: Spot, radiusM: number, corners = 48): Feature<Polygon> {
  const [high, wide] = [radiusM / METRES_PER_DEGREE, radiusM / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))];
  const ring = Array.from({ length: corners + 1 }, (_, at) => {
    const angle = (2 * Math.PI * at) / corners;
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)];
  });
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}
