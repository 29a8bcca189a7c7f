"""JSON to the core's request classes, strictly: every mistake is one sentence naming the field."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, get_args, get_type_hints

import msgspec

from alongside.core.party import Actor, Party
from alongside.core.request import REQUESTS, Request
from alongside.core.travel import Spot
from alongside.server.site.asking import malformed as m

MOST_FIELD_BYTES = 65_536  # of one plain field; words go through ``texts``, whose limit is the vault's
OURS = frozenset({"by", "words"})  # said by the server, never by whoever asks
# The clock's and the server's own; what is signed and handed out is made by the server from the rules, never by a browser.
OWN_PAGES = frozenset(
    {
        "Tick", "FinishErasure", "SignRelease", "HandOutRelease", "MakeInvitation", "LookByInvitation", "AnswerByInvitation",
        "SuggestRecords", "EndComparison", "ProposePolicy", "ApprovePolicy",
    }
)  # fmt: skip
IDS = re.compile(r"[A-Za-z0-9._:-]{1,64}")
WHERE = re.compile(r" - at `\$\.?([^`]*)`")
EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")


def find_kind(kind: str) -> type[Request]:
    """The request class of that name, among those anybody may send."""
    found = REQUESTS.get(kind)
    if found is None or kind in OWN_PAGES:
        raise m.Malformed(m.UNKNOWN_KIND, 404, "unknown_kind", kind=kind[:64])
    return found


def hints_of(kind: type[Request]) -> Mapping[str, Any]:
    """Field name to type; worked out once."""
    if kind not in _hints:
        _hints[kind] = get_type_hints(kind)
    return _hints[kind]


def needed_by(kind: type[Request]) -> tuple[str, ...]:
    """Fields without a default; worked out once."""
    if kind not in _needed:
        _needed[kind] = tuple(one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING)
    return _needed[kind]


_hints: dict[type[Request], Mapping[str, Any]] = {}
_needed: dict[type[Request], tuple[str, ...]] = {}


def read_json(body: bytes) -> Any:
    """Whatever JSON was sent. Raises ``Malformed``."""
    try:
        return msgspec.json.decode(body or b"{}")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise m.Malformed(m.NOT_JSON, code="not_json") from error


def read_body(body: bytes) -> dict[str, Any]:
    """The JSON object that was sent. Raises ``Malformed``."""
    sent = read_json(body)
    if not isinstance(sent, dict):
        raise m.Malformed(m.NOT_AN_OBJECT, code="not_an_object")
    return sent


def check_names(kind: type[Request], given: Mapping[str, Any]) -> None:
    """Every field is one of this request's, small, and not ours to say."""
    known = hints_of(kind)
    for name, value in given.items():
        if name not in known or name in OURS:
            raise m.Malformed(m.UNKNOWN_FIELD, code="unknown_field", kind=kind.__name__, field=name[:64])
        if isinstance(value, str) and len(value) > MOST_FIELD_BYTES:
            raise m.Malformed(m.FIELD_TOO_LARGE, 413, "too_large", field=name, bytes=len(value), most=MOST_FIELD_BYTES)


def shape(kind: type[Request], given: Mapping[str, Any]) -> dict[str, Any]:
    """The same fields in the core's shapes: spots in microdegrees, parties and answers as pairs."""
    hints = hints_of(kind)
    return {name: _shape(name, hints[name], value) for name, value in given.items()}


def _shape(name: str, hint: Any, value: Any) -> Any:
    if value is not None and (hint is Spot or Spot in get_args(hint)):
        return read_spot(name, value)
    if hint is Party and isinstance(value, dict):
        return [value.get("kind"), value.get("id")]
    if name == "answers" and isinstance(value, dict):
        return [[question, answer] for question, answer in value.items()]
    return value


def read_spot(name: str, value: Any) -> list[int]:
    """[latitude, longitude] in degrees, or in the core's integer microdegrees where both are whole and beyond any degree."""
    pair = [value.get("lat"), value.get("lon")] if isinstance(value, dict) else value
    if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(one, int | float) and not isinstance(one, bool) for one in pair):
        raise m.Malformed(m.OFF_THE_EARTH, field=name)
    lat, lon = pair
    if isinstance(lat, int) and isinstance(lon, int) and (abs(lat) > 90 or abs(lon) > 180):
        lat, lon = lat / 1_000_000, lon / 1_000_000
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise m.Malformed(m.OFF_THE_EARTH, field=name)
    return [round(lat * 1_000_000), round(lon * 1_000_000)]


def make(kind: type[Request], id: str, actor: Actor, shaped: Mapping[str, Any]) -> Request:
    """The request itself. Raises ``Malformed`` naming the field that does not fit."""
    for name in needed_by(kind):
        if name not in shaped and name not in ("id", "by"):
            raise m.Malformed(m.MISSING_FIELD, code="missing_field", field=name)
    try:
        made: Request = msgspec.convert({**shaped, "id": id, "by": list(actor)}, kind, strict=True)
    except msgspec.ValidationError as error:
        raise wrong_field(str(error)) from error
    check_ids(made)
    return made


def wrong_field(message: str) -> m.Malformed:
    """What msgspec says, as our sentence. Values are never repeated: they may be protected words."""
    where, expected = WHERE.search(message), EXPECTED.search(message)
    field = (where[1] if where else "").split("[")[0].split(".")[0] or "body"
    why = f"{KINDS.get(expected[1], expected[1])} ≠ {KINDS.get(expected[2], expected[2])}" if expected else "unknown code or shape"
    return m.Malformed(m.WRONG_FIELD, code="wrong_field", field=field, why=why)


KINDS = {
    "int": "whole number",
    "str": "text",
    "array": "list",
    "object": "object",
    "bool": "true/false",
    "null": "nothing",
    "float": "decimal number",
}


def check_ids(made: Request) -> None:
    """Ids and codes are short and plain, so that they can stand in streams, logs and addresses: words go through ``texts``."""
    for name, hint in hints_of(type(made)).items():
        value = getattr(made, name)
        shape = NAMES if name in NAMED else IDS
        several = (value,) if isinstance(value, str) else value if hint == tuple[str, ...] else ()
        if not all(shape.fullmatch(one) for one in several if one or isinstance(value, tuple)):
            raise m.Malformed(m.BAD_ID, code="bad_id", field=name)
    if not all(IDS.fullmatch(one.staff) and IDS.fullmatch(one.role) for one in getattr(made, "members", ())):
        raise m.Malformed(m.BAD_ID, code="bad_id", field="members")


NAMED = frozenset({"received_by"})  # initials or the role of a colleague, as said at the door
NAMES = re.compile(r"[\w .,'/-]{1,40}")
