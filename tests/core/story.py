"""How stories are told: given a board, when a request, then facts. The same harness checks the promise after every fact."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from alongside.core.apply import apply
from alongside.core.board import Board, Shelf
from alongside.core.clock import next_due
from alongside.core.codes import AssignmentStatus as Status
from alongside.core.codes import Origin, PartyKind
from alongside.core.decide import answer
from alongside.core.dispatch import requests as dispatch
from alongside.core.fact import Fact
from alongside.core.intake import requests as intake
from alongside.core.party import Actor, Member, Party, Reference
from alongside.core.promise.facts import EpisodeOpened, EpisodeReopened, ResponsibilityTaken
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.travel import Spot
from tests.core.town import CENTRE, RULES, StraightRoads

START = 1_700_000_000_000
ON_THE_WAY = (Status.ACKNOWLEDGED, Status.ENROUTE, Status.ON_SCENE, Status.WITH_PERSON)
MOVES = (EpisodeOpened, ResponsibilityTaken, EpisodeReopened)
CREW = {
    "C204": ("co_responder", (Member("ortiz", "officer", languages=("en", "es")), Member("lee", "clinician", languages=("en",)))),
    "M12": ("mobile_crisis", (Member("amara", "clinician", languages=("en",)), Member("tomas", "peer", languages=("en", "es")))),
    "P31": ("patrol", (Member("novak", "officer", languages=("en",)),)),
}
ROLE_OF_DESK = {"desk-calls": "call_taker", "desk-dispatch": "dispatcher", "desk-follow-up": "case_manager", "desk-lead": "supervisor"}
# Who agreed by phone, in which role, under which number: protected words, as references.
WHO = tuple(Reference(field, f"v-{field}", "0" * 64) for field in ("said_by", "said_role", "said_number"))
CREW_ROLE = {"C204": "clinician", "M12": "clinician", "P31": "officer"}


def actor(seat: str) -> Actor:
    """Whoever sits there."""
    role = ROLE_OF_DESK.get(seat) or CREW_ROLE.get(seat) or {"haven": "nurse", "general": "nurse"}.get(seat, "system")
    return Actor(f"at-{seat}", role, "town", "", "operations", seat)


class Story:
    """A board that only facts have changed, and everything that was asked of it."""

    def __init__(self, rules: Rules = RULES, facts: Iterable[Fact] = (), watched: bool = False) -> None:
        self.board, self.rules, self.roads = Board(), rules, StraightRoads()
        self.now, self.facts, self.asked = START, list[Fact](), 0
        self.watched = watched  # whether every decision is watched for changing the board, which none may
        for fact in facts:
            apply(self.board, fact)
            self.facts.append(fact)

    def staff(self) -> "Story":
        """Everybody is at work: four desks, three crews at the centre."""
        for desk, role in ROLE_OF_DESK.items():
            duty = "follow_up" if role == "case_manager" else role
            self.when(dispatch.TakePosition, desk, position=desk, area="town", duty=duty, staff=f"at-{desk}")
        for place, (unit, (kind, members)) in enumerate(CREW.items()):
            spot = Spot(CENTRE.lat + place * 1000, CENTRE.lon)
            self.when(dispatch.SignOn, "desk-dispatch", unit=unit, area="town", call_sign=unit, crew_kind=kind, members=members, spot=spot)
        return self

    def call(self, incident: str = "i1", people: int = 1, **fields: Any) -> tuple[Fact, ...]:
        """Somebody rings 911."""
        episodes = tuple(f"{incident}-p{n}" for n in range(1, people + 1))
        given = {"area": "town", "origin": Origin.CALL_911, "position": "desk-calls", "spot": CENTRE} | fields
        return self.when(intake.TakeCall, "desk-calls", incident=incident, episodes=episodes, **given)

    def meet(self, unit: str, assignment: str = "a1", incident: str = "i1", until: Status = Status.WITH_PERSON) -> None:
        """This unit is sent and reports each step, as a rule until it is with the person."""
        self.when(dispatch.AssignUnit, "desk-dispatch", assignment=assignment, incident=incident, unit=unit)
        for status in ON_THE_WAY[: ON_THE_WAY.index(until) + 1]:
            self.when(dispatch.ReportStatus, unit, assignment=assignment, status=status)

    def when(self, kind: type[Request], seat: str, id: str = "", **fields: Any) -> tuple[Fact, ...]:
        """Ask, and apply what follows; the promise is looked at after every fact."""
        self.asked += 1
        return self.ask(kind(id=id or f"r{self.asked}", by=fields.pop("by", None) or actor(seat), **fields))

    def ask(self, request: Request) -> tuple[Fact, ...]:
        """Decide on the board as it is, then apply fact by fact."""
        unchanged = snapshot(self.board) if self.watched else ""
        try:
            granted = answer(self.board, request, self.rules, self.roads, self.now)
        finally:
            assert not self.watched or snapshot(self.board) == unchanged, f"deciding {request.kind} changed the board"
        for fact in granted:
            before = {episode.id: episode.responsible for episode in self.board.episodes}
            apply(self.board, fact)
            self.facts.append(fact)
            check_promise(self.board, before, fact)
        return granted

    def refused(self, kind: type[Request], seat: str, **fields: Any) -> str:
        """The code a request is refused with; fails where it is granted."""
        before = len(self.facts)
        try:
            granted = self.when(kind, seat, **fields)
        except Refused as refused:
            assert len(self.facts) == before
            return refused.code
        raise AssertionError(f"{kind.__name__} was granted: {granted}")

    def wait(self, ms: int) -> list[Fact]:
        """Time passes; every stored timer that comes due is answered in order."""
        until, seen = self.now + ms, len(self.facts)
        while (tick := next_due(self.board)) is not None and tick.due <= until:
            self.now = max(self.now, tick.due)
            self.ask(tick)
        self.now = until
        return self.facts[seen:]

    def responsible(self, episode: str) -> Party | None:
        """Who has the person now."""
        found = self.board.episodes.find(episode)
        return found.responsible if found else None


def check_promise(board: Board, before: dict[str, Party | None], fact: Fact) -> None:
    """Each open episode has exactly one responsible party, and it moved only by the receiver's take-over."""
    holders: dict[str, list[Party]] = {}
    for party, charges in board.charges.items():
        for id in charges:
            holders.setdefault(id, []).append(party)
    for episode in board.episodes:
        now = episode.responsible
        assert (now is None) == (episode.ended is not None), f"{episode.id} is between hands after {fact}"
        assert holders.get(episode.id, []) == ([now] if now else []), f"{episode.id} is with {holders.get(episode.id)}"
        if now is not None and before.get(episode.id) != now:
            assert isinstance(fact, MOVES), f"{fact.kind} moved {episode.id}"
            assert fact.episode == episode.id


def snapshot(board: Board) -> str:
    """Everything the board remembers, written out."""
    parts = ((one.name, getattr(board, one.name)) for one in fields(board))
    return repr([(name, list(part) if isinstance(part, Shelf) else part) for name, part in parts])


def kinds(facts: tuple[Fact, ...] | list[Fact]) -> list[str]:
    """The names of facts, in order."""
    return [fact.kind for fact in facts]


def crew(unit: str) -> Party:
    """A crew as a party."""
    return Party(PartyKind.CREW, unit)


def desk(position: str) -> Party:
    """A desk as a party."""
    return Party(PartyKind.POSITION, position)
