"""Reading facilities.yaml: places that may say yes, what they offer, to whom, and when."""

from alongside.core.codes import RED_FLAGS, SERVICE_KINDS
from alongside.core.handoff.wish import WARDS
from alongside.core.rules import Facility, Service
from alongside.library.areas.fields import check_unique, rows, slug, spot, text, whole, words, yes
from alongside.library.hours import read_hours
from alongside.library.reading import Reading
from alongside.library.shape import Part

LEGAL = frozenset({"voluntary", "hold"})
FIELDS = (
    "id",
    "label",
    "kind",
    "spot",
    "hours",
    "may_decline",
    "drop_off_target_minutes",
    "out_of_network",
    "languages",
    "phone",
    "services",
)
SERVICE_FIELDS = ("id", "kind", "capacity", "legal", "youngest", "oldest", "excludes", "ward", "hours")
# What a kind of facility offers where its services do not say: areas written before services had a kind stay readable.
USUAL = {
    "receiving": "chair_23h", "crisis-residence": "crisis_bed", "sobering": "sobering", "emergency": "emergency", "inpatient": "inpatient",
    "respite": "respite", "shelter": "shelter", "living-room": "living_room",
}  # fmt: skip


def read_facilities(reading: Reading) -> tuple[Facility, ...]:
    """All facilities of an area. Raises ``Mistake`` with line and field of what is wrong, unknown fields included."""
    facilities = tuple(_read_facility(reading, row) for row in rows(reading, "facilities"))
    check_unique(reading, "facilities", tuple(facility.id for facility in facilities))
    return facilities


def _read_facility(reading: Reading, row: int) -> Facility:
    at = ("facilities", row)
    Part(reading, at).only(*FIELDS)
    kind = slug(reading, *at, "kind")
    services = tuple(_read_service(reading, kind, *at, "services", index) for index in rows(reading, *at, "services"))
    ids = [service.id for service in services]
    if len(set(ids)) < len(ids):
        raise reading.mistake("names a service twice; ids of services must differ", *at, "services")
    return Facility(
        id=slug(reading, *at, "id"),
        label=text(reading, *at, "label"),
        kind=kind,
        spot=spot(reading, *at, "spot"),
        services=services,
        may_decline=yes(reading, *at, "may_decline", otherwise=True),
        drop_off_target_ms=60_000 * whole(reading, *at, "drop_off_target_minutes", least=1, most=600),
        out_of_network=yes(reading, *at, "out_of_network", otherwise=False),
        hours=read_hours(Part(reading, at), "hours"),
        languages=frozenset(words(reading, *at, "languages") or ("en",)),
        phone="" if reading.find(*at, "phone") is None else text(reading, *at, "phone"),
    )


def _read_service(reading: Reading, of: str, *at: str | int) -> Service:
    Part(reading, at).only(*SERVICE_FIELDS)
    youngest, oldest = whole(reading, *at, "youngest", most=150), whole(reading, *at, "oldest", most=150)
    if youngest > oldest:
        raise reading.mistake("oldest must not be below youngest", *at, "oldest")
    return Service(
        slug(reading, *at, "id"),
        whole(reading, *at, "capacity", most=10_000),
        _among(reading, LEGAL, *at, "legal") or frozenset({"voluntary"}),
        youngest,
        oldest,
        _among(reading, frozenset(RED_FLAGS), *at, "excludes"),
        _read_kind(reading, of, *at),
        _read_ward(reading, *at),
        read_hours(Part(reading, at), "hours"),
    )


def _read_kind(reading: Reading, of: str, *at: str | int) -> str:
    kind = USUAL.get(of, "") if reading.find(*at, "kind") is None else text(reading, *at, "kind")
    if kind not in SERVICE_KINDS:
        raise reading.mistake(f"must be one of {', '.join(sorted(SERVICE_KINDS))}", *at, "kind")
    return kind


def _read_ward(reading: Reading, *at: str | int) -> str:
    ward = "" if reading.find(*at, "ward") is None else text(reading, *at, "ward")
    if ward not in WARDS | {""}:
        raise reading.mistake("must be women or men; leave it out where everybody is taken", *at, "ward")
    return ward


def _among(reading: Reading, known: frozenset[str], *at: str | int) -> frozenset[str]:
    found = frozenset(words(reading, *at))
    if not found <= known:
        raise reading.mistake(f"may name {', '.join(sorted(known))} only", *at)
    return found
