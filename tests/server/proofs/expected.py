"""What everybody should have seen, worked out apart from the product: pages by role, needs by seat, words by Cedar's policies."""

from collections.abc import Callable, Mapping
from functools import cache

from alongside.core.sharing.share import Case
from alongside.library.sharing.load import load_sharing
from tests.core.sharing.oracle import Cell, theirs
from tests.server.proofs import scenes

RULES = load_sharing("california").rules
FIELDS = frozenset(RULES.fields)
DESKS = {"call_taker", "dispatcher", "supervisor"}
WHOLE = DESKS | {"administrator"}
CREWS = {
    "officer", "cit_officer", "co_responder_officer", "clinician", "intern", "peer", "driver", "technician", "paramedic", "emt",
    "community_responder", "youth_worker", "psychiatric_technician", "community_worker", "case_manager",
}  # fmt: skip
CARE = {"clinician", "nurse", "case_manager"}
PAGES: Mapping[str, set[str]] = {
    "words": DESKS | CREWS | CARE, "panel": DESKS | CREWS | CARE, "story": {"clinician", "case_manager", "supervisor"}, "intake": DESKS,
    "crew": CREWS, "history": DESKS | {"privacy_officer"},
}  # fmt: skip
PURPOSES = {"words": "operations", "panel": "operations", "story": "follow_up", "intake": "operations", "crew": "response",
            "history": "operations"}  # fmt: skip
LAST_SAID = {
    "words": {"place", "summary"}, "intake": {"place", "summary", "call_back", "cad_number", "interpreter"},
    "crew": {"place", "summary"}, "history": {"place"},
}  # fmt: skip
AT_A_DESK = {"nobodys", "going", "cleared", "offered", "promised"}  # who is responsible then, or owes a promise


def page_opens(role: str, seat: str, page: str, scene: str) -> int:
    """The status of the page."""
    if role not in PAGES[page]:
        return 403
    return 200 if page in ("words", "crew", "history") or is_known(role, seat, page, scene) else 404


def is_known(role: str, seat: str, page: str, scene: str) -> bool:
    """Whether the need is this person's business on this page."""
    if page == "history":
        return role in DESKS
    if page == "crew":
        return seat == scenes.CREW and scene in scenes.OPEN_WORK
    if page == "story":
        return scene in AT_A_DESK and (role in WHOLE or scene in scenes.EVER[seat])
    return role in WHOLE or scene in scenes.LIVE_SEATS[seat]


def words_shown(role: str, seat: str, page: str, scene: str) -> set[tuple[str, str]]:
    """(owner, field) of every word that should have come."""
    if page_opens(role, seat, page, scene) != 200 or not is_known(role, seat, page, scene):
        return set()
    return {(owner, field) for owner, field in carried(page) if may_see(role, ties_of(role, seat, scene), PURPOSES[page], scene)(field)}


@cache
def carried(page: str) -> frozenset[tuple[str, str]]:
    """What a page carries of a need at most: what was written last stands for what was said first."""
    if page in LAST_SAID:
        notes = {("said", "note"), ("written", "note")} if page == "crew" else set[tuple[str, str]]()
        return frozenset({("written", field) for field in LAST_SAID[page]} | notes)
    owners = ("written",) if page == "story" else ("said", "written")
    return frozenset((owner, field) for owner in owners for field in FIELDS)


def ties_of(role: str, seat: str, scene: str) -> frozenset[str]:
    """What ties them; whoever supervises signs off the promises that are open."""
    reviews = {"reviews"} if role == "supervisor" and seat and scene == "promised" else set[str]()
    return scenes.TIES.get((seat, scene), frozenset()) | reviews


@cache
def may_see(role: str, ties: frozenset[str], purpose: str, scene: str) -> Callable[[str], bool]:
    """By field, as Cedar says. What is no item of a record has no source: as a flag it is shown to nobody."""
    over = scenes.MINUTES_OVER.get(scene)
    case = Case(role, purpose, scenes.NOW, ties, closed_at=None if over is None else scenes.NOW - over * 60_000, flag="unsourced")
    fields = sorted(FIELDS)
    allowed = {field for field, yes in zip(fields, theirs(RULES, [Cell(field, case) for field in fields]), strict=True) if yes}
    return allowed.__contains__
