"""A mapping: what the columns of one kind of export mean. Data in `library/mappings`, refused with file, line and field."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside import library

FOLDER = Path(library.__file__).parent / "mappings"


@dataclass(frozen=True)
class Text:
    """A text: the first of `columns` that is filled, or all of them joined; then `pattern`, then `codes`."""

    columns: tuple[str, ...] = ()
    join: str | None = None
    pattern: str | None = None  # its first group is the text
    codes: Table[str, str] | None = None
    otherwise: str | None = None  # the code of words not in `codes`
    constant: str | None = None
    optional: bool = False


@dataclass(frozen=True)
class Time:
    """A time: text in one of `formats` (chrono notation), local to the mapping's zone, or a count since the epoch, UTC."""

    columns: tuple[str, ...]
    formats: tuple[str, ...] = ()
    join: str | None = None
    epoch: str | None = None  # ms or s
    optional: bool = False


@dataclass(frozen=True)
class Place:
    """Where: two columns (degrees, or `epsg` units), or one `point` column such as `(37.79, -122.40)`."""

    lat: str | None = None
    lon: str | None = None
    point: str | None = None
    epsg: int | str | None = None  # a number, or a name such as ESRI:102697
    box: tuple[float, float, float, float] | None = None  # south, west, north, east
    withheld: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Era:
    """Rows whose `column` (a number) is at most `up_to` were extracted under the rule `name`."""

    name: str
    up_to: float | None


@dataclass(frozen=True)
class File:
    """How the export is written."""

    format: str = "delimited"  # delimited, excel, parquet, arcgis
    separator: str = ","
    encoding: str = "utf-8"
    sheet: str | None = None


@dataclass(frozen=True)
class Line:
    """One telephone line of an hourly answering table: seconds waited → column of counts."""

    name: str
    within: Table[str, str]


@dataclass(frozen=True)
class Mapping:
    """Everything `import_cad` must know of one kind of export."""

    name: str
    kind: str  # calls or phone
    about: str
    assumed: tuple[str, ...]
    file: File
    zone: ZoneInfo
    between: tuple[int, int]
    texts: Table[str, Text]
    times: Table[str, Time]
    response: tuple[str, float] | None  # column, milliseconds a unit of it
    place: Place | None
    identity: tuple[str, ...]
    units: tuple[str, str] | None  # column that names the call, column that names the unit
    type_words: Table[str, str]
    dispositions: Table[str, str]
    censored: tuple[str, ...]  # disposition texts that mean "not ended yet"
    era_column: str | None
    eras: tuple[Era, ...]
    lines: tuple[Line, ...]
    text_limit: int

    def columns(self) -> dict[str, bool]:
        """Every column the mapping reads; the value says whether the file must have at least one like it."""
        wanted: dict[str, bool] = {}
        fields: list[Text | Time] = [*self.texts.values(), *self.times.values()]
        for field in fields:
            must = not field.optional and (len(field.columns) == 1 or field.join is not None)
            wanted |= {column: must or wanted.get(column, False) for column in field.columns}
        if self.place:
            spots = (self.place.lat, self.place.lon, self.place.point)
            wanted |= {column: not self.place.optional for column in spots if column}
        extra = [self.response and self.response[0], self.era_column, *(self.units or ())]
        wanted |= {column: True for column in extra if column}
        return wanted | {column: True for line in self.lines for column in line.within.values()}


def list_mappings() -> list[str]:
    """The names of the mappings that ship with the product."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))
