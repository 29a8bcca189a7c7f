"""The drill: back up under load, restore to an empty place, serve from it, sign in, read a word; on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from alongside.server.site.directory import Page, open_directory
from tests.server.backup.place import Place, address
from tests.server.running import ROOT, Person, Server, running

SERVICES = ROOT / "src/alongside/library/directory/salt_lake_city.json"
PASSWORD = "a quiet street in october"
STAFF = (("j-doe", "call_taker", "call-taker-1"), ("m-roe", "dispatcher", "dispatch-1"))


@pytest.fixture(params=["sqlite", "postgres"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Place, Place]]:
    """Where it was lost, and where it is restored to."""
    if request.param == "sqlite":
        yield Place(tmp_path / "old"), Place(tmp_path / "new")
        return
    dsn = request.getfixturevalue("postgres_dsn")
    other = f"{psycopg.conninfo.conninfo_to_dict(dsn)['dbname']}_new"
    with psycopg.connect(request.getfixturevalue("postgres_server"), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{other}"')
    yield Place(tmp_path / "old", address(dsn)), Place(tmp_path / "new", address(dsn).replace(dsn.split("dbname=")[1].split()[0], other))


def services_of(place: Place) -> Page:
    """What is listed there, and who confirmed it."""
    directory = open_directory(place.database or place.data / "ledger.sqlite3")
    if not directory.page().confirmed_by:
        directory.confirm(min(directory.page().services), "j-doe", 1_800_000_000_000)
    found = directory.page()
    directory.close()
    return found


def sign_in(server: Server, name: str) -> Person:
    person = Person(server)
    assert person.form("/sign-in", name=name, password=PASSWORD, agreed="1").status_code == 302
    return person


def test_01_the_drill(places: tuple[Place, Place], tmp_path: Path) -> None:
    old, new = places
    for id, role, seat in STAFF:
        old.must("staff", "add", id, "--name", id, "--role", role, "--seat", seat, said=PASSWORD + "\n")
    old.must("staff", "machine", "cad", "--name", "CAD", "--role", "system")
    old.must("import", "hsds", str(SERVICES))
    listed = services_of(old)
    assert len(listed.services) > 10
    with running(old.data, "--live", database=old.database) as server:
        taker = sign_in(server, "j-doe")
        incident = taker.take_call(texts={"summary": "pacing in the kitchen"})
        assert taker.post("/words", {"incidents": [incident]}).json()[incident]["summary"] == "pacing in the kitchen"
        for _ in range(5):
            Person(server).form("/sign-in", name="m-roe", password="quite wrong", agreed="1")
        with ThreadPoolExecutor() as pool:
            load = [pool.submit(taker.take_call) for _ in range(40)]
            said = old.must("backup", str(tmp_path / "one.backup"))
            assert all(one.result() for one in load)
        assert f"1 readings of words, 2 staff, 1 machines, {len(listed.services)} services" in said
        cookies = dict(taker.client.cookies)
    assert not list(tmp_path.glob(".one*"))
    assert not list(old.data.glob("backup-work-*"))
    content = (tmp_path / "one.backup").read_bytes()
    assert b"j-doe" not in content
    assert b"CallTaken" not in content

    told = new.must("restore", str(tmp_path / "one.backup"))
    assert "Restored and verified" in told
    assert "everybody signs in anew" in told
    assert f"put the vault's key file back at {new.data / 'vault.key'}" in told
    (new.data / "vault.key").write_bytes((old.data / "vault.key").read_bytes())
    (new.data / "vault.key").chmod(0o600)
    assert "Whole: " in new.must("ledger", "verify")
    assert services_of(new) == listed
    with running(new.data, "--live", database=new.database) as server:
        stranger = Person(server)
        stranger.client.cookies.update(cookies)
        assert stranger.get("/board.json").status_code in (302, 401, 403)  # a session of before the restore opens nothing
        locked = Person(server).form("/sign-in", name="m-roe", password=PASSWORD, agreed="1")
        assert (locked.status_code, "Too many wrong tries" in locked.text) == (401, True)  # a restore releases nobody
        taker = sign_in(server, "j-doe")
        assert incident in taker.board()["incidents"]
        assert taker.post("/words", {"incidents": [incident]}).json()[incident]["summary"] == "pacing in the kitchen"
        assert taker.take_call() in taker.board()["incidents"]
        assert new.run("restore", str(tmp_path / "one.backup")).returncode == 1
    assert "2 readings of words, 2 staff, 1 machines" in new.must("backup", str(tmp_path / "two.backup"))
    again = new.run("restore", str(tmp_path / "one.backup"))
    assert (again.returncode, "already: restore into an empty" in again.stderr) == (1, True)
