// The incident panel: made by the server, fetched again when its incident is touched. A section somebody works in is never replaced.
import { find, get, h, list } from "../site/dom";
import { refreshAges } from "../site/ages";
import { t } from "../site/texts";
import { listenForAsks } from "../site/actions";
import { assign, sayDone } from "./sending";
import { onSelect, selectedId, store } from "./state";

const served = new Map<string, string>();
let asked = 0;
let timer = 0;
let sendsNow = false;

export function startPanel(): void {
  const panel = get("panel");
  onSelect(() => void show(true));
  store.watch(({ touched, whole }) => {
    if (selectedId() && (whole || touched.has(selectedId()))) later();
  });
  listenForAsks(panel, (answer) => { sayDone(answer.sentence, answer.undo); later(); });
  panel.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-assign]") : null;
    if (button && event.detail < 2) void sendOption(button); // a second click would send whoever has moved up
  });
  panel.addEventListener("focusout", () => window.setTimeout(() => { if (late.size) void show(false); }, 300));
  // Drive times and what is free change while a need waits: look again now and then.
  window.setInterval(() => { if (selectedId() && find("#panel [data-recommended]")) void show(false); }, 15_000);
  void show(true);
}

function later(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void show(false), 120);
}

export function sendOption(button: HTMLElement): Promise<boolean> {
  const more = button.dataset["leaving"] ? { leaving: button.dataset["leaving"] } : {};
  return assign(button.dataset["assign"] ?? "", button.dataset["incident"] ?? "", more, Number(button.dataset["rank"] ?? 1));
}

/** 1–9: send the option of that number. */
export function chooseOption(digit: number): void {
  const option = list("#panel [data-assign]")[digit - 1];
  if (!option || sendsNow) return; // the list still shows what was free before the last one was sent
  sendsNow = true;
  void sendOption(option).finally(() => { sendsNow = false; });
}

async function show(whole: boolean): Promise<void> {
  const [panel, id, mine] = [get("panel-body"), selectedId(), ++asked];
  if (!id) return empty(panel);
  if (whole) { served.clear(); panel.setAttribute("aria-busy", "true"); }
  const response = await fetch(`/dispatch/incident/${encodeURIComponent(id)}?part=1`, { headers: { "X-Part": "1" }, credentials: "same-origin" }).catch(() => null);
  if (mine !== asked) return;
  panel.removeAttribute("aria-busy");
  if (!response?.ok) return trouble(panel, response?.status ?? 0);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  put(panel, list("section[id]", page));
}

function empty(panel: HTMLElement): void {
  served.clear();
  panel.replaceChildren(h("p", { class: "empty" }, t("No incident is open."), h("br", {}), t("j and k walk the list, Enter opens, / types a command.")));
}

function trouble(panel: HTMLElement, status: number): void {
  if (served.size) return; // what is shown stays; the line's state says that it may be old
  const sentence = status === 404 ? t("This incident is not on the board.") : t("The incident could not be read. It will be tried again.");
  panel.replaceChildren(h("p", { class: "notice refused" }, sentence));
}

const late = new Set<string>();

/** Put in what changed. A section whose field somebody types in waits until they are done. */
function put(panel: HTMLElement, fresh: HTMLElement[]): void {
  if (!served.size) panel.replaceChildren();
  late.clear();
  for (const section of fresh) {
    const [old, text] = [find(`#${section.id}`, panel), section.outerHTML];
    if (old && served.get(section.id) === text) continue;
    if (old && isInUse(old)) { late.add(section.id); continue; }
    served.set(section.id, text);
    swap(panel, old, section);
  }
  arrange(panel, fresh);
  const ids = new Set(fresh.map(({ id }) => id));
  for (const section of list("section[id]", panel)) if (!ids.has(section.id)) { served.delete(section.id); section.remove(); }
  refreshAges(panel);
}

/** What matters first moves up as the call goes on; nothing is moved that stands right already. */
function arrange(panel: HTMLElement, fresh: HTMLElement[]): void {
  let before: Element | null = null;
  for (const { id } of fresh) {
    const section: HTMLElement | null = find(`#${id}`, panel);
    const next: Element | null = before ? before.nextElementSibling : panel.firstElementChild;
    if (section && section !== next) panel.insertBefore(section, next);
    before = section ?? before;
  }
}

function swap(panel: HTMLElement, old: HTMLElement | null, section: HTMLElement): void {
  const open = old ? list<HTMLDetailsElement>("details[open]", old).map(({ dataset }) => dataset["key"]) : [];
  const held = old?.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  for (const details of list<HTMLDetailsElement>("details", section)) if (open.includes(details.dataset["key"])) details.open = true;
  if (old) keepChoices(old, section);
  if (old) old.replaceWith(section);
  else panel.append(section);
  if (held) (again(section, held) ?? headOf(section)).focus({ preventScroll: true });
}

const isChanged = (field: HTMLInputElement | HTMLSelectElement): boolean =>
  field instanceof HTMLInputElement ? field.value !== field.defaultValue : field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));

/** What is chosen in a form and not recorded yet outlives what comes in meanwhile. */
function keepChoices(old: HTMLElement, section: HTMLElement): void {
  for (const form of list("form[data-ask]", old)) {
    const fresh = list("form[data-ask]", section).find(({ dataset }) => dataset["ask"] === form.dataset["ask"] && dataset["body"] === form.dataset["body"]);
    for (const field of fresh ? list<HTMLInputElement | HTMLSelectElement>("select, input:not([type=checkbox], [type=radio])", form) : []) {
      const same = fresh && find<HTMLInputElement | HTMLSelectElement>(`[name="${field.name}"]`, fresh);
      if (same && isChanged(field)) same.value = field.value;
    }
  }
}

const again = (section: HTMLElement, { dataset }: HTMLElement): HTMLElement | null => (dataset["focus"] ? find(`[data-focus="${dataset["focus"]}"]`, section) : null);

/** What was pressed is gone with its deed: the focus waits above what may follow, never on it, for the key may be pressed once more. */
function headOf(section: HTMLElement): HTMLElement {
  const head = find("h2, h3", section) ?? section;
  head.tabIndex = -1;
  return head;
}

function isInUse(section: HTMLElement): boolean {
  return list<HTMLInputElement>("input, textarea, select", section).some((field) => field === document.activeElement || (field.tagName === "TEXTAREA" && field.value !== ""));
}
