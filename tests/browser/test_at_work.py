"""What an evening at the desk wears out: keys pressed too fast, rows that move, facts nobody chose, the way back to a call."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenAs
from tests.browser.test_console import calm_call, new_call, say
from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture
def taker(served: Server) -> Person:
    return Person(served, "j-diaz")


@pytest.fixture
def intake(open_as: OpenAs) -> Page:
    page = open_as("j-diaz", "/intake/new")
    expect(page.locator("#question h2")).to_be_visible()
    return page


@pytest.fixture
def console(open_as: OpenAs) -> Iterator[Page]:
    page = open_as("r-okafor", "/dispatch/")
    expect(page.locator("#line-state")).to_have_attribute("data-state", "live")
    return page


def top(found: Locator) -> float:
    box = found.bounding_box()
    assert box is not None
    return box["y"]


def foot(found: Locator) -> float:
    box = found.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def at_once(page: Page, *keys: str) -> None:
    """Keys faster than any answer of the server, on however busy a machine; “again” is a key that repeats by itself."""
    for_each = "keys => keys.forEach(key => document.dispatchEvent(new KeyboardEvent('keydown', { key: key[0], repeat: key.length > 1 })))"
    page.evaluate(for_each, list(keys))


def open_call(console: Page, number: int) -> None:
    say(console, f"open {number}")
    expect(console.locator("#panel h2")).to_contain_text(str(number))
    expect(console.locator("#part-options .option").first).to_be_visible()
    console.keyboard.press("Escape")
    console.locator("#panel h2").focus()


def test_01_a_key_before_the_next_question_stands_changes_no_answer(intake: Page) -> None:
    first = intake.locator("#question h2").inner_text()
    at_once(intake, "n", "a")
    expect(intake.locator("#question h2")).not_to_have_text(first)
    expect(intake.locator("#asked li")).to_have_count(1)
    expect(intake.locator("#asked")).to_contain_text("Nobody")
    expect(intake.locator("#asked")).to_contain_text(first[:20])


def test_02_a_key_kept_pressed_answers_one_question(intake: Page) -> None:
    first = intake.locator("#question h2").inner_text()
    intake.keyboard.down(" ")
    expect(intake.locator("#question h2")).not_to_have_text(first)
    second = intake.locator("#question h2").inner_text()
    intake.keyboard.down(" ")
    intake.keyboard.up(" ")
    expect(intake.locator("#save-state")).to_have_text("saved")
    expect(intake.locator("#question h2")).to_have_text(second)
    expect(intake.locator("#asked li")).to_have_count(1)


def test_03_a_stray_click_records_no_weapon_and_no_sign(intake: Page) -> None:
    for form in ("#weapon-form", "#flag-form"):
        intake.locator(form).get_by_role("button", name="Record").click()
        expect(intake.locator(f"{form} select:invalid").first).to_be_focused()
    expect(intake.locator("#save-state")).to_have_text("not on the board yet")


def test_04_places_that_are_found_push_nothing(intake: Page) -> None:
    before = top(intake.locator("#summary")), top(intake.locator("#question h2"))
    intake.fill("#place", "900 W 400 S")
    expect(intake.locator("#candidates button").first).to_be_visible()
    assert (top(intake.locator("#summary")), top(intake.locator("#question h2"))) == before
    intake.press("#place", "Enter")
    expect(intake.locator("#place-chosen")).to_contain_text("On the map: 400 S, 900 W")
    assert (top(intake.locator("#summary")), top(intake.locator("#question h2"))) == before


def test_05_a_call_just_sent_is_one_key_away(intake: Page) -> None:
    intake.fill("#summary", "shouting at cars, no place yet")
    intake.keyboard.press("Control+Enter")
    expect(intake.locator("#sent-before")).to_contain_text("Back to")
    intake.keyboard.press("0")
    expect(intake.locator("#summary")).to_have_value("shouting at cars, no place yet")


def test_06_a_digit_kept_pressed_or_pressed_twice_sends_one_unit(console: Page, taker: Person) -> None:
    incident, number = new_call(taker, "two fingers lane")
    open_call(console, number)
    at_once(console, "1", "1")
    expect(console.locator("#part-options h3")).to_contain_text("More help")
    expect(console.locator(".toast.refused")).to_have_count(0)
    at_once(console, "1 again")  # by now another unit stands first
    console.keyboard.press("u")
    expect(console.locator(f'#group-waiting a[data-incident="{incident}"]')).to_be_visible()
    assert len(taker.board()["incidents"][incident]["assignments"]) == 1


def test_07_units_keep_their_place_and_are_all_in_sight(console: Page, taker: Person) -> None:
    signs = console.locator("#unit-list .unit-head strong")
    expect(signs.filter(has_text="C204")).to_be_visible()
    before = signs.all_inner_texts()
    _, number = new_call(taker, "where is everybody")
    say(console, f"assign c204 {number}")
    expect(console.locator("#unit-list li", has_text="C204")).to_contain_text(str(number))
    assert signs.all_inner_texts() == before
    assert console.locator("#unit-list").evaluate("list => list.scrollHeight <= list.clientHeight")


def test_08_what_is_taken_back_is_recommended_anew(console: Page, taker: Person) -> None:
    _, number = new_call(taker, "taken back at the gate")
    open_call(console, number)
    console.keyboard.press("1")
    expect(console.locator("#part-options h3")).to_contain_text("More help")
    console.keyboard.press("u")
    expect(console.locator("#part-options h3")).to_have_text("Recommended")
    expect(console.locator("#part-options .option-send.main")).to_have_count(1)


def test_09_an_alarm_moves_no_row_and_news_covers_none(console: Page, served: Server, taker: Person) -> None:
    incident, _ = new_call(taker, "steady under the hand")
    row = console.locator(f'#group-waiting a[data-incident="{incident}"]')
    row.hover()
    before = top(row)
    Person(served, "p-lowe").ask("AskHelp", unit="m12")
    alarm = console.locator("#alarm-list li", has_text="M12 asks for help")
    expect(alarm).to_be_visible()
    assert top(row) == before
    new_call(taker, "waits at the edge")
    news = console.locator("#queue-news")
    expect(news).to_be_visible()
    assert foot(news) <= foot(console.locator("#group-waiting h2")) + 1
    alarm.get_by_role("button", name="I have it").click()
    expect(alarm).to_have_count(0)


def test_10_who_is_responsible_is_said_and_a_place_nobody_knows_is_said_once(console: Page, taker: Person) -> None:
    incident, number = calm_call(taker, "by a road with no name", spot=None)
    open_call(console, number)
    expect(console.locator(f'a[data-incident="{incident}"]')).to_contain_text("Responsible: Call-taker 1")
    assert console.locator("#part-options").inner_text().count("not known yet") == 1


def test_11_nothing_is_preset_that_somebody_must_know(console: Page, taker: Person) -> None:
    _, number = calm_call(taker, "presets court")
    open_call(console, number)
    console.get_by_text("Level, police, later, cancel").click()
    console.locator("#part-work").get_by_role("button", name="Cancel incident").click()
    expect(console.locator("#part-work form[data-ask=CancelIncident] select")).to_be_focused()
    console.locator("#part-safety summary").click()
    console.locator("#part-safety form[data-ask=ReportWeapon] button").click()
    expect(console.locator("#part-safety form[data-ask=ReportWeapon] select").first).to_be_focused()
    expect(console.locator("#part-head")).not_to_contain_text("Cancelled")


def test_12_after_a_deed_the_keyboard_is_where_it_was_and_on_no_other_deed(console: Page, taker: Person) -> None:
    _, number = new_call(taker, "by keyboard alone")
    say(console, f"assign a21 {number}")
    open_call(console, number)
    taken = console.locator("#part-assignments").get_by_role("button", name="Acknowledged")
    taken.focus()
    console.keyboard.press("Enter")
    expect(taken).to_have_count(0)
    expect(console.locator("#part-assignments h3")).to_be_focused()
    say(console, "clear a21 none")


def test_13_a_crew_that_is_there_has_the_map_put_away_and_each_wish_once(open_as: OpenAs, served: Server) -> None:
    scene = Scene(served, Person(served, "p-lowe"), "m12", "enroute")
    page = open_as("p-lowe", "/field/", viewport={"width": 390, "height": 844})
    expect(page.locator(".street-map")).to_be_visible()
    scene.status("on_scene")
    expect(page.locator(".street-map")).to_be_hidden()
    page.locator("#d-map summary").click()
    expect(page.locator(".street-map")).to_be_visible()
    scene.status("with_person")
    scene.finish()


def test_14_the_roster_says_languages_in_words(served: Server) -> None:
    page = Person(served, "m-lindqvist").get("/roster/").text
    assert "Spanish, Japanese, Portuguese" in page
    assert "en, es" not in page


def test_15_the_second_tap_of_a_shaking_thumb_takes_no_further_step(open_as: OpenAs, served: Server) -> None:
    scene = Scene(served, Person(served, "p-lowe"), "m12")
    page = open_as("p-lowe", "/field/", viewport={"width": 390, "height": 844})
    page.locator(".steps button.main", has_text="Acknowledge").click()
    step = page.locator(".steps button.main", has_text="On the way")
    step.hover()
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    assert step.is_enabled()
    scene.status("enroute")
    scene.status("on_scene")
    scene.status("with_person")
    scene.finish()


def test_16_what_is_chosen_and_not_recorded_yet_outlives_what_comes_in(console: Page, taker: Person) -> None:
    incident, number = calm_call(taker, "half chosen street")
    open_call(console, number)
    console.locator("#part-people summary", has_text="What came of it").click()
    chosen = console.locator("#part-people select[name=disposition]")
    chosen.select_option("referred")
    chosen.blur()
    taker.ask("AddPerson", incident=incident, minor=False)
    expect(console.locator("#part-people .person")).to_have_count(2)
    expect(chosen.first).to_have_value("referred")


def test_17_an_answer_that_stands_is_corrected_however_long_the_server_takes(intake: Page) -> None:
    intake.route("**/intake/triage", lambda route: None)
    answers = intake.locator("#question .answer")
    answers.nth(0).click()
    expect(answers.nth(0)).to_have_attribute("aria-pressed", "true")
    at_once(intake, " ")
    answers.nth(1).click()
    expect(answers.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(intake.locator("#question .answer[aria-pressed=true]")).to_have_count(1)
    intake.unroute_all(behavior="ignoreErrors")
