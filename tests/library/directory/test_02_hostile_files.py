"""Files that are broken, or made to break: read as far as they go, refused with a sentence, and never so that a page falls over them."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from alongside.library.directory import unpacking
from alongside.library.directory.entries import Entry, entries_of
from alongside.library.directory.export import export
from alongside.library.directory.joining import join
from alongside.library.directory.licensed import needs_by
from alongside.library.directory.linksf import read_link_sf
from alongside.library.directory.opening import Unreadable, read_rows
from alongside.library.directory.report import Report
from alongside.library.directory.summary import summarize

HOUSE = "id,name\no1,House\n"
SHELTER = "id,organization_id,name,status\ns1,o1,Shelter,active\n"
# Words where rows belong: exports write them into a column of that name.
WORDS = [
    {
        "services": "id,organization_id,name,languages,phones\ns1,o1,Shelter,English,801\n",
        "languages": "id,service_id,language\nl,s1,Spanish\n",
    },
    {"services": "id,organization_id,name,service_at_locations\ns1,o1,Shelter,here\n"},
    {"attributes": "id,link_id,taxonomy_term\na1,s1,Food\n"},
    {
        "organizations": "id,name,locations,organization_identifiers\no1,House,Main St,EIN 5\n",
        "locations": "id,organization_id,name\nl,o1,Here\n",
    },
    {"locations": "id,name,addresses,schedules\nl,Here,1 Main St,9-5\n", "service_at_locations": "id,service_id,location_id\nx,s1,l\n"},
    {"services": "id,organization_id,name,minimum_age,maximum_age\ns1,o1,Shelter,inf,nan\n"},
]  # fmt: skip


def read(folder: Path, **tables: str) -> tuple[list[Entry], Report]:
    for name, text in {"organizations": HOUSE, "services": SHELTER, **tables}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    report = Report()
    return entries_of(join(read_rows([folder], report), report), "town"), report


@pytest.mark.parametrize("tables", WORDS)
def test_01_words_where_rows_belong_are_left_out_and_named(tmp_path: Path, tables: dict[str, str]) -> None:
    entries, report = read(tmp_path, **tables)
    found = {one.id: one.body for one in entries}
    service = next(one.body for one in entries if one.kind == "service")
    told = summarize(service, found.get(str(service.get("organization_id"))))
    assert (told.name, report.reconciles) == ("Shelter", True)
    assert (told.youngest, told.oldest) == (None, None)
    json.dumps(export([service], found), allow_nan=False)
    assert report.remarks or "minimum_age" in str(tables)


def test_02_what_cannot_be_opened_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 100_000)
    (tmp_path / "torn.json.gz").write_bytes(gzip.compress(b'{"services": []}')[:-9])
    (tmp_path / "odd.json.gz").write_bytes(gzip.compress(b"[]" * 50)[:12] + b"\xff" * 30)
    with zipfile.ZipFile(tmp_path / "torn.zip", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("services.csv", SHELTER * 50)
    packed = (tmp_path / "torn.zip").read_bytes()
    (tmp_path / "torn.zip").write_bytes(packed[:45] + b"\xff" * 12 + packed[57:])
    for name in ("deep.json", "torn.json.gz", "odd.json.gz", "torn.zip"):
        with pytest.raises(Unreadable):
            read_rows([tmp_path / name], Report())


def test_03_a_small_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES", 100_000)
    (tmp_path / "bomb.json.gz").write_bytes(gzip.compress(b" " * 100_001))
    with zipfile.ZipFile(tmp_path / "many.zip", "w", zipfile.ZIP_DEFLATED) as package:
        for at in range(3):
            package.writestr(f"services{at}.csv", SHELTER + " " * 40_000)
    for name in ("bomb.json.gz", "many.zip"):
        with pytest.raises(Unreadable, match="too large"):
            read_rows([tmp_path / name], Report())


class Counted(dict[str, object]):
    """A row that counts how often it is compared with another."""

    compared = 0
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return super().__eq__(other)


def test_04_many_rows_of_one_service_are_not_compared_each_with_each(tmp_path: Path) -> None:
    many = "id,service_id,number\n" + "".join(f"p{at},s1,{at % 3000}\n" for at in range(6000))
    entries, report = read(tmp_path, phones=many)
    service = next(one.body for one in entries if one.kind == "service")
    assert (len(service["phones"]), report.merged["phone"]) == (3000, 3000)
    places = {str(at): Counted(id=str(at), **({"services": {}} if at % 2 else {"name": "x"})) for at in range(100)}
    told = read_link_sf(places)
    assert (len(told["organizations"]), len(told["locations"]), Counted.compared) == (50, 50, 0)


def test_05_a_licensed_code_speaks_for_the_longer_ones_that_begin_with_it() -> None:
    licensed = {f"BD-{at:05}": "food" for at in range(2_000)} | {"BD": "shelter"}
    assert needs_by([f"BD-{at:05}.10" for at in range(2_000)], licensed) == {"food"}
    assert needs_by(["BD-9", "", "XX"], licensed) == {"shelter"}
