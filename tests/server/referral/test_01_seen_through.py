"""A referral over the real server: several asked without a name, one agrees and learns it, seen closes it; whoever has no account
answers by link and PIN."""

import csv
import io
import re
from html import unescape

import pytest

from tests.server.referral.sent import HARBOR, NAME, NOTE, PHONE, Sent
from tests.server.running import Person, Server


@pytest.fixture(scope="module")
def sent(server: Server) -> Sent:
    return Sent(server)


@pytest.fixture(scope="module")
def harbor(server: Server) -> Person:
    """K. Brandt of Harbor House."""
    return Person(server, "k-brandt")


@pytest.fixture(scope="module")
def other(sent: Sent) -> tuple[str, str]:
    """(organization, service) of one without an account, from the directory."""
    page = sent.manager.get(f"/referrals/new/{sent.episode}?need=food").text
    found = re.search(r'value="([\w-]{36})" data-partner="([\w-]{36})"', page)
    assert found
    return found[2], found[1]


@pytest.fixture(scope="module")
def referral(sent: Sent, other: tuple[str, str]) -> str:
    sent.consent(HARBOR, other[0])
    return sent.send(HARBOR, other[0], services=("s-harbor", other[1]))


def part(person: Person, path: str) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def test_01_nobody_is_sent_on_before_they_agreed_to_it(sent: Sent) -> None:
    page = part(sent.manager, f"/referrals/new/{sent.episode}?need=shelter")
    assert "the person has not agreed yet" in page
    told = {"episode": sent.episode, "need": "shelter", "partners": [HARBOR], "services": ["s"]}
    status, answer = sent.manager.ask("MakeReferral", **told)
    assert (status, answer["code"]) == (409, "referral_needs_consent")
    assert sent.manager.get("/referrals/new/nobody").status_code == 404


def test_02_several_are_asked_and_none_learns_a_name(sent: Sent, harbor: Person, referral: str) -> None:
    page = part(harbor, "/referred/")
    assert f"ask-{referral}.1" in page
    assert "We take the person on" in page
    assert f"{referral}.2" not in page
    assert [word in page for word in (NAME, PHONE, NOTE, sent.episode, sent.person)] == [False] * 5
    told = part(sent.manager, "/referrals/")
    assert "Harbor House" in told
    assert "Open Table" in told
    again = part(sent.manager, f"/referrals/new/{sent.episode}?for={referral}")
    assert re.search(r"<input[^>]*data-partner=.harbor-house.[^>]* disabled>", again)
    assert "asked already, no answer yet" in again
    assert sent.manager.get("/referred/").status_code == 403
    for path in ("/referrals/", f"/referrals/{referral}", f"/referrals/new/{sent.episode}", "/follow-up/", "/directory/"):
        assert harbor.get(path).status_code == 403, path


def test_03_without_an_account_a_link_and_a_pin_answer_and_opening_answers_nothing(server: Server, sent: Sent, referral: str) -> None:
    form = {"purpose": "referral", "about": f"{referral}.2", "episode": sent.episode, "back": f"/referrals/{referral}"}
    made = sent.manager.form("/invitations/make", **form)
    path = re.search(r"https?://[^/]+(/answer/[\w-]+)", made.text)
    pin = re.search(r'id="pin">([\d ]+)<', made.text)
    assert path
    assert pin
    guest, secret = Person(server), pin[1].replace(" ", "")
    guest.get(path[1])
    assert "Waiting for an answer" in part(sent.manager, "/referrals/")
    shown = guest.form(path[1], pin=secret).text
    assert "Can you take this person on?" in shown
    assert NAME not in shown
    said = {"step": "answer", "said_by": "R. Field", "said_role": "kitchen lead", "pin": secret}
    line = guest.form(path[1], **said, answer="waitlist").text
    assert NAME not in line
    guest.form(path[1], **said, answer="decline", reason="full")
    assert "Full" in part(sent.manager, f"/referrals/{referral}")


def test_04_whoever_agrees_learns_who_it_is_and_the_reading_is_on_the_persons_list(sent: Sent, harbor: Person, referral: str) -> None:
    assert harbor.ask("ConfirmSeen", ask=f"{referral}.1")[1]["code"] == "referral_not_agreed"
    assert harbor.ask("AgreeToReferral", ask=f"{referral}.1")[0] == 200
    page = part(harbor, "/referred/")
    assert [word in page for word in (NAME, PHONE, NOTE)] == [True] * 3
    assert harbor.ask("AgreeToReferral", ask=f"{referral}.2")[1]["code"] == "not_yours"
    stranger = Person(sent.server, "d-whitehorse")
    assert stranger.get(f"/referrals/{referral}").status_code == 403


def test_05_a_consent_taken_back_closes_the_name_at_once_and_given_again_opens_it(sent: Sent, harbor: Person) -> None:
    page = sent.manager.get(f"/person/{sent.person}/consent").text
    consent = re.search(r'"consent": ?"([\w-]+)"|consent&quot;: ?&quot;([\w-]+)', page)
    assert consent, page[:2000]
    assert sent.manager.ask("WithdrawConsent", person=sent.person, consent=consent[1] or consent[2])[0] == 200
    assert NAME not in part(harbor, "/referred/")
    sent.consent(HARBOR)
    assert NAME in part(harbor, "/referred/")


def test_06_closed_means_seen_and_the_sender_does_not_say_so(sent: Sent, harbor: Person, referral: str) -> None:
    said = {"ask": f"{referral}.1", "by_phone": True, "read_back": True}
    texts = {"said_by": "K. Brandt", "said_role": "case manager", "said_number": "801-555-0142"}
    assert sent.manager.ask("ConfirmSeen", **said, texts=texts)[1]["code"] == "referral_own_word"
    assert harbor.ask("ConfirmSeen", ask=f"{referral}.1")[0] == 200
    page = part(sent.manager, f"/referrals/{referral}")
    assert "Seen" in page
    assert NAME not in part(harbor, "/referred/")
    report = part(sent.manager, "/referrals/").split('id="unanswered"')[1].split("</section>")[0]
    assert re.search(r"Harbor House[^<]*</strong></td><td[^>]*>\d+</td>", report)


def test_07_the_call_s_timeline_says_nothing_of_it(sent: Sent, referral: str) -> None:
    page = Person(sent.server, "r-okafor").get(f"/dispatch/incident/{sent.scene.incident}").text
    story = part(sent.manager, f"/follow-up/{sent.episode}")
    assert "sent on to a service; " not in page + story
    assert "Harbor House" not in page


def test_08_it_goes_out_as_fhir_without_a_word_about_the_person(sent: Sent, harbor: Person, referral: str) -> None:
    answer = sent.manager.get(f"/referrals/{referral}/fhir.json")
    assert answer.headers["content-type"] == "application/fhir+json"
    whole, *tasks = (one["resource"] for one in answer.json()["entry"])
    assert (whole["resourceType"], whole["status"], whole["intent"], whole["priority"]) == (
        "ServiceRequest",
        "completed",
        "order",
        "routine",
    )
    assert whole["category"][0]["coding"][0]["code"] == "homelessness"
    assert [(one["status"], one.get("statusReason", {}).get("text")) for one in tasks] == [("completed", None), ("rejected", "Full")]
    assert {one["focus"]["reference"] for one in tasks} == {f"ServiceRequest/{referral}"}
    assert [word in answer.text for word in (NAME, PHONE, NOTE)] == [False] * 3
    assert harbor.get(f"/referrals/{referral}/fhir.json").status_code == 403
    assert sent.manager.get("/referrals/nothing/fhir.json").status_code == 404


def test_09_who_leaves_us_without_an_answer_is_kept_as_a_table(sent: Sent, harbor: Person) -> None:
    answer = sent.manager.get("/referrals/unanswered.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    report = part(sent.manager, "/referrals/").split('id="unanswered"')[1].split("</section>")[0]
    shown = re.findall(r"<tr[^>]*><td[^>]*><strong>([^<]+)</strong></td>" + r"<td[^>]*>(\d+)</td>" * 6, report)
    columns = ("organization", "asked", "overdue", "waiting", "never_answered", "agreed", "seen")
    assert [tuple(row.values()) for row in csv.DictReader(io.StringIO(answer.text))] == [tuple(map(unescape, row)) for row in shown]
    assert answer.text.splitlines()[0] == ",".join(columns)
    assert any("Harbor House" in row[0] and int(row[6]) >= 1 for row in shown)
    assert harbor.get("/referrals/unanswered.csv").status_code == 403
