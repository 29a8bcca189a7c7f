"""Reads ``writing.yaml``: which roles may write which fields into a person's record."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from alongside.core.sharing.access import ROLES
from alongside.core.sharing.rules import Writing
from alongside.core.sharing.terms import CLASSES
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.library.sharing.fields import read_fields

HERE = Path(__file__).parent
ON_CALLS = ("public", "call_facts")


@lru_cache(maxsize=4)
def load_writing(folder: Path = HERE) -> Writing:
    """Fields by role. Raises ``Mistake`` with file, line and field."""
    classes = read_fields(Part(read_yaml(folder / "fields.yaml"))).classes
    part = Part(read_yaml(folder / "writing.yaml"))
    part.only("groups", "writes")
    groups = {name: frozenset(part.at("groups").codes(name, ROLES)) for name, _ in part.mapping("groups")}
    written: dict[str, frozenset[str]] = defaultdict(frozenset)
    for one in part.parts("writes", least=1):
        roles, fields = _read(one, groups, classes)
        for role in roles:
            written[role] |= fields
    return Writing(dict(written), dict(classes))


def _read(part: Part, groups: dict[str, frozenset[str]], classes: Mapping[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    part.only("roles", "class", "fields")
    of_class = part.code("class", [one for one in CLASSES if one not in ON_CALLS])
    own = [field for field, its in classes.items() if its == of_class]
    named = part.codes("roles", (*groups, *ROLES))
    roles = frozenset().union(*(groups.get(name, frozenset({name})) for name in named))
    return roles, frozenset(own) if part.at("fields").value == "all" else frozenset(part.codes("fields", own))
