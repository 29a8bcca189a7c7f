"""The people of an incident as the crew works with them: what came of it, what they permit, where they go."""

from collections.abc import Mapping

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind
from alongside.core.party import Party
from alongside.core.state import Assignment, Episode
from alongside.server.field.transport import transport_of
from alongside.server.site.around import guardian_of, may_be_minor, reports_of
from alongside.server.site.coded import choices, word
from alongside.server.site.persons import person_row
from alongside.server.site.rows import Row, View

STAYS = ("resolved_on_scene", "referred", "declined_service", "not_found")
GOES = ("transported_voluntary", "transported_ems", "transported_van", "transported_hold")
OTHER = ("cited", "arrested", "not_behavioural", "died")
BY_PHONE = ("resolved_by_phone", "referred", "declined_service", "not_found")
# Chips beside a disposition: the few that are likely on that scene first.
DETAILS = (
    "police_present", "resolved_in_community", "safety_plan", "means_safety", "interpreter_used", "guardian_reached", "naloxone_given",
    "force_used", "restraint_hands", "restraint_handcuffs", "restraint_soft", "restraint_prone", "conducted_energy",
    "injury_person", "injury_staff", "arrest", "charges", "charges_dropped", "swat_called",
)  # fmt: skip
PERMITS = ("contact", "voicemail", "outcome_back")


def list_people(view: View, asking: Asking, assignment: Assignment, legal: Mapping[str, str]) -> list[Row]:
    """One row a person. ``legal`` says with which legal status each person's places are looked for."""
    people = (asking.episode(id) for id in asking.incident(assignment.incident).episodes)
    return [_person(view, asking, assignment, one, legal.get(one.id, "voluntary")) for one in people if not one.adopted_by]


def _person(view: View, asking: Asking, assignment: Assignment, episode: Episode, legal: str) -> Row:
    crew = Party(PartyKind.CREW, assignment.unit)
    mine = episode.responsible == crew
    return {
        **person_row(view, episode),
        "mine": mine,
        "ended": word("end", episode.ended) if episode.ended else "",
        "disposition_word": word("disposition", episode.disposition) if episode.disposition else "",
        "details": [word("detail", code) for code in episode.details],
        "permits": [_permit(episode, code) for code in PERMITS],
        "transport": transport_of(view, asking, assignment, episode, legal) if mine else None,
        "offer": _offered_to_us(view, episode, crew),
        "guardian": guardian_of(episode),
        "reports": reports_of(view.board, view.names, episode, asking.by),
        "may_be_minor": may_be_minor(asking.incident(episode.incident), episode),
    }


def _permit(episode: Episode, code: str) -> Row:
    """One toggle: its word, whether it stands, and the set that pressing it asks for."""
    stands = code in episode.consents
    after = [one for one in PERMITS if (one in episode.consents) != (one == code)]
    return {"word": word("permission", code), "on": stands, "body": {"episode": episode.id, "permits": after}}


def _offered_to_us(view: View, episode: Episode, crew: Party) -> Row | None:
    offer = episode.offer
    if offer.to != crew:
        return None
    holder = view.names.party(view.board, episode.responsible, view.language) if episode.responsible else ""
    return {"status": offer.status.value, "by": holder, "reasons": choices("cannot_take")}


def disposition_choices(remote: bool) -> list[Row]:
    """Groups of dispositions as they are offered: stays, goes, other; by phone only what can be said by phone."""
    groups = (BY_PHONE, (), ("not_behavioural",)) if remote else (STAYS, GOES, OTHER)
    return [{"choices": choices("disposition", codes)} for codes in groups if codes]


def detail_choices() -> list[dict[str, str]]:
    """The chips."""
    return choices("detail", DETAILS)
