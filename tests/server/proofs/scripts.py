"""Scripts of two worlds: what desks and crews do in both, what happens in one of them only, and what somebody of little privilege does."""

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

from tests.server.scenes import CALM

# Nobody of these sits at a desk that sees the whole board. Seat and need: aboard the crew that is sent, aboard another, at a place, none.
LOW = ("p-lowe", "i-tuiasosopo", "k-tanaka", "v-ilves", "n-castellanos", "d-whitehorse", "s-begay", "j-winter", "l-moreau")
SECRET, COMMON = "the secret world alone", "both"
# From this script on the secret needs end with a promise; before, the follow-up desk looks too, and it owes every promise there is.
PROMISING = 1_000


class Step(NamedTuple):
    """``world`` says where it is done; what somebody of little privilege does is done in both, and compared."""

    world: str
    staff: str
    method: str
    path: str
    body: dict[str, Any] | None = None
    compared: bool = False
    seconds: float = 0.0
    may_fail: bool = False


def ask(world: str, staff: str, kind: str, **body: Any) -> Step:
    """A request of the core, with an id of its own, so that what it makes can be named beforehand."""
    return Step(world, staff, "POST", f"/ask/{kind}", body)


class Names(NamedTuple):
    """Ids of one need, known before it is there: they follow from the request's own."""

    incident: str
    episode: str
    assignment: str
    reservation: str
    message: str
    person: str

    @classmethod
    def of(cls, script: int, which: str) -> "Names":
        """Of one script and need."""
        return cls(*(f"{which}-{script}-{part}" for part in cls._fields))


def need(world: str, names: Names, unit: str, crew: str, spot: Sequence[float]) -> list[Step]:
    """A call, a crew, its words: everything that could leave a trace."""
    texts = {"place": f"the gate {names.incident}", "summary": f"words {names.incident}", "call_back": "801 555 0100", "cad_number": "C-77"}
    where = {"incident": names.incident}
    return [
        ask(world, "j-diaz", "TakeCall", origin="call_911", spot=list(spot), texts=texts, episodes=[names.episode], **where),
        ask(world, "j-diaz", "AnswerProtocol", protocol="alongside-default", answers=CALM, **where),
        ask(world, "r-okafor", "AssignUnit", unit=unit, assignment=names.assignment, **where),
        *(ask(world, crew, "ReportStatus", assignment=names.assignment, status=one) for one in ("acknowledged", "enroute", "on_scene")),
    ]  # fmt: skip


def deeper(world: str, names: Names, unit: str, crew: str, place: str) -> list[Step]:
    """With the person: notes, messages, a place, a record."""
    where, who = {"incident": names.incident}, {"episode": names.episode}
    return [
        ask(world, crew, "ReportStatus", assignment=names.assignment, status="with_person"),
        ask(world, crew, "WriteNote", texts={"note": f"note {names.incident}"}, **where, **who),
        ask(world, "r-okafor", "SendMessage", to=unit, message=names.message, texts={"message": f"letter {names.incident}"}, **where),
        ask(world, crew, "ReportWeapon", weapon="knife", place="in_home", state="reported", source="crew", **where),
        ask(world, crew, "RecordPerson", person=names.person, **who, basis="said_so"),
        ask(world, crew, "ReservePlace", facility=place, service="chair_23h", reservation=names.reservation, **who),
    ]  # fmt: skip


def looks(
    staff: str, pages: Sequence[str], kinds: Sequence[str], known: Names, hidden: Names, dice: random.Random, most: int
) -> list[Step]:
    """What somebody of little privilege tries: every page there is, and every id that might be somebody's."""
    ids = {"other": hidden.incident, "reason": "said_wrong"}
    ids |= dict(zip(("incident", "episode", "assignment", "reservation", "message", "person"), hidden, strict=True))
    named = [f"/dispatch/incident/{hidden.incident}", f"/dispatch/incident/{hidden.incident}?part=1", f"/field/map/{hidden.incident}.svg",
             f"/follow-up/{hidden.episode}", f"/intake/{hidden.incident}", f"/dispatch/incident/{known.incident}", "/history/?number=2",
             f"/api/incidents/{hidden.incident}", "/board.json", "/health", f"/field/?assignment={hidden.assignment}"]  # fmt: skip
    tried = [Step(COMMON, staff, "GET", path, compared=True) for path in (*dice.sample(pages, min(most or 6, len(pages))), *named)]
    tried += [Step(COMMON, staff, "GET", "/stream/board", compared=True, seconds=0.005)]
    tried += [Step(COMMON, staff, "POST", "/words", {"incidents": [hidden.incident, known.incident]}, compared=True)]
    for kind in dice.sample(kinds, min(most or 9, len(kinds))):
        takes = KIND_FIELDS[kind] - MADE.get(kind, frozenset())
        given = {name: value for name, value in ids.items() if name in takes}
        tried.append(Step(COMMON, staff, "POST", f"/ask/{kind}", given | fillers(kind, known), compared=True))
    dice.shuffle(tried)
    return tried


MADE: dict[str, frozenset[str]] = {}  # ids that a request makes: a new one in both worlds
KIND_FIELDS: dict[str, frozenset[str]] = {}  # both filled by the player, which knows the core
FILL: dict[str, Any] = {
    "status": "cleared", "disposition": "resolved_on_scene", "to": {"kind": "crew", "id": "m12"}, "weapon": "knife", "state": "no",
    "when": "intake",
    "flag": "breathing", "level": 2, "outcome": "spoke", "service": "chair_23h", "facility": "wasatch-receiving", "received_by": "RN",
    "basis": ["same_place"], "source": "crew", "spot": [40.7, -111.9], "answers": {}, "agency": "lakeside-police", "permission": "contact",
    "permits": ["contact"], "clinical": "p-lowe", "safety": "p-lowe", "role": "present",
    "place": "within_reach", "kind": "child",
}  # fmt: skip


def fillers(kind: str, known: Names) -> dict[str, Any]:
    """The other fields of a kind, so that it is refused for what it names and not for what it lacks."""
    words = {"texts": {"note": "x"}} if kind in ("WriteNote", "AddDetails") else {}
    return {name: value for name, value in FILL.items() if name in KIND_FIELDS[kind]} | words


def make_script(number: int, pages: Sequence[str], kinds: Sequence[str], reader: str = "") -> list[Step]:
    """One script, the same for the same number. A ``reader`` who is named tries everything."""
    dice = random.Random(f"script {number}")
    known, hidden, later = (Names.of(number, which) for which in ("known", "hidden", "later"))
    spot = [40.74 + dice.random() / 20, -111.93 + dice.random() / 20]
    near = [spot[0] + 0.0002, spot[1]]
    staff = reader or dice.choice(LOW if number < PROMISING else LOW[:-1])
    most = len(pages) + len(kinds) if reader else 0
    steps = [
        *need(SECRET, hidden, "m14", "c-novak", near),
        *need(COMMON, known, "m12", "p-lowe", spot),
        *deeper(SECRET, hidden, "m14", "c-novak", "granite-receiving"),
        *looks(staff, pages, kinds, known, hidden, dice, most)[: most or dice.randint(10, 24)],
        *need(SECRET, later, "c207", "y-solberg", near)[:3],
        *deeper(COMMON, known, "m12", "p-lowe", "wasatch-receiving")[: dice.randint(0, 6)],
        *looks(staff, pages, kinds, known, dice.choice((hidden, later)), dice, 0)[: dice.randint(8, 16)],
    ]
    outcome = "resolved_on_scene" if number >= PROMISING else "cited"
    return [*steps, *tidy(COMMON, known, "resolved_on_scene"), *tidy(SECRET, hidden, outcome), *tidy(SECRET, later, outcome)]


def reader_of(script: Sequence[Step]) -> str:
    """Who looks in this script."""
    return next(step.staff for step in script if step.compared)


def tidy(world: str, names: Names, outcome: str) -> list[Step]:
    """Every crew is free again for the next script; steps that were done already are refused."""
    steps = [ask(world, "m-lindqvist", "TakeBackReservation", reservation=names.reservation),
             ask(world, "m-lindqvist", "RecordDisposition", episode=names.episode, disposition=outcome)]  # fmt: skip
    steps += [ask(world, "m-lindqvist", "ReportStatus", assignment=names.assignment, status=one)
              for one in ("acknowledged", "enroute", "on_scene", "with_person", "cleared")]  # fmt: skip
    return [step._replace(may_fail=True) for step in steps]
