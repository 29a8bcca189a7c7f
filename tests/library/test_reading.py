"""A mistake in a library file names its file, line and field."""

import pytest

from alongside.library.reading import Mistake, parse_yaml, read_yaml

TEXT = """\
name: rivertown
columns:
  - name: "Call no."
    as: source_id
  - name: "When"
    as: received_at
codes: {NO: none, on: "yes"}
"""


def test_1_the_line_of_every_part_is_known():
    reading = parse_yaml(TEXT, "rivertown.yaml")
    assert reading.get("columns", 1, "as") == "received_at"
    assert reading.line("columns", 1, "as") == 6
    assert reading.line("codes", "NO") == 7


def test_2_keys_stay_text_even_when_yaml_would_read_no_as_false():
    assert list(parse_yaml(TEXT, "x.yaml").get("codes")) == ["NO", "on"]


def test_3_a_missing_part_is_a_mistake_at_its_nearest_written_line():
    with pytest.raises(Mistake) as caught:
        parse_yaml(TEXT, "rivertown.yaml").get("columns", 1, "format")
    assert (caught.value.file, caught.value.line, caught.value.field) == ("rivertown.yaml", 5, "columns.1.format")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "written twice"),
        ("a: 1\nb: [1, 2\n", 3, "not well-formed"),
        ("a: &here\n  b: *here\n", 1, "contains itself"),
        ("a: 1\n\nday: 2025-02-31\n", 3, "cannot be read"),
        ("a: 1\n? [x, y]\n: 2\n", 2, "not plain text"),
        ("a: !!python/object:os.system x\n", 1, "not well-formed"),
    ],
)
def test_4_broken_files_are_refused_with_their_line(text, line, words):
    with pytest.raises(Mistake, match=words) as caught:
        parse_yaml(text, "broken.yaml")
    assert (caught.value.file, caught.value.line) == ("broken.yaml", line)


def test_5_a_file_that_is_not_text_is_refused(tmp_path):
    file = tmp_path / "picture.yaml"
    file.write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(Mistake, match="cannot be read as UTF-8"):
        read_yaml(file)
