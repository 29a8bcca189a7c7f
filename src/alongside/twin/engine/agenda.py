"""What people do next, in order: by time, then rank, then index, as the kernels pop it."""

from heapq import heappop, heappush

Event = tuple[int, int, int]  # at (ms UTC), rank (``state``), index


class Agenda:
    """A heap of events."""

    def __init__(self) -> None:
        self._heap: list[Event] = []

    def put(self, at: int, rank: int, index: int) -> None:
        """Something to be done then."""
        heappush(self._heap, (at, rank, index))

    def peek(self) -> Event | None:
        """What comes first."""
        return self._heap[0] if self._heap else None

    def take(self) -> Event:
        """What comes first, taken off."""
        return heappop(self._heap)
