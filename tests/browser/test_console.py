"""A shift at the console: what waits, by keyboard, live in two consoles, undone, explained, accessible in light and dark."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations, violations_by_day_and_night
from tests.server.running import Person, Server

VIOLENT = {
    "life_threat": "none",
    "concern": "distress",
    "weapon": "none",
    "conduct": "was_violent",
    "setting": "safe",
    "suicide": "no",
    "age": "adult",
}


@pytest.fixture
def taker(served: Server) -> Person:
    return Person(served, "j-diaz")


@pytest.fixture
def console(open_as: OpenAs) -> Iterator[Page]:
    page = open_as("r-okafor", "/dispatch/")
    expect(page.locator("#line-state")).to_have_attribute("data-state", "live")
    return page


def new_call(taker: Person, place: str, **body: object) -> tuple[str, int]:
    incident = taker.take_call(texts={"place": place}, **body)
    taker.ask("AnswerProtocol", incident=incident, protocol="alongside-default", answers=VIOLENT)
    return incident, int(taker.board()["incidents"][incident]["number"])


def calm_call(taker: Person, place: str, **body: object) -> tuple[str, int]:
    """A need nobody assessed yet: it may be kept for later on a dispatcher's word."""
    incident = taker.take_call(texts={"place": place}, **body)
    return incident, int(taker.board()["incidents"][incident]["number"])


def say(page: Page, line: str) -> None:
    """Types a command once the console shows the call it names: a dispatcher too reads the number there."""
    for number in re.findall(r"\b\d{5}\b", line):
        expect(page.locator("a[data-incident]", has_text=number).first).to_be_attached()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type(line)
    page.keyboard.press("Enter")


def test_01_a_new_call_appears_by_itself_with_level_age_and_place(console: Page, taker: Person) -> None:
    incident, number = new_call(taker, "the corner by the old mill")
    row = console.locator(f'#group-waiting a[data-incident="{incident}"]')
    expect(row).to_contain_text("L3 ◆")
    expect(row).to_contain_text(str(number))
    expect(row).to_contain_text("the corner by the old mill")
    expect(row.locator("time")).to_have_text(re.compile(r"\d\d:\d\d"))


def test_02_nothing_moves_under_the_pointer_new_rows_wait_at_the_edge(console: Page, taker: Person) -> None:
    first, _ = new_call(taker, "first of two")
    expect(console.locator(f'#group-waiting a[data-incident="{first}"]')).to_be_visible()
    console.hover(f'#group-waiting a[data-incident="{first}"]')
    second, _ = new_call(taker, "second of two")
    expect(console.locator("#queue-news")).to_contain_text("1 new")
    expect(console.locator(f'a[data-incident="{second}"]')).to_have_count(0)
    console.click("#queue-news")
    expect(console.locator(f'#group-waiting a[data-incident="{second}"]')).to_be_visible()


def test_03_assign_by_command_then_undo(console: Page, taker: Person) -> None:
    incident, number = new_call(taker, "command street")
    expect(console.locator(f'a[data-incident="{incident}"]')).to_be_visible()
    say(console, f"assign P45 {number}")
    expect(console.locator(".toast", has_text=f"P45 sent to {number}")).to_be_visible()
    expect(console.locator(f'#group-on_the_way a[data-incident="{incident}"]')).to_be_visible()
    console.keyboard.press("Escape")
    console.keyboard.press("u")
    expect(console.locator(f'#group-waiting a[data-incident="{incident}"]')).to_be_visible()


def test_04_another_than_the_first_is_sent_at_once_and_asks_why_after(console: Page, taker: Person) -> None:
    incident, number = new_call(taker, "second option lane")
    say(console, f"open {number}")
    expect(console.locator("#panel h2")).to_contain_text(str(number))
    expect(console.locator("#part-options .option").nth(1)).to_be_visible()
    console.keyboard.press("Escape")
    say(console, f"open {number}")
    console.locator("#panel h2").focus()
    console.keyboard.press("2")
    expect(console.locator("#part-assignments")).to_contain_text("Assigned")
    question = console.locator(".toast", has_text="Why another than the first option?")
    expect(question).to_be_visible()
    console.keyboard.press("2")
    expect(question).to_have_count(0)
    expect(console.locator("#part-timeline")).to_contain_text("Another choice than the first")
    assert taker.board()["incidents"][incident]["assignments"]


def test_05_two_consoles_see_the_same_and_a_refusal_is_a_sentence(open_as: OpenAs, console: Page, taker: Person) -> None:
    other = open_as("m-lindqvist", "/dispatch/")
    incident, number = new_call(taker, "both consoles")
    for page in (console, other):
        expect(page.locator(f'a[data-incident="{incident}"]')).to_be_visible()
    say(console, f"assign p45 {number}")
    expect(other.locator(f'#group-on_the_way a[data-incident="{incident}"]')).to_be_visible()
    _, second = new_call(taker, "wants the same unit")
    expect(other.locator("#queue-list")).to_contain_text("wants the same unit")
    say(other, f"assign p45 {second}")
    expect(other.locator(".toast.refused")).to_contain_text("P45")


def test_06_steps_of_the_life_table_by_command(console: Page, taker: Person) -> None:
    incident, number = new_call(taker, "whole life")
    expect(console.locator(f'a[data-incident="{incident}"]')).to_be_visible()
    say(console, f"assign a24 {number}")
    expect(console.locator(".toast", has_text="A24 sent")).to_be_visible()
    for line, status in (
        ("ack a24", "Acknowledged"),
        ("enroute a24", "On the way"),
        ("onscene a24", "On scene"),
        ("with a24", "With the person"),
    ):
        say(console, line)
        expect(console.locator("#unit-list li", has_text="A24").first).to_contain_text(status)
    say(console, "clear a24 resolved")
    expect(console.locator("#unit-list li", has_text="A24").first).to_contain_text("available")


def test_07_what_is_not_understood_stays_in_the_line(console: Page) -> None:
    console.keyboard.press("/")
    console.keyboard.type("asign m12 1")
    console.keyboard.press("Enter")
    expect(console.locator(".toast.refused")).to_contain_text("“asign” is not a command")
    expect(console.locator("#command")).to_have_value("asign m12 1")


def test_08_completion_and_history(console: Page) -> None:
    console.keyboard.press("/")
    console.keyboard.type("enr")
    expect(console.locator("#command-offers li")).to_have_count(1)
    console.keyboard.press("Tab")
    expect(console.locator("#command")).to_have_value("enroute ")
    console.fill("#command", "in p99")
    console.keyboard.press("Enter")
    expect(console.locator(".toast.refused")).to_contain_text("No unit is called “p99”.")


def test_09_question_mark_lists_keys_and_commands(console: Page) -> None:
    console.keyboard.press("?")
    expect(console.locator("#help")).to_contain_text("clear m12 resolved")
    assert not violations(console)
    console.keyboard.press("Escape")
    expect(console.locator("#help")).not_to_be_visible()


def test_10_axe_finds_nothing(open_as: OpenAs, taker: Person) -> None:
    incident, number = new_call(taker, "axe lane", language="es")
    page = open_as("r-okafor", f"/dispatch/#{incident}")
    expect(page.locator("#part-options .option").first).to_be_visible()
    assert not violations_by_day_and_night(page)


def test_11_a_lost_line_says_so_and_what_was_missed_comes_after(console: Page, taker: Person, open_as: OpenAs) -> None:
    console.context.set_offline(True)
    expect(console.locator("#line-state")).not_to_have_attribute("data-state", "live")
    incident, _ = new_call(taker, "while the line was down")
    console.context.set_offline(False)
    expect(console.locator(f'a[data-incident="{incident}"]')).to_be_visible(timeout=30_000)
    expect(console.locator("#line-state")).to_have_attribute("data-state", "live", timeout=30_000)


def test_12_two_tabs_share_one_stream(console: Page, served: Server) -> None:
    second = console.context.new_page()
    second.goto("/dispatch/")
    expect(second.locator("#line-state")).to_have_attribute("data-state", "live")
    assert Person(served, "e-adeyemi").get("/health").json()["readers"] <= 1


def test_13_spanish(open_as: OpenAs) -> None:
    page = open_as("r-okafor", "/dispatch/", locale="es-US")
    expect(page.locator("#group-waiting h2")).to_contain_text("En espera")
    expect(page.locator("#unit-title")).to_contain_text("Unidades")


def test_14_words_are_never_markup(console: Page, taker: Person) -> None:
    incident, _ = new_call(taker, "<img src=x onerror=alert(1)> lane")
    expect(console.locator(f'a[data-incident="{incident}"]')).to_contain_text("<img src=x onerror=alert(1)> lane")
    assert console.locator("#queue img").count() == 0


def test_15_a_call_for_help_is_an_alarm_until_somebody_has_it(console: Page, served: Server) -> None:
    Person(served, "p-lowe").ask("AskHelp", unit="m12")
    alarm = console.locator("#alarm-list li", has_text="M12 asks for help")
    expect(alarm).to_be_visible()
    expect(console.locator("#unit-list li").first).to_contain_text("HELP ASKED")
    assert not violations(console)
    alarm.get_by_role("button", name="I have it").click()
    expect(alarm).to_have_count(0)
    expect(console.locator("#unit-list li", has_text="M12").first).not_to_contain_text("HELP ASKED")


def test_16_a_note_half_written_is_not_replaced(console: Page, taker: Person) -> None:
    incident, number = new_call(taker, "note lane")
    say(console, f"open {number}")
    console.fill("#note", "He is on the porch")
    taker.ask("AddDetails", incident=incident, language="es")
    expect(console.locator("#part-need")).to_contain_text("Spanish")
    expect(console.locator("#note")).to_have_value("He is on the porch")
    console.click("#part-work >> text=Write the note")
    expect(console.locator("#part-timeline")).to_contain_text("He is on the porch")


def test_17_a_phone_sees_the_queue_without_sideways_scrolling(open_as: OpenAs) -> None:
    page = open_as("r-okafor", "/dispatch/", viewport={"width": 390, "height": 844})
    expect(page.locator("#group-waiting")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_18_a_weapon_nobody_knows_about_is_asked_about_again_from_the_alarm(console: Page, taker: Person) -> None:
    incident, number = calm_call(taker, "the porch with the blue light")
    say(console, f"assign c204 {number}")
    say(console, f"open {number}")
    expect(console.locator("#alarm-list")).to_contain_text("ask again")
    notice = console.locator("#part-need .ask-again")
    notice.get_by_role("button", name="Still unknown").click()
    expect(notice).to_have_count(0)
    assert taker.board()["incidents"][incident]["weapons"][-1]["state"] == "unknown"


def test_19_a_call_is_kept_for_later_and_brought_back_by_undo(console: Page, taker: Person) -> None:
    incident, number = calm_call(taker, "later at the library steps")
    say(console, f"later {number} +90")
    expect(console.locator("#queue-list")).to_contain_text("Scheduled")
    assert taker.board()["incidents"][incident]["status"] == "scheduled"
    console.get_by_role("button", name="Undo").first.click()
    expect(console.locator(".toast").first).to_contain_text("open")
    assert taker.board()["incidents"][incident]["status"] == "open"
    say(console, f"later {number} noonish")
    expect(console.locator(".toast", has_text="is not a time")).to_be_visible()


def test_20_a_hazard_is_recorded_where_one_works_and_withdrawn(console: Page, taker: Person) -> None:
    _, number = new_call(taker, "the yard with the dog", spot=[40.7581, -111.8989])
    say(console, f"open {number}")
    console.locator("#part-safety summary").click()
    form = console.locator("#part-safety form[data-ask=RecordHazard]")
    form.locator("[name=code]").select_option("dog")
    form.get_by_role("button", name="Record").click()
    expect(console.locator(".toast").first).to_contain_text("Hazard recorded")
    expect(console.locator("#part-need")).to_contain_text("Dog")
    console.locator("#part-safety").get_by_role("button", name="Withdraw").click()
    expect(console.locator("#part-need")).not_to_contain_text("Dog")


def test_21_a_time_is_the_area_s_clock_wherever_the_browser_is_set_to(open_as: OpenAs, taker: Person) -> None:
    page = open_as("r-okafor", "/dispatch/", timezone_id="Asia/Tokyo")
    expect(page.locator("#line-state")).to_have_attribute("data-state", "live")
    incident, number = calm_call(taker, "later by the fountain")
    say(page, f"later {number} 15:30 appo")
    row = page.locator(f"#group-scheduled [data-incident='{incident}']")
    expect(row.locator("time").first).to_have_text("15:30")
    row.click()
    expect(page.locator("#panel")).to_contain_text("appointment")
    page.get_by_text("Level, police, later, cancel").click()
    page.locator("#part-work [name=until]").fill(page.evaluate("new Date(Date.now() + 3 * 86400000).toISOString().slice(0, 10) + 'T09:15'"))
    page.get_by_role("button", name="Keep for later").click()
    expect(row.locator("time").first).to_have_text("09:15")
    page.get_by_role("button", name="Bring back now").click()
    expect(page.locator(f"#group-waiting [data-incident='{incident}']")).to_be_visible()


def test_22_each_undo_takes_back_what_its_own_sentence_says(console: Page, taker: Person) -> None:
    first, number = calm_call(taker, "undo at the north door")
    second, other = calm_call(taker, "undo at the south door")
    say(console, f"later {number} +90")
    expect(console.locator(".toast", has_text=f"{number} kept for later")).to_be_visible()
    say(console, f"later {other} +90")
    newest = console.locator(".toast", has_text=f"{other} kept for later")
    expect(newest.locator("kbd")).to_have_text("u")
    older = console.locator(".toast", has_text=f"{number} kept for later")
    expect(older.locator("kbd")).to_have_count(0)
    older.get_by_role("button", name="Undo").click()
    expect(console.locator(f"#group-waiting [data-incident='{first}']")).to_be_visible()
    rows = taker.board()["incidents"]
    assert (rows[first]["status"], rows[second]["status"]) == ("open", "scheduled")
