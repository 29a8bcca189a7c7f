"""A link and a spoken PIN over the real server: opening answers nothing, every link looks alike, five wrong PINs shut it."""

import re

import httpx
import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

NOTE = "canary-2b7d sleeps badly since spring"
UNKNOWN = "x" * 43


class Sent:
    """M12 is with somebody; a chair at Wasatch is asked for, and dispatch makes a link for it."""

    def __init__(self, server: Server) -> None:
        self.server, self.crew = server, Person(server, "p-lowe")
        self.scene = Scene(server, self.crew, "m12", upto="with_person")
        told = self.scene.must("ReservePlace", episode=self.scene.episode, facility="wasatch-receiving", service="chair_23h")
        self.reservation = str(told["ids"]["reservation"])
        self.path, self.pin = "", ""

    def make(self, who: Person | None = None, **fields: str) -> httpx.Response:
        """A link from whoever asks; the page that says it once."""
        told = {"purpose": "reservation", "about": self.reservation, "episode": self.scene.episode, "back": "/field/"}
        page = (who or self.crew).form("/invitations/make", **{**told, **fields})
        if page.status_code == 200:
            self.path = re.search(r"https?://[^/]+(/answer/[\w-]+)", page.text)[1]  # type: ignore[index]
            self.pin = re.search(r'id="pin">([\d ]+)<', page.text)[1]  # type: ignore[index]
        return page

    def wrong(self) -> str:
        """A PIN of the right length that is not theirs."""
        digits = self.pin.replace(" ", "")
        return f"{(int(digits) + 1) % 1_000_000:06}"

    def status(self) -> str:
        """How the place's own page shows the request."""
        page = Person(self.server, "n-castellanos").get("/places/wasatch-receiving").text
        return "agreed" if "You agreed" in _card(page, self.reservation) else "asked"


def _card(page: str, reservation: str) -> str:
    found = re.search(rf'id="coming-{reservation}".*?</article>', page, re.DOTALL)
    return found[0] if found else ""


def same(page: str) -> str:
    """Without what differs with every answer: the form's own secret, the nonce, the time."""
    page = re.sub(r'(csrfmiddlewaretoken" value=|csrf-token" content=|nonce=|name="next" value=)"[^"]*"', r"\1", page)
    return re.sub(r'data-now="\d+"', "", page)


@pytest.fixture(scope="module")
def sent(server: Server) -> Sent:
    return Sent(server)


@pytest.fixture(scope="module")
def guest(server: Server) -> Person:
    """Somebody without an account, at a browser of their own."""
    return Person(server)


def test_01_link_and_pin_are_shown_once_and_kept_nowhere(sent: Sent) -> None:
    page = sent.make()
    assert (page.status_code, len(sent.path.removeprefix("/answer/")), len(sent.pin)) == (200, 43, 7)
    assert "no-store" in page.headers["cache-control"]
    token, pin = sent.path.removeprefix("/answer/"), sent.pin.replace(" ", "")
    kept = b"".join(path.read_bytes() for path in sent.server.data.rglob("*") if path.is_file() and path.suffix in (".sqlite3", ".log"))
    wal = b"".join(path.read_bytes() for path in sent.server.data.rglob("*-wal"))
    assert token.encode() not in kept + wal
    assert f'"{pin}"'.encode() not in kept + wal
    assert Person(sent.server, "e-adeyemi").form("/invitations/make").status_code == 403  # an evaluator sends none
    assert sent.make(Person(sent.server, "n-castellanos"), about="no-such").status_code == 409


def test_02_opening_answers_nothing_and_every_link_looks_alike(sent: Sent, guest: Person) -> None:
    before = sent.status()
    pages = [guest.get(path) for path in (sent.path, f"/answer/{UNKNOWN}", "/answer/short")]
    pages.append(Person(sent.server, "j-diaz").get(sent.path))
    assert [one.status_code for one in pages] == [200] * 4
    assert len({same(one.text) for one in pages}) == 1
    assert guest.client.head(sent.path).status_code == 200
    assert guest.client.put(sent.path).status_code in (405, 403)
    assert sent.status() == before
    assert "noindex" in pages[0].headers["x-robots-tag"]
    assert "no-store" in pages[0].headers["cache-control"]


def test_03_a_wrong_pin_and_an_unknown_link_are_one_answer(sent: Sent, guest: Person) -> None:
    pages = [guest.form(path, step="look", pin=pin) for path, pin in ((sent.path, sent.wrong()), (f"/answer/{UNKNOWN}", "123456"))]
    pages.append(guest.form(sent.path, step="answer", pin=sent.wrong(), answer="agree", said_by="x", said_role="y"))
    assert len({same(one.text) for one in pages}) == 1
    assert "The PIN does not fit" in pages[0].text
    assert sent.status() == "asked"


def test_04_the_pin_shows_what_was_sent_and_signs_the_answer(sent: Sent, guest: Person) -> None:
    page = guest.form(sent.path, step="look", pin=sent.pin)
    assert "Agree to receive" in page.text
    assert sent.status() == "asked"  # looking answers nothing
    done = guest.form(sent.path, step="answer", pin=sent.pin, answer="agree", said_by="Invented Nurse", said_role="charge nurse")
    assert "You agreed" in done.text
    assert sent.status() == "agreed"
    again = guest.form(sent.path, step="answer", pin=sent.pin, answer="agree", said_by="Invented Nurse", said_role="charge nurse")
    assert again.status_code == 200  # said twice is said once
    assert sent.status() == "agreed"


def test_05_five_wrong_pins_shut_it_and_the_desk_is_told(sent: Sent, guest: Person) -> None:
    sent.make()
    path, pin = sent.path, sent.pin
    for _ in range(5):
        guest.form(path, step="look", pin=sent.wrong())
    shut = guest.form(path, step="look", pin=pin)
    assert "The PIN does not fit" in shut.text
    alarms = [one for one in sent.scene.dispatcher.board()["alarms"] if one["kind"] == "invitation_locked"]
    assert [one["incident"] for one in alarms] == [sent.scene.incident]
    assert "Wasatch" in alarms[0]["sentence"]
    sent.make()
    assert "invitation_locked" not in {one["kind"] for one in sent.scene.dispatcher.board()["alarms"]}
    assert sent.crew.ask("RevokeInvitation", invitation="no-such")[0] in (403, 409)


def test_06_a_no_keeps_what_was_sent_for_the_next_place(sent: Sent, guest: Person) -> None:
    sent.make()
    page = guest.form(sent.path, step="answer", pin=sent.pin, answer="decline", reason="full", said_by="Invented Nurse", said_role="nurse")
    assert "nothing more to answer" in page.text
    told = sent.scene.must("ReservePlace", episode=sent.scene.episode, facility="wasatch-receiving", service="chair_23h")
    assert told["granted"]
    assert "answered by link" in Person(sent.server, "r-okafor").get(f"/dispatch/incident/{sent.scene.incident}").text


def test_07_nobody_tries_faster_than_by_hand(sent: Sent, guest: Person) -> None:
    answers = [guest.form(f"/answer/{UNKNOWN}", step="look", pin="1").text for _ in range(41)]
    assert "Too many tries" in answers[-1]
    assert "Too many tries" not in answers[0]
    assert sent.make(about=_open(sent)).status_code == 200
    assert "Can you receive" in guest.form(sent.path, step="look", pin=sent.pin).text  # whoever has a link is kept from it by nobody
    sent.scene.must("TakeBackReservation", reservation=_open(sent))
    sent.scene.finish()


def _open(sent: Sent) -> str:
    page = sent.scene.dispatcher.get(f"/dispatch/incident/{sent.scene.incident}").text.replace("&quot;", '"')
    return re.findall(r'"reservation": ?"(\w+)"', page)[-1]
