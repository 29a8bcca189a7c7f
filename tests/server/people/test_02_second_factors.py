"""An authenticator app, recovery codes, and what is kept of them."""

import sqlite3
import subprocess
import sys

import pytest

from tests.server.people.doing import WORDS, add, add_app, code_of, enter, staff, wait_within_step
from tests.server.running import ROOT, Server, running

AGE = """
from alongside.server.site.own_sqlite import swap; swap()
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.server.site.settings"
import django; django.setup()
from django.contrib.sessions.models import Session
from django.contrib.sessions.backends.db import SessionStore
for row in Session.objects.all():
    store = SessionStore(row.session_key)
    for record in store.get("account_authentication_methods", []):
        record["at"] -= 3600
    store["touched"] = True
    store.save()
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory):
    """A server whose staff these stories may change."""
    with running(tmp_path_factory.mktemp("factors"), "--quiet") as found:
        yield found


def test_01_after_an_app_was_added_a_password_alone_is_not_enough(own: Server) -> None:
    add(own, "a-app")
    person = enter(own, "a-app")
    assert person.entered.headers["location"] == "/"
    secret, _ = add_app(person)
    again = enter(own, "a-app")
    assert again.entered.headers["location"] == "/sign-in/code"
    assert again.get("/board.json").status_code == 401
    assert again.get("/").headers["location"].startswith("/sign-in")
    wrong = again.form("/sign-in/code", code="000000")
    assert (wrong.status_code, "Incorrect code" in wrong.text) == (200, True)
    wait_within_step()
    code = code_of(secret)
    assert again.form("/sign-in/code", code=code_of(secret, 2)).status_code == 200  # the future does not count
    assert again.form("/sign-in/code", code=code).headers["location"] == "/"
    assert again.get("/board.json").status_code == 200
    replayed = enter(own, "a-app")
    assert replayed.form("/sign-in/code", code=code).status_code == 200  # nor does a code twice
    assert replayed.get("/board.json").status_code == 401


def test_02_a_recovery_code_works_once(own: Server) -> None:
    add(own, "b-codes")
    _, codes = add_app(enter(own, "b-codes"))
    assert len(codes) == 10
    first = enter(own, "b-codes")
    assert first.form("/sign-in/code", code=codes[0]).headers["location"] == "/"
    second = enter(own, "b-codes")
    assert second.form("/sign-in/code", code=codes[0]).status_code == 200
    assert second.form("/sign-in/code", code=codes[1]).headers["location"] == "/"


def test_03_the_side_tables_alone_give_nobody_a_code(own: Server) -> None:
    add(own, "c-sealed")
    secret, codes = add_app(enter(own, "c-sealed"))
    kept = sqlite3.connect(own.data / "people.sqlite3").execute("SELECT data FROM mfa_authenticator").fetchall()
    assert kept
    assert all(secret not in row[0] and not any(code in row[0] for code in codes) for row in kept)


def test_04_wrong_codes_lock_the_name_and_a_right_password_forgets_none(own: Server) -> None:
    add(own, "d-guess")
    add_app(enter(own, "d-guess"))
    for _ in range(5):
        guesser = enter(own, "d-guess")
        assert guesser.entered.headers["location"] == "/sign-in/code"
        guesser.form("/sign-in/code", code="000000")
    assert enter(own, "d-guess").entered.status_code == 401
    assert "LOCKED" in staff(own, "list").stdout


def test_05_whoever_lost_the_telephone_gets_in_after_the_administrator_took_it_away(own: Server) -> None:
    add(own, "e-lost")
    add_app(enter(own, "e-lost"))
    assert staff(own, "factors", "e-lost").returncode == 0
    assert enter(own, "e-lost").entered.headers["location"] == "/"


def test_06_changing_how_one_signs_in_asks_for_the_password_again(own: Server) -> None:
    """A session left open gives nobody a passkey: ten minutes after the password it asks once more."""
    add(own, "f-left")
    person = enter(own, "f-left")
    age_confirmation(own)
    assert person.get("/account/app").headers["location"].startswith("/account/confirm")
    assert "password" in person.get("/account/confirm?next=/account/app").text
    assert person.form("/account/confirm?next=/account/app", password="wrong").status_code == 200
    assert person.form("/account/confirm?next=/account/app", password=WORDS).headers["location"] == "/account/app"
    assert person.get("/account/app").status_code == 200


def age_confirmation(own: Server) -> None:
    """Every session's confirmation of a while ago, as if time had passed: the records are taken out."""
    own.stop()
    subprocess.run([sys.executable, "-c", AGE], env=own.environment, cwd=ROOT, check=True)
    own.start()
