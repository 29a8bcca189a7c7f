"""Jurisdiction packs are read strictly; the one for counsel's check writes no hold, and a zone's every change of the clock is known."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from alongside.library.jurisdictions import load_pack
from alongside.library.jurisdictions.load import HERE
from alongside.library.jurisdictions.zones import offsets_of
from alongside.library.reading import Mistake

NOW = round(datetime(2026, 11, 26, tzinfo=UTC).timestamp() * 1000)
TEXT = (HERE / "california.yaml").read_text()
VERIFIED = "zone: America/Los_Angeles\nverified: {by: “counsel”, on: 2026-01-05, until: 2027-01-05}"


def read(folder: Path, text: str) -> object:
    (folder / "here.yaml").write_text(text)
    return load_pack.__wrapped__("here", folder)


def test_01_the_bundled_pack_is_invented_and_california_is_for_counsel_to_check() -> None:
    assert (load_pack("invented").law.invented, load_pack("invented").law.is_verified(NOW)) == (True, True)
    california = load_pack("california").law
    assert (california.invented, california.is_verified(NOW)) == (False, False)
    assert {one.maximum_ms // 3_600_000 for one in california.kinds} == {72}
    assert "counsel" in load_pack("california").labels["jurisdiction.california"]["en"]


def test_02_verified_by_somebody_it_counts_until_their_day(tmp_path: Path) -> None:
    law = read(tmp_path, TEXT.replace("zone: America/Los_Angeles", VERIFIED)).law  # type: ignore[attr-defined]
    assert law.is_verified(NOW)
    assert not law.is_verified(round(datetime(2027, 1, 5, tzinfo=UTC).timestamp() * 1000))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("maximum: 72 h", "maximum: 72 hours", "must be a time such as"),
        ("maximum: 72 h", "maximum: 90 d", "longer than a month"),
        ("starts: detained", "starts: someday", "not known here"),
        ("zone: America/Los_Angeles", "zone: America/Nowhere", "must be a time zone"),
        ("    roles: [clinician, officer", "    roles: [sheriff, officer", "not known here"),
        ("    starts: detained", "    begins: detained", "is not a field here"),
        ("    starts: detained", "    starts: detained\n    excluded: [saturday, caturday]", "not known here"),
        (
            "    starts: detained",
            "    starts: detained\n    excluded: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]",
            "never end",
        ),
        ("    starts: detained", "    starts: detained\n    end_not_on: [saturday]", "say where an end on such a day moves"),
        ("    starts: detained", "    starts: detained\n    end_moves_to: end_of_day", "moves nothing"),
        ("    starts: detained", "    starts: detained\n    end_not_on: [sunday]\n    end_moves_to: noon", "not known here"),
        ("warn_before: [12 h, 1 h]", "warn_before: [100 h]", "before the hold begins"),
        ("zone: America/Los_Angeles", VERIFIED.replace("2027-01-05", "2029-01-05"), "two years at most"),
        ("zone: America/Los_Angeles", "zone: America/Los_Angeles\nholidays: [soon]", "must be a day such as"),
        ("      danger_to_self: {en: Danger to self, es: Peligro para sí}", "      danger_to_self: {en: Danger to self}", "es"),
    ],
)
def test_03_a_slip_is_refused_with_file_line_and_field(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in TEXT
    with pytest.raises(Mistake, match=says) as wrong:
        read(tmp_path, TEXT.replace(old, new, 1))
    assert (wrong.value.file, wrong.value.line > 1) == ("here.yaml", True)


def test_04_an_unknown_pack_names_those_there_are() -> None:
    with pytest.raises(Mistake, match="california, invented"):
        load_pack("atlantis")


@pytest.mark.parametrize("name", ["America/Denver", "America/Phoenix", "America/Adak", "Pacific/Honolulu", "America/Anchorage"])
def test_05_every_change_of_the_clock_is_known_to_the_second(name: str) -> None:
    changes = [at for at, _ in offsets_of(name)][1:]
    zone = ZoneInfo(name)
    for at in changes:
        before, after = (datetime.fromtimestamp(one / 1000, UTC).astimezone(zone).utcoffset() for one in (at - 1000, at))
        assert before != after, at
    assert len([at for at in changes if 2020 <= datetime.fromtimestamp(at / 1000, UTC).year <= 2045]) in (0, 52)
