"""A mapping that cannot be right is refused with its file, line and field."""

import pytest

from alongside.evaluate.history.mapping import list_mappings
from alongside.evaluate.history.read_mapping import find_mapping, read_mapping
from alongside.library.reading import Mistake, parse_yaml

from .conftest import FILES

TEXT = (FILES / "rivertown.yaml").read_text()


@pytest.mark.parametrize("name", list_mappings())
def test_1_every_mapping_that_ships_can_be_read(name):
    assert find_mapping(name).name == name


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("America/Chicago", "America/Rivertown", 3, "zone", "is not a time zone"),
        ("arrived_at:", "came_at:", 8, "times.came_at", "is not a field of a call"),
        ("{column: There, format: \"%Y-%m-%d %H:%M:%S\"", "{column: There, format: Y", 8, "times.arrived_at.format", "not a time format"),
        ("P: police", "P: pirates", 14, "texts.service", "is not a service"),
        ("lat: Lat, lon: Lon", "lat: Lat", 16, "place", "needs either lat and lon, or point"),
        ("box: [38.0, -93.0, 40.0, -91.0]", "box: [40.0, -93.0, 38.0, -91.0]", 16, "place.box", "south, west, north, east"),
        ("withheld:", "epsg: 1, withheld:", 16, "place.epsg", "is not a projection"),
        ("in_progress", "sang", 20, "dispositions.still open", "is not one of our dispositions"),
        ("\"No\"", "No", 11, "texts.source_id.column", "put quotation marks around it"),
        ("text_limit: 100", "text_limit: much", 17, "text_limit", "whole number"),
        ("about:", "abuot:", 2, "abuot", "is not known here"),
    ],
)  # fmt: skip
def test_2_a_mistake_names_its_line_and_field(old, new, line, field, words):
    assert old in TEXT
    with pytest.raises(Mistake, match=words) as caught:
        read_mapping(parse_yaml(TEXT.replace(old, new, 1), "rivertown.yaml"))
    assert (caught.value.file, caught.value.line, caught.value.field) == ("rivertown.yaml", line, field)


def test_3_an_unknown_name_lists_the_known_ones():
    with pytest.raises(Mistake, match="there are baltimore, columbia_mo"):
        find_mapping("gotham")
