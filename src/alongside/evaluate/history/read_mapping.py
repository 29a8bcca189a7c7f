"""Reading a mapping file: every mistake is refused with its file, line and field."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pyproj

from alongside.evaluate.history.dispositions import known_codes
from alongside.evaluate.history.mapping import FOLDER, Era, File, Line, Mapping, Place, Text, Time, list_mappings
from alongside.evaluate.history.shape import TEXTS, TIMES
from alongside.library.reading import Mistake, Reading, Where, read_yaml

TOP = {
    "name", "kind", "about", "assumed", "file", "zone", "between", "texts", "times", "response", "place", "identity", "units",
    "type_words", "dispositions", "censored", "eras", "lines", "text_limit", "confidence",
}  # fmt: skip
KNOWN: dict[str, set[str]] = {
    "file": {"format", "separator", "encoding", "sheet"},
    "texts.*": {"column", "join", "pattern", "codes", "otherwise", "constant", "optional"},
    "times.*": {"column", "format", "join", "epoch", "optional"},
    "place": {"lat", "lon", "point", "epsg", "box", "withheld", "optional"},
    "response": {"column", "unit"},
    "units": {"call", "unit"},
    "eras": {"column", "rules"},
}
MILLISECONDS = {"ms": 1.0, "s": 1_000.0, "minutes": 60_000.0}
SERVICES = {"police", "fire", "ems"}
T = TypeVar("T")


def find_mapping(name: str | Path) -> Mapping:
    """The mapping of that name in the library, or in the file of that path. Raises `Mistake`."""
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        path = FOLDER / f"{name}.yaml"
        if not path.exists():
            raise Mistake(f"{name}.yaml", 1, "", f"there is no such mapping; there are {', '.join(list_mappings())}")
    return read_mapping(read_yaml(path))


def read_mapping(reading: Reading) -> Mapping:
    """A `Mapping` from YAML already read. Raises `Mistake` at the first thing that cannot be right."""
    only(reading, TOP)
    kind = one_of(reading, ("calls", "phone"), "calls", "kind")
    texts = {name: read_text(reading, name) for name in table(reading, "texts")}
    times = {name: read_time(reading, name) for name in table(reading, "times")}
    for group, names, known in (("texts", texts, {*TEXTS, "service", "received_text"}), ("times", times, set(TIMES))):
        for name in names:
            if name not in known:
                raise reading.mistake(f"is not a field of a call; the fields are {', '.join(sorted(known))}", group, name)
    if not times and "received_text" not in texts:
        raise reading.mistake("needs at least one time, or received_text where the source gives none", "times")
    return Mapping(
        name=words(reading, "name"), kind=kind, about=words(reading, "about"), assumed=texts_of(reading, "assumed"),
        file=read_file(reading), zone=read_zone(reading), between=read_between(reading), texts=texts, times=times,
        response=read_response(reading), place=read_place(reading), identity=texts_of(reading, "identity") or ("source_id",),
        units=read_units(reading), type_words=table_of_texts(reading, "type_words"), dispositions=read_dispositions(reading),
        censored=texts_of(reading, "censored"), era_column=reading.find("eras", "column"), eras=read_eras(reading),
        lines=read_lines(reading), text_limit=whole(reading, 20_000, "text_limit"),
    )  # fmt: skip


def read_text(reading: Reading, name: str) -> Text:
    where = ("texts", name)
    only(reading, KNOWN["texts.*"], *where)
    columns, constant = texts_of(reading, *where, "column"), reading.find(*where, "constant")
    if bool(columns) == (constant is not None):
        raise reading.mistake("needs either a column or a constant", *where)
    pattern = reading.find(*where, "pattern")
    if pattern is not None:
        check_pattern(reading, pattern, *where, "pattern")
    codes = table_of_texts(reading, *where, "codes") or None
    otherwise = reading.find(*where, "otherwise")
    if name == "service":
        check_services(reading, (*(codes or {}).values(), *filter(None, (otherwise, constant))), where)
    return Text(columns, reading.find(*where, "join"), pattern, codes, otherwise, constant, flag(reading, *where, "optional"))


def check_pattern(reading: Reading, pattern: Any, *where: str | int) -> None:
    try:
        groups = re.compile(str(pattern)).groups
    except re.error as error:
        raise reading.mistake(f"is not a regular expression: {error}", *where) from error
    if groups != 1:
        raise reading.mistake("must have exactly one group in parentheses: the part to keep", *where)


def check_services(reading: Reading, codes: tuple[str, ...], where: Where) -> None:
    for code in codes:
        if code not in SERVICES:
            raise reading.mistake(f"“{code}” is not a service; the services are police, fire, ems", *where)


def read_time(reading: Reading, name: str) -> Time:
    where = ("times", name)
    only(reading, KNOWN["times.*"], *where)
    columns, formats = texts_of(reading, *where, "column"), texts_of(reading, *where, "format")
    epoch = reading.find(*where, "epoch")
    if not columns:
        raise reading.mistake("needs a column", *where)
    if bool(formats) == (epoch is not None):
        raise reading.mistake("needs either a format or an epoch", *where)
    if epoch not in (None, "ms", "s"):
        raise reading.mistake(f"“{epoch}” is not a unit; write ms or s", *where, "epoch")
    for layout in formats:
        if "%" not in layout:
            raise reading.mistake(f"“{layout}” is not a time format; one looks like %Y-%m-%d %H:%M:%S", *where, "format")
    return Time(columns, formats, reading.find(*where, "join"), epoch, flag(reading, *where, "optional"))


def read_file(reading: Reading) -> File:
    only(reading, KNOWN["file"], "file")
    separator = reading.find("file", "separator") or ","
    if len(str(separator)) != 1 or ord(str(separator)) > 127:
        raise reading.mistake("must be one plain character", "file", "separator")
    encoding = str(reading.find("file", "encoding") or "utf-8")
    try:
        "".encode(encoding)
    except LookupError as error:
        raise reading.mistake(f"“{encoding}” is not an encoding", "file", "encoding") from error
    form = one_of(reading, ("delimited", "excel", "parquet", "arcgis"), "delimited", "file", "format")
    return File(form, separator, encoding, reading.find("file", "sheet"))


def read_zone(reading: Reading) -> ZoneInfo:
    name = words(reading, "zone")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise reading.mistake(f"“{name}” is not a time zone; one looks like America/Chicago", "zone") from error


def read_between(reading: Reading) -> tuple[int, int]:
    years = reading.find("between") or [1990, 2100]
    if not (isinstance(years, list) and len(years) == 2 and all(isinstance(year, int) for year in years) and years[0] <= years[1]):
        raise reading.mistake("must be two years, the first not after the second", "between")
    return years[0], years[1]


def read_response(reading: Reading) -> tuple[str, float] | None:
    if reading.find("response") is None:
        return None
    only(reading, KNOWN["response"], "response")
    unit = one_of(reading, tuple(MILLISECONDS), "s", "response", "unit")
    return words(reading, "response", "column"), MILLISECONDS[unit]


def read_place(reading: Reading) -> Place | None:
    part = reading.find("place")
    if part is None:
        return None
    only(reading, KNOWN["place"], "place")
    if bool(part.get("point")) == bool(part.get("lat") and part.get("lon")):
        raise reading.mistake("needs either lat and lon, or point", "place")
    epsg = part.get("epsg")
    if epsg is not None:
        try:
            pyproj.CRS.from_user_input(epsg)
        except (pyproj.exceptions.CRSError, TypeError) as error:
            problem = f"“{epsg}” is not a projection this system knows; write an EPSG number or a name such as ESRI:102697"
            raise reading.mistake(problem, "place", "epsg") from error
    withheld = texts_of(reading, "place", "withheld")
    return Place(part.get("lat"), part.get("lon"), part.get("point"), epsg, read_box(reading), withheld, flag(reading, "place", "optional"))


def read_box(reading: Reading) -> tuple[float, float, float, float] | None:
    box = reading.find("place", "box")
    if box is None:
        return None
    numbers = [float(side) for side in box if isinstance(side, (int, float))] if isinstance(box, list) else []
    if len(numbers) != 4 or numbers[0] >= numbers[2] or numbers[1] >= numbers[3]:
        raise reading.mistake("must be four numbers of degrees: south, west, north, east", "place", "box")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def read_units(reading: Reading) -> tuple[str, str] | None:
    if reading.find("units") is None:
        return None
    only(reading, KNOWN["units"], "units")
    return words(reading, "units", "call"), words(reading, "units", "unit")


def read_dispositions(reading: Reading) -> dict[str, str]:
    codes = table_of_texts(reading, "dispositions")
    for text, code in codes.items():
        if code not in known_codes():
            raise reading.mistake(f"“{code}” is not one of our dispositions", "dispositions", text)
    return codes


def read_eras(reading: Reading) -> tuple[Era, ...]:
    if reading.find("eras") is None:
        return ()
    only(reading, KNOWN["eras"], "eras")
    words(reading, "eras", "column")
    eras = []
    for index, rule in enumerate(reading.get("eras", "rules")):
        up_to = rule.get("up_to")
        if up_to is not None and not isinstance(up_to, (int, float)):
            raise reading.mistake("must be a number", "eras", "rules", index, "up_to")
        eras.append(Era(words(reading, "eras", "rules", index, "name"), up_to))
    return tuple(eras)


def read_lines(reading: Reading) -> tuple[Line, ...]:
    return tuple(Line(name, table_of_texts(reading, "lines", name)) for name in table(reading, "lines"))


def only(reading: Reading, known: set[str], *where: str | int) -> None:
    for key in table(reading, *where):
        if key not in known:
            raise reading.mistake(f"is not known here; known are {', '.join(sorted(known))}", *where, key)


def table(reading: Reading, *where: str | int) -> Table[str, Any]:
    part = reading.find(*where)
    if part is not None and not isinstance(part, dict):
        raise reading.mistake("must be a table of names and values", *where)
    return part or {}


def table_of_texts(reading: Reading, *where: str | int) -> dict[str, str]:
    return {str(key): str(value) for key, value in table(reading, *where).items()}


def texts_of(reading: Reading, *where: str | int) -> tuple[str, ...]:
    part = reading.find(*where)
    items = part if isinstance(part, list) else [] if part is None else [part]
    if any(isinstance(item, bool) for item in items):  # YAML reads a bare No, Yes, On, Off as false and true
        raise reading.mistake("must be text; put quotation marks around it", *where)
    return tuple(str(item) for item in items)


def words(reading: Reading, *where: str | int) -> str:
    part = reading.get(*where)
    if not isinstance(part, str):
        raise reading.mistake("must be text", *where)
    return part


def whole(reading: Reading, usual: int, *where: str | int) -> int:
    part = reading.find(*where)
    if part is not None and (isinstance(part, bool) or not isinstance(part, int) or part < 1):
        raise reading.mistake("must be a whole number above zero", *where)
    return part or usual


def flag(reading: Reading, *where: str | int) -> bool:
    part = reading.find(*where)
    if part not in (None, True, False):
        raise reading.mistake("must be true or false", *where)
    return bool(part)


def one_of(reading: Reading, choices: tuple[T, ...], usual: T, *where: str | int) -> T:
    part = reading.find(*where)
    if part is None:
        return usual
    if part not in choices:
        raise reading.mistake(f"“{part}” is not one of {', '.join(map(str, choices))}", *where)
    return choices[choices.index(part)]
