"""Whoever receives signs on the crew's phone with a finger, or types a name at their own desk without a mouse."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"width": 390, "height": 844}
SOON = 30_000
WASATCH = {"facility": "wasatch-receiving", "service": "chair_23h"}


@pytest.fixture
def nurse(served: Server) -> Person:
    found = Person(served, "n-castellanos")
    assert found.ask("SetCapacity", **WASATCH, free=9)[0] == 200
    return found


@pytest.fixture
def scene(served: Server, nurse: Person) -> Scene:
    """M12 is with somebody for whom the receiving center agreed."""
    scene = Scene(served, Person(served, "p-lowe"), "m12", "with_person")
    asked = scene.must("ReservePlace", episode=scene.episode, **WASATCH)["ids"]["reservation"]
    assert nurse.ask("AgreeToReceive", reservation=asked)[0] == 200
    return scene


def let_go(nurse: Person, scene: Scene) -> None:
    assert nurse.ask("ReleasePerson", episode=scene.episode, to="home")[0] == 200
    assert nurse.ask("EndEpisode", episode=scene.episode, reason="resolved")[0] == 200


def test_01_drawn_on_the_crews_phone_it_goes_with_the_hand_over(open_as: OpenAs, served: Server, nurse: Person, scene: Scene) -> None:
    crew = open_as("p-lowe", "/field/", viewport=PHONE)
    door = crew.locator(f"#d-hand-{scene.episode}")
    door.locator("summary").first.click(timeout=SOON)
    door.locator(f"#d-sign-{scene.episode} summary").click()
    door.get_by_label("Name", exact=True).fill("Ines Marrow")
    pad = door.locator("[data-pad]")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    for stroke in (((0.1, 0.8), (0.3, 0.2), (0.5, 0.8)), ((0.6, 0.5), (0.9, 0.5))):
        (x, y), *rest = ((box["x"] + across * box["width"], box["y"] + down * box["height"]) for across, down in stroke)
        crew.mouse.move(x, y)
        crew.mouse.down()
        for at in rest:
            crew.mouse.move(*at, steps=4)
        crew.mouse.up()
    drawn = pad.locator("path").get_attribute("d") or ""
    assert drawn.count("M") == 2
    door.get_by_role("button", name="Handed over: they have the person").click()
    expect(crew.locator(f"#person-{scene.episode}")).to_have_count(0, timeout=SOON)
    packet = open_as("n-castellanos", f"/packet/{scene.episode}")
    expect(packet.locator(".signature path")).to_have_attribute("d", drawn)
    expect(packet.locator("#packet")).to_contain_text("Ines Marrow")
    let_go(nurse, scene)


def test_02_without_a_mouse_a_typed_name_is_enough(open_as: OpenAs, served: Server, nurse: Person, scene: Scene) -> None:
    assert nurse.ask("HandOver", episode=scene.episode, **WASATCH)[0] == 200
    page = open_as("n-castellanos", "/places/wasatch-receiving")
    card = page.locator(f"#here-{scene.episode}")
    card.locator(f"#sign-{scene.episode} summary").focus(timeout=SOON)
    page.keyboard.press("Enter")
    expect(card.locator("[data-pad]")).to_be_visible()
    page.keyboard.press("Tab")
    expect(card.get_by_label("Name", exact=True)).to_be_focused()
    page.keyboard.type("Ines Marrow")
    expect(card.get_by_label("Name", exact=True)).to_have_value("Ines Marrow")
    assert violations(page) == []
    card.get_by_label("Name", exact=True).focus()  # looking at the page took it away
    page.keyboard.press("Enter")
    expect(card).to_contain_text("name typed on the screen", timeout=SOON)
    expect(card.locator(f"#sign-{scene.episode}")).to_have_count(0)
    let_go(nurse, scene)
