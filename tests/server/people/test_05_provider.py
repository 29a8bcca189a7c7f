"""Sign-in through the agency's own identity provider, a real one in a second process."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx
import pytest

from tests.server.people.doing import add, staff
from tests.server.people.identity_provider import CLIENT, SECRET, WORDS
from tests.server.running import ROOT, Person, Server, free_port, running


class Both(NamedTuple):
    """Our server, and the provider's address."""

    server: Server
    provider: str


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The provider begins once our port is known; ours asks it only when somebody signs in."""
    data, port = tmp_path_factory.mktemp("provider"), free_port()
    told = data / "sign-in.yaml"
    address = f"http://127.0.0.1:{port}"
    told.write_text(f"oidc:\n  url: {address}\n  client_id: {CLIENT}\n  secret: {SECRET}\n  name: County sign-in\n")
    told.chmod(0o600)
    with running(data, "--quiet") as server:
        environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        command = [sys.executable, "-m", "tests.server.people.identity_provider", str(port), str(server.port)]
        provider = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            wait_for(f"{address}/.well-known/openid-configuration")
            yield Both(server, address)
        finally:
            provider.terminate()
            provider.wait(10)


def wait_for(address: str) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise AssertionError(f"{address} never answered")


def go_through(both: Both, name: str) -> Person:
    """Ours sends to the provider; somebody signs in there; it sends back to ours."""
    person = Person(both.server)
    sent = person.form("/sign-in/oidc/agency/")
    assert sent.status_code == 302
    assert sent.headers["location"].startswith(f"{both.provider}/identity/o/authorize?")
    assert "code_challenge_method=S256" in sent.headers["location"]
    there = httpx.Client(follow_redirects=False, timeout=15)
    answer = there.get(sent.headers["location"])
    door = httpx.URL(both.provider).join(answer.headers["location"])
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', there.get(door).text)
    assert token
    told = {"login": name, "password": WORDS, "csrfmiddlewaretoken": token[1], "next": door.params["next"]}
    answer = there.post(door, data=told)
    answer = there.get(httpx.URL(both.provider).join(answer.headers["location"]))
    back = urlsplit(answer.headers["location"])
    assert back.path == "/sign-in/oidc/agency/back"
    person.entered = person.get(f"{back.path}?{back.query}")
    return person


def test_01_somebody_the_administrator_added_enters_by_the_provider(both: Both) -> None:
    add(both.server, "p-provided", "dispatcher")
    person = go_through(both, "p-provided")
    assert (person.entered.status_code, person.entered.headers["location"]) == (302, "/")
    assert person.board()["units"] is not None
    assert go_through(both, "p-provided").get("/board.json").status_code == 200


def test_02_somebody_the_provider_knows_and_we_do_not_stays_outside(both: Both) -> None:
    person = go_through(both, "nobody-here")
    assert person.entered.headers["location"] == "/sign-in"
    assert "did not say who you are here" in person.get("/sign-in").text
    assert person.get("/board.json").status_code == 401


def test_03_a_closed_account_is_closed_to_the_provider_too(both: Both) -> None:
    inside = go_through(both, "p-provided")
    assert staff(both.server, "disable", "p-provided").returncode == 0
    time.sleep(1.0)
    assert inside.get("/board.json").status_code == 401
    assert go_through(both, "p-provided").entered.headers["location"] == "/sign-in"


def test_04_an_answer_nobody_asked_for_signs_nobody_in(both: Both) -> None:
    person = Person(both.server)
    assert person.get("/sign-in/oidc/agency/back?code=abc&state=def").headers["location"] == "/sign-in"
    assert person.get("/sign-in/oidc/another/back?code=abc&state=def").status_code in (302, 404)
    assert person.get("/board.json").status_code == 401


def test_05_an_invented_person_of_a_demo_is_nobody_to_the_provider(both: Both) -> None:
    assert "County sign-in" in Person(both.server).get("/sign-in").text
    assert both.provider in Person(both.server).get("/sign-in").headers["content-security-policy"]
