"""What everybody should have seen, worked out apart from the product: pages by role, needs by seat, words by Cedar's policies."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from alongside.core.sharing.share import Case
from alongside.library.sharing.load import load_sharing
from tests.core.sharing.oracle import Cell, theirs
from tests.server.proofs import consents, scenes

SHARING = load_sharing("california")
RULES = SHARING.rules
FIELDS = frozenset(RULES.fields) - SHARING.fields.files  # files are no words of a page: tests/server/attach
PIECES = [(owner, field) for owner in scenes.OWNERS for field in sorted(FIELDS)]
DOOR = "door: "  # a page of this name is the vault's own door, asked for a purpose
DESKS = {"call_taker", "dispatcher", "supervisor"}
WHOLE = DESKS | {"administrator"}
CREWS = {
    "officer", "cit_officer", "co_responder_officer", "clinician", "intern", "peer", "driver", "technician", "paramedic", "emt",
    "community_responder", "youth_worker", "psychiatric_technician", "community_worker", "case_manager",
}  # fmt: skip
CARE = {"clinician", "nurse", "case_manager"}
PAGES: Mapping[str, set[str]] = {
    "words": DESKS | CREWS | CARE, "panel": DESKS | CREWS | CARE, "story": {"clinician", "case_manager", "supervisor"}, "intake": DESKS,
    "crew": CREWS, "history": DESKS | {"privacy_officer"}, "record": DESKS | CREWS | CARE | {"privacy_officer"},
}  # fmt: skip
# Each page is opened for one purpose; a record for that of the role. Every other purpose comes through the door alone.
FIXED = {"words": "operations", "panel": "operations", "story": "follow_up", "intake": "operations", "crew": "response",
         "history": "operations"}  # fmt: skip
OF_A_RECORD = {"clinician": "treatment", "nurse": "treatment", "case_manager": "follow_up", "supervisor": "operations"}
LAST_SAID = {
    "words": {"place", "summary"}, "intake": {"place", "summary", "call_back", "cad_number", "interpreter"},
    "crew": {"place", "summary"}, "history": {"place"},
}  # fmt: skip
HELPS = {"crew": {"safety_flags", "clinical_summary"}, "panel": {"safety_flags"}}  # classes of the record that a page of the need shows
REACHES = frozenset({("kept", "phone"), ("kept", "safe_number")})  # of the record, on the page of who calls back
AT_A_DESK = {"nobodys", "going", "cleared", "offered", "promised"}  # who is responsible then, or owes a promise
OWNERS_OF = {"story": ("written",), "panel": ("said", "written"), "record": ()}  # of the need's own words; a record has others
CONSENT = {"taken back": "withdrawn", "expired": "expired", "lacking": "deficient", "declined": "declined"}
SPEAKS = {"part2": {"treatment", "follow_up", "referral"}, "clinical_notes": {"treatment", "follow_up"}}
ONE_FIELD = {("part2", "medications"), ("clinical_notes", "diagnosis")}


def page_opens(role: str, seat: str, page: str, scene: str) -> int:
    """The status of the page."""
    if page.startswith(DOOR):
        return 200
    if role not in PAGES[page]:
        return 403
    return 200 if page in ("words", "crew", "history") or is_known(role, seat, page, scene) else 404


def is_known(role: str, seat: str, page: str, scene: str) -> bool:
    """Whether the need is this person's business on this page."""
    if page.startswith(DOOR):
        return True
    if page == "history":
        return role in DESKS
    if page == "record":
        return role == "privacy_officer" or bool(ties_of(role, seat, scene))
    if page == "crew":
        return seat == scenes.CREW and scene in scenes.OPEN_WORK
    if page == "story":
        return scene in AT_A_DESK and (role in WHOLE or scene in scenes.EVER[seat])
    return role in WHOLE or scene in scenes.LIVE_SEATS[seat]


def words_shown(role: str, seat: str, page: str, scene: str, consent: str, asked: Iterable[int] = ()) -> set[tuple[str, str]]:
    """(owner, field) of every word that should have come. ``asked`` are places in the list of pieces: what was asked of the door."""
    cells = questions(role, seat, page, scene, consent, asked)
    return {piece for piece, yes in zip(cells, allowed(list(cells.values())), strict=True) if yes}


def questions(role: str, seat: str, page: str, scene: str, consent: str, asked: Iterable[int] = ()) -> dict[tuple[str, str], Cell]:
    """What Cedar is asked about, by piece."""
    if page_opens(role, seat, page, scene) != 200 or not is_known(role, seat, page, scene) or (role, page) == ("privacy_officer", "record"):
        return {}  # who answers for all records reads no word of them
    purpose = page.removeprefix(DOOR) if page.startswith(DOOR) else FIXED.get(page) or OF_A_RECORD.get(role, "response")
    carries = {PIECES[place] for place in asked} if page.startswith(DOOR) else carried(page, scene)
    return {piece: cell_of(role, ties_of(role, seat, scene), purpose, scene, consent, *piece) for piece in carries}


@cache
def carried(page: str, scene: str) -> frozenset[tuple[str, str]]:
    """What a page carries of a need at most: what was written last stands for what was said first."""
    record = {("kept", field) for field in kept_in(scene)} | {("marked", field) for field in scenes.MARKED}
    helps = {(owner, field) for owner, field in record if RULES.fields[field] in HELPS.get(page, set())}
    helps |= record & REACHES if page == "story" else set()
    if page in LAST_SAID:
        notes = {("said", "note"), ("written", "note")} if page == "crew" else set[tuple[str, str]]()
        return frozenset({("written", field) for field in LAST_SAID[page]} | notes | helps)
    spoken = {(owner, field) for owner in OWNERS_OF[page] for field in FIELDS}
    return frozenset(spoken | helps | (record if page == "record" else set()))


@cache
def kept_in(scene: str) -> frozenset[str]:
    """Fields of which something stands in the record of this scene's person: what a clinician may write."""
    from alongside.library.sharing.writing import load_writing  # noqa: PLC0415

    fields = scenes.Fields(sorted(FIELDS), sorted(load_writing().fields["clinician"]))
    return frozenset(scenes.kept_fields(scene, fields))


def ties_of(role: str, seat: str, scene: str) -> frozenset[str]:
    """What ties them; whoever supervises signs off the promises that are open."""
    reviews = {"reviews"} if role == "supervisor" and seat and scene == "promised" else set[str]()
    return scenes.TIES.get((seat, scene), frozenset()) | reviews


@cache
def ways_to_stand(seat: str) -> Sequence[Sequence[str]]:
    """The needs by how a seat stands to them: tied by the same, over for as long, contact prohibited or not."""
    found: dict[tuple[object, ...], list[str]] = {}
    for scene in (one.name for one in scenes.SCENES):
        way = (scenes.TIES.get((seat, scene)), scenes.MINUTES_OVER.get(scene), scene in scenes.PROHIBITED, scene == "promised")
        found.setdefault(way, []).append(scene)
    return list(found.values())


@cache
def cell_of(role: str, ties: frozenset[str], purpose: str, scene: str, consent: str, owner: str, field: str) -> Cell:
    """The question Cedar is asked. Only an item of a record has a source, so as a flag nothing else is shown to anybody."""
    over, of_person = scenes.MINUTES_OVER.get(scene), owner != "said"
    marks = frozenset({"part2"} if owner == "marked" else ())
    said = consent_of(consent, purpose, "part2" if marks else RULES.fields[field], field) if of_person else "not_asked"
    age, flag = ("adult", "sound") if owner in ("kept", "marked") else ("unknown", "unsourced")
    ended, prohibited = None if over is None else scenes.NOW - over * 60_000, of_person and scene in scenes.PROHIBITED
    case = Case(role, purpose, scenes.NOW, ties, said, age, ended, prohibited, flag)
    return Cell(field, case, marks)


def consent_of(state: str, purpose: str, asked_as: str, field: str) -> str:
    """What the person said about these words for this purpose, by the words of the scenes."""
    if purpose not in SPEAKS.get(asked_as, ()) or state in (consents.FIRST, "of another scope"):
        return "not_asked"
    if state == "of one field":
        return "given" if (asked_as, field) in ONE_FIELD else "not_asked"
    return CONSENT.get(state, "given")


SPOKEN_OF = frozenset(  # pieces that a consent of the scenes may speak of, by their place in the list of all
    place for place, (owner, field) in enumerate(PIECES) if owner == "marked" or (owner != "said" and RULES.fields[field] in SPEAKS)
)
_said: dict[Cell, bool] = {}


def allowed(cells: Sequence[Cell]) -> list[bool]:
    """What Cedar says; asked once for each question."""
    if new := [one for one in dict.fromkeys(cells) if one not in _said]:  # Cedar reads all its policies each time, for no question too
        _said.update(zip(new, theirs(RULES, new), strict=True))
    return [_said[one] for one in cells]
