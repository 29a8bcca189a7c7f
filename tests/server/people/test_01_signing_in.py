"""Signing in: who may, where one sits down, and how soon somebody switched off is out."""

import threading
import time
from pathlib import Path

import pytest

from tests.server.people.doing import WORDS, staff
from tests.server.running import PATIENCE_S, Person, Server, running, until


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory):
    """A server whose staff these stories may change."""
    with running(tmp_path_factory.mktemp("people"), "--quiet") as found:
        yield found


def sign_in(person: Person, name: str, password: str) -> int:
    return person.form("/sign-in", name=name, password=password).status_code


def test_01_one_click_on_an_invented_person_seats_them(server: Server) -> None:
    person = Person(server, "r-okafor")
    assert (person.entered.status_code, person.entered.headers["location"]) == (302, "/")
    page = person.client.get("/health", headers={"Accept": "text/html"}).text
    assert 'data-seat="dispatch-1"' in page
    assert 'R. Okafor<span class="of-seat">, Dispatch 1</span>' in page


def test_02_a_crew_member_sits_in_the_unit_aboard(server: Server) -> None:
    page = Person(server, "p-lowe").client.get("/health", headers={"Accept": "text/html"}).text
    assert 'data-seat="m12"' in page


def test_03_the_session_cookie_cannot_be_read_by_scripts(server: Server) -> None:
    cookies = Person(server, "r-okafor").entered.headers.get_list("set-cookie")
    session = next(cookie for cookie in cookies if cookie.startswith("alongside_session="))
    assert "HttpOnly" in session
    assert "SameSite=Lax" in session


def test_04_somebody_who_is_nobody_is_not_found(server: Server) -> None:
    assert Person(server).form("/sign-in", staff="nobody-at-all").status_code == 404


def test_05_the_way_back_leads_nowhere_else(server: Server) -> None:
    person = Person(server)
    entered = person.form("/sign-in", staff="d-whitehorse", next="https://elsewhere.example/")
    assert entered.headers["location"] == "/"


def test_06_staff_added_on_the_command_line_sign_in_with_a_password(own: Server) -> None:
    added = staff(own, "add", "n-ward", "--name", "N. Ward", "--role", "dispatcher", "--seat", "dispatch-1", typed=WORDS + "\n")
    assert (added.returncode, added.stdout) == (0, "N. Ward may sign in as n-ward (dispatcher).\n")
    person = Person(own)
    assert sign_in(person, "n-ward", "wrong") == 401
    assert sign_in(person, "n-ward", WORDS) == 302
    assert person.get("/board.json").status_code == 200


def test_07_weak_passwords_and_taken_names_are_refused_with_a_sentence(own: Server) -> None:
    weak = staff(own, "add", "x-weak", "--name", "X. Weak", "--role", "dispatcher", typed="password1\n")
    assert (weak.returncode, "too common" in weak.stderr) == (1, True)
    taken = staff(own, "add", "r-okafor", "--name", "R. O.", "--role", "dispatcher", typed=WORDS + "\n")
    assert (taken.returncode, "already" in taken.stderr) == (1, True)
    listed = staff(own, "list").stdout
    assert "r-okafor" in listed
    assert "x-weak" not in listed


def test_08_somebody_switched_off_is_out_within_a_second_of_the_command(own: Server) -> None:
    person = Person(own, "s-begay")
    assert person.get("/board.json").status_code == 200
    ended = threading.Event()
    threading.Thread(target=read_to_the_end, args=(person, ended), daemon=True).start()
    time.sleep(0.5)
    assert staff(own, "disable", "s-begay").returncode == 0
    assert until(lambda: person.get("/board.json").status_code == 401, PATIENCE_S)
    assert person.get("/").headers["location"].startswith("/sign-in")
    assert ended.wait(PATIENCE_S), "the open stream went on"
    assert staff(own, "enable", "s-begay").returncode == 0


def read_to_the_end(person: Person, ended: threading.Event) -> None:
    with person.client.stream("GET", "/stream/board", timeout=30) as response:
        for _ in response.iter_raw():
            continue
    ended.set()


def test_09_signing_out_ends_the_session_and_no_other(own: Server) -> None:
    one, other = Person(own, "k-tanaka"), Person(own, "d-whitehorse")
    session = one.client.cookies["alongside_session"]
    assert one.form("/sign-out").status_code == 302
    one.client.cookies.set("alongside_session", session)
    assert one.get("/board.json").status_code == 401
    assert other.get("/board.json").status_code == 200


def test_10_after_five_wrong_passwords_the_name_waits_for_its_release(own: Server) -> None:
    staff(own, "add", "w-long", "--name", "W. Long", "--role", "dispatcher", typed=WORDS + "\n")
    person = Person(own)
    assert [sign_in(person, "w-long", "wrong") for _ in range(5)] == [401] * 5
    right = person.form("/sign-in", name="w-long", password=WORDS)
    assert right.status_code == 401
    assert "Too many wrong tries" in right.text


def test_11_a_desk_somebody_else_sits_at_is_taken_over_with_its_people(own: Server) -> None:
    taker = Person(own, "j-diaz")
    incident = taker.take_call()
    staff(own, "add", "l-night", "--name", "L. Night", "--role", "call_taker", "--seat", "call-taker-1", typed=WORDS + "\n")
    night = Person(own)
    entered = night.form("/sign-in", name="l-night", password=WORDS)
    assert entered.headers["location"] == "/seat"
    page = night.get("/seat").text
    assert "J. Diaz" in page
    episode = taker.board()["incidents"][incident]["responsible"][0]["episode"]
    assert episode in page
    refused = night.form("/seat", episode="somebody-else")
    assert refused.status_code == 409
    accepted = night.form("/seat", episode=episode)
    assert (accepted.status_code, accepted.headers["location"]) == (302, "/")
    label = taker.board()["incidents"][incident]["responsible"][0]["label"]
    assert label == "Call-taker 1 (L. Night)"


def test_12_a_machine_has_a_token_until_it_is_switched_off(own: Server) -> None:
    token = staff(own, "machine", "cad", "--name", "CAD", "--role", "system").stdout.splitlines()[-1]
    headers = {"Authorization": f"Bearer {token}"}
    person = Person(own)
    assert until(lambda: person.client.get("/api/units", headers=headers).status_code == 200)
    assert person.client.get("/api/units").status_code == 401
    staff(own, "disable", "cad")
    assert until(lambda: person.client.get("/api/units", headers=headers).status_code == 401, PATIENCE_S)


def test_13_one_click_sign_in_does_not_exist_on_a_live_ledger(tmp_path: Path) -> None:
    with running(tmp_path, "--live") as server:
        person = Person(server)
        page = person.get("/sign-in").text
        assert 'name="staff"' not in page
        assert 'name="password"' in page
        assert person.form("/sign-in", staff="r-okafor").status_code == 403
