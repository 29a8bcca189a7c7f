"""A county's form is looked through before it is taken: what acts, fetches, hides or cannot be filled is refused, with what to ask for."""

import pytest

from alongside.server.official.checking import MOST_BYTES, NoForm, check
from tests.server.official.papers import NESTED, make_nested, make_paper, make_picture


def test_01_each_field_is_told_by_its_kind() -> None:
    told = {one.name: (one.kind, one.options) for one in check(make_paper(), "form.pdf")}
    assert told["Person Name"] == ("text", ())
    assert told["By"] == ("radio", ("officer", "clinician"))
    assert told["Danger to self"] == ("tick", ("Yes",))
    assert told["Ground"] == ("list", ("-", "self", "others"))
    assert list(told)[:2] == ["Person Name", "DOB"]


def test_02_fields_within_fields_and_objects_packed_away_are_found() -> None:
    told = {one.name: (one.kind, one.says) for one in check(make_nested(), "form.pdf")}
    assert told == {
        "person.name": ("text", "Name of the person"), "person.seal": ("signature", ""), "others": ("tick", "Danger to others"),
    }  # fmt: skip


ACTS = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (make_paper(locked=True), "locked with a password"),
        (make_paper(link=True), "refers to something outside"),
        (make_paper(packed=True), "cannot be looked through"),  # ASCII85 around it
        (make_picture(), "no fields to fill"),
        (make_nested(b"<</XFA(x)>>"), "XFA form"),
        (make_nested(ACTS), "contains programs"),
        (make_nested(ACTS.replace(b"/JavaScript", b"/J#61vaScript").replace(b"/JS", b"/J#53")), "contains programs"),
        (make_nested(b"<</Type/Filespec/F(a)>>"), "carries other files"),
        (make_nested(b"<</S/SubmitForm/F(x)>>"), "sends or fetches"),
        (make_nested(b"<</S/Launch/F(x)>>"), "starts other programs"),
        (make_nested(catalog=b"/Perms<</UR3 11 0 R>>"), "one vendor"),
        (make_nested()[:-200], "damaged"),
        (make_nested().replace(b"/Root 1 0 R", b"/Root 3 0 R"), "no fields to fill"),
        (b"GIF89a" + make_paper(), "no PDF"),
        (b"%PDF-1.4\n", "damaged"),
        (make_paper() + b"\0" * MOST_BYTES, "larger than 10 MB"),
    ],
)  # fmt: skip
def test_03_what_no_form_may_hold_is_refused_with_what_to_ask_for(content: bytes, says: str) -> None:
    with pytest.raises(NoForm, match=says) as refused:
        check(content, "form.pdf")
    assert str(refused.value).startswith("form.pdf ")


def test_04_a_tree_of_fields_without_an_end_ends() -> None:
    loop = [*NESTED[:4], b"<</T(name)/FT/Tx/Parent 4 0 R/Kids[4 0 R]>>", *NESTED[5:]]
    with pytest.raises(NoForm, match="damaged"):
        check(make_nested(nested=loop), "form.pdf")


def test_05_a_page_to_show_first_is_no_program() -> None:
    assert check(make_nested(catalog=b"/OpenAction[3 0 R/Fit]"), "form.pdf")
