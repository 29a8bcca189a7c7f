"""Every role there is can be given, has a name in both languages, and begins on a page it can use."""

import re
import sqlite3
from collections.abc import Iterator

import pytest

from alongside.core.sharing.access import ROLES
from tests.server.people.doing import add, enter
from tests.server.running import Person, Server, running

FIRST = {
    **dict.fromkeys(("dispatcher", "supervisor"), "/dispatch/"),
    "administrator": "/staff/",
    "call_taker": "/intake/",
    "nurse": "/places/",
    "case_manager": "/follow-up/",
    "privacy_officer": "/sharing/",
    "evaluator": "/measures/",
    "referral_partner": "/referred/",
}
HUMAN = sorted(ROLES - {"system"})


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose staff these stories may change."""
    with running(tmp_path_factory.mktemp("roles"), "--quiet") as found:
        add(found, "z-roles")
        yield found


def test_01_every_role_can_be_given_under_a_name_of_its_own(own: Server) -> None:
    for language in ("en", "es"):
        page = Person(own, "e-adeyemi", language).get("/staff/new").text
        offered = dict(re.findall(r'<option value="(\w+)">([^<]+)</option>', page.split('name="role"')[1].split("</select>")[0]))
        assert sorted(offered) == HUMAN
        assert [role for role, label in offered.items() if "role." in label or (label == role and "_" in role)] == []


@pytest.mark.parametrize("role", HUMAN)
def test_02_whoever_signs_in_begins_on_a_page_of_their_work(own: Server, role: str) -> None:
    with sqlite3.connect(own.data / "people.sqlite3", timeout=10) as side:
        side.execute("UPDATE people_staff SET role = ? WHERE id = 'z-roles'", (role,))
    person = enter(own, "z-roles")
    answer = person.client.get("/", follow_redirects=True)
    assert (answer.status_code, answer.url.path.startswith(FIRST.get(role, "/field/"))) == (200, True), answer.url
    assert re.search(r"<h1[^>]*>[^<]*\w", answer.text), answer.url
    for link in re.findall(r'<a href="(/[^"]*)"', answer.text.split("</nav>")[0]):
        assert person.client.get(link, follow_redirects=True).status_code == 200, link
