// What this console looks at: the board, and the one incident that is open.
import { BoardStore } from "../site/board";
import { t } from "../site/texts";
import type { IncidentRow, UnitRow } from "../site/rows";

export const store = new BoardStore();

const watchers = new Set<(id: string) => void>();
let selected = decodeURIComponent(location.hash.slice(1));

export const selectedId = (): string => selected;
export const selectedRow = (): IncidentRow | undefined => store.incidents.get(selected);
export const onSelect = (watcher: (id: string) => void): void => void watchers.add(watcher);

/** Open an incident (or none) in the panel; the address remembers which, so a reload comes back to it. */
export function select(id: string): void {
  if (id === selected) return;
  selected = id;
  history.replaceState(null, "", id ? `#${encodeURIComponent(id)}` : location.pathname);
  watchers.forEach((watcher) => watcher(id));
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** A unit by what people type: call sign in any case, dashes or not. */
export const findUnit = (typed: string): UnitRow | undefined => [...store.units.values()].find((unit) => plain(unit.call_sign) === plain(typed));

/** An incident by its number; the highest where areas count alike. */
export function findIncident(typed: string): IncidentRow | undefined {
  const number = Number(typed.replace(/^#/, ""));
  return [...store.incidents.values()].find((row) => row.number === number);
}

/** Where an incident is, as people say it. */
export const placeWords = (row: IncidentRow): string => store.words.get(row.id)?.place || store.words.get(row.id)?.withheld?.["place"]?.sentence || (row.spot ? t("pin on the map") : t("place not known yet"));
