"""Who may open what: every address, every role; default deny; our own pages only."""

import re

import httpx
import pytest

from alongside.core.party import Actor
from alongside.core.sharing.access import MAY_SEE, ROLES
from alongside.server.site.routes import OPEN, REQUEST, SIGNED_IN, TOKEN, allows
from tests.server.running import Person, Server
from tests.server.site.addresses import Address, list_addresses

GIVES_SEATS = ("sit",)  # refuses an empty form as it refuses somebody else's seat
# One invented person of each role that the roster has and that sees other pages than the rest.
WHO = (
    "j-diaz",
    "r-okafor",
    "m-lindqvist",
    "a-haddad",
    "l-moreau",
    "n-castellanos",
    "d-whitehorse",
    "s-petrov",
    "e-adeyemi",
    "k-tanaka",
    "s-begay",
)


def test_01_every_address_is_in_the_access_table() -> None:
    assert len(list_addresses()) > 15
    unknown = [one.name for one in list_addresses() if one.what not in {OPEN, SIGNED_IN, REQUEST, TOKEN, *MAY_SEE}]
    assert unknown == []


def test_02_nobody_opens_anything_that_is_not_open() -> None:
    assert [what for what in {SIGNED_IN, REQUEST, TOKEN, *MAY_SEE} if allows(None, what)] == []
    assert allows(None, OPEN)


def test_03_a_role_the_table_does_not_know_sees_only_its_own() -> None:
    stranger = Actor(staff="x", role="stranger")
    assert [what for what in MAY_SEE if what not in ("own", "help") and allows(stranger, what)] == []


@pytest.mark.parametrize("what", sorted(MAY_SEE))
def test_04_the_route_table_gives_each_role_what_the_core_gives_it(what: str) -> None:
    assert {role for role in ROLES if allows(Actor(staff="x", role=role), what)} >= set(MAY_SEE[what])
    if what not in ("own", "help"):
        assert {role for role in ROLES if allows(Actor(staff="x", role=role), what)} == set(MAY_SEE[what])


@pytest.fixture(scope="module")
def looks(server: Server) -> list[tuple[Actor, Address, httpx.Response]]:
    """What everybody sees at every address that stands by itself."""
    found = []
    for staff in WHO:
        person = Person(server, staff)
        role = re.search(r'data-role="(\w+)"', person.client.get("/health", headers={"Accept": "text/html"}).text)
        assert role
        found += [(Actor(staff=staff, role=role[1]), one, try_it(person, one)) for one in list_addresses() if one.plain]
    return found


def test_05_over_http_every_page_answers_each_role_as_the_table_says(looks: list[tuple[Actor, Address, httpx.Response]]) -> None:
    assert len({actor.staff for actor, _, _ in looks}) == len(WHO)
    assert [(actor.staff, one.name, seen.status_code) for actor, one, seen in looks if not is_as_told(one, actor, seen.status_code)] == []


def try_it(person: Person, address: Address) -> httpx.Response:
    """A look; where only forms are taken, an empty form."""
    seen = person.get(address.path)
    return person.form(address.path) if seen.status_code == 405 and address.what != OPEN else seen


def is_as_told(address: Address, actor: Actor | None, status: int) -> bool:
    """405 is for open forms, not sent here; 400, 404 and 422 for what needs more than an address."""
    if address.name in GIVES_SEATS and status == 403:
        return True
    if not allows(actor, address.what) and address.what != TOKEN:
        return status in (403, 302) if actor else status in (302, 401)
    return status in (200, 204, 302, 400, 404, 405, 409, 422) or (address.what == TOKEN and status == 401)


def test_06_nobody_signed_in_is_sent_to_sign_in(nobody: Person) -> None:
    tried = [(one, try_it(nobody, one).status_code) for one in list_addresses() if one.plain]
    wrong = [(one.name, status) for one, status in tried if not is_as_told(one, None, status)]
    assert wrong == []
    for path in ("/board.json", "/stream/board"):
        assert nobody.get(path).status_code == 401


def test_07_what_another_page_sends_is_refused(call_taker: Person) -> None:
    without = call_taker.client.post("/ask/TakeCall", json={"origin": "call_911"})
    assert (without.status_code, without.json()["code"]) == (403, "check_failed")
    token = {"X-CSRFToken": call_taker.client.cookies["csrftoken"]}
    elsewhere = call_taker.client.post(
        "/ask/TakeCall", json={"origin": "call_911"}, headers={**token, "Origin": "http://elsewhere.example"}
    )
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (403, "check_failed")
    forged = call_taker.client.post("/ask/TakeCall", json={"origin": "call_911"}, headers={"X-CSRFToken": "a" * 32})
    assert forged.status_code == 403


def test_08_a_name_this_server_does_not_bear_is_refused(call_taker: Person) -> None:
    for path in ("/board.json", "/sign-in", "/static/mark.svg"):
        assert call_taker.client.get(path, headers={"Host": "elsewhere.example"}).status_code == 400


def test_09_every_page_carries_the_policy_and_asks_no_third_party(looks: list[tuple[Actor, Address, httpx.Response]]) -> None:
    pages = [(one, seen) for _, one, seen in looks if seen.headers.get("content-type", "").startswith("text/html")]
    assert len(pages) > 10 * len(WHO)
    for one, response in pages:
        policy = response.headers["content-security-policy"]
        assert "default-src 'self'" in policy, one.path
        assert "unsafe" not in policy, one.path
        assert response.headers["x-frame-options"] == "DENY"
        assert not re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", response.text), one.path
        assert not re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")", response.text), one.path
        assert not re.findall(r"\sstyle=|\son\w+=", re.sub(r">[^<]*<", "><", response.text)), one.path


def test_10_files_outside_the_folder_are_not_there(nobody: Person) -> None:
    for path in ("/static/../settings.py", "/static/%2e%2e/settings.py", "/static/..%2fsettings.py", "/static/"):
        assert nobody.get(path).status_code == 404


def test_11_files_have_the_types_browsers_insist_on(nobody: Person) -> None:
    mark = nobody.get("/static/mark.svg")
    assert (mark.status_code, mark.headers["content-type"]) == (200, "image/svg+xml")
    assert nobody.client.get("/static/mark.svg", headers={"If-None-Match": mark.headers["etag"]}).status_code == 304


def test_12_what_somebody_signed_in_reads_is_kept_nowhere(server: Server) -> None:
    person = Person(server, "r-okafor")
    incident = person.take_call()
    for path in (f"/dispatch/incident/{incident}", "/account/", "/account/password", "/", "/dispatch/incident/unknown"):
        assert person.get(path).headers["cache-control"] == "no-store", path
    assert person.get("/area/streets-major.geojson").headers["cache-control"] == "private, max-age=86400"
    assert person.get("/static/mark.svg").headers["cache-control"] == "no-cache"
