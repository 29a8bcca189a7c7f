"""What browsers and strangers are told and refused: headers, cookies over TLS, bodies, redirects, lines of the log."""

import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from alongside.server.site.log_lines import Lines
from tests.server.people.doing import WORDS, add
from tests.server.running import Person, Server, running

HOST = "crisis.example.org"
TOLD = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
POLICY = ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A live server that was told something in front of it speaks TLS."""
    with running(tmp_path_factory.mktemp("tls"), "--live", "--behind-tls", "--name", HOST) as found:
        add(found, "t-tls", "dispatcher")
        yield found


@pytest.fixture
def browser(live: Server) -> Iterator[httpx.Client]:
    """A browser as it looks from behind the proxy."""
    headers = {"Host": HOST, "X-Forwarded-Proto": "https", "Referer": f"https://{HOST}/sign-in"}
    with httpx.Client(base_url=live.url, headers=headers, timeout=60) as found:
        yield found


def cookies_of(answers: list[httpx.Response]) -> dict[str, str]:
    told = [line for answer in answers for line in answer.headers.get_list("set-cookie")]
    return {line.partition("=")[0]: line for line in told}


def test_01_over_tls_every_cookie_is_of_this_host_alone(live: Server, browser: httpx.Client) -> None:
    door = browser.get("/sign-in")
    token = {"csrfmiddlewaretoken": cookies_of([door])["__Host-csrftoken"].split("=")[1].split(";")[0]}
    sent = {"Cookie": f"__Host-csrftoken={token['csrfmiddlewaretoken']}"}
    entered = browser.post("/sign-in", data={**token, "name": "t-tls", "password": WORDS, "agreed": "1"}, headers=sent)
    chosen = browser.post("/language", data={**token, "language": "es", "next": "https://elsewhere.example/"}, headers=sent)
    assert (entered.status_code, chosen.headers["location"]) == (302, "/")
    found = cookies_of([door, entered, chosen])
    assert {"__Host-csrftoken", "__Host-alongside_session", "__Host-django_language"} <= set(found)
    for name, line in found.items():
        assert name.startswith("__Host-"), line
        assert "; Secure" in line, line
        assert "; Path=/" in line, line
        assert "Domain" not in line, line
        assert "SameSite=Lax" in line, line
        assert "csrf" in name or "HttpOnly" in line, line


@pytest.mark.parametrize("path", ["/sign-in", "/nothing-here", "/static/mark.svg", "/static/none", "/health", "/board.json", "/api/units"])
def test_02_every_answer_tells_browsers_the_same(live: Server, browser: httpx.Client, path: str) -> None:
    headers = browser.get(path).headers
    assert {name: headers.get(name) for name in TOLD} == TOLD
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    assert "camera=()" in headers["permissions-policy"]
    assert [part for part in POLICY if part not in headers["content-security-policy"]] == []
    assert "access-control-allow-origin" not in headers
    assert "charset" in headers["content-type"] or headers["content-type"].startswith("image/")


def test_03_plain_http_is_not_told_to_insist_on_tls(nobody: Person) -> None:
    for path in ("/sign-in", "/board.json"):
        assert "strict-transport-security" not in nobody.get(path).headers


def answer_to(nobody: Person, body: bytes | Iterator[bytes]) -> str:
    """The code of the refusal; a server that hangs up while more is on its way has refused, too."""
    try:
        answer = nobody.client.post("/sign-in", content=body, headers={"Content-Type": "multipart/form-data; boundary=y"})
    except (httpx.RemoteProtocolError, httpx.WriteError, httpx.ReadError):
        return "cut off"
    return str(answer.json()["code"]) if answer.status_code == 413 else f"taken: {answer.status_code}"


@pytest.mark.parametrize("way", ["said", "in pieces"])
def test_04_a_body_larger_than_any_form_is_refused_before_it_is_kept(server: Server, nobody: Person, way: str) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * 100_000

    before = set(Path(tempfile.gettempdir()).glob("tmp*"))
    body = b"x" * 4_000_000 if way == "said" else pieces()
    assert answer_to(nobody, body) in ({"too_large"} if way == "said" else {"too_large", "cut off"})
    assert [one for one in set(Path(tempfile.gettempdir()).glob("tmp*")) - before if one.stat().st_size > 1_000_000] == []
    assert Person(server).get("/sign-in").status_code == 200, "over a line of its own: the one before may be cut"


def test_05_no_form_takes_a_file(nobody: Person) -> None:
    token = nobody.client.cookies["csrftoken"]
    sent = nobody.client.post("/sign-in", data={"csrfmiddlewaretoken": token}, files={"name": ("a.txt", b"hello")})
    assert sent.status_code == 400


@pytest.mark.parametrize("way", ["//elsewhere.example/", "https://elsewhere.example/", "javascript:alert(1)", "/\\elsewhere.example"])
def test_06_no_way_back_leads_elsewhere(server: Server, way: str) -> None:
    person = Person(server)
    assert person.form("/sign-in", staff="j-diaz", next=way).headers["location"].startswith(("/", "/seat"))
    assert not person.form("/sign-in", staff="j-diaz", next=way).headers["location"].startswith(("//", "/\\"))
    assert person.form("/language", language="en", next=way).headers["location"] == "/"


def test_07_what_is_refused_for_a_role_is_a_line_of_the_log(server: Server) -> None:
    person = Person(server, "j-diaz")
    assert person.get("/staff/").status_code == 403
    assert person.client.post("/ask/TakeCall", json={}).status_code == 403
    assert "refused: j-diaz as call_taker may not see staff" in server.log.read_text()
    assert "refused: j-diaz as call_taker may not see request from another page" in server.log.read_text()


def test_11_strangers_learn_whether_all_is_well_and_nothing_else(browser: httpx.Client, server: Server, nobody: Person) -> None:
    assert set(browser.get("/health").json()) == {"well", "now"}
    assert {"database", "speed"} & set(nobody.get("/health").json())  # this machine asks: alongside health
    page = {"headers": {"Accept": "text/html"}}
    assert "Facts" not in nobody.client.get("/health", **page).text  # type: ignore[arg-type]
    assert "Facts" in Person(server, "r-okafor").client.get("/health", **page).text  # type: ignore[arg-type]


def test_08_nothing_sent_can_look_like_another_line() -> None:
    try:
        raise ValueError("one\n2026-01-01T00:00:00.000Z INFO alongside: forged")
    except ValueError:
        fault = sys.exc_info()
    record = logging.LogRecord("alongside", logging.ERROR, "x.py", 1, "%s failed", ("/ask/a\r\nforged\x1b[2J",), fault)
    lines = Lines().format(record).splitlines()
    assert lines[0].endswith("ERROR alongside: /ask/a\\x0d\\x0aforged\\x1b[2J failed")
    assert lines[0][10:11] == "T"
    assert lines[0].split()[0].endswith("Z")
    assert all(line.startswith("    | ") for line in lines[1:])
    assert len(lines) > 3


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_09_methods_nobody_uses_do_nothing(server: Server, method: str) -> None:
    person = Person(server, "r-okafor")
    for path in ("/account/", "/sign-in", "/ask/TakeCall", "/static/mark.svg", "/health", "/fhir/Task"):
        answer = person.client.request(method, path, headers={"X-CSRFToken": person.client.cookies["csrftoken"], "X-Mark": "seen"})
        assert answer.status_code in (400, 403, 404, 405), (method, path, answer.status_code)
        assert "X-Mark" not in answer.text


def test_10_a_new_session_at_every_sign_in(server: Server) -> None:
    person = Person(server, "r-okafor")
    first = person.client.cookies["alongside_session"]
    person.form("/sign-in", staff="j-diaz")
    assert person.client.cookies["alongside_session"] != first
    assert httpx.get(f"{server.url}/board.json", cookies={"alongside_session": first}).status_code == 401
