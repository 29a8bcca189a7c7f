"""Once somebody signed out, the browser's own folder on the disk holds no word of what they read: pages, caches, storage, history."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.conftest import ARGUMENTS
from tests.server.running import Person, Server
from tests.server.scenes import Scene

WORD = "Qx9browserBrambling"


@pytest.fixture(scope="module")
def scene(served: Server) -> Scene:
    """A call whose every word is a word like no other, with a record."""
    told = Scene(served, Person(served, "p-lowe"), "m12", "with_person", texts={"place": f"{WORD} lane", "summary": f"{WORD} says"})
    made = told.must("RecordPerson", episode=told.episode, basis="said_so", texts={"name": f"{WORD} Invented"})
    told.must("WriteItems", person=made["ids"]["person"], source="person", texts={"triggers": f"{WORD} triggers"})
    told.must("WriteNote", incident=told.incident, episode=told.episode, texts={"note": f"{WORD} note"})
    return told


def enter(page: Page, staff: str) -> None:
    page.goto("/sign-in")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    page.context.request.post("/sign-in", form={"staff": staff, "csrfmiddlewaretoken": token}, headers={"Referer": page.url})


@pytest.mark.parametrize(("staff", "path"), [("p-lowe", "/field/"), ("r-okafor", "/dispatch/")])
def test_01_nothing_is_left_in_the_browsers_folder(
    play: Playwright, chromium_path: str, served: Server, scene: Scene, tmp_path: Path, staff: str, path: str
) -> None:
    options = {"executable_path": chromium_path, "args": ARGUMENTS, "base_url": served.url}
    context = play.chromium.launch_persistent_context(str(tmp_path), **options)
    page = context.pages[0]
    enter(page, staff)
    page.goto(path)
    page.get_by_text(WORD).first.wait_for()
    page.goto(f"/dispatch/incident/{scene.incident}")
    page.get_by_text(f"{WORD} note").first.wait_for()
    page.evaluate("() => document.querySelector('form[action*=\"sign-out\"]').submit()")
    page.wait_for_url("**/sign-in*")
    context.close()
    held = [one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*") if one.is_file() and _holds(one)]
    assert held == []
    assert any(one.is_file() for one in tmp_path.rglob("*")), "the browser wrote nothing at all: this story looks at the wrong folder"


def _holds(path: Path) -> bool:
    content = path.read_bytes()
    return WORD.encode() in content or WORD.encode("utf-16-le") in content
