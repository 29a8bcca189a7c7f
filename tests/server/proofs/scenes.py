"""Every relationship somebody may have to a need, as scenes of one evening: who sits where is put through every role."""

from typing import Any, NamedTuple

from tests.server.proofs import world
from tests.server.scenes import CALM

CREW, PLACE, CASES, DESK, NOWHERE = "m12", "wasatch-receiving", "follow-up", "call-taker-2", ""
SEATS = (CREW, PLACE, CASES, DESK, NOWHERE)
HOUR = 3_600_000
SAID = {"said_by": "A. Nurse", "said_role": "charge nurse", "said_number": "801 555 0100"}  # who agreed, as the desk wrote it down
NOW = world.NOON + 5 * HOUR
UPTO = ("acknowledged", "enroute", "on_scene", "with_person")


class Scene(NamedTuple):
    """One need. ``unit`` goes as far as ``upto``; ``ends`` is what came of it; ``at`` when (ms UTC)."""

    name: str
    unit: str = ""
    upto: str = ""
    ends: str = ""
    at: int = NOW - HOUR
    then: tuple[tuple[str, dict[str, Any]], ...] = ()


SCENES = (
    Scene("nobodys"),
    Scene("over-long", CREW, "with_person", "cited", NOW - 3 * HOUR),
    Scene("over-lately", CREW, "with_person", "cited", NOW - HOUR),
    Scene("cleared", CREW, "acknowledged", then=(("ReportStatus", {"assignment": "cleared-a", "status": "cleared"}),)),
    Scene("with-us", CREW, "with_person"),
    Scene("going", CREW, "enroute"),
    Scene("offered", then=(("OfferTransfer", {"episode": "offered-e", "to": {"kind": "crew", "id": CREW}}),)),
    Scene("asked", "p31", "with_person", then=(("ReservePlace", {"episode": "asked-e", "facility": PLACE, "service": "chair_23h",
                                                                "reservation": "asked-r"}),)),
    Scene("bound", "c204", "with_person", then=(
        ("ReservePlace", {"episode": "bound-e", "facility": PLACE, "service": "chair_23h", "reservation": "bound-r"}),
        ("AgreeToReceive", {"reservation": "bound-r", "texts": SAID}),
    )),
    Scene("promised", "p42", "with_person", "resolved_on_scene"),
)  # fmt: skip
# What ties a seat to a need, by the words of privacy-rules.md: written down by hand, not asked of the product.
TIES: dict[tuple[str, str], frozenset[str]] = {
    (CREW, "going"): frozenset({"assigned"}),
    (CREW, "with-us"): frozenset({"assigned", "responsible"}),
    (CREW, "cleared"): frozenset({"was_sent"}),
    (CREW, "over-lately"): frozenset({"was_sent"}),
    (CREW, "over-long"): frozenset({"was_sent"}),
    (CREW, "offered"): frozenset({"offered"}),
    (PLACE, "bound"): frozenset({"bound_here"}),
    (CASES, "promised"): frozenset({"open_case"}),
    **{(DESK, one): frozenset({"desk"}) for one in ("nobodys", "going", "with-us", "cleared", "offered", "asked", "bound")},
}
MINUTES_OVER = {"over-lately": 60, "over-long": 180, "promised": 60}
LIVE_SEATS = {  # whose business a need is now: only these and dispatching desks may know that it is there
    CREW: {"going", "with-us", "offered"}, PLACE: {"asked", "bound"}, CASES: {"promised"}, DESK: set[str](), NOWHERE: set[str](),
}  # fmt: skip
EVER = {**LIVE_SEATS, CREW: LIVE_SEATS[CREW] | {"cleared", "over-lately", "over-long"}}
OPEN_WORK = {"going", "with-us"}  # what the crew's own page shows
PROHIBITED = {"with-us"}  # contact with these people is prohibited
FLAG = "contact_prohibition"
OWNERS = ("said", "written", "kept", "marked")  # of the incident; of the episode; on the record; on the record, from a Part 2 program
MARKED = ("medications", "diagnosis")
REVIEW_AT = NOW + 30 * 24 * HOUR


def canary(scene: str, owner: str, field: str) -> str:
    """A word that stands nowhere else."""
    return f"cw-{scene}-{owner}-{field.replace('_', '.')}-wc"


class Fields(NamedTuple):
    """``words`` are all there are; ``record`` those a clinician writes into somebody's record."""

    words: list[str]
    record: list[str]


def kept_fields(scene: str, fields: Fields) -> list[str]:
    """What stands in the record of this person. A date of birth must be a day, and no word of ours is.

    A crisis card is read by nobody outside until a second person has: its stories are in tests/server/cases.
    """
    told = (one for one in fields.record if one != "birth_date" and not one.startswith("card_"))
    return [one for one in told if one != FLAG or scene in PROHIBITED]


async def set_up(here: world.World, fields: Fields) -> None:
    """All scenes; every field of words is said of each need and written of each person, and each has a record."""
    lead, taker, line = (world.Browser(here, one) for one in ("m-lindqvist", "j-diaz", "a-haddad"))
    here.roll("enter", world.NOON)
    for browser in (lead, taker, line):
        await browser.enter()
    for scene in sorted(SCENES, key=lambda one: one.at):
        here.roll(scene.name, scene.at)
        for at, (browser, kind, body) in enumerate(_steps(scene, fields, lead, taker, line)):
            answer = await browser.ask(kind, id=f"{scene.name}-{at}", **body)
            assert answer.status == 200, (scene.name, kind, answer.body)
    here.roll("now", NOW)


Asked = tuple[world.Browser, str, dict[str, Any]]


def _record(scene: str, line: world.Browser, fields: Fields) -> list[Asked]:
    """Who the person is, and what stands in their record: of each field something, and something more from a Part 2 program."""
    kept = {field: canary(scene, "kept", field) for field in kept_fields(scene, fields)}
    marked = {field: canary(scene, "marked", field) for field in MARKED}
    known = {"person": f"{scene}-w", "episode": f"{scene}-e"}
    return [
        (line, "RecordPerson", {"basis": "said_so", "band": "adult", **known}),
        (line, "WriteItems", {"source": "person", "texts": kept, "review_at": REVIEW_AT, **known}),
        (line, "WriteItems", {"source": "part2_program", "texts": marked, **known}),
    ]


def _steps(scene: Scene, fields: Fields, lead: world.Browser, taker: world.Browser, line: world.Browser) -> list[Asked]:
    name = scene.name
    need, who = {"incident": name}, {"episode": f"{name}-e"}
    said, written = ({field: canary(name, owner, field) for field in fields.words} for owner in ("said", "written"))
    steps: list[Asked] = [
        (taker, "TakeCall", {"origin": "call_911", "spot": [40.76, -111.89], "texts": said, "episodes": [f"{name}-e"], **need}),
        (taker, "AnswerProtocol", {"protocol": "alongside-default", "answers": CALM, **need}),
        (taker, "WriteNote", {"texts": written, **need, **who}),
        *_record(name, line, fields),
    ]
    if scene.unit:
        steps.append((lead, "AssignUnit", {"unit": scene.unit, "assignment": f"{name}-a", "also": name == "going", **need}))
    steps += [(lead, "ReportStatus", {"assignment": f"{name}-a", "status": one}) for one in UPTO[: UPTO.index(scene.upto) + 1]
              ] if scene.upto else []  # fmt: skip
    if scene.ends:
        steps.append((lead, "RecordDisposition", {"disposition": scene.ends, **who}))
        steps.append((lead, "ReportStatus", {"assignment": f"{name}-a", "status": "cleared"}))
    return [*steps, *((lead, kind, body) for kind, body in scene.then)]
