// Reads a stream of server-sent events with fetch, so that resuming is exact: Last-Event-ID can be sent on the first connection too.

export type Message = { event: string; id: string; data: string };

/** Cuts a stream of text into messages; text that ends inside a message waits for the rest. */
export class Cutter {
  private rest = "";

  *feed(text: string): Generator<Message> {
    this.rest += text.replace(/\r\n?/g, "\n");
    for (let end = this.rest.indexOf("\n\n"); end >= 0; end = this.rest.indexOf("\n\n")) {
      const message = parse(this.rest.slice(0, end));
      this.rest = this.rest.slice(end + 2);
      if (message) yield message;
    }
  }
}

function parse(block: string): Message | null {
  const message: Message = { event: "message", id: "", data: "" };
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue; // a comment (heartbeat) or nothing
    const value = line.slice(colon + 1).replace(/^ /, "");
    if (line.startsWith("data")) data.push(value);
    else if (line.startsWith("id")) message.id = value;
    else if (line.startsWith("event")) message.event = value;
  }
  message.data = data.join("\n");
  return data.length || message.event !== "message" ? message : null;
}

/** Read until the connection ends. `heard` is called for every piece of text, heartbeats included. Throws what the network throws. */
export async function readStream(url: string, after: string, signal: AbortSignal, heard: () => void, each: (message: Message) => void): Promise<number> {
  const headers: Record<string, string> = { Accept: "text/event-stream", ...(after ? { "Last-Event-ID": after } : {}) };
  const response = await fetch(url, { headers, signal, credentials: "same-origin", cache: "no-store" });
  if (!response.ok || !response.body || response.redirected) return response.redirected ? 403 : response.status;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const cutter = new Cutter();
  heard();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return 200;
    heard();
    for (const message of cutter.feed(value)) each(message);
  }
}
