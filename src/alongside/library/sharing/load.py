"""Loads who may see what for one jurisdiction, compiled, frozen and named by the hash of its content."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alongside.core.sharing.rules import Denial, Grant, SharingRules
from alongside.library.programs.canonical import hash_of
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.library.sharing.fields import Fields, read_fields
from alongside.library.sharing.grants import EVERYBODY, Around, read_denials, read_grants, read_groups
from alongside.library.sharing.law import LAW, SETTINGS, read_end, read_settings

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Sharing:
    """The rules for the core, and the words of fields and classes for the edge."""

    rules: SharingRules
    fields: Fields
    grants: tuple[Grant, ...]
    denials: tuple[Denial, ...]
    about: Mapping[str, str]
    invented: bool


def list_jurisdictions(folder: Path = HERE) -> tuple[str, ...]:
    """The jurisdictions there are."""
    return tuple(sorted(path.stem for path in folder.glob("jurisdictions/*.yaml")))


@lru_cache(maxsize=16)
def load_sharing(jurisdiction: str = "invented", folder: Path = HERE) -> Sharing:
    """Read fields, rules and one jurisdiction. Raises ``Mistake`` with file, line and field."""
    fields = read_fields(Part(read_yaml(folder / "fields.yaml")))
    part, law = Part(read_yaml(folder / "rules.yaml")), Part(read_yaml(folder / "jurisdictions" / f"{jurisdiction}.yaml"))
    part.only("version", "groups", "grants", "denials")
    law.only(*LAW)
    around = Around(read_groups(part), fields.classes, SETTINGS)
    grants, denials = read_grants(part, around), read_denials(part, around)
    rules = _compile(part.text("version"), jurisdiction, fields, (grants, denials), law)
    return Sharing(rules, fields, grants, denials, law.words("about"), law.flag("invented"))


def _compile(
    version: str, jurisdiction: str, fields: Fields, said: tuple[tuple[Grant, ...], tuple[Denial, ...]], law: Part
) -> SharingRules:
    """Grants and denials by what is asked for, so that a question looks at few of them."""
    grants: dict[tuple[str, str], tuple[Grant, ...]] = defaultdict(tuple)
    denials: dict[str, tuple[Denial, ...]] = defaultdict(tuple)
    for grant in said[0]:
        for role in grant.roles:
            grants[role, grant.data_class] += (grant,)
    for denial in said[1]:
        for data_class in denial.classes:
            denials[data_class] += (denial,)
    settings, ends = read_settings(law), read_end(law)
    name = hash_of(said, fields.classes, fields.reaching, settings, ends)
    return SharingRules(
        version, name, EVERYBODY, fields.classes, fields.reaching, dict(grants), dict(denials), settings, ends, jurisdiction
    )
