"""Parts of a sweep given to the nodes of a Ray. The asker keeps what comes back; nodes keep nothing, and may come and go."""

import os
import pickle
from collections import Counter, deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from alongside.twin.planning.parts import Part, Plan, keep
from alongside.twin.planning.running import engine_of
from alongside.twin.planning.sweep import get_ready
from alongside.twin.sweeping.at_a_node import pack
from alongside.twin.sweeping.code_mark import code_mark
from alongside.twin.sweeping.nodes import CannotSweepThere, Place, must_have_token, must_listen, set_up

AGAIN = 3  # times a part is given out again because its node was lost
AHEAD = 3  # parts given out for each core: none waits for the asker, and a node that joins later still finds some
LOOK_S = 2.0


@dataclass
class OnRay:
    """A sweep's ``Live``, on the Ray at an address. ``by_node``: parts each node has given, by its address."""

    place: Place
    token: Path
    by_node: Counter[str] = field(default_factory=Counter)

    def __call__(self, plans: Sequence[Plan], missing: Sequence[Part]) -> Generator[Part]:
        """Raises :class:`CannotSweepThere`: what, where, what to do."""
        if not missing:
            return
        ray = self._join()
        try:
            yield from Given(ray, self.place, self.by_node, plans).finish(missing)
        except ray.exceptions.RayTaskError as failed:
            raise CannotSweepThere("node_failed", self.place, why=_last_line(failed)) from None
        except (ray.exceptions.RayError, ConnectionError) as lost:
            raise CannotSweepThere("lost", self.place, why=_last_line(lost)) from lost
        finally:
            ray.shutdown()

    def _join(self) -> Any:
        if find_spec("ray") is None:
            raise CannotSweepThere("no_ray", self.place)
        set_up(os.environ, self.token)
        must_have_token(os.environ, self.place)
        must_listen(self.place)
        ray = import_module("ray")
        try:
            ray.init(str(self.place), logging_level="ERROR", log_to_driver=False)
        except (RuntimeError, ConnectionError, ray.exceptions.RayError) as refused:
            raise CannotSweepThere("not_joined", self.place, why=_last_line(refused)) from refused
        return ray


class Given:
    """What is given out just now."""

    def __init__(self, ray: Any, place: Place, by_node: Counter[str], plans: Sequence[Plan]) -> None:
        self.ray, self.place, self.by_node, self.plans, self.code = ray, place, by_node, plans, code_mark()
        self.asked: dict[Any, Part] = {}

        def live_there(code: str, packed: bytes, seeds: Sequence[int]) -> tuple[str, str, bytes]:
            """Travels as it stands here, so that a node without this package can say so."""
            from importlib import import_module

            from alongside.twin.sweeping.at_a_node import answer

            return (import_module("ray").util.get_node_ip_address(), *answer(code, packed, seeds))

        self.work = ray.remote(num_cpus=1, max_retries=AGAIN, scheduling_strategy="SPREAD")(live_there)

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
        return max(1, AHEAD * int(self.ray.cluster_resources().get("CPU", 0)))

    def _keep(self, part: Part, node: str, code: str, told: bytes) -> Part:
        if code != self.code:
            raise CannotSweepThere("other_code", self.place, node=node, theirs=code, ours=self.code)
        keep(part, self.plans[part.plan].name, engine_of(self.ready[part.plan]), pickle.loads(told))
        self.by_node[node] += 1
        return part

    def _take_back(self) -> None:
        """Nothing goes on for somebody who has left."""
        if self.ray.is_initialized():
            for one in self.asked:
                self.ray.cancel(one)


def _last_line(failed: BaseException) -> str:
    """What a long report of another machine comes to."""
    return next((line.strip() for line in reversed(str(failed).splitlines()) if line.strip()), type(failed).__name__)
