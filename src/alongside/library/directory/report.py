"""What became of every row that was read: kept, merged with one that says the same, or refused by name."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

WHY = {
    "no_id": "has no id",
    "no_name": "has no name",
    "id_twice": "bears the id {value} of another row that says something else",
    "names_nothing": "names nothing that it belongs to",
    "names_unknown": "names {value}, which is not in the file",
    "no_number": "has no number",
    "says_nothing": "says nothing",
    "says_too_much": "adds to what is too long already",
    "not_read": "is in a table that is not part of HSDS: {value}",
    "words_for_rows": "has words under “{value}”, where other rows belong: these were left out",
    "too_many_columns": "has more columns than its heading",
}


class Refused(NamedTuple):
    """One row that was not taken: where it stands, and why."""

    where: str
    code: str
    value: str = ""

    @property
    def sentence(self) -> str:
        """What and where, in one line."""
        return f"{self.where} {WHY[self.code].format(value=self.value)}"


@dataclass
class Report:
    """Counts by table. Every row read is kept, merged or refused: ``reconciles`` says whether that adds up."""

    read: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    merged: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    refused_by: Counter[str] = field(default_factory=Counter)
    remarks: list[Refused] = field(default_factory=list)  # kept, but something in it could not be used

    def refuse(self, table: str, where: str, code: str, value: str = "") -> None:
        """Not taken."""
        self.refused.append(Refused(where, code, value))
        self.refused_by[table] += 1

    def remark(self, where: str, code: str, value: str = "") -> None:
        """Taken, without the part that is named."""
        self.remarks.append(Refused(where, code, value))

    @property
    def reconciles(self) -> bool:
        """Whether rows in are rows kept, merged and refused, table by table."""
        return all(self.read[name] == self.kept[name] + self.merged[name] + self.refused_by[name] for name in self.read)

    def as_json(self) -> dict[str, Any]:
        """For a file, with every refused row."""
        tables = {
            name: {"read": self.read[name], "kept": self.kept[name], "merged": self.merged[name], "refused": self.refused_by[name]}
            for name in sorted(self.read)
        }
        told = [one.sentence for one in self.refused]
        return {"reconciles": self.reconciles, "tables": tables, "refused": told, "remarks": [one.sentence for one in self.remarks]}
