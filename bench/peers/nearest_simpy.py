"""Nearest idle crew in SimPy: each call a process that waits to be given a crew."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import simpy

from bench.peers.nearest_heap import Answer


@dataclass
class Crew:
    """Where it was when it left, and where it is stationed."""

    post: int
    was: int
    left: int = 0
    takes: int = 0
    idle: bool = True

    def at(self, now: int) -> int:
        """Half-way it counts as being at home."""
        return self.was if 2 * (now - self.left) < self.takes else self.post


class Town:
    """One run."""

    def __init__(self, drives: list[list[int]]) -> None:
        self.env, self.drives = simpy.Environment(), drives
        self.crews = [Crew(post, post) for post in range(len(drives))]
        self.waiting: deque[tuple[int, simpy.Event]] = deque()
        self.completed = self.response = 0

    def ringing(self, rings: list[int], places: list[int], service: list[int]) -> Iterator[simpy.Event]:
        """Calls come at their times."""
        for at, place, lasts in zip(rings, places, service, strict=True):
            yield self.env.timeout(at - self.env.now)
            self.env.process(self.call(place, lasts))

    def call(self, place: int, lasts: int) -> Iterator[simpy.Event]:
        """Until the crew is free again."""
        env, rang, given = self.env, self.env.now, self.env.event()
        self.waiting.append((place, given))
        self.serve()
        crew, drive = yield given
        yield env.timeout(drive)
        self.response += env.now - rang
        yield env.timeout(lasts)
        self.completed += 1
        crew.idle, crew.was, crew.left, crew.takes = True, place, env.now, self.drives[place][crew.post]
        self.serve()

    def serve(self) -> None:
        """The first that waits gets the nearest."""
        now = self.env.now
        idle = [(self.drives[crew.at(now)][self.waiting[0][0]], crew.post) for crew in self.crews if crew.idle] if self.waiting else []
        if idle:
            drive, post = min(idle)
            self.crews[post].idle = False
            self.waiting.popleft()[1].succeed((self.crews[post], drive))


def run(rings: list[int], places: list[int], service: list[int], drives: list[list[int]]) -> Answer:
    """Completions, and the sum of their responses in ms."""
    town = Town(drives)
    town.env.process(town.ringing(rings, places, service))
    town.env.run()
    return town.completed, int(town.response)
