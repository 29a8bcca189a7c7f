"""Gate: every requirement of ASVS 5.0.0, levels 1 and 2, has an answer, and each answer leads to what proves it."""

from pathlib import Path

import pytest

from tests.architecture import asvs
from tests.architecture.tree import ROOT, show


def test_every_requirement_has_an_answer_that_holds() -> None:
    found = list(asvs.complaints(asvs.read_rows()))
    assert not found, show(found)


def test_the_page_is_what_the_table_says() -> None:
    assert (ROOT / asvs.PAGE).read_text() == asvs.make_page(asvs.read_rows()), "python -m tests.architecture.asvs"


def test_the_standard_is_whole() -> None:
    """70, 183 and 92: the figures of the standard's own introduction."""
    counted = "".join(asvs.LEVELS.values())
    assert [counted.count(level) for level in "123"] == [70, 183, 92]


MET = {"is": "met", "what": "x", "by": "tests/architecture/test_asvs.py::MET"}


@pytest.mark.parametrize(
    ("id", "row", "complaint"),
    [
        ("1.1.1", None, "1.1.1 is missing"),
        ("1.1.9", MET, "1.1.9 is no requirement"),
        ("1.1.1", {**MET, "by": "tests/gone.py::MET"}, "leads nowhere"),
        ("1.1.1", {**MET, "by": "tests/architecture/test_asvs.py::gone"}, "leads nowhere"),
        ("1.1.1", {**MET, "by": "tests/architecture/test_asvs.py"}, "names no test"),
        ("1.1.1", {**MET, "by": ""}, "names no test"),
        ("1.1.1", {**MET, "by": "README.md"}, "by a page alone"),
        ("1.1.1", {"is": "not met", "what": "x", "because": ""}, "gives no reason"),
        ("1.1.1", {"is": "nearly", "what": "x", "because": "because it is nearly so"}, "is neither"),
        ("1.1.1", {"is": "met", "what": "", "by": MET["by"]}, "does not say"),
    ],
)
def test_gate_sees(id: str, row: dict[str, str] | None, complaint: str) -> None:
    rows = dict.fromkeys(asvs.must_be_there(), MET)
    rows = {**rows, id: row} if row else {one: told for one, told in rows.items() if one != id}
    found = list(asvs.complaints(rows, ROOT))
    assert len(found) == 1
    assert complaint in found[0]


def test_gate_lets_a_page_answer_where_a_page_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## Keys\n")
    rows = dict.fromkeys(asvs.must_be_there(), MET) | {"11.1.1": {**MET, "by": "a.md::Keys"}}
    assert not [one for one in asvs.complaints(rows, tmp_path) if one.startswith("11.1.1")]
    assert [one for one in asvs.complaints(rows, ROOT) if one.startswith("11.1.1")]
