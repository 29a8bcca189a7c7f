"""A mapping of a county's form is read strictly: every field is spoken of, and nothing it names is unknown."""

from pathlib import Path

import pytest

from alongside.library.jurisdictions import load_pack
from alongside.library.official.fields import FormField
from alongside.library.official.mapping import Filling, read_filling, unused
from alongside.library.official.sources import Sources, sources_of
from alongside.library.official.suggesting import suggest
from alongside.library.reading import Mistake, parse_yaml

FIELDS = (
    FormField("Name", "text"), FormField("Date", "text", most=10), FormField("Self", "tick", ("Yes",)), FormField("Go", "button"),
    FormField("By", "radio", ("1", "2"), says="Officer or clinician"), FormField("Two", "tick", ("A", "B")), FormField("Sig", "signature"),
)  # fmt: skip
TEXT = """form:
  title: Form 1801
  language: en
  jurisdiction: invented
  kind: emergency
  sha256: abc
  checked: {by: A. Counsel, on: 2026-07-01}
fields:
  Name: {write: name}
  Date: {time: started_at, as: MM/DD/YYYY}
  Self: {tick: criterion.danger_to_self}
  By: {choose: {role.officer: 1, role.clinician: 2}}
  Two: by_hand
"""


@pytest.fixture
def sources() -> Sources:
    kind = load_pack("invented").law.find_kind("emergency")
    assert kind is not None
    return sources_of(kind)


def read(folder: Path, text: str, sources: Sources, unchecked: bool = False) -> Filling:
    (folder / "form.yaml").write_text(text)
    return read_filling(folder / "form.yaml", FIELDS, sources, unchecked)


def test_01_one_line_a_field_and_what_the_form_does_not_show_is_named(tmp_path: Path, sources: Sources) -> None:
    told = read(tmp_path, TEXT, sources)
    assert [(one.field, one.way, one.source) for one in told.entries][:2] == [("Name", "write", "name"), ("Date", "time", "started_at")]
    assert told.entries[3].choices == (("role.officer", "1"), ("role.clinician", "2"))
    assert "criterion.danger_to_others" in unused(told, sources)
    assert "criterion.danger_to_self" not in unused(told, sources)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  Name: {write: name}\n", "", "says nothing of “Name”"),
        ("  Name:", "  Surname:", "is no field of this form"),
        ("{write: name}", "{write: salary}", "“salary” is not known here"),
        ("{write: name}", "{write: name, tick: minor}", "must say one of"),
        ("{write: name}", "{tick: minor}", "is a text on the form, which nothing can tick"),
        ("{write: name}", "guess", "key: value"),
        ("MM/DD/YYYY", "D.M.YY", "use one of"),
        ("time: started_at", "time: notice.mayor", "not known here"),
        ("criterion.danger_to_self", "criterion.moved_away", "not known here"),
        ("role.clinician: 2", "role.clinician: 3", "use one of 1, 2"),
        ("Two: by_hand", "Two: {tick: minor}", "several boxes"),
        ("2026-07-01", "soon", "must be a day"),
        ("  checked: {by: A. Counsel, on: 2026-07-01}\n", "", "compare it with the form"),
        ("language: en", "language: fr", "use one of en, es"),
    ],
)
def test_02_a_slip_is_refused_with_line_and_field(tmp_path: Path, sources: Sources, old: str, new: str, says: str) -> None:
    assert old in TEXT
    with pytest.raises(Mistake, match=says):
        read(tmp_path, TEXT.replace(old, new, 1), sources)


def test_03_an_example_may_be_filled_before_anybody_checked(tmp_path: Path, sources: Sources) -> None:
    assert read(tmp_path, TEXT.replace("  checked: {by: A. Counsel, on: 2026-07-01}\n", ""), sources, unchecked=True).checked_by == ""


def test_04_a_form_that_fills_nothing_is_refused(tmp_path: Path, sources: Sources) -> None:
    names = "\n".join(f"  {one.name}: by_hand" for one in FIELDS if one.is_filled())
    with pytest.raises(Mistake, match="fills nothing"):
        read(tmp_path, TEXT[: TEXT.index("  Name:")] + names, sources)


def test_05_a_guess_by_the_fields_name_is_a_whole_mapping(tmp_path: Path, sources: Sources) -> None:
    told = "fields:\n" + "\n".join(suggest(FIELDS, sources))
    assert parse_yaml(told, "x").data["fields"] == {
        "Name": {"write": "name"}, "Date": {"time": "written_at", "as": "MM/DD/YYYY"}, "Self": {"tick": "criterion.danger_to_self"},
        "By": "by_hand", "Two": "by_hand",
    }  # fmt: skip
    read(tmp_path, TEXT[: TEXT.index("fields:")] + told, sources)
