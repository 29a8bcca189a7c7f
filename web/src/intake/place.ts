// Where: the caller's words always stay; a candidate or a pin only adds coordinates. A look-up that fails says so and blocks nothing.
import { get, h } from "../site/dom";
import { post } from "../site/ask";
import { t } from "../site/texts";
import { call, changed, isSaving, onChange, save } from "./call";

type Candidate = { label: string; how: string; uncertainty_m: number; spot: [number, number] };
const HOW: Record<string, string> = { pin: t("pin"), grid: t("grid address, about"), street: t("street"), crossing: t("crossing"), facility: t("facility"), post: t("post"), neighbourhood: t("part of town, rough") };
let asked = "";
let timer = 0;
let offered: Candidate[] = []; // what is on the page for the words as they stand
let pinnedAs = ""; // how people say where the pin is; a page opened again knows its coordinates only
let pinnedFor = call.words["place"] ?? ""; // the words the pin was set for

export function startPlace(): void {
  onChange(() => { window.clearTimeout(timer); timer = window.setTimeout(() => void look(), 250); });
  get("place").addEventListener("keydown", (event) => { if ((event as KeyboardEvent).key === "Enter" && offered[0]) choose(offered[0]); });
  document.addEventListener("pinned", (event) => choose((event as CustomEvent<Candidate>).detail));
  void look();
  drawChosen();
  void import("../map/pin-map").then(({ startPinMap }) => startPinMap(call.spot ?? null, call.uncertainty_m ?? 0));
}

async function look(): Promise<void> {
  const words = (call.words["place"] ?? "").trim();
  if (words === asked) return;
  asked = words;
  drawChosen();
  if (words.length < 3) return draw([], "");
  const response = await post("/intake/place", { words }).catch(() => null);
  if (asked !== words) return;
  const found = response?.ok ? ((await response.json()) as { candidates: Candidate[]; sentence: string }) : { candidates: [], sentence: t("The look-up failed; the words are kept. Set a pin if you can.") };
  draw(found.candidates, found.sentence);
}

function draw(candidates: Candidate[], sentence: string): void {
  offered = candidates;
  const none = candidates.length || asked.length < 3 ? "" : sentence || t("Nothing on the map fits these words. They are kept; set a pin if you can.");
  get("place-says").textContent = none;
  get("candidates").replaceChildren(...candidates.slice(0, 5).map((one, at) => h("li", {}, h("button", { type: "button", class: "chip", onclick: () => choose(one) },
    one.label, h("span", { class: "soft" }, ` ${HOW[one.how] ?? one.how} ± ${one.uncertainty_m} m`), at === 0 ? h("kbd", {}, "↵") : ""))));
}

function choose(candidate: Candidate): void {
  pinnedFor = call.words["place"] ?? "";
  pinnedAs = candidate.how === "pin" ? "" : candidate.label;
  Object.assign(call, { spot: candidate.spot, uncertainty_m: candidate.uncertainty_m, how: candidate.how });
  if (call.incident || isSaving()) void save("FindPlace", () => ({ spot: candidate.spot, how: candidate.how, uncertainty_m: candidate.uncertainty_m }));
  drawChosen();
  document.dispatchEvent(new CustomEvent("placed", { detail: candidate }));
  changed();
}

/** A pin set for other words than those that stand there now says so: it may be the wrong corner by one digit. */
function drawChosen(): void {
  const [spot, chosen] = [call.spot, get("place-chosen")];
  const metres = call.uncertainty_m ?? 0;
  const old = !!spot && pinnedFor.trim() !== (call.words["place"] ?? "").trim();
  chosen.classList.toggle("stale", old);
  get("candidates").hidden = !!spot && !old && !!pinnedAs; // chosen: what else it might have meant comes back with other words
  if (!spot) chosen.textContent = t("No pin yet: the words alone are enough to send.");
  else if (pinnedAs) chosen.textContent = t("On the map: {place} ± {metres} m", { place: pinnedAs, metres });
  else chosen.textContent = t("On the map: {lat}, {lon} ± {metres} m", { lat: (spot[0] / 1e6).toFixed(5), lon: (spot[1] / 1e6).toFixed(5), metres });
  if (old) chosen.textContent += ` ${t("The words changed since this pin was set: choose again, or leave it if it is right.")}`;
}
