"""Many clients in one process, each with a connection of its own, one request after the other: too cheap to be what is measured."""

import asyncio
import time
from collections.abc import Callable, Mapping
from statistics import quantiles
from typing import NamedTuple


class Knocks(NamedTuple):
    """What came of it: seconds of each request, how long all took, and how many were not answered with 200."""

    seconds: list[float]
    total_s: float
    failed: int

    @property
    def rate(self) -> float:
        """Good answers a second."""
        return (len(self.seconds) - self.failed) / self.total_s

    def percentile_ms(self, percent: int) -> float:
        """The given percentile of a request, in ms."""
        return quantiles(self.seconds, n=100)[percent - 1] * 1_000


def knock(port: int, path: str, headers: Mapping[str, str], body: Callable[[int], bytes], clients: int, seconds: float) -> Knocks:
    """``clients`` connections send as fast as they are answered for ``seconds``; ``body(n)`` gives the n-th request's JSON."""
    return asyncio.run(_knock(port, path, headers, body, clients, seconds))


async def _knock(port: int, path: str, headers: Mapping[str, str], body: Callable[[int], bytes], clients: int, seconds: float) -> Knocks:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n{lines}Content-Length: "
    counter, taken = iter(range(10**9)), list[float]()
    end = time.perf_counter() + seconds
    started = time.perf_counter()

    async def client() -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        failed = 0
        while time.perf_counter() < end:
            content, began = body(next(counter)), time.perf_counter()
            writer.write(f"{head}{len(content)}\r\n\r\n".encode() + content)
            failed += await _read_status(reader) != 200
            taken.append(time.perf_counter() - began)
        writer.close()
        return failed

    failed = sum(await asyncio.gather(*(client() for _ in range(clients))))
    return Knocks(taken, time.perf_counter() - started, failed)


async def _read_status(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    lower = head.lower()
    if b"content-length:" in lower:
        await reader.readexactly(int(lower.split(b"content-length:")[1].split(b"\r\n")[0]))
    elif b"chunked" in lower:
        while int(size := (await reader.readline()).strip() or b"0", 16) or not size:
            await reader.readexactly(int(size, 16) + 2)
        await reader.readline()
    return int(head.split(b" ", 2)[1])
