"""Five hundred consoles in one process: each reads its stream and notes when every fact reached it."""

import asyncio
import re
import sys
import time
from array import array
from collections.abc import Mapping
from statistics import quantiles
from typing import NamedTuple

import msgspec

ID = re.compile(rb"\nid: (\d+)\n|^id: (\d+)\n")


class Told(NamedTuple):
    """How many facts never arrived, and how long the others took from being sent (ms)."""

    missed: int
    delivered: int
    p50_ms: float
    p99_ms: float
    most_ms: float


class Console(asyncio.Protocol):
    """One reader: the last position it saw, and when each position came."""

    def __init__(self, head: bytes, first: int, count: int) -> None:
        self.head, self.last, self.arrived = head, first, array("d", [0.0] * count)
        self.first = first

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        transport.write(self.head)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        """Every id up to the newest in these bytes has arrived: positions are dense."""
        found = ID.findall(data)
        if not found:
            return
        now, newest = time.perf_counter(), int(found[-1][0] or found[-1][1])
        for position in range(self.last, min(newest, self.first + len(self.arrived))):
            self.arrived[position - self.first] = now
        self.last = max(self.last, newest)


async def listen(
    port: int, path: str, headers: Mapping[str, str], first: int, count: int, consoles: int, sent_at: "asyncio.Future[list[float]]"
) -> Told:
    """Open the streams, wait until the sender is done, then compare what was sent with what arrived."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\n{lines}\r\n".encode()
    loop = asyncio.get_running_loop()
    readers = [Console(head, first, count) for _ in range(consoles)]
    for start in range(0, consoles, 50):
        await asyncio.gather(*(loop.create_connection(lambda one=one: one, "127.0.0.1", port) for one in readers[start : start + 50]))  # type: ignore[misc]
    sys.stdout.write("open\n")
    sys.stdout.flush()
    times = await sent_at
    await asyncio.sleep(1.5)
    waits = [(arrived - sent) * 1_000 for one in readers for arrived, sent in zip(one.arrived, times, strict=True) if arrived]
    cuts = quantiles(waits, n=100)
    return Told(consoles * count - len(waits), len(waits), cuts[49], cuts[98], max(waits))


async def main(asked: dict[str, object]) -> None:
    """Told by the measuring process through its standard input: first what to open, then when each fact was sent."""
    loop = asyncio.get_running_loop()
    sent: asyncio.Future[list[float]] = loop.create_future()
    reading = loop.run_in_executor(None, sys.stdin.readline)
    reading.add_done_callback(lambda line: sent.set_result(msgspec.json.decode(line.result())))
    told = await listen(**asked, sent_at=sent)  # type: ignore[arg-type]
    sys.stdout.write(msgspec.json.encode(told).decode() + "\n")


if __name__ == "__main__":
    asyncio.run(main(msgspec.json.decode(sys.stdin.readline())))
