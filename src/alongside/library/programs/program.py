"""Reads ``program.yaml`` itself: what is asked first, where people are taken, what is measured."""

from alongside.core.codes import Level
from alongside.core.intake.protocol import Protocol
from alongside.core.rules import Partner, Program
from alongside.library.areas import Area, load_area
from alongside.library.areas.load import find_folder
from alongside.library.programs.pieces import Pieces
from alongside.library.reading import Mistake
from alongside.library.shape import Part

FIELDS = (
    "id", "label", "about", "area", "policies", "protocols", "unassessed_as", "lower_by", "withdraw_report_alone", "origins",
    "agencies", "crews", "desks", "partners", "destinations", "measures", "jurisdiction", "links_within_m", "links_within",
    "threat_management",
)  # fmt: skip
MEASURES = frozenset(
    {
        "contacts", "people", "crisis_interventions", "community_services", "response_from_first_ring", "response_from_determination",
        "on_scene_time", "resolved_in_community", "police_present", "arrests", "charges", "force", "drop_off_time", "unmet_need",
        "follow_up_kept", "treated_on_site", "not_hospitalised", "not_jailed", "contacts_by_origin", "repeat_contacts",
    }
)  # fmt: skip


def read_program(part: Part, area: str, pieces: Pieces, partners: tuple[Partner, ...], destinations: tuple[str, ...]) -> Program:
    """The core's program from its file and the policies already read."""
    first = next(iter(pieces.protocols.values()))
    return Program(
        id=part.code("id"),
        label=part.words("label")["en"],
        area=area,
        roles=pieces.staff.roles,
        crews=pieces.crews.crews,
        levels=pieces.levels.plans,
        unassessed_as=_read_unassessed(part, first),
        requirements=pieces.staff.requirements,
        origins=pieces.desks.origins,
        desks=pieces.desks.desks,
        partners=partners,
        follow_ups=pieces.follow_ups.rules,
        protocol=first.id,
        destinations=destinations,
        measures=part.codes("measures", MEASURES),
        lower_by=frozenset(part.codes("lower_by", pieces.staff.roles, ("clinician", "supervisor"))),
        withdraw_report_alone=part.flag("withdraw_report_alone"),
        links_within_m=part.number("links_within_m", 300, least=1, most=100_000),
        links_within_ms=part.duration_ms("links_within", 1_800_000),
    )


def _read_unassessed(part: Part, protocol: Protocol) -> Level:
    """What an incident counts as until it is assessed: the program's word, else the protocol's, else urgent."""
    default = protocol.unassessed_as if protocol.unassessed_as is not None else Level.URGENT
    return Level(part.number("unassessed_as", default, least=1, most=4))


def read_home(part: Part) -> Area:
    """The area the program is written for."""
    try:
        find_folder(part.text("area"))
    except Mistake as unknown:
        raise part.mistake(unknown.message, "area") from unknown
    return load_area(part.text("area"))


def read_destinations(part: Part, area: Area) -> tuple[str, ...]:
    """The program's places in the area, in its order; none named means all of them."""
    return part.codes("destinations", [facility.id for facility in area.facilities])
