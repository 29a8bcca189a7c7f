"""What is known of one hold, under the names a mapping may use. It is made for one reader, filled in, and let go."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from alongside.library.official.mapping import Entry
from alongside.library.official.sources import SHAPES


class Known(NamedTuple):
    """``moments``: local time where the law counts. What is not known is not in it, and stays a line to write on."""

    words: Mapping[str, str]
    moments: Mapping[str, datetime]
    truths: frozenset[str]

    def value_of(self, entry: Entry) -> str:
        """What stands in a text field; empty where it is not known."""
        if entry.way == "time":
            moment = self.moments.get(entry.source)
            return moment.strftime(SHAPES[entry.shape]) if moment else self.words.get(entry.source, "")
        return self.words.get(entry.source, "")

    def choice_of(self, entry: Entry) -> str:
        """What a choice is set to; empty where nothing of it is so."""
        return next((option for source, option in entry.choices if source in self.truths), "")
