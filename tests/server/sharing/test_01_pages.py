"""What a role would see and why, on a page, on paper and on the command line; every word of it in two languages."""

import ast
import re
from html import unescape
from pathlib import Path

import pytest

from alongside.core.sharing.terms import AGES, BASES, CONSENTS, PURPOSES, REASONS, TIES
from alongside.library.sharing.load import load_sharing
from alongside.server.sharing.cli import main
from alongside.server.site import sharing_words as words
from alongside.server.site.catalogue import read_po
from alongside.server.site.sentences_withheld import WITHHELD
from tests.server.running import Person, Server

SOURCE = Path(__file__).parents[3] / "src/alongside"
LOCALE = SOURCE / "server/locale/es/LC_MESSAGES"
SHARING = load_sharing()


@pytest.fixture(scope="module")
def lead(server: Server) -> Person:
    """M. Lindqvist, supervisor."""
    return Person(server, "m-lindqvist")


def text_of(person: Person, path: str) -> str:
    found = person.get(path)
    assert found.status_code == 200
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.text)))


def test_01_an_officer_sent_sees_the_slice_and_reads_why_not_the_rest(lead: Person) -> None:
    text = text_of(lead, "/sharing/?role=officer&tie=assigned&purpose=response")
    assert "What calms" in text
    assert "serious and imminent threat, 45 CFR 164.512(j)" in text
    assert "law enforcement never sees this" in text


def test_02_without_a_tie_the_page_says_which_would_be_needed(lead: Person) -> None:
    text = text_of(lead, "/sharing/?role=officer&purpose=response")
    assert "nothing ties you to this person now" in text
    assert "Would be needed, one of : aboard a unit that works on the incident" in text.replace("one of:", "one of :")


def test_03_what_nobody_offers_counts_as_the_careful_choice(lead: Person) -> None:
    text = text_of(lead, "/sharing/?role=emperor&tie=everything&consent=maybe&age=x&ended=never")
    assert "What would this role see, and why?" in text
    assert "nothing ties you to this person now" in text


def test_04_the_matrix_holds_every_role_class_and_rule(lead: Person) -> None:
    text = text_of(lead, "/sharing/matrix")
    assert [label for label in (one["en"] for one in SHARING.fields.class_labels.values()) if label not in text] == []
    assert [one for one in words.ROLE.values() if one not in text] == []
    assert lead.get("/sharing/matrix").text.count("<li value=") == len(SHARING.grants)


def test_05_in_spanish_nothing_is_left_in_english(lead: Person) -> None:
    lead.form("/language", language="es", next="/")
    try:
        text = text_of(lead, "/sharing/?role=officer&tie=assigned")
        assert "¿Qué vería esta función, y por qué?" in text
        assert "Withheld" not in text + text_of(lead, "/sharing/matrix")
    finally:
        lead.form("/language", language="en", next="/")


def test_06_only_supervisor_privacy_officer_and_administrator_open_it(server: Server) -> None:
    for staff in ("j-diaz", "d-whitehorse", "n-castellanos", "l-moreau"):
        assert Person(server, staff).get("/sharing/").status_code == 403


def test_07_every_code_has_words_and_all_words_are_there_in_spanish() -> None:
    spanish = {key for path in LOCALE.glob("*.po") for key in read_po(path)}
    tables = (words.TIE, words.PURPOSE, words.CONSENT, words.AGE, words.BASIS, words.ROLE, WITHHELD)
    for table, codes in zip(tables, (TIES, PURPOSES, CONSENTS, AGES, BASES, SHARING.rules.roles, REASONS), strict=True):
        assert set(table) == set(codes)
    found = {text for table in tables for text in table.values()}
    for path in (SOURCE / "server/sharing").rglob("*.html"):
        found |= set(re.findall(r"{% translate [\"']([^\"']+)[\"']", path.read_text()))
    for path in (SOURCE / "server/sharing").glob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call) and ast.unparse(node.func) == "_"]
        found |= {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}
    assert sorted(found - spanish) == []


def test_08_every_field_that_a_page_sends_to_the_vault_has_a_class() -> None:
    web = SOURCE.parents[1] / "web/src"
    sent = set()
    for path in SOURCE.rglob("*.html"):
        sent |= set(re.findall(r'<(?:input|textarea)[^>]*?name="(\w+)"[^>]*?\bdata-text', path.read_text()))
    for path in web.rglob("*.ts"):
        sent |= set(re.findall(r'addWords\("(\w+)"', path.read_text())) | set(re.findall(r"{ (\w+_note): ", path.read_text()))
    assert {"note", "message", "reason", "said_by", "follow_up_note"} <= sent
    assert sorted(sent - set(SHARING.rules.fields)) == []


def test_09_a_field_without_a_class_is_refused_with_a_sentence(server: Server, call_taker: Person) -> None:
    status, answer = call_taker.ask("TakeCall", origin="call_911", texts={"horoscope": "Virgo"})
    assert (status, answer["code"]) == (409, "field_unknown")
    assert "horoscope" in answer["sentence"]
    assert "Virgo" not in str(answer)


def test_10_the_command_line_checks_and_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "california: rules" in capsys.readouterr().out
    assert main(["explain", "officer", "--tie", "was_sent", "--ended-minutes-ago", "120"]) == 0
    assert re.search(r"threat\s+withheld  this was for the live incident, and that is over. \[slice\]", capsys.readouterr().out)
    assert main(["explain", "officer", "--tie", "was_sent", "--ended-minutes-ago", "119"]) == 0
    assert re.search(r"threat\s+shown     164.512\(j\) \[slice\]", capsys.readouterr().out)
