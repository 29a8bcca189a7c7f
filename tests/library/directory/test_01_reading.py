"""A directory is read: every row is kept, merged or refused by name; read again it changes nothing; what goes out is HSDS 3.1."""

import csv
import io
import json
import zipfile
from copy import deepcopy
from pathlib import Path

import pytest

from alongside.library.directory.changes import Kept, compare
from alongside.library.directory.checking import complaints
from alongside.library.directory.entries import Entry, entries_of
from alongside.library.directory.export import export
from alongside.library.directory.joining import join
from alongside.library.directory.licensed import read_licensed
from alongside.library.directory.opening import Unreadable, bundled, read_rows
from alongside.library.directory.report import Report
from alongside.library.directory.rows import clean
from alongside.library.directory.summary import summarize
from alongside.library.directory.times import hours_of, minute_of
from alongside.library.reading import Mistake

REAL = Path(__file__).resolve().parents[4] / "shared/data/hsds_resource_directories"
TABLES = {
    "organizations.csv": "id,name,url\no1,Open Door,https://open.example\no1,Open Door,https://open.example\no1,Another,\n,Nameless,\n",
    "services.csv": "id,organization_id,name,status\ns1,o1,<b>Meals</b> &amp; beds,active\ns2,o9,Hotline,\ns3,o1,,active\n",
    "locations.csv": "id,organization_id,name,latitude,longitude\nl1,o1,Kitchen,40.76,-111.89\nl2,o1,Not told,,\n",
    "services_at_location.csv": "id,service_id,location_id\na1,s1,l1\na2,s9,l1\na3,s1,\n",
    "phones.csv": "id,service_id,organization_id,number\n1,s1,,801-555-0101\n2,s1,,801-555-0101\n3,,,801-555-0102\n4,s1,,\n",
    "regular_schedules.csv": "service_id,weekday,opens_at,closes_at\ns1,Monday,9:00am,5:00pm\ns1,Tuesday,9:00am,5:00pm\n",
    "eligibility.csv": "id,service_id,eligibility\n1,s1,18 and older\n2,,Anybody\n",
    "taxonomy.csv": "id,name,parent_id,vocabulary\nX-1,Meals,,Own\n",
    "services_taxonomy.csv": "id,service_id,taxonomy_id\n1,s1,X-1\n2,s1,X-9\n",
    "weather.csv": "id,sky\n1,blue\n",
}  # fmt: skip


def package(folder: Path, **changed: str) -> Path:
    """A zip of HSDS 1.1 tables."""
    path = folder / "town.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("datapackage.json", "{}")
        for name, text in {**TABLES, **{f"{name}.csv": text for name, text in changed.items()}}.items():
            zipped.writestr(f"data/{name}", text)
    return path


def read(*paths: Path) -> tuple[list[Entry], Report]:
    report = Report()
    return entries_of(join(read_rows(paths, report), report), "town"), report


def services(entries: list[Entry]) -> dict[str, Entry]:
    return {entry.body["name"]: entry for entry in entries if entry.kind == "service"}


def test_01_every_row_is_kept_merged_or_refused_and_named(tmp_path: Path) -> None:
    entries, report = read(package(tmp_path))
    rows = sum(len(list(csv.DictReader(io.StringIO(text)))) for text in TABLES.values())
    assert report.reconciles
    assert sum(report.read.values()) == rows == sum(report.kept.values()) + sum(report.merged.values()) + len(report.refused)
    assert (report.merged["organization"], report.merged["phone"], report.kept["phone"]) == (1, 1, 1)
    assert {one.sentence for one in report.refused} == {
        "organizations.csv row 4 bears the id o1 of another row that says something else",
        "organizations.csv row 5 has no id",
        "services.csv row 4 has no name",
        "services_at_location.csv row 3 names service s9, which is not in the file",
        "services_at_location.csv row 4 names nothing that it belongs to",
        "phones.csv row 4 names nothing that it belongs to",
        "phones.csv row 5 has no number",
        "eligibility.csv row 3 names nothing that it belongs to",
        "services_taxonomy.csv row 3 names taxonomy_term X-9, which is not in the file",
        "weather.csv row 2 is in a table that is not part of HSDS: weather.csv",
    }
    assert [one.sentence for one in report.remarks] == ["services.csv row 3 names organization o9, which is not in the file"]
    assert set(services(entries)) == {"Meals & beds", "Hotline"}  # a hotline is not lost over a wrong reference


def test_02_read_again_nothing_changes_and_what_vanished_is_marked(tmp_path: Path) -> None:
    entries, _ = read(package(tmp_path))
    kept = {one.id: Kept("town", one.kind, one.body) for one in entries}
    assert compare(kept, read(package(tmp_path))[0], "town").is_empty
    newer, _ = read(package(tmp_path, services="id,organization_id,name,status\ns1,o1,Meals & beds,inactive\n"))
    changes = compare(kept, newer, "town")
    assert [fields for _, fields in changes.changed.values()] == [("status",)]
    gone = services(entries)["Hotline"].id
    assert changes.vanished == (gone,)
    assert compare(kept | {gone: kept[gone]._replace(gone_since=1)}, entries, "town").back == (gone,)
    assert compare({"x": Kept("elsewhere", "service", {})}, entries, "town").vanished == ()


def test_03_what_goes_out_is_hsds_3_1_and_comes_back_the_same(tmp_path: Path) -> None:
    entries, _ = read(package(tmp_path))
    bodies = {one.id: one.body for one in entries}
    page = export([one.body for one in services(entries).values()], bodies)
    assert [wrong for one in page["contents"] for wrong in complaints("service", one)] == []
    again = tmp_path / "again.json"
    again.write_text(json.dumps(page))
    back, report = read(again)
    assert report.reconciles
    assert {one.id for one in back if one.kind == "service"} == {one.id for one in services(entries).values()}
    broken = deepcopy(page["contents"][0])
    broken["phones"][0]["numbers"] = broken["phones"][0].pop("number")
    broken["status"] = "perhaps"
    assert len(list(complaints("service", broken))) == 3


def test_04_a_service_is_summed_up_from_what_it_says(tmp_path: Path) -> None:
    entries, _ = read(package(tmp_path))
    bodies = {one.id: one.body for one in entries}
    body = services(entries)["Meals & beds"].body
    meals = summarize(body, bodies[body["organization_id"]])
    assert (meals.youngest, meals.oldest, meals.needs, meals.confirmed_at) == (18, None, {"food"}, None)
    assert [meals.open_at(day, 600) for day in (0, 1, 2)] == ["open", "open", "closed"]
    assert summarize(services(entries)["Hotline"].body, None).open_at(0, 600) == "unknown"
    assert summarize({**body, "assured_date": "2026-01-31"}, None).confirmed_at == 1_769_817_600_000


@pytest.mark.parametrize(("text", "minute"), [("9:00am", 540), ("12:00pm", 720), ("12:15AM", 15), ("21:30", 1290), ("09:00-05:00", 540),
                                              ("24:00", 1440), ("25:00", None), ("noon", None), ("", None)])  # fmt: skip
def test_05_times_of_day_in_every_hand(text: str, minute: int | None) -> None:
    assert minute_of(text) == minute


def test_06_hours_nobody_said_are_unknown_not_closed() -> None:
    assert hours_of([]) is None
    assert hours_of([{"byday": "MO", "opens_at": "soon", "closes_at": "late"}]) is None
    night = hours_of([{"byday": "FR", "opens_at": "20:00", "closes_at": "02:00"}])
    assert night is not None
    assert [night[0].includes(day, minute) for day, minute in ((4, 1300), (5, 60), (5, 200))] == [True, True, False]


def test_07_tags_and_marks_of_other_systems_are_not_shown() -> None:
    assert clean("<p>Meals\\n###MON### &amp; more\x07</p>") == "Meals\n& more"


def test_08_what_is_no_directory_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for name, text in (("a.json", "{"), ("b.json", "[]"), ("c.zip", "no zip"), ("d.csv", "id,sky\n1,blue\n")):
        path = tmp_path / name
        path.write_text(text)
        with pytest.raises(Unreadable, match=name[0]):
            read(path)


def test_09_the_invented_directory_is_hsds_3_1_itself() -> None:
    path = bundled("salt-lake-city")
    assert path is not None
    page = json.loads(path.read_text())
    assert [wrong for one in page["contents"] for wrong in complaints("service", one)] == []
    assert all("(invented)" in one["organization"]["name"] for one in page["contents"])
    assert read(path)[1].refused == []


def test_11_a_licensed_taxonomy_is_loaded_beside_ours_and_its_codes_mean_our_needs(tmp_path: Path) -> None:
    body = services(read(package(tmp_path))[0])["Meals & beds"].body
    path = tmp_path / "codes.csv"
    path.write_text("code,name,need\nX,Basics,housing\nX-1,Cooked,hygiene\n")
    licensed = read_licensed(path)
    assert summarize(body, None, None, licensed).needs == {"hygiene"}  # the longest code that fits; words are guessed at only without
    assert summarize(body, None, None, {"X": "housing"}).needs == {"housing"}
    for text, what in (("code,name,need\nX,Basics,zeppelin\n", "zeppelin"), ("code,name\nX,Basics\n", "need"), ("a\nb\n", "code")):
        path.write_text(text)
        with pytest.raises(Mistake, match=what):
            read_licensed(path)


REAL_SETS = {  # rows read, refused, services
    "miami_211_hsds_2019.zip": (80_908, 4_805, 4_089),
    "washington_dc_orservices_hsds_2021.zip": (7_788, 4_762, 1_097),
    "san_francisco_linksf_locations.json.gz san_francisco_linksf_organizations.json.gz": (3_261, 27, 239),
}


@pytest.mark.parametrize("names", [pytest.param(one, marks=pytest.mark.deep) if "miami" in one else one for one in REAL_SETS])
def test_10_the_real_directories_reconcile_to_the_row(names: str) -> None:
    paths = [REAL / name for name in names.split()]
    if not all(path.exists() for path in paths):
        pytest.skip(f"the real directory {names} is not at hand (../shared/data)")
    entries, report = read(*paths)
    assert report.reconciles
    listed = sum(one.kind == "service" for one in entries)
    assert (sum(report.read.values()), len(report.refused), listed) == REAL_SETS[names]
