"""How long a session lives, workstations that are exempt, rules of an agency's own, and two servers on one database."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from alongside.server.people.how_soon import LOOK_EVERY_S
from tests.server.people.doing import WORDS, add, add_app, enter, staff
from tests.server.running import ROOT, Person, Server, running


def age(own: Server, column: str, minutes: int) -> None:
    """As if so many minutes had passed: the server reads these moments anew when it does not remember the session."""
    with sqlite3.connect(own.data / "people.sqlite3", timeout=10) as side:
        side.execute(f"UPDATE usersessions_usersession SET {column} = datetime({column}, '-{minutes} minutes')")
        side.execute("INSERT INTO people_revocationepoch (id, number) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET number = number + 1")
    time.sleep(4 * LOOK_EVERY_S)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory):
    """A demo under the rules of a live ledger and of CJIS."""
    data: Path = tmp_path_factory.mktemp("staying")
    (data / "sign-in.yaml").write_text("idle_minutes: 30\ninactive_days: 90\nshow_banner: true\n")
    with running(data, "--quiet") as found:
        yield found


def test_01_half_an_hour_without_anybody_ends_a_session(own: Server) -> None:
    person = Person(own, "r-okafor")
    age(own, "last_seen_at", 29)
    assert person.get("/board.json").status_code == 200
    age(own, "last_seen_at", 2)
    assert person.get("/board.json").status_code == 401
    assert person.get("/").headers["location"].startswith("/sign-in")


def test_02_what_a_page_fetches_by_itself_keeps_nobody_in_and_a_hand_does(own: Server) -> None:
    person = Person(own, "r-okafor")
    age(own, "last_seen_at", 20)
    assert person.client.get("/account/", headers={"Sec-Fetch-Mode": "cors"}).status_code == 200
    assert person.get("/board.json").status_code == 200
    age(own, "last_seen_at", 11)
    assert person.get("/board.json").status_code == 401
    person = Person(own, "r-okafor")
    age(own, "last_seen_at", 20)
    assert person.post("/here", {}).status_code == 204
    age(own, "last_seen_at", 11)
    assert person.get("/board.json").status_code == 200


def test_03_after_twelve_hours_everybody_signs_in_anew(own: Server) -> None:
    person = Person(own, "r-okafor")
    age(own, "created_at", 721)
    assert person.get("/board.json").status_code == 401


def test_09_whoever_confirms_who_they_are_goes_on_for_twelve_hours_under_another_key(own: Server) -> None:
    add(own, "g-again")
    person = enter(own, "g-again")
    age(own, "created_at", 721)  # the session is old, but its person showed who they are a moment ago
    assert person.get("/board.json").status_code == 200
    told = int(person.post("/here", {}).headers["x-again-at"]) / 1000 - time.time()
    assert 11.9 * 3600 < told <= 12 * 3600
    assert f'data-again-at="{int(person.post("/here", {}).headers["x-again-at"])}"' in person.get("/account/").text
    old = person.client.cookies["alongside_session"]
    assert person.form("/account/confirm?next=/account/", password=WORDS).headers["location"] == "/account/"
    assert person.client.cookies["alongside_session"] != old
    assert person.get("/board.json").status_code == 200
    assert httpx.get(f"{own.url}/board.json", cookies={"alongside_session": old}).status_code == 401
    assert "Confirmed who they are" in person.get("/account/").text
    assert Person(own, "r-okafor").get("/account/confirm?next=/x").headers["location"] == "/sign-in?next=%2Fx"


def test_04_a_console_an_administrator_named_does_not_lock_itself(own: Server) -> None:
    administrator = Person(own, "e-adeyemi")
    assert Person(own, "r-okafor").form("/staff/workstations", name="x", kind="console").status_code == 403
    assert administrator.form("/staff/workstations", name="Console 3", kind="console").status_code == 302
    assert administrator.form("/sign-in", staff="m-lindqvist").status_code == 302
    age(own, "last_seen_at", 300)
    assert administrator.get("/board.json").status_code == 200
    page = Person(own, "e-adeyemi").get("/staff/person/m-lindqvist").text
    assert "exempt: console" in page
    assert "Console 3" in page


def test_05_an_account_not_used_for_ninety_days_is_closed_until_opened_again(own: Server) -> None:
    add(own, "q-quiet")
    with sqlite3.connect(own.data / "people.sqlite3", timeout=10) as side:
        side.execute("UPDATE people_staff SET enabled_at = datetime(enabled_at, '-91 days') WHERE id = 'q-quiet'")
    assert enter(own, "q-quiet").entered.status_code == 401
    assert "INACTIVE" in staff(own, "list").stdout
    assert staff(own, "enable", "q-quiet").returncode == 0
    assert enter(own, "q-quiet").entered.status_code == 302


def test_06_without_accepting_the_notice_nobody_enters(own: Server) -> None:
    person = Person(own)
    assert "restricted system" in person.get("/sign-in").text
    add(own, "n-notice")
    assert person.form("/sign-in", name="n-notice", password=WORDS).status_code == 401
    assert person.form("/sign-in", name="n-notice", password=WORDS, agreed="1").status_code == 302


def test_07_in_cjis_mode_a_second_factor_comes_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "sign-in.yaml").write_text("cjis: true\n")
    with running(tmp_path, "--quiet") as server:
        add(server, "c-cjis")
        side = sqlite3.connect(server.data / "people.sqlite3")
        kept = side.execute("SELECT password FROM auth_user WHERE username = 'c-cjis'").fetchone()
        assert kept[0].startswith("pbkdf2_sha256$")
        person = enter(server, "c-cjis")
        assert person.entered.headers["location"] == "/account/"
        assert person.get("/board.json").status_code == 401
        assert "Before you can work" in person.get("/account/").text
        add_app(person)
        assert person.get("/board.json").status_code == 200


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("tires: 5\n", "tires is not known"),
        ("tries: many\n", "tries must be int"),
        ("tries: 0\n", "at least 1"),
        ("oidc: {url: x}\n", "secret"),
    ],
)
def test_08_a_mistake_in_the_rules_stops_the_start_and_names_the_field(tmp_path: Path, told: str, words: str) -> None:
    (tmp_path / "sign-in.yaml").write_text(told)
    (tmp_path / "sign-in.yaml").chmod(0o600)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ALONGSIDE_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "alongside", "staff", "list"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert words in done.stderr
    assert "sign-in.yaml" in done.stderr
