"""Locked names: who locks, who releases, and what a lock never touches (CJIS AC-7)."""

import re
import sqlite3

import pytest

from tests.server.people.doing import add, enter, staff
from tests.server.running import Person, Server, running


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory):
    """A server whose staff these stories may change."""
    with running(tmp_path_factory.mktemp("locks"), "--quiet") as found:
        yield found


def lock(own: Server, name: str) -> None:
    person = Person(own)
    assert [person.form("/sign-in", name=name, password="wrong").status_code for _ in range(5)] == [401] * 5


def test_01_a_lock_ends_no_session_and_waits_for_its_release(own: Server) -> None:
    add(own, "w-long")
    person = enter(own, "w-long")
    lock(own, "w-long")
    assert person.get("/board.json").status_code == 200
    assert enter(own, "w-long").entered.status_code == 401
    own.restart()
    with sqlite3.connect(own.data / "people.sqlite3", timeout=10) as side:
        side.execute("UPDATE people_wrongtry SET at = datetime(at, '-20 minutes')")  # waiting releases nothing
    assert enter(own, "w-long").entered.status_code == 401
    assert person.get("/board.json").status_code == 200
    assert staff(own, "release", "w-long").stdout == "W-Long may try again.\n"
    assert enter(own, "w-long").entered.status_code == 302


def test_02_the_supervisor_on_shift_releases_and_a_dispatcher_does_not(own: Server) -> None:
    add(own, "w-short")
    lock(own, "w-short")
    assert Person(own, "r-okafor").form("/staff/release", id="w-short").status_code == 403
    supervisor = Person(own, "m-lindqvist")
    assert "W-Short" in supervisor.get("/staff/locked").text
    assert supervisor.form("/staff/release", id="w-short").status_code == 302
    assert enter(own, "w-short").entered.status_code == 302


def test_03_a_supervisor_who_sits_nowhere_releases_nothing(own: Server) -> None:
    add(own, "v-off", "supervisor")
    add(own, "w-wide")
    lock(own, "w-wide")
    off_shift = enter(own, "v-off")
    assert off_shift.form("/staff/release", id="w-wide").status_code == 403
    administrator = Person(own, "e-adeyemi")
    assert administrator.form("/staff/release", id="w-wide").status_code == 302


def test_04_nobody_releases_their_own_name(own: Server) -> None:
    add(own, "x-self", "administrator")
    person = enter(own, "x-self")
    lock(own, "x-self")
    assert person.form("/staff/release", id="x-self").status_code == 403


def test_05_a_name_nobody_bears_locks_alike_and_is_not_kept_in_words(own: Server) -> None:
    lock(own, "my-secret-typed-into-the-wrong-field")
    told = Person(own).form("/sign-in", name="my-secret-typed-into-the-wrong-field", password="x")
    known = Person(own).form("/sign-in", name="x-self", password="x")
    sentence = r'role="alert">([^<]+)<'
    assert re.findall(sentence, told.text)[0] == re.findall(sentence, known.text)[0]
    dump = "\n".join(sqlite3.connect(own.data / "people.sqlite3").iterdump())
    assert "my-secret-typed" not in dump


def test_06_a_right_password_forgets_the_wrong_ones_before_it(own: Server) -> None:
    add(own, "y-typo")
    for _ in range(2):
        person = Person(own)
        assert [person.form("/sign-in", name="y-typo", password="wrong").status_code for _ in range(4)] == [401] * 4
        assert enter(own, "y-typo").entered.status_code == 302


def test_07_what_happened_is_written_down_with_who_and_where(own: Server) -> None:
    add(own, "z-read")
    lock(own, "z-read")
    administrator = Person(own, "e-adeyemi")
    administrator.form("/staff/release", id="z-read")
    page = administrator.get("/staff/person/z-read").text
    for words in ("Account added", "Wrong password or code", "Locked after too many wrong tries"):
        assert words in page
    assert re.search(r"Lock released</td><td>E. Adeyemi</td><td>127.0.0.1", page)


def test_08_the_next_sign_in_tells_of_the_last_and_of_wrong_tries_since(own: Server) -> None:
    add(own, "l-last")
    assert "Signed in before" not in enter(own, "l-last").get("/account/").text
    for _ in range(2):
        enter(own, "l-last", "wrong")
    page = enter(own, "l-last").get("/account/").text
    assert "Signed in before" in page
    assert "2 wrong tries since then" in page
