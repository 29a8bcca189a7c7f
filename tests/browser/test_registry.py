"""A family enrolls a grandmother with the case manager; the call-taker finds her at intake, on a phone as on a desk."""

from playwright.sync_api import APIResponse, Page, Route, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.running import Person, Server

LOST = {
    "life_threat": "unknown", "concern": "missing", "weapon": "none", "conduct": "calm", "setting": "unknown", "suicide": "no",
    "age": "older", "missing_danger": "yes", "dementia": "yes",
}  # fmt: skip


def test_01_a_family_enrolls_somebody(open_as: OpenAs) -> None:
    page = open_as("l-moreau", "/registry/enroll")
    page.get_by_label("Name", exact=True).fill("Wilhelmina Achterberg")
    page.get_by_label("Date of birth").fill("1943-05-02")
    page.get_by_label("Seen as").select_option("woman")
    page.get_by_label("How they look").fill("Small, white braid, green cardigan, pushes a blue walker")
    page.get_by_label("Places they like").fill("Fountain in Liberty Park\n700 E 900 S")
    page.get_by_label("water", exact=True).check(force=True)
    page.get_by_label("traffic and roads").check(force=True)
    page.get_by_label("Names and numbers").fill("Piet, her son, 801 555 0171")
    page.get_by_label("Agreed by").select_option("guardian")
    assert not violations(page)
    page.get_by_role("button", name="Enroll for a year").click()
    card = page.locator("article", has_text="Wilhelmina Achterberg")
    expect(card).to_contain_text("traffic and roads, water")
    assert not violations(page)


def search(open_as: OpenAs, taker: Person) -> tuple[str, Page]:
    """A call about her, and the page of its search."""
    incident = taker.take_call(texts={"place": "her daughter's house"})
    taker.ask("AnswerProtocol", incident=incident, protocol="alongside-default", answers=LOST)
    page = open_as("j-diaz", f"/dispatch/incident/{incident}")
    page.get_by_role("link", name="Search, and look in the registry").click()
    expect(page.locator("#search-head")).to_contain_text("water first")
    return incident, page


def test_02_the_registry_finds_her_at_intake(open_as: OpenAs, served: Server) -> None:
    taker = Person(served, "j-diaz")
    incident, page = search(open_as, taker)
    page.locator("[name=sought]").fill("grandmother, eighties, green cardigan, walks with a walker")
    page.get_by_role("button", name="Look in the registry").click()
    card = page.locator(".fits", has_text="Wilhelmina Achterberg")
    expect(card).to_contain_text("that age")
    expect(card).to_contain_text("801 555 0171")
    assert not violations(page)
    card.get_by_role("button", name="This is who is missing").click()
    expect(card.get_by_role("button", name="It is somebody else after all")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 720})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    taker.ask("CancelIncident", incident=incident, reason="duplicate", signed_by="m-lindqvist")


def test_03_an_answer_that_was_overtaken_on_its_way_takes_nothing_away(open_as: OpenAs, served: Server) -> None:
    taker = Person(served, "j-diaz")
    incident, page = search(open_as, taker)
    slow: list[tuple[Route, APIResponse]] = []

    def hold(route: Route) -> None:
        if "x-part" in route.request.headers and not slow:
            slow.append((route, route.fetch()))
        else:
            route.continue_()

    page.route("**", hold)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    while not slow:
        page.wait_for_timeout(20)
    page.locator("[name=sought]").fill("grandmother, eighties, green cardigan, walks with a walker")
    page.get_by_role("button", name="Look in the registry").click()
    card = page.locator(".fits", has_text="Wilhelmina Achterberg")
    expect(card).to_contain_text("that age")
    page.wait_for_timeout(1_000)  # until the board told of the look, too, and was heard
    route, old = slow[0]
    with page.expect_event("requestfinished", lambda request: request == route.request):
        route.fulfill(response=old)
    page.wait_for_timeout(300)
    assert card.count() == 1
    taker.ask("CancelIncident", incident=incident, reason="duplicate", signed_by="m-lindqvist")
