"""The released table: one row a contact, banded, under pseudonyms that change every month."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import polars as pl

from alongside.core.codes import Basis, Disposition, Level
from alongside.core.sharing.release import Value, release
from alongside.evaluate.extract.contact import Contact, Need
from alongside.evaluate.extract.fold import Extract

FORCE = frozenset({"force_used", "conducted_energy"})
INJURY = frozenset({"injury_person", "injury_staff"})
SCHEMA: Mapping[str, type[pl.DataType] | pl.DataType] = {
    "contact": pl.String, "person": pl.String, "week": pl.String, "weekday": pl.Int64, "hour_band": pl.Int64, "origin": pl.String,
    "level": pl.Int64, "program": pl.String, "minor": pl.Boolean, "language_other": pl.Boolean, "crew_kind": pl.String,
    "police_present": pl.Boolean, "in_field": pl.Boolean, "met": pl.Boolean, "disposition": pl.String, "place_kind": pl.String,
    "ended": pl.String, "arrested": pl.Boolean, "charged": pl.Boolean, "force": pl.Boolean, "injured": pl.Boolean,
    "community_service": pl.Boolean, "unmet": pl.Boolean, "settled": pl.Boolean, "from_first_ring_ms": pl.Int64,
    "from_determination_ms": pl.Int64, "on_scene_ms": pl.Int64, "drop_off_ms": pl.Int64, "follow_ups_due": pl.Int64,
    "follow_ups_kept": pl.Int64, "follow_ups_kept_in_time": pl.Int64, "follow_ups_open": pl.Int64,
}  # fmt: skip


@dataclass(frozen=True)
class Release:
    """How rows are released: the month's secret, the area's zone, the program, and what kind of place each facility is."""

    secret: bytes
    zone: str
    program: str
    place_kinds: Mapping[str, str]

    def pseudonym(self, id: str, at: int) -> str:
        """A name that cannot be turned back and that another month's rows do not share."""
        month = datetime.fromtimestamp(at / 1000, ZoneInfo(self.zone)).strftime("%Y-%m")
        return hmac.new(self.secret, f"{month}:{id}".encode(), hashlib.sha256).hexdigest()[:16]


def table(extract: Extract, how: Release, since: int, until: int, now: int) -> pl.DataFrame:
    """Contacts whose first ring lies in [since, until) (ms UTC), one row each; ``now`` settles which follow-ups have come due."""
    return pl.DataFrame(list(_rows(extract, how, since, until, now)), schema=dict(SCHEMA), orient="row")


def _rows(extract: Extract, how: Release, since: int, until: int, now: int) -> Iterable[dict[str, Value]]:
    for id, contact in extract.contacts.items():
        need = extract.need(contact.incident)
        if since <= need.first_ring_at < until and not need.cancelled:
            row = {**_who(id, need, how), **_how_it_went(contact, need, how), **_times(contact, need), **_promises(contact, now)}
            released = release(row)
            yield {name: released[name] for name in SCHEMA}


def _who(id: str, need: Need, how: Release) -> dict[str, Value]:
    local = datetime.fromtimestamp(need.first_ring_at / 1000, ZoneInfo(how.zone))
    year, week, weekday = local.isocalendar()
    return {
        "contact": how.pseudonym(id, need.first_ring_at), "person": None, "week": f"{year}-W{week:02}", "weekday": weekday,
        "hour_band": local.hour, "program": how.program, "origin": need.origin.value, "level": need.level,
        "language_other": need.language_other, "unmet": need.unmet,
    }  # fmt: skip


def _how_it_went(contact: Contact, need: Need, how: Release) -> dict[str, Value]:
    by_level = need.level is not None and need.level <= Level.ROUTINE
    return {
        "minor": contact.minor, "crew_kind": need.crew_kind or None, "police_present": need.police_present,
        "in_field": need.on_scene_at is not None, "met": Basis.CONTACT_ON_SCENE in contact.bases,
        "disposition": contact.disposition.value if contact.disposition else None,
        "place_kind": how.place_kinds.get(contact.facility), "ended": contact.ended.value if contact.ended else None,
        "arrested": contact.disposition is Disposition.ARRESTED or "arrest" in contact.details, "charged": "charges" in contact.details,
        "force": bool(FORCE & contact.details), "injured": bool(INJURY & contact.details),
        "community_service": "community_service" in contact.details or by_level, "settled": contact.disposition is not None,
    }  # fmt: skip


def _times(contact: Contact, need: Need) -> dict[str, Value]:
    scene, determined = need.on_scene_at, need.determined_at
    return {
        "from_first_ring_ms": None if scene is None else scene - need.first_ring_at,
        "from_determination_ms": None if scene is None or determined is None or determined > scene else scene - determined,
        "on_scene_ms": need.on_scene_ms or None,
        "drop_off_ms": contact.drop_off_ms,
    }


def _promises(contact: Contact, now: int) -> dict[str, Value]:
    """Only promises that were kept, or whose time has come, count: an open one that is not due yet is neither kept nor broken."""
    listed = contact.promises.values()
    due = [one for one in listed if one.kept_at is not None or one.closed or one.due_at <= now]
    return {
        "follow_ups_due": len(due),
        "follow_ups_kept": sum(one.kept_at is not None for one in due),
        "follow_ups_kept_in_time": sum(one.kept_at is not None and one.kept_at <= one.due_at for one in due),
        "follow_ups_open": len(contact.promises) - len(due),
    }
