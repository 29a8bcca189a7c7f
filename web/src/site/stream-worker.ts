// The one connection of all tabs: browsers allow six to a host, and a dispatcher opens more tabs than that.
import { Line, type News } from "./line";

const ports = new Set<MessagePort>();
const line = new Line((news: News) => ports.forEach((port) => port.postMessage(news)));

type Heard = { kind: "start"; position: number } | { kind: "leave" };

(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = ({ data }: MessageEvent<Heard>) => {
    if (data.kind === "start") line.start(data.position);
    else ports.delete(port);
  };
};
