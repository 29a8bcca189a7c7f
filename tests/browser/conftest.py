"""Debian's Chromium (without its windows, where that is installed) against a quiet demo server: every mistake of a page is noted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.server.running import Server, running
from tests.server.scenes import free_crews

ARGUMENTS = ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"]
PATIENCE_MS = 20_000  # a page on a machine that does much else; what comes at once is not waited for
expect.set_options(timeout=PATIENCE_MS)
OpenAs = Callable[..., Page]
AXE = Axe()
# What is right need not be told of node by node; style sheets are read anew for one rule alone, which is not in axe's own choice of rules.
ONLY_WRONG = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}


def ours_of(server: Server) -> tuple[str, ...]:
    """Where a page may ask."""
    return (server.url, "blob:", "data:")


@pytest.fixture(scope="session")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demo without the living city, for browsers."""
    with running(tmp_path_factory.mktemp("browser"), "--quiet") as found:
        yield found


@pytest.fixture(scope="module")
def served(quiet: Server) -> Iterator[Server]:
    """The same demo for every file; each leaves its crews free, for which file comes next is left to chance."""
    yield quiet
    free_crews(quiet)


@pytest.fixture(scope="session")
def play() -> Iterator[Playwright]:
    """What drives browsers; a process has one."""
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(play: Playwright, engine_path: str) -> Iterator[Browser]:
    """One Chromium for all browser tests."""
    found = play.chromium.launch(executable_path=engine_path, args=ARGUMENTS)
    yield found
    found.close()


@pytest.fixture
def open_as(browser: Browser, served: Server) -> Iterator[OpenAs]:
    """``open_as("r-okafor", "/dispatch/")``: a page of a browser of their own; mistakes and outside requests fail the test."""
    with opening(browser, served) as open_page:
        yield open_page


@contextmanager
def opening(browser: Browser, server: Server) -> Iterator[OpenAs]:
    """Opens pages of one server as anybody; whatever was wrong on any of them fails at the end."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def open_page(staff: str, path: str, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1366, "height": 768}, "base_url": server.url, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("request", lambda asked: None if asked.url.startswith(ours_of(server)) else wrong.append(f"outside: {asked.url}"))
        if staff:
            enter(context, staff)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong, wrong


def enter(context: BrowserContext, staff: str) -> None:
    """Signed in with the door asked for, not drawn: what it looks like has stories of its own."""
    door = context.request.get("/sign-in")
    token = next(one["value"] for one in context.cookies() if one["name"] == "csrftoken")
    context.request.post("/sign-in", form={"staff": staff, "csrfmiddlewaretoken": token}, headers={"Referer": door.url})


def violations(page: Page) -> list[str]:
    """What axe says against the page, each with the first element concerned."""
    found = AXE.run(page, options=ONLY_WRONG).response["violations"]
    return [f"{one['id']}: {one['help']} — {one['nodes'][0]['html'][:160]}" for one in found]


def violations_by_day_and_night(page: Page) -> list[str]:
    """What axe says in light and in dark, of one page that is opened once."""
    found = []
    for light in ("light", "dark"):
        page.emulate_media(color_scheme=light)  # type: ignore[arg-type, unused-ignore]
        found += [f"{light}: {one}" for one in violations(page)]
    return found
