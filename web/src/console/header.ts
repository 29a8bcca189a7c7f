// The first glance: how many wait, how many needs are unmet, how many alarms; and whether the board is live.
import { find, get } from "../site/dom";
import { everySecond } from "../site/clock";
import { t } from "../site/texts";
import { groupOf, progressOf } from "./groups";
import { store } from "./state";

const STATES = {
  connecting: t("connecting …"), live: t("live"), stale: t("no news"), reconnecting: t("reconnecting …"), signed_out: t("signed out: sign in again"),
};

export function startHeader(): void {
  store.watch(({ positions }) => { if (!positions) draw(); });
  everySecond(drawLine);
  window.addEventListener("offline", drawLine);
  window.addEventListener("online", drawLine);
  draw();
}

function draw(): void {
  const progress = progressOf(store.units.values());
  const open = [...store.incidents.values()].filter(({ status }) => status === "open");
  const waiting = open.filter((row) => groupOf(row, progress) === "waiting").length;
  const unmet = open.filter(({ unmet }) => unmet.length > 0).length;
  const unattended = store.alarms.filter(({ kind }) => kind === "nobody_responsible" || kind === "responsible_silent").length;
  count("count-waiting", waiting, t("waiting"), false);
  count("count-unmet", unmet, t("unmet"), unmet > 0);
  count("count-unattended", unattended, t("unattended"), unattended > 0);
  count("count-alarms", store.alarms.length, store.alarms.length === 1 ? t("alarm") : t("alarms"), store.alarms.length > 0);
  get("count-alarms").hidden = store.alarms.length === 0;
  drawLine();
}

function count(id: string, number: number, label: string, alarming: boolean): void {
  const element = get(id);
  element.textContent = `${number} ${label}`;
  element.classList.toggle("late", alarming);
}

function drawLine(): void {
  const state = navigator.onLine ? store.lineState : "reconnecting";
  const element = get("line-state");
  const seconds = Math.round((Date.now() - store.heardAt) / 1000);
  const old = state !== "live" && state !== "connecting";
  element.textContent = old && state !== "signed_out" ? t("{state} as of {seconds} s ago", { state: STATES[state], seconds }) : STATES[state];
  element.dataset["state"] = state;
  find(".console")?.classList.toggle("is-old", old);
}
