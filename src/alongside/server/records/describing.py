"""What is said of somebody missing or found, in any order and in two languages, and how well an enrolled person fits it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from alongside.server.records.fitting import fit_name
from alongside.server.records.sounding import fold
from alongside.server.records.tokens import read_date

DESCRIBED_BY = ("name", "other_names", "birth_date", "appearance", "seen_as", "spoken_language", "address", "likely_places")
WEIGHTS = {
    "name_same": 60, "name_alike": 45, "name_part": 20, "age_near": 25, "age_about": 12, "age_far": -40, "seen_as_same": 12,
    "seen_as_other": -60, "looks_same": 20, "looks_alike": 10, "speaks_same": 15, "place_same": 25, "drawn_there": 15,
}  # fmt: skip
LEAST = 12  # "a man" by itself fits half of the registry, and still is better than nothing where nothing else is known
SEEN_AS = {
    "man": "man men male boy gentleman grandfather grandpa father he him his hombre senor nino chico muchacho abuelo padre anciano",
    "woman": "woman women female girl lady grandmother grandma mother she her hers mujer senora nina chica muchacha abuela madre anciana",
}
DECADES = {
    20: "twenties veintitantos", 30: "thirties treinta treintanero", 40: "forties cuarenta cuarenton", 50: "fifties cincuenta cincuenton",
    60: "sixties sesenta sesenton", 70: "seventies setenta setenton", 80: "eighties ochenta ochenton", 90: "nineties noventa noventon",
}  # fmt: skip
AGES = {"toddler": (1, 4), "child": (3, 12), "kid": (3, 12), "nino": (3, 14), "nina": (3, 14), "boy": (3, 17), "girl": (3, 17),
        "teen": (13, 19), "teenager": (13, 19), "adolescente": (13, 19), "elderly": (65, 110), "older": (60, 110), "anciano": (65, 110),
        "anciana": (65, 110), "abuelo": (55, 110), "abuela": (55, 110)}  # fmt: skip
NEAR = {
    "water": "water river creek canal lake pond pool stream agua rio arroyo lago estanque piscina alberca acequia",
    "traffic": "highway freeway road street traffic autopista carretera calle trafico",
    "trains": "train trains tracks rail station trax tren vias estacion",
    "heights": "bridge roof tower garage puente techo torre",
    "woods": "woods park trail canyon forest bosque parque sendero canon",
    "vehicles": "bus car buses cars autobus camion coche",
}
SMALL = frozenset(
    {
        "the", "a", "an", "and", "or", "with", "without", "of", "in", "on", "at", "near", "by", "to", "is", "was", "has", "had", "have",
        "no", "not", "his", "her", "their", "he", "she", "they", "wearing", "wears", "about", "around", "old", "years", "year",
        "el", "la", "los", "las", "un", "una", "unos", "con", "sin", "de", "del", "en", "cerca", "por", "y", "o", "es", "tiene", "lleva",
        "anos", "mas", "su",
    }
)  # fmt: skip
NOT_A_PLACE = frozenset({"street", "road", "avenue", "south", "north", "east", "west", "calle"})
NUMBER = re.compile(r"\b(\d{1,3})(s?)\b")
AGE_SLACK, AGE_ABOUT = 3, 10


class Described(NamedTuple):
    """What was understood: how they are seen, how old from and to, words that say something, what they are near."""

    said: str = ""
    seen_as: str = ""
    ages: tuple[int, int] | None = None
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


def read_description(text: str) -> Described:
    """Read it as a call-taker typed it: “man, seventies, no coat, near the canal”."""
    words = words_of(text)
    seen = {code for code, known in SEEN_AS.items() if words & set(known.split())}
    near = frozenset(code for code, known in NEAR.items() if words & set(known.split()))
    return Described(text, seen.pop() if len(seen) == 1 else "", _read_ages(text, words), frozenset(words - SMALL), near)


def words_of(text: str) -> set[str]:
    """Small words without accents; a plural is its singular."""
    return {one for word in re.findall(r"[^\W\d_]+", fold(text)) for one in (word, word.removesuffix("s"))}


def _read_ages(text: str, words: set[str]) -> tuple[int, int] | None:
    for number, many in NUMBER.findall(fold(text)):
        age = int(number)
        if many and age % 10 == 0 and 20 <= age <= 90:
            return age, age + 9
        if 1 <= age <= 110:
            return max(0, age - AGE_SLACK), age + AGE_SLACK
    decade = next((start for start, known in DECADES.items() if words & set(known.split())), None)
    if decade is not None:
        return decade, decade + 9
    return next((span for word, span in AGES.items() if word in words), None)


def fit_described(asked: Described, known: Mapping[str, list[str]], drawn_to: Iterable[str], year: int) -> Iterator[str]:
    """Every reason why this enrolled person fits, or does not. ``year`` is this year: the day of a birthday is not worth a miss."""
    places = _all_words([*known.get("likely_places", ()), *known.get("address", ())]) - SMALL - NOT_A_PLACE
    codes = (
        fit_name(_as_name(asked.said), [*known.get("name", ()), *known.get("other_names", ())]),
        _fit_age(asked.ages, known.get("birth_date", ()), year),
        _fit_seen(asked.seen_as, known.get("seen_as", ())),
        _fit_looks(asked.words, known.get("appearance", ())),
        "speaks_same" if asked.words & _all_words(known.get("spoken_language", ())) else "",
        "place_same" if asked.words & places else "",
        "drawn_there" if asked.near & set(drawn_to) else "",
    )
    yield from (code for code in codes if code)


def _as_name(said: str) -> str:
    """Only what is written like a name, so that “gray coat” sounds like nobody."""
    return " ".join(re.findall(r"\b[A-ZÀ-Þ][^\W\d_]+", said)) if re.search(r"[a-zß-ÿ]", said) else ""


def _fit_age(ages: tuple[int, int] | None, born: Iterable[str], year: int) -> str:
    years = [told[0] for one in born if (told := read_date(one))]
    if ages is None or not years:
        return ""
    age = year - years[-1]
    off = max(ages[0] - age, age - ages[1], 0)
    return "age_near" if off <= AGE_SLACK else "age_about" if off <= AGE_ABOUT else "age_far"


def _fit_seen(asked: str, known: Iterable[str]) -> str:
    told = set(known)
    return "" if not asked or not told & set(SEEN_AS) else "seen_as_same" if asked in told else "seen_as_other"


def _fit_looks(asked: frozenset[str], known: Iterable[str]) -> str:
    same = asked & (_all_words(known) - SMALL - _said_of_everybody())
    return "looks_same" if len(same) > 1 else "looks_alike" if same else ""


def _said_of_everybody() -> set[str]:
    return {word for known in SEEN_AS.values() for word in known.split()}


def _all_words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in words_of(text)}
