// Once in twelve hours everybody shows again who they are. Pages say so a quarter of an hour before; nothing on them is lost by it.
import { post } from "./ask";
import { minuteTime } from "./clock";
import { h } from "./dom";

const BEFORE_MS = 15 * 60_000;
const LAST_MS = 5 * 60_000; // whoever said “later” is told once more
const LOOK_EVERY_MS = 5000;

/** Watch the end this page was told of (`data-again-at`), and put it off once somebody confirmed in another window. */
export function warnBeforeTheEnd(told: DOMStringMap): void {
  let endsAt = Number(told["againAt"] ?? 0);
  let bar: HTMLElement | undefined;
  let before = BEFORE_MS;
  if (!endsAt) return;
  const take = () => { bar?.remove(); bar = undefined; };
  const later = () => { before = LAST_MS; take(); };
  const look = () => {
    const left = endsAt - Date.now();
    if (left >= before || left < 0) take();
    else if (!bar) document.body.append((bar = warning(told, endsAt, before === LAST_MS ? never : later)));
  };
  const never = () => { before = 0; take(); };
  const ask = async () => {
    if (!bar || document.visibilityState !== "visible") return;
    const answer = await post("/here", {}).catch(() => undefined);
    const until = Number(answer?.headers.get("X-Again-At") ?? 0);
    if (until > endsAt) before = BEFORE_MS;
    endsAt = until || endsAt;
    look();
  };
  setInterval(look, LOOK_EVERY_MS);
  for (const kind of ["focus", "visibilitychange"]) window.addEventListener(kind, () => void ask());
  look();
}

function warning(told: DOMStringMap, endsAt: number, later: () => void): HTMLElement {
  const sentence = (told["again"] ?? "").replace("{time}", minuteTime(endsAt));
  const button = h("a", { class: "button main", href: "/account/confirm?next=/account/", target: "_blank", rel: "noopener" }, told["againDo"] ?? "");
  return h("div", { class: "again notice near", role: "status" }, h("p", {}, sentence), button, h("button", { type: "button", onclick: later }, told["againLater"] ?? ""));
}
