"""What keeps a server from starting and says by itself what is wrong and what to do."""

from alongside.ledger.refused import LedgerRefused
from alongside.library.reading import Mistake
from alongside.server.replay.refused import ReplayRefused
from alongside.twin.planning.wrong import Mistake as WrongWorld

SENTENCES = (LedgerRefused, Mistake, WrongWorld, ReplayRefused)
