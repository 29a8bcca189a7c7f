// Where: the caller's words always stay; a candidate or a pin only adds coordinates. A look-up that fails says so and blocks nothing.
import { get, h } from "../site/dom";
import { post } from "../site/ask";
import { t } from "../site/texts";
import { call, changed, isSaving, onChange, save } from "./call";

type Candidate = { label: string; how: string; uncertainty_m: number; spot: [number, number] };
const HOW: Record<string, string> = { pin: t("pin"), grid: t("grid address, about"), street: t("street"), crossing: t("crossing"), facility: t("facility"), post: t("post"), neighbourhood: t("part of town, rough") };
let asked = "";
let timer = 0;

export function startPlace(): void {
  onChange(() => { window.clearTimeout(timer); timer = window.setTimeout(() => void look(), 250); });
  document.addEventListener("pinned", (event) => choose((event as CustomEvent<Candidate>).detail));
  void look();
  drawChosen();
  void import("../map/pin-map").then(({ startPinMap }) => startPinMap(call.spot ?? null, call.uncertainty_m ?? 0));
}

async function look(): Promise<void> {
  const words = (call.words["place"] ?? "").trim();
  if (words === asked || words.length < 3) return;
  asked = words;
  const response = await post("/intake/place", { words }).catch(() => null);
  if (asked !== words) return;
  const found = response?.ok ? ((await response.json()) as { candidates: Candidate[]; sentence: string }) : { candidates: [], sentence: t("The look-up failed; the words are kept. Set a pin if you can.") };
  draw(found.candidates, found.sentence);
}

function draw(candidates: Candidate[], sentence: string): void {
  const none = candidates.length ? "" : sentence || t("Nothing on the map fits these words. They are kept; set a pin if you can.");
  get("place-says").textContent = none;
  get("candidates").replaceChildren(...candidates.slice(0, 5).map((one) => h("li", {}, h("button", { type: "button", class: "chip", onclick: () => choose(one) },
    one.label, h("span", { class: "soft" }, ` ${HOW[one.how] ?? one.how} ± ${one.uncertainty_m} m`)))));
}

function choose(candidate: Candidate): void {
  Object.assign(call, { spot: candidate.spot, uncertainty_m: candidate.uncertainty_m, how: candidate.how });
  if (call.incident || isSaving()) void save("FindPlace", () => ({ spot: candidate.spot, how: candidate.how, uncertainty_m: candidate.uncertainty_m }));
  drawChosen();
  document.dispatchEvent(new CustomEvent("placed", { detail: candidate }));
  changed();
}

function drawChosen(): void {
  const spot = call.spot;
  get("place-chosen").textContent = spot ? t("On the map: {lat}, {lon} ± {metres} m", { lat: (spot[0] / 1e6).toFixed(5), lon: (spot[1] / 1e6).toFixed(5), metres: call.uncertainty_m ?? 0 }) : t("No pin yet: the words alone are enough to send.");
}
