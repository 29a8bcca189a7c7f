// Joins the connection that all tabs share: a SharedWorker, or where there is none, one tab holds the line and passes it on.
import { Line, type News } from "./line";

export type Tell = (news: News) => void;
/** What to call with the snapshot's position once it is there. */
export type Start = (position: number) => void;

export function joinLine(tell: Tell): Start {
  return typeof SharedWorker === "undefined" ? joinByChannel(tell) : joinWorker(tell);
}

function joinWorker(tell: Tell): Start {
  const worker = new SharedWorker(new URL("./stream-worker.ts", import.meta.url), { type: "module", name: "alongside-board" });
  worker.port.onmessage = ({ data }: MessageEvent<News>) => tell(data);
  worker.port.start();
  window.addEventListener("pagehide", () => worker.port.postMessage({ kind: "leave" }));
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  return (position) => worker.port.postMessage({ kind: "start", position });
}

function joinByChannel(tell: Tell): Start {
  const channel = new BroadcastChannel("alongside-board");
  channel.onmessage = ({ data }: MessageEvent<News>) => tell(data);
  return (position) => {
    // The lock passes to another tab when the one that holds it closes; that tab's own snapshot may be old, so it starts afresh.
    let first = true;
    const hold = () => new Promise<never>(() => {
      const line = new Line((news) => { tell(news); channel.postMessage(news); });
      if (!first) tell({ kind: "reset" });
      line.start(position);
    });
    void navigator.locks.request("alongside-board", { ifAvailable: true }, (lock) => (lock ? hold() : undefined)).then(() => {
      first = false;
      return navigator.locks.request("alongside-board", hold);
    });
  };
}
