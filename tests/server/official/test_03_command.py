"""``alongside jurisdiction form``: proposed, tried, checked by somebody, loaded; and a form or a law that changed is noticed."""

from pathlib import Path

import pytest

from alongside import cli
from alongside.library.jurisdictions import load_pack
from alongside.server.official.keeping import find_official
from tests.server.official.papers import make_paper
from tests.server.official.test_02_filled import printed

MEANT = ("--jurisdiction", "invented", "--kind", "emergency")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path))
    (tmp_path / "form.pdf").write_bytes(make_paper())
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = cli.main(["jurisdiction", "form", *map(str, words)])
    told = capsys.readouterr()
    return code, told.out + told.err


def why(here: Path) -> str:
    law = load_pack("invented").law
    return find_official(here, law, law.kinds[0]).why


def test_01_from_a_pdf_to_a_form_that_is_filled(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper, mapping, out = here / "form.pdf", here / "mine.yaml", here / "example.pdf"
    assert run(capsys, "list") == (0, "No form is loaded.\n")
    code, text = run(capsys, "fields", paper, "--title", "Form: 1801", *MEANT)
    mapping.write_text(text)
    assert (code, '"Person Name": {write: name}' in text, '"Signature": by_hand' in text) == (0, True, True)
    code, told = run(capsys, "example", paper, mapping, out, *MEANT)
    assert (code, "Signature" in told.partition("By hand: ")[2]) == (0, True)
    assert "Jordan Example" in printed(out.read_bytes())[0]
    code, told = run(capsys, "load", paper, mapping, *MEANT)
    assert (code, "compare it with the form" in told, why(here)) == (1, True, "none")
    mapping.write_text(text.replace("  # checked: {by: “name, office”, on: 2026-07-01}", "  checked: {by: A. Counsel, on: 2026-07-01}"))
    code, told = run(capsys, "load", paper, mapping, *MEANT)
    assert (code, "notice.next_of_kin" in told, why(here)) == (0, True, "")
    assert "checked by A. Counsel on 2026-07-01" in run(capsys, "list")[1]


def test_02_another_file_or_another_law_fills_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    test_01_from_a_pdf_to_a_form_that_is_filled(here, capsys)
    loaded, mapping = here / "forms/invented/emergency.pdf", here / "forms/invented/emergency.yaml"
    whole, text = loaded.read_bytes(), mapping.read_text()
    loaded.write_bytes(whole + b"\n")
    assert why(here) == "changed"
    assert "another file" in run(capsys, "list")[1]
    loaded.write_bytes(whole.replace(b"invented", b"invented", 1)[:-40])
    assert why(here) == "changed"
    loaded.write_bytes(whole)
    mapping.write_text(text.replace("criterion.danger_to_self", "criterion.gone"))
    assert why(here) == "misfit"
    assert "criterion.gone" in run(capsys, "list")[1]
    mapping.write_text(text.replace("kind: emergency", "kind: emergency_minor"))
    assert why(here) == "changed"
    mapping.unlink()
    assert why(here) == "none"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("fields", "none.pdf", *MEANT), "none.pdf"),
        (("fields", "form.pdf", "--jurisdiction", "invented", "--kind", "odd"), "use one of emergency, emergency_minor"),
        (("fields", "form.pdf", "--jurisdiction", "atlantis", "--kind", "odd"), "no such jurisdiction"),
        (("fields", "notes.txt", *MEANT), "is no PDF"),
    ],
)
def test_03_what_cannot_be_done_is_a_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(here)
    (here / "notes.txt").write_text("nothing")
    code, told = run(capsys, *words)
    assert (code, says in told, "Traceback" in told) == (1, True, False)
