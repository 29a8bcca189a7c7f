"""The words for what people need, and how a service is recognized as answering a need."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alongside.core.directory.search import fold
from alongside.library.reading import read_yaml
from alongside.library.shape import Part

SDOH = frozenset(
    {
        "sdoh-category-unspecified", "food-insecurity", "housing-instability", "homelessness", "inadequate-housing",
        "transportation-insecurity", "financial-insecurity", "material-hardship", "educational-attainment", "employment-status",
        "veteran-status", "stress", "social-connection", "intimate-partner-violence", "elder-abuse", "personal-health-literacy",
        "health-insurance-coverage-status", "medical-cost-burden", "digital-literacy", "digital-access", "utility-insecurity",
        "language-access", "incarceration-status", "protective-factor",
    }
)  # fmt: skip
TAXONOMY, SDOH_TAXONOMY = "Alongside needs", "SDOHCC-CodeSystemTemporaryCodes"


@dataclass(frozen=True)
class Need:
    """One need: its words by language, its SDOH category, and what recognizes it, folded."""

    id: str
    labels: Mapping[str, str]
    sdoh: str
    found_by: frozenset[str]


@lru_cache(maxsize=4)
def load_needs(path: Path | None = None) -> Mapping[str, Need]:
    """The needs by id, in the order of the file. Raises ``Mistake``."""
    part = Part(read_yaml(path or Path(__file__).with_name("needs.yaml")))
    part.only("needs")
    return {name: _read(name, below) for name, below in part.mapping("needs")}


def _read(name: str, part: Part) -> Need:
    part.only("sdoh", "label", "found_by")
    words = frozenset(fold(str(below.value)) for below in part.parts("found_by", least=1))
    return Need(name, part.words("label"), part.code("sdoh", SDOH), words)


def needs_of(text: str, coded: frozenset[str] = frozenset()) -> frozenset[str]:
    """The needs a service says it answers by code; where it bears none of ours, those its folded words speak of."""
    needs = load_needs()
    return coded & needs.keys() or frozenset(name for name, need in needs.items() if not need.found_by.isdisjoint(_phrases(text)))


@lru_cache(maxsize=1)
def _phrases(text: str) -> frozenset[str]:
    """Every one to three words in a row."""
    words = text.split()
    return frozenset(" ".join(words[at : at + long]) for long in (1, 2, 3) for at in range(len(words) - long + 1))
