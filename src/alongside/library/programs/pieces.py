"""The policies and protocols of a program, read together because they refer to one another."""

from collections.abc import Mapping
from typing import NamedTuple

from alongside.core.intake.protocol import Protocol
from alongside.core.rules import Clocks
from alongside.library.programs.cases import Cases, read_longer
from alongside.library.programs.desks import Desks, read_desks
from alongside.library.programs.order import FollowUps, Levels, read_clocks, read_follow_ups, read_levels
from alongside.library.programs.people import Crews, StaffPolicy, read_crews, read_staff_policy
from alongside.library.programs.profile import Labels
from alongside.library.programs.sources import Sources
from alongside.library.protocols.load import find_path, load_protocol
from alongside.library.shape import Part


class Pieces(NamedTuple):
    """The policies of a program, read."""

    staff: StaffPolicy
    crews: Crews
    desks: Desks
    levels: Levels
    follow_ups: FollowUps
    clocks: Clocks
    protocols: Mapping[str, Protocol]
    cases: Cases

    @property
    def labels(self) -> Mapping[str, Labels]:
        """Every code's words by language."""
        merged: dict[str, Labels] = {}
        for protocol in reversed(list(self.protocols.values())):  # where two protocols use one rule id, the first asked speaks
            merged.update({f"rule.{rule.id}": rule.labels for rule in protocol.rules})
            merged[f"protocol.{protocol.id}"] = protocol.labels
        for piece in (self.staff, self.crews, self.desks, self.levels, self.follow_ups, self.cases):
            merged.update(piece.labels)
        return merged


def read_pieces(sources: Sources, agencies: list[str]) -> Pieces:
    """Read them in the order in which they need one another. Raises ``Mistake``."""
    policies = sources.policies
    staff = read_staff_policy(policies["staff"])
    crews = read_crews(sources.program, policies["crews"], staff)
    desks = read_desks(sources.program, agencies)
    levels = read_levels(policies["levels"], crews.crews, crews.known)
    follow_ups = read_follow_ups(policies["follow_up"], desks.duties)
    protocols = _read_protocols(sources.program)
    _check_crews_named(sources.program, protocols, crews.known)
    return Pieces(staff, crews, desks, levels, follow_ups, read_clocks(policies["clocks"]), protocols, read_longer(sources, agencies))


def _read_protocols(part: Part) -> dict[str, Protocol]:
    """The program's protocols by id; the first is asked first."""
    found = {}
    for below in part.parts("protocols", least=1):
        try:
            find_path(below.as_code())
        except FileNotFoundError as unknown:
            raise below.mistake(str(unknown)) from unknown
        protocol = load_protocol(below.as_code())
        found[protocol.id] = protocol
    return found


def _check_crews_named(part: Part, protocols: Mapping[str, Protocol], known: frozenset[str]) -> None:
    """A protocol may order or exclude only kinds of crew that somebody has described."""
    for protocol in protocols.values():
        for rule in protocol.rules:
            for crew in (*rule.crews, *rule.excludes):
                if crew not in known:
                    raise part.mistake(f"rule “{rule.id}” of {protocol.id} names “{crew}”, which is not among the crews", "protocols")
