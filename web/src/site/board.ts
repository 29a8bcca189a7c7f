// The live board in a tab: a snapshot, then every frame after its position; whoever shows something subscribes.
import { hear } from "./clock";
import { joinLine, type Start } from "./shared-line";
import type { LineState, News } from "./line";
import type { Alarm, Frame, IncidentRow, Positions, Snapshot, UnitRow, Words } from "./rows";
import { post } from "./ask";

const BRINGS_WORDS = new Set(["CallTaken", "DetailsAdded", "PlaceFound", "NoteWritten"]);

export type Change = { touched: Set<string>; positions?: Positions; whole?: boolean };
type Watcher = (change: Change) => void;

export class BoardStore {
  incidents = new Map<string, IncidentRow>();
  units = new Map<string, UnitRow>();
  alarms: Alarm[] = [];
  words = new Map<string, Words>();
  lineState: LineState = "connecting";
  heardAt = Date.now();
  loaded = false;
  failure = "";
  private position = -1;
  private waiting: { id: number; frame: Frame }[] = [];
  private watchers = new Set<Watcher>();
  private asking = new Set<string>();
  private readonly start: Start = joinLine((news) => this.take(news));

  watch(watcher: Watcher): void {
    this.watchers.add(watcher);
  }

  /** Fetch the snapshot, then go on from its position. */
  async load(): Promise<void> {
    this.position = -1;
    try {
      const response = await fetch("/board.json", { credentials: "same-origin", cache: "no-store" });
      if (!response.ok) throw new Error(String(response.status));
      this.fill((await response.json()) as Snapshot);
    } catch (error) {
      this.failure = error instanceof Error ? error.message : "";
      window.setTimeout(() => void this.load(), 3000);
      this.tell({ touched: new Set(), whole: true });
    }
  }

  private fill(snapshot: Snapshot): void {
    hear(snapshot.now, snapshot.speed);
    this.incidents = new Map(Object.entries(snapshot.incidents));
    this.units = new Map(Object.entries(snapshot.units));
    this.alarms = snapshot.alarms;
    this.position = snapshot.position;
    this.loaded = true;
    this.failure = "";
    this.waiting.filter(({ id }) => id > this.position).forEach(({ id, frame }) => this.apply(id, frame));
    this.waiting = [];
    this.start(snapshot.position);
    this.tell({ touched: new Set(this.incidents.keys()), whole: true });
    void this.fetchWords(this.incidents.keys());
  }

  private take(news: News): void {
    if (news.kind === "reset") return void this.load();
    if (news.kind === "state") {
      this.lineState = news.state;
      this.heardAt = news.heard_at || this.heardAt;
      return this.tell({ touched: new Set() });
    }
    if (news.event === "positions") return this.move(JSON.parse(news.data) as Positions);
    if (news.event !== "message" || !news.id) return;
    const [id, frame] = [Number(news.id), JSON.parse(news.data) as Frame];
    if (this.position < 0) this.waiting.push({ id, frame });
    else if (id > this.position) this.tell({ touched: this.apply(id, frame) });
  }

  private apply(id: number, frame: Frame): Set<string> {
    this.position = id;
    hear(frame.at);
    merge(this.incidents, frame.incidents);
    merge(this.units, frame.units);
    if (frame.alarms) this.alarms = frame.alarms;
    const touched = new Set([...(frame.touched ?? []), ...Object.keys(frame.incidents ?? {})]);
    void this.fetchWords(touched, (frame.facts ?? []).some((kind) => BRINGS_WORDS.has(kind)));
    return touched;
  }

  private move(positions: Positions): void {
    for (const [id, [lat, lon, at]] of Object.entries(positions)) {
      const unit = this.units.get(id);
      if (unit) this.units.set(id, { ...unit, spot: [lat, lon], spot_at: at });
    }
    this.tell({ touched: new Set(), positions });
  }

  /** Words never travel in the stream: they are read, and the reading is written down, through the vault. */
  async fetchWords(ids: Iterable<string>, again = false): Promise<void> {
    const wanted = [...ids].filter((id) => this.incidents.has(id) && !this.asking.has(id) && (again || !this.words.has(id)));
    if (!wanted.length) return;
    wanted.forEach((id) => this.asking.add(id));
    const response = await post("/words", { incidents: wanted }).catch(() => null);
    wanted.forEach((id) => this.asking.delete(id));
    if (!response?.ok) return;
    for (const [id, words] of Object.entries((await response.json()) as Record<string, Words>)) this.words.set(id, words);
    this.tell({ touched: new Set(wanted) });
  }

  private tell(change: Change): void {
    this.watchers.forEach((watcher) => watcher(change));
  }
}

function merge<Row>(into: Map<string, Row>, rows: Record<string, Row | null> = {}): void {
  for (const [id, row] of Object.entries(rows)) {
    if (row) into.set(id, row);
    else into.delete(id);
  }
}
