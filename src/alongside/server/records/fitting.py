"""How well what is asked fits what is known of somebody, as codes; the words compared here go nowhere else."""

from collections.abc import Iterable, Iterator

from alongside.server.records.sounding import Part, is_alike, parts_of
from alongside.server.records.tokens import LOCAL, read_date, read_phone

WEIGHTS = {
    "name_same": 60, "name_alike": 40, "name_part": 15, "birth_date_same": 50, "birth_date_near": 25, "phone_same": 40,
}  # fmt: skip
TWO_OF_THREE = 2


def fit_name(asked: str, known: Iterable[str]) -> str:
    """The best of all names the person goes by: ``name_same``, ``name_alike``, ``name_part`` or ""."""
    wanted = parts_of(asked)
    found = {_fit_parts(wanted, parts_of(one)) for one in known}
    return next((code for code in ("name_same", "name_alike", "name_part") if code in found), "")


def _fit_parts(wanted: list[Part], known: list[Part]) -> str:
    """Order is nothing; whoever says one surname of two says the same name."""
    few = min(len(wanted), len(known))
    same = sum(any(part & other for other in known) for part in wanted)
    alike = sum(any(part & other or is_alike(part, other) for other in known) for part in wanted)
    is_whole = few > 1 or len(wanted) == len(known)
    if few and same >= few and is_whole:
        return "name_same"
    if few and alike >= few and is_whole:
        return "name_alike"
    return "name_part" if alike else ""


def fit_date(asked: str, known: Iterable[str]) -> str:
    """``birth_date_same``; ``birth_date_near`` where two of three fit, or month and day stand the other way round; or ""."""
    wanted = read_date(asked)
    found = {_fit_days(wanted, told) for one in known if wanted and (told := read_date(one))}
    return next((code for code in ("birth_date_same", "birth_date_near") if code in found), "")


def _fit_days(wanted: tuple[int, int, int] | None, told: tuple[int, int, int]) -> str:
    if wanted is None or wanted == told:
        return "birth_date_same" if wanted else ""
    turned = (told[0], told[2], told[1])
    is_near = wanted == turned or sum(one == other for one, other in zip(wanted, told, strict=True)) >= TWO_OF_THREE
    return "birth_date_near" if is_near else ""


def fit_phone(asked: str, known: Iterable[str]) -> str:
    """``phone_same``, also where one of the two lacks its area; or ""."""
    wanted = read_phone(asked)
    others = [read_phone(one) for one in known]
    is_same = any(min(len(wanted), len(one)) >= LOCAL and (wanted.endswith(one) or one.endswith(wanted)) for one in others)
    return "phone_same" if is_same else ""


def fit(asked: dict[str, str], known: dict[str, list[str]]) -> Iterator[str]:
    """Every reason why somebody could be meant."""
    codes = (
        fit_name(asked.get("name", ""), [*known.get("name", ()), *known.get("other_names", ())]),
        fit_date(asked.get("birth_date", ""), known.get("birth_date", ())),
        fit_phone(asked.get("phone", ""), known.get("phone", ())),
    )
    yield from (code for code in codes if code)
