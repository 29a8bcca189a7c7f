"""A paper's photo over HTTP: sent, kept with its consent, shown to whom it may be shown, and to nobody else by any other way."""

from collections.abc import Iterator

import httpx
import pytest

from tests.server.attach.doing import PAPER, record, send
from tests.server.attach.papers import HERE, jpeg, pdf, png
from tests.server.running import Person, Server
from tests.server.scenes import Scene

KNOWN = "w-paper"
SIZE = 10_000_000


@pytest.fixture(scope="module")
def clinician(server: Server) -> Iterator[Person]:
    """P. Lowe, aboard M12, who is with somebody whose record they wrote."""
    person = Person(server, "p-lowe")
    scene = Scene(server, person, "m12", "with_person")
    scene.must("RecordPerson", person=KNOWN, episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})
    yield person
    scene.finish()


def test_01_kept_with_its_consent_it_comes_back_clean_and_no_browser_keeps_or_runs_it(clinician: Person) -> None:
    status, answer = record(clinician, KNOWN, "c-jpeg", jpeg())
    assert (status, answer["facts"][0]["kind"]) == (200, "ConsentRecorded")
    found = clinician.get(f"/person/{KNOWN}/consent/c-jpeg/scan")
    assert (found.status_code, found.headers["content-type"]) == (200, "image/jpeg")
    assert found.content.startswith(b"\xff\xd8\xff")
    assert HERE not in found.content
    told = {name: found.headers[name] for name in ("content-disposition", "cache-control", "x-content-type-options")}
    assert told == {
        "content-disposition": 'attachment; filename="consent.jpeg"', "cache-control": "no-store", "x-content-type-options": "nosniff",
    }  # fmt: skip
    assert "sandbox" in found.headers["content-security-policy"]
    assert "script-src" not in found.headers["content-security-policy"]


def test_02_the_list_offers_to_look_at_a_photo_and_to_download_a_pdf(clinician: Person) -> None:
    assert record(clinician, KNOWN, "c-pdf", pdf())[0] == 200
    text = clinician.get(f"/person/{KNOWN}/consent").text
    assert f'href="/person/{KNOWN}/consent/c-pdf/scan" download>Download the paper (PDF, 1 kB)' in text
    assert "Look at the paper (JPEG, 1 kB)" in text
    assert clinician.get(f"/person/{KNOWN}/consent/c-pdf/scan").headers["content-type"] == "application/pdf"
    assert "where the paper lies" not in text  # its photo is here


def test_03_what_is_no_paper_is_refused_in_a_sentence_in_either_language(server: Server, clinician: Person) -> None:
    for content, code, sentence in (
        (b"<html><script>alert(1)</script>", "file_unknown_kind", "Choose a JPEG, PNG, WebP or PDF."),
        (png()[:60], "file_damaged", "is not whole"),
        (pdf(b"/OpenAction << /S /JavaScript /JS (x) >>"), "file_acts", "can do more than show pages"),
    ):
        answer = send(clinician, KNOWN, content)
        assert (answer.status_code, answer.json()["code"]) == (409, code)
        assert sentence in answer.json()["sentence"]
    spanish = Person(server, "p-lowe", language="es")
    assert "Elija un JPEG, PNG, WebP o PDF." in send(spanish, KNOWN, b"GIF89a").json()["sentence"]


@pytest.mark.parametrize("way", ["said", "in pieces"])
def test_04_larger_than_the_limit_it_is_refused_before_it_is_all_there(clinician: Person, way: str) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(SIZE // 100_000 + 2):
            yield b"\x89PNG" * 25_000

    told = {"X-CSRFToken": clinician.client.cookies["csrftoken"]}
    body = b"x" * (SIZE + 1) if way == "said" else pieces()
    try:
        answer = clinician.client.post(f"/attach/consent_scan/{KNOWN}", content=body, headers=told)
    except (httpx.RemoteProtocolError, httpx.WriteError, httpx.ReadError):
        return  # it hung up on what was still on its way
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
    assert "larger than 10 MB" in answer.json()["sentence"]


def test_05_whom_the_person_does_not_concern_sends_and_gets_nothing(server: Server, clinician: Person) -> None:
    scan = f"/person/{KNOWN}/consent/c-jpeg/scan"
    for staff, sends, gets in (("c-novak", 404, 404), ("v-ilves", 403, 403), ("d-whitehorse", 403, 403), ("s-petrov", 404, 404)):
        other = Person(server, staff)
        assert (send(other, KNOWN, png()).status_code, other.get(scan).status_code) == (sends, gets), staff
    assert send(Person(server), KNOWN, png()).status_code == 401
    assert [send(clinician, one, png()).status_code for one in ("nobody", "", f"{KNOWN}/x")] == [404] * 3
    token = {"X-CSRFToken": clinician.client.cookies["csrftoken"]}
    assert clinician.client.post(f"/attach/name/{KNOWN}", content=png(), headers=token).status_code == 404
    for path in ("nothing/scan", "c-none/scan"):
        assert clinician.get(f"/person/{KNOWN}/consent/{path}").status_code == 404
    assert clinician.get("/person/other/consent/c-jpeg/scan").status_code == 404


def test_06_only_our_own_page_may_send_it_and_only_for_whom_it_was_made(clinician: Person) -> None:
    assert send(clinician, KNOWN, png(), **{"X-CSRFToken": "x"}).json()["code"] == "check_failed"
    assert send(clinician, KNOWN, png(), Origin="https://elsewhere.example").json()["code"] == "check_failed"
    assert send(clinician, KNOWN, png(), **{"X-Alongside-Staff": "c-novak"}).json()["code"] == "other_person"


def test_07_a_file_sent_for_one_person_is_kept_with_no_other_and_words_are_no_file(clinician: Person) -> None:
    file = send(clinician, KNOWN, png()).json()["file"]
    for person, text in (("nobody", file), (KNOWN, "a photo"), (KNOWN, "0" * 32)):
        told = {**PAPER, "texts": {"consent_name": "Ines", "consent_scan": text}}
        status, answer = clinician.ask("RecordConsent", person=person, consent=f"c-{person}-{len(text)}", **told)
        assert (status, answer["code"]) == (409, "file_gone")
        assert "Choose it again" in answer["sentence"]


def test_08_sent_again_after_a_broken_line_it_is_one_consent(clinician: Person) -> None:
    file = send(clinician, KNOWN, png()).json()["file"]
    told = {**PAPER, "id": "paper-once", "person": KNOWN, "consent": "c-once", "texts": {"consent_name": "Ines", "consent_scan": file}}
    first, again = (clinician.ask("RecordConsent", **told) for _ in range(2))
    assert first[0] == 200
    assert again == first


def test_09_a_large_paper_comes_back_whole(clinician: Person) -> None:
    """Nearly as large as may be; the desk is answered meanwhile."""
    big = pdf(b"", b"<< /Length 9000000 >>\nstream\n" + bytes(range(1, 251)) * 36_000 + b"\nendstream", behind=b"")
    assert record(clinician, KNOWN, "c-large", big)[0] == 200
    found = clinician.get(f"/person/{KNOWN}/consent/c-large/scan")
    assert len(found.content) == len(big.rstrip())
    assert found.content[3_000:] == big.rstrip()[3_000:]
