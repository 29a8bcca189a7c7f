"""Sign-in through the agency's own identity provider, a real one in a second process."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx
import pytest

from tests.server.people.doing import add, add_app, enter, staff
from tests.server.people.identity_provider import CLIENT, SECRET, WORDS
from tests.server.running import PATIENCE_S, ROOT, Person, Server, free_port, running, until


class Both(NamedTuple):
    """Our server, the provider's address, and its process."""

    server: Server
    provider: str
    process: "subprocess.Popen[bytes]"


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
            yield Both(server, address, provider)
        finally:
            provider.terminate()
            provider.wait(10)


def wait_for(address: str) -> None:
    end = time.monotonic() + 120  # a process of its own, on a machine that may be busy
    while time.monotonic() < end:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise AssertionError(f"{address} never answered")


def go_through(both: Both, name: str, person: Person | None = None, process: str = "login") -> Person:
    """Ours sends to the provider; somebody signs in there; it sends back to ours."""
    person = person or Person(both.server)
    sent = person.form(f"/sign-in/oidc/agency/?process={process}")
    assert sent.status_code == 302
    assert sent.headers["location"].startswith(f"{both.provider}/identity/o/authorize?")
    assert "code_challenge_method=S256" in sent.headers["location"]
    there = httpx.Client(follow_redirects=False, timeout=60)
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
    assert until(lambda: inside.get("/board.json").status_code == 401, PATIENCE_S)
    assert go_through(both, "p-provided").entered.headers["location"] == "/sign-in"


def test_04_an_answer_nobody_asked_for_signs_nobody_in(both: Both) -> None:
    person = Person(both.server)
    assert person.get("/sign-in/oidc/agency/back?code=abc&state=def").headers["location"] == "/sign-in"
    assert person.get("/sign-in/oidc/another/back?code=abc&state=def").status_code in (302, 404)
    assert person.get("/board.json").status_code == 401


def test_05_an_invented_person_of_a_demo_is_nobody_to_the_provider(both: Both) -> None:
    assert "County sign-in" in Person(both.server).get("/sign-in").text
    assert both.provider in Person(both.server).get("/sign-in").headers["content-security-policy"]


def change(both: Both, statement: str) -> None:
    """In the side database, behind the server's back."""
    with sqlite3.connect(both.server.data / "people.sqlite3", timeout=10) as side:
        assert side.execute(statement).rowcount == 1


def list_written(both: Both, about: str) -> list[tuple[str, str]]:
    """(kind, detail) of every row about somebody, oldest first."""
    with sqlite3.connect(both.server.data / "people.sqlite3", timeout=10) as side:
        return side.execute("SELECT kind, detail FROM people_writtendown WHERE about = ? ORDER BY id", (about,)).fetchall()


def test_06_whoever_was_bound_stays_so_until_an_administrator_takes_it_away(both: Both) -> None:
    add(both.server, "q-bound", "dispatcher")
    assert go_through(both, "q-bound").get("/board.json").status_code == 200
    assert [kind for kind, _ in list_written(both, "q-bound")] == ["added", "provider_bound", "signed_in"]
    change(both, "UPDATE socialaccount_socialaccount SET uid = 'first of that name' WHERE extra_data LIKE '%q-bound%'")
    second = go_through(both, "q-bound")
    assert second.entered.headers["location"] == "/sign-in"
    assert "did not say who you are here" in second.get("/sign-in").text
    assert second.get("/board.json").status_code == 401
    assert list_written(both, "q-bound")[-1] == ("provider_refused", "")
    administrator = Person(both.server, "e-adeyemi")
    assert 'value="factors"' in administrator.get("/staff/person/q-bound").text
    assert administrator.form("/staff/person/q-bound/do", do="factors").status_code == 302
    assert list_written(both, "q-bound")[-1] == ("factors_removed", "provider")
    assert 'value="factors"' not in administrator.get("/staff/person/q-bound").text
    assert go_through(both, "q-bound").get("/board.json").status_code == 200


def test_07_what_the_provider_said_of_one_person_does_for_nobody_else(both: Both) -> None:
    add(both.server, "b-provided", "dispatcher")
    add(both.server, "a-given", "dispatcher")
    change(both, "UPDATE people_staff SET must_change = 1 WHERE id = 'a-given'")
    person = enter(both.server, "a-given")
    assert person.entered.headers["location"] == "/account/password"
    for process in ("redirect", "connect"):
        assert go_through(both, "b-provided", person, process).entered.status_code == 302
        assert person.get("/board.json").status_code == 401
        assert person.get("/sign-in").headers["location"] == "/account/password"


class Deceiver(BaseHTTPRequestHandler):
    """A provider's address that answers in somebody else's name, or sends on to another address."""

    def do_GET(self) -> None:  # noqa: N802  (the name the standard library asks for)
        """Descriptions."""
        here = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
        if self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", f"{here}/other/.well-known/openid-configuration")
            self.end_headers()
            return
        issuer = {"/honest": f"{here}/honest", "/other": f"{here}/other"}.get(
            self.path.partition("/.well-known")[0], "https://login.example.org"
        )
        ends = {f"{name}_endpoint": f"{here}/{name}" for name in ("authorization", "token", "userinfo")}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"issuer": issuer, **ends}).encode())

    def log_message(self, *told: object) -> None:
        """Nothing."""


@pytest.mark.parametrize(("path", "leads"), [("honest", "/authorization"), ("false", "/sign-in"), ("moved", "/sign-in")])
def test_08_a_provider_that_describes_another_or_sends_on_is_not_believed(tmp_path: Path, path: str, leads: str) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Deceiver) as deceiver:
        threading.Thread(target=deceiver.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{deceiver.server_port}/{path}"
        (tmp_path / "sign-in.yaml").write_text(f"oidc:\n  url: {address}\n  client_id: {CLIENT}\n  secret: {SECRET}\n")
        (tmp_path / "sign-in.yaml").chmod(0o600)
        with running(tmp_path, "--quiet") as server:
            sent = Person(server).form("/sign-in/oidc/agency/?process=login")
            assert urlsplit(sent.headers["location"]).path == leads
        deceiver.shutdown()


def test_09_with_the_provider_gone_a_record_is_still_opened_in_an_emergency(both: Both) -> None:
    """A password and a second factor kept here are enough: who waits for the provider waits with a life (45 CFR 164.312(a)(2)(ii))."""
    add(both.server, "n-local", "nurse")
    _, codes = add_app(enter(both.server, "n-local"))
    taker = Person(both.server, "j-diaz")
    _, call = taker.ask("TakeCall", origin="call_911", spot=[40.7581, -111.8989], texts={"place": "the blue gate", "summary": "Sits still"})
    both.process.kill()
    both.process.wait(10)
    nurse = enter(both.server, "n-local")
    assert nurse.get("/board.json").status_code == 401
    assert nurse.form("/sign-in/code", code=codes[0]).headers["location"] == "/"
    why = {"glass_reason": "unresponsive, nobody knows who it is"}
    told = {"person": call["ids"]["episodes"][0], "reason": "unknown_person", "texts": why}
    status, answer = nurse.ask("BreakGlass", **told)
    assert (status, answer.get("code")) == (200, None)
    assert "data-ends=" in nurse.get(f"/emergency-access/of/{told['person']}").text
