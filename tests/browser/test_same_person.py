"""The privacy officer has records compared, looks at two of them and says that they are one person's, and takes it back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations
from tests.browser.test_emergency_access import shot
from tests.server.running import Person, Server

TOLD = (
    {"name": "Philippa Underhay", "birth_date": "1944-10-09", "address": "12 Invented Lane, 84103"},
    {"name": "Philipa Underhay", "birth_date": "1944-10-09", "address": "12 Invented Lane 84103"},
)


@pytest.fixture(scope="module", autouse=True)
def enrolled(served: Server) -> Iterator[None]:
    """Enrolled twice by her family, under two spellings; taken out again afterwards."""
    keeper = Person(served, "l-moreau")
    more = {"appearance": "Small, white hair", "carer": "Her son, 801 555 0148"}
    people = [keeper.ask("EnrollPerson", agreed_by="guardian", texts={**one, **more})[1]["ids"]["person"] for one in TOLD]
    yield
    for person in people:
        assert keeper.ask("EndEnrollment", person=person, reason="family_asked")[0] == 200


def test_01_compared_linked_and_undone(open_as: OpenAs) -> None:
    page = open_as("s-petrov", "/same-person/")
    page.get_by_role("button", name="Compare all records").click()
    expect(page.locator("#linkage-run")).to_contain_text("All records were compared.", timeout=60_000)
    assert violations(page) == []
    page.locator("#linkage-list article", has_text="very likely one person").get_by_role("link").first.click()
    expect(page.locator("#pair-records")).to_contain_text("Philipa Underhay")
    assert violations(page) == []
    shot(page, "same-person")
    page.get_by_role("button", name="One person: link the records").press("Enter")
    expect(page.get_by_role("button", name="Unlink: everything as before")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Two people")).to_be_visible()
    expect(page.locator("#pair-head")).to_contain_text("Waiting")


@pytest.mark.parametrize("width", [390, 320])
def test_02_it_fits_a_phone_in_spanish_and_in_the_dark(open_as: OpenAs, width: int) -> None:
    page = open_as("s-petrov", "/same-person/", locale="es-US", viewport={"width": width, "height": 800}, color_scheme="dark")
    page.locator("#linkage-list article").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="¿Una persona o dos?")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    shot(page, f"same-person-es-{width}")
