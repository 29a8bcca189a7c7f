// What the protocol says about the answers so far, asked of the server after every answer; and calls that may be the same need.
import { get, h } from "../site/dom";
import { levelMark } from "../site/codes";
import { post } from "../site/ask";
import { t } from "../site/texts";
import { call, onChange, save, settings } from "./call";

type Same = { id: string; number: number; reasons: string[] };
type Triage = {
  level: number | null; level_word: string; rule: string; hard_stop: boolean; missing: string[]; next: string | null; asked: string[];
  requirements: { label: string; because: string }[]; changes: { question: string; answer: string; level: number }[]; same: Same[];
};

export const triage: Triage = {
  level: null, level_word: "", rule: "", hard_stop: false, missing: [], next: settings.protocol.questions[0]?.id ?? null, asked: [], requirements: [], changes: [], same: [],
};
let asked = "";

export function startTriage(): void {
  onChange(() => void look());
  void look(true);
}

async function look(anyway = false): Promise<void> {
  const body = { protocol: settings.protocol.id, answers: call.answers, incident: call.incident, cad_number: call.words["cad_number"] ?? "" };
  const text = JSON.stringify([body, call.spot]);
  if (text === asked && !anyway) return;
  asked = text;
  const response = await post("/intake/triage", body).catch(() => null);
  if (asked !== text) return;
  if (response?.ok) {
    Object.assign(triage, await response.json());
    draw();
  }
  document.dispatchEvent(new CustomEvent("triaged"));
}

function draw(): void {
  const box = get("level-box");
  box.dataset["level"] = String(triage.level ?? "");
  box.replaceChildren(h("span", { class: "level", "data-level": triage.level ?? "" }, levelMark(triage.level), " ", triage.level_word || t("not assessed")), h("p", {}, reason()));
  const needs = new Map<string, string[]>();
  for (const { label, because } of triage.requirements) needs.set(label, [...(needs.get(label) ?? []), ...(because ? [`“${because}”`] : [])]);
  get("needs").replaceChildren(...[...needs].map(([label, why]) => h("li", {}, h("strong", {}, label), h("span", { class: "soft" }, ` ${why.join(", ")}`))));
  get("changes").replaceChildren(...triage.changes.slice(0, 4).map(({ question, answer, level }) => h("li", {}, h("span", { class: "level", "data-level": level }, levelMark(level)), h("span", {}, ` ${answer} `, h("span", { class: "soft" }, question)))));
  get("changes-box").hidden = triage.changes.length === 0;
  get("needs-box").hidden = triage.requirements.length === 0;
  drawSame();
}

function reason(): string {
  if (triage.level === null) return t("Critical questions still open: {count}", { count: triage.missing.length });
  const rule = triage.rule || t("no rule raised it");
  return triage.hard_stop ? t("{rule} (falls only with a second person)", { rule }) : rule;
}

function drawSame(): void {
  get("same-box").hidden = triage.same.length === 0;
  get("same").replaceChildren(...triage.same.map(({ id, number, reasons }) => h("li", { class: "row" }, h("a", { href: `/dispatch/incident/${id}`, target: "_blank" }, String(number)), h("span", {}, reasons.join(" · ")),
    h("button", { type: "button", onclick: () => void save("LinkIncidents", () => ({ other: id })) }, t("Same need: link")))));
}
