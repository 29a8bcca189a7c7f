"""The directory of services goes into a backup and comes back as it was, from either database to either; what is broken is found."""

from pathlib import Path

import pytest

from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerRefused
from alongside.server.backup.directory import count_services, load_directory, write_directory
from alongside.server.backup.placing import put_into_folder
from alongside.server.site.directory import Page, offer_bundled, open_directory
from tests.server.backup.place import address


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Where:
    return tmp_path / "ledger.sqlite3" if request.param == "sqlite" else address(request.getfixturevalue("postgres_dsn"))


def listed(where: Where) -> Page:
    directory = open_directory(where)
    page = directory.page()
    directory.close()
    return page


def fill(where: Where) -> Page:
    """The invented services, one of them confirmed by somebody here."""
    directory = open_directory(where)
    offer_bundled(directory, "salt-lake-city", 1_800_000_000_000)
    directory.take_licensed({"BH-1800": "shelter"}, 1_800_000_000_000)
    directory.confirm(min(directory.page().services), "l-moreau", 1_800_000_000_001)
    directory.close()
    return listed(where)


def test_01_it_comes_back_as_it_was_into_a_folder(where: Where, tmp_path: Path) -> None:
    before, work, new = fill(where), tmp_path / "work", tmp_path / "new"
    work.mkdir()
    new.mkdir()
    write_directory(where, work / "directory.sqlite3")
    assert count_services(work / "directory.sqlite3") == len(before.services) > 10
    put_into_folder(work, new / "ledger.sqlite3")
    assert listed(new / "ledger.sqlite3") == before
    assert before.confirmed_by


def test_02_and_into_a_database_that_has_none(postgres_dsn: str, tmp_path: Path) -> None:
    before = fill(tmp_path / "ledger.sqlite3")
    write_directory(tmp_path / "ledger.sqlite3", tmp_path / "copy.sqlite3")
    load_directory(tmp_path / "copy.sqlite3", address(postgres_dsn))
    assert listed(address(postgres_dsn)) == before
    with pytest.raises(LedgerRefused, match="There is a directory in this database already"):
        load_directory(tmp_path / "copy.sqlite3", address(postgres_dsn))


def test_03_where_none_was_kept_there_is_none_and_a_broken_one_is_found(tmp_path: Path) -> None:
    write_directory(tmp_path / "ledger.sqlite3", tmp_path / "copy.sqlite3")
    assert (count_services(tmp_path / "copy.sqlite3"), (tmp_path / "copy.sqlite3").exists()) == (0, False)
    fill(tmp_path / "ledger.sqlite3")
    write_directory(tmp_path / "ledger.sqlite3", tmp_path / "copy.sqlite3")
    content = bytearray((tmp_path / "copy.sqlite3").read_bytes())
    content[4096:8192] = b"\xff" * 4096
    (tmp_path / "copy.sqlite3").write_bytes(content)
    with pytest.raises(Exception, match=r"not whole|malformed|disk image"):
        count_services(tmp_path / "copy.sqlite3")
