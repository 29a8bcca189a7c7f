"""What of a sweep is given out to the nodes of a Ray just now. The asker keeps what comes back; nodes keep nothing, and may come and go."""

from collections import Counter, deque
from collections.abc import Generator, Sequence
from contextlib import suppress
from typing import Any

from alongside.server.plan.sweeps.joining import broken_wire
from alongside.server.plan.sweeps.nodes import CannotSweepThere, Place
from alongside.server.plan.sweeps.travelling import make_work
from alongside.twin.planning.parts import Part, Plan, keep
from alongside.twin.planning.running import engine_of
from alongside.twin.planning.sweep import get_ready
from alongside.twin.sweeping.code_mark import code_mark
from alongside.twin.sweeping.parcels import pack, read_figures

AGAIN = 3  # times a part is given out again because its node was lost
AHEAD = 3  # parts given out for each core: none waits for the asker, and a node that joins later still finds some
LOOK_S = 2.0


class Given:
    """What is given out just now."""

    def __init__(self, ray: Any, place: Place, by_node: Counter[str], plans: Sequence[Plan]) -> None:
        self.ray, self.place, self.by_node, self.plans, self.code = ray, place, by_node, plans, code_mark()
        self.asked: dict[Any, Part] = {}
        self.room = 1
        self.work = ray.remote(num_cpus=1, max_retries=AGAIN, scheduling_strategy="SPREAD")(make_work())

    def finish(self, missing: Sequence[Part]) -> Generator[Part]:
        """Each part once it is kept."""
        self.ready = get_ready(self.plans, missing)
        sent = {index: self.ray.put(pack(self.plans[index], ready)) for index, ready in self.ready.items()}
        waiting = deque(missing)
        try:
            while waiting or self.asked:
                while waiting and len(self.asked) < self._room():
                    part = waiting.popleft()
                    self.asked[self.work.remote(self.code, sent[part.plan], part.seeds)] = part
                finished, _ = self.ray.wait(list(self.asked), num_returns=1, timeout=LOOK_S)
                for one in finished:
                    yield self._keep(self.asked.pop(one), *self.ray.get(one))
        finally:
            self._take_back()

    def _room(self) -> int:
        """While the wire is broken, what it was: this question of Ray's client fails at once; all others wait until it is back or lost."""
        with suppress(*broken_wire()):
            self.room = max(1, AHEAD * int(self.ray.cluster_resources().get("CPU", 0)))
        return self.room

    def _keep(self, part: Part, node: str, code: str, told: bytes) -> Part:
        if code != self.code:
            raise CannotSweepThere("other_code", self.place, node=node, theirs=code, ours=self.code)
        keep(part, self.plans[part.plan].name, engine_of(self.ready[part.plan]), read_figures(told))
        self.by_node[node] += 1
        return part

    def _take_back(self) -> None:
        """Nothing goes on for somebody who has left. Where the wire is broken for good Ray ends what is left by itself."""
        with suppress(*broken_wire()):
            if self.ray.is_initialized():
                for one in self.asked:
                    self.ray.cancel(one)
