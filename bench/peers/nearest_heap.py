"""Nearest idle crew, written by hand over a heap: what a programmer with an afternoon would write."""

from collections import deque
from heapq import heappop, heappush

Answer = tuple[int, int]  # completions, and the sum of their responses in ms


def run(rings: list[int], places: list[int], service: list[int], drives: list[list[int]]) -> Answer:
    """First ring to somebody on scene, for every call. A crew on its way home counts as being there from half-way on."""
    crews = range(len(drives))
    was, left, takes, idle = list(crews), [0] * len(crews), [0] * len(crews), [True] * len(crews)
    over: list[tuple[int, int, int]] = []  # when, crew, where
    waiting: deque[int] = deque()
    completed = response = following = 0
    while following < len(rings) or over:
        if over and (following == len(rings) or over[0][0] <= rings[following]):
            now, crew, place = heappop(over)
            completed += 1
            if not waiting:
                idle[crew], was[crew], left[crew], takes[crew] = True, place, now, drives[place][crew]
                continue
            call = waiting.popleft()
            drive = drives[place][places[call]]  # it has not left yet
        else:
            call, now = following, rings[following]
            following += 1
            best = -1
            for one in crews:
                if idle[one]:
                    there = was[one] if 2 * (now - left[one]) < takes[one] else one
                    if best < 0 or drives[there][places[call]] < drive:
                        best, drive = one, drives[there][places[call]]
            if best < 0:
                waiting.append(call)
                continue
            crew = best
            idle[crew] = False
        response += now + drive - rings[call]
        heappush(over, (now + drive + service[call], crew, places[call]))
    return completed, response
