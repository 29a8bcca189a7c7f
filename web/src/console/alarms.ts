// What nobody may miss: nobody responsible first, then help asked, then the rest by age. Each says what to do in a sentence.
import { find, get, h } from "../site/dom";
import { refreshAges } from "../site/ages";
import { keep } from "../site/keyed";
import { t } from "../site/texts";
import type { Alarm } from "../site/rows";
import { ask } from "../site/ask";
import { toast } from "../site/toast";
import { select, store } from "./state";

const FIRST = ["nobody_responsible", "help_asked", "responsible_silent", "page_unanswered", "red_flags_open", "weapon_question", "transfer_unanswered", "need_waiting"];
const rank = ({ kind, href }: Alarm): number => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length + (href ? 1 : 0)); // longer work last

export function startAlarms(): void {
  store.watch(({ positions }) => { if (!positions) draw(); });
  draw();
}

function draw(): void {
  const alarms = [...store.alarms].sort((one, other) => rank(one) - rank(other) || one.at - other.at);
  const section = get("alarms");
  section.hidden = alarms.length === 0;
  keep(get("alarm-list"), alarms.slice(0, 8).map((alarm) => ({
    key: `${alarm.kind}:${alarm.incident}:${alarm.unit}:${alarm.episode}:${alarm.about ?? ""}:${alarm.at}`, signature: alarm.sentence, make: () => row(alarm),
  })));
  const more = alarms.length - 8;
  get("alarm-more").textContent = more > 0 ? t("and {count} more", { count: more }) : "";
  refreshAges(section);
}

function row(alarm: Alarm): HTMLElement {
  const grave = rank(alarm) < 3;
  return h("li", { class: grave ? "alarm grave" : "alarm" },
    h("span", { "aria-hidden": "true" }, grave ? "■" : "▪"),
    h("time", { "data-since": alarm.at }),
    h("span", { class: "alarm-says" }, alarm.sentence),
    alarm.incident ? h("button", { type: "button", onclick: () => open(alarm) }, t("Open {number}", { number: alarm.number || "" })) : null,
    alarm.kind === "help_asked" && alarm.unit ? h("button", { type: "button", class: "danger", onclick: () => void receive(alarm.unit) }, t("I have it")) : null,
    alarm.href ? h("a", { class: "button", href: alarm.href }, t("Open it")) : null,
    alarm.late && overseesHere() ? h("button", { type: "button", onclick: () => void takeOn(alarm) }, t("I see to it")) : null,
    alarm.kind === "responsible_silent" && alarm.episode ? h("button", { type: "button", onclick: () => void sign(alarm.episode) }, t("They still have the person")) : null);
}

const overseesHere = (): boolean => "oversees" in get("alarms").dataset;

async function takeOn(alarm: Alarm): Promise<void> {
  const answer = await ask("TakeOnLate", { what: alarm.late, about: alarm.about });
  toast(answer.sentence, answer.granted ? "done" : "refused");
}

function open(alarm: Alarm): void {
  select(alarm.incident);
  find("#panel h2")?.focus();
}

async function receive(unit: string): Promise<void> {
  const answer = await ask("ReceiveHelp", { unit });
  toast(answer.sentence, answer.granted ? "done" : "refused");
}

async function sign(episode: string): Promise<void> {
  const answer = await ask("GiveSign", { episode });
  toast(answer.sentence, answer.granted ? "done" : "refused");
}
