"""What a page tells in words, row by row, copied out of the board first, so that words are read after it was let go."""

from typing import NamedTuple

from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site.rows import Row
from alongside.server.site.telling import references_of, tell_all


class Listed(NamedTuple):
    """Rows by list, each with the references of its words."""

    lists: dict[str, list[Row]]

    @property
    def references(self) -> list[Reference]:
        """The words to read."""
        return references_of(row for rows in self.lists.values() for row in rows)

    def tell(self, words: Words) -> Row:
        """The same with words, or with why not."""
        return {name: [{**row, "words": tell_all(words, row["references"])} for row in rows] for name, rows in self.lists.items()}
