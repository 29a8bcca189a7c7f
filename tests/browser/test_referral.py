"""Somebody is sent on: the person agrees, two services are asked, one without an account answers by link, the other names a time and
says that they were seen."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.referral.sent import NAME, NOTE, SHELTER, Sent
from tests.server.running import Server

LONG = 30_000


def send(page: Page, services: tuple[str, ...]) -> None:
    """Choose, let the person agree, send."""
    for service in services:
        page.locator(".pick", has_text=service).get_by_role("checkbox").check()
    page.get_by_role("button", name="Send", exact=True).click()  # not before they agreed
    expect(page.locator("#consent")).to_have_attribute("open", "")
    page.locator("[name=consent_name]").fill(NAME)
    page.locator("[name=consent_signature]").fill(NAME)
    page.get_by_role("button", name="Write the consent down").click()
    for service in services:
        expect(page.locator(".pick", has_text=service)).to_contain_text("the person agreed", timeout=LONG)
    page.locator("[name=referral_note]").fill(NOTE)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page).to_have_url(re.compile(r"/referrals/[0-9a-f]+$"), timeout=LONG)


def test_01_a_partner_answers_by_link_another_by_account_and_seen_closes_it(open_as: OpenAs, served: Server) -> None:
    sent = Sent(served)
    page = open_as("l-moreau", f"/follow-up/{sent.episode}")
    page.get_by_role("link", name="Send on to a service").click()
    page.get_by_label("What is needed").select_option(label="A bed tonight")
    page.get_by_role("button", name="Find services").click()
    send(page, (SHELTER, "Safe homes"))
    address = page.url
    lark = page.locator("#asks article", has_text="Lark Safe Homes")
    lark.get_by_text("They have no account").click()
    lark.get_by_role("button", name="Make a link").click()
    link, pin = page.get_by_text("/answer/").first.inner_text(), page.locator("#pin").inner_text()
    guest = open_as("k-brandt", "/referred/")  # whoever is signed in there answers as the service all the same
    expect(guest.locator("#to-answer")).to_contain_text(SHELTER)
    expect(guest.locator("main")).not_to_contain_text(NAME)
    door = open_as("d-whitehorse", re.search(r"/answer/[\w-]+", link)[0])  # type: ignore[index]
    door.locator("[name=pin]").first.fill(pin)
    door.locator("main button").first.click()
    expect(door.locator("main")).to_contain_text("Can you take this person on?")
    expect(door.locator("main")).not_to_contain_text(NAME)
    assert violations(door) == []
    door.get_by_text("Decline, because…").click()
    form = door.locator("form", has=door.locator("[name=answer][value=decline]"))
    form.locator("[name=reason]").select_option("full")
    for name, text in (("said_by", "R. Field"), ("said_role", "night lead"), ("pin", pin)):
        form.locator(f"[name={name}]").fill(text)
    form.get_by_role("button", name="Decline").click()
    expect(door.locator("main")).to_contain_text("There is nothing more to answer", timeout=LONG)
    guest.get_by_role("button", name="We take the person on").first.click()
    expect(guest.locator("#expected")).to_contain_text(NAME, timeout=LONG)
    expect(guest.locator("#expected")).to_contain_text(NOTE)
    assert violations(guest) == []
    guest.get_by_role("button", name="The person was seen here").first.click()
    expect(guest.locator("#expected")).not_to_contain_text(NAME, timeout=LONG)
    page.goto(address)
    expect(page.locator("#one-head")).to_contain_text("Seen")
    expect(lark).to_contain_text("Full")
    assert violations(page) == []


def test_02_the_directory_is_read_with_ears_and_on_a_phone(open_as: OpenAs) -> None:
    page = open_as("j-diaz", "/directory/?need=shelter", viewport={"width": 390, "height": 844})
    assert violations(page) == []
    page.get_by_role("link", name=SHELTER).click()
    expect(page.locator("#about")).to_contain_text("801-555-0142")
    assert violations(page) == []
