"""Parts of a sweep lived by the nodes of a Ray: what can go wrong there, in sentences."""

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from alongside.server.plan.sweeps.given import Given
from alongside.server.plan.sweeps.joining import join, last_line, must_be_joinable
from alongside.server.plan.sweeps.nodes import CannotSweepThere, Place
from alongside.twin.planning.parts import Part, Plan


@dataclass
class OnRay:
    """A sweep's ``Live``, on the Ray at an address. ``by_node``: parts each node has given, by its address."""

    place: Place
    token: Path
    by_node: Counter[str] = field(default_factory=Counter)

    def look(self) -> None:
        """Whether it can be joined, as far as can be seen at once. Raises :class:`CannotSweepThere`."""
        must_be_joinable(self.place, self.token)

    def __call__(self, plans: Sequence[Plan], missing: Sequence[Part]) -> Generator[Part]:
        """Raises :class:`CannotSweepThere`: what, where, what to do."""
        if not missing:
            return
        ray = join(self.place, self.token)
        try:
            yield from Given(ray, self.place, self.by_node, plans).finish(missing)
        except ray.exceptions.RayTaskError as failed:
            raise CannotSweepThere("node_failed", self.place, why=last_line(failed)) from None
        except (ray.exceptions.RayError, ConnectionError, import_module("grpc").RpcError) as lost:
            raise CannotSweepThere("lost", self.place, why=last_line(lost)) from lost
        finally:
            ray.shutdown()
