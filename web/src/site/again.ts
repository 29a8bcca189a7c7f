// Once in twelve hours everybody shows again who they are. Pages say so a quarter of an hour before; nothing on them is lost by it.
import { post } from "./ask";
import { minuteTime } from "./clock";
import { h } from "./dom";

const BEFORE_MS = 15 * 60_000;
const LOOK_EVERY_MS = 5000;

/** Watch the end this page was told of (`data-again-at`), and put it off once somebody confirmed in another window. */
export function warnBeforeTheEnd(told: DOMStringMap): void {
  let endsAt = Number(told["againAt"] ?? 0);
  let bar: HTMLElement | undefined;
  if (!endsAt) return;
  const look = () => {
    const is_near = Date.now() > endsAt - BEFORE_MS;
    if (is_near && !bar) document.body.append((bar = warning(told, endsAt)));
    if (!is_near) { bar?.remove(); bar = undefined; }
  };
  const ask = async () => {
    if (!bar || document.visibilityState !== "visible") return;
    const answer = await post("/here", {}).catch(() => undefined);
    endsAt = Number(answer?.headers.get("X-Again-At") ?? endsAt) || endsAt;
    look();
  };
  setInterval(look, LOOK_EVERY_MS);
  for (const kind of ["focus", "visibilitychange"]) window.addEventListener(kind, () => void ask());
  look();
}

function warning(told: DOMStringMap, endsAt: number): HTMLElement {
  const sentence = (told["again"] ?? "").replace("{time}", minuteTime(endsAt));
  const button = h("a", { class: "button main", href: "/account/confirm?next=/account/", target: "_blank", rel: "noopener" }, told["againDo"] ?? "");
  return h("aside", { class: "again notice near", role: "status" }, h("p", {}, sentence), button);
}
