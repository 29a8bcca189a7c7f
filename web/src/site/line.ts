// One connection to /stream/board, kept alive: reconnects from the last position it saw, notices silence, says in which state it is.
import { readStream, type Message } from "./sse";

export type LineState = "connecting" | "live" | "stale" | "reconnecting" | "signed_out";
export type News =
  | { kind: "state"; state: LineState; heard_at: number }
  | { kind: "message"; event: string; id: string; data: string }
  | { kind: "reset" };

const STALE_MS = 40_000; // two heartbeats missed
const WAITS_MS = [500, 1000, 2000, 5000, 10_000];

export class Line {
  private after = "";
  private heardAt = 0;
  private state: LineState = "connecting";
  private started = false;
  private abort = new AbortController();

  constructor(private readonly tell: (news: News) => void, private readonly url = "/stream/board") {}

  /** Begin from a snapshot's position; later calls change nothing, for the line is already ahead of it. */
  start(position: number): void {
    if (this.started) return this.say(this.state);
    this.started = true;
    this.after = String(position);
    void this.run();
    setInterval(() => this.watch(), 2000);
  }

  private async run(): Promise<void> {
    for (let failed = 0; ; failed++) {
      const status = await this.connect(() => (failed = 0));
      if (status === 401 || status === 403) return this.say("signed_out");
      if (status === 409 || status === 410) this.reset();
      this.say("reconnecting");
      await new Promise((resume) => setTimeout(resume, WAITS_MS[Math.min(failed, WAITS_MS.length - 1)]));
    }
  }

  private async connect(connected: () => void): Promise<number> {
    this.abort = new AbortController();
    try {
      return await readStream(this.url, this.after, this.abort.signal, () => { connected(); this.heard(); }, (message) => this.pass(message));
    } catch {
      return 0;
    }
  }

  private pass(message: Message): void {
    if (message.event === "reset") return this.reset();
    if (message.id) this.after = message.id;
    this.tell({ kind: "message", ...message });
  }

  private reset(): void {
    this.after = "";
    this.tell({ kind: "reset" });
  }

  private heard(): void {
    this.heardAt = Date.now();
    if (this.state !== "live") this.say("live");
  }

  private watch(): void {
    const silent = Date.now() - this.heardAt;
    if (this.state === "live" && silent > STALE_MS) this.say("stale");
    if (this.state === "stale" && silent > 2 * STALE_MS) this.abort.abort();
  }

  private say(state: LineState): void {
    this.state = state;
    this.tell({ kind: "state", state, heard_at: this.heardAt });
  }
}
