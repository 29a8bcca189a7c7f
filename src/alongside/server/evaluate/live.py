"""The extract of this deployment's ledger, kept up with every commit."""

from threading import Lock

from alongside.evaluate.extract.fold import Extract
from alongside.evaluate.extract.table import Release
from alongside.evaluate.places.asked import AskedPlaces
from alongside.ledger.genesis import is_about_the_ledger
from alongside.server.site.deployment import Deployment
from alongside.server.site.keys import get_secret


class Live:
    """Folds what was committed since it was last asked; never blocks the writer."""

    def __init__(self, deployment: Deployment) -> None:
        self._read, self._extract, self._seq, self._lock = deployment.ledger.read, Extract(), 0, Lock()
        self._asked = AskedPlaces()
        kinds = {facility.id: facility.kind for facility in deployment.rules.facilities.values()}
        secret = get_secret(deployment.options.data, "release.key").encode()
        self.how = Release(secret, deployment.profile.area.zone, deployment.rules.program.id, kinds)

    def extract(self) -> Extract:
        """Everything committed until now."""
        with self._lock:
            while rows := self._read.list_after(self._seq):
                for row in rows:
                    if not is_about_the_ledger(row):
                        self._extract.take(row.fact)
                        self._asked.take(row.fact)
                self._seq = rows[-1].seq
            return self._extract

    def asked(self) -> AskedPlaces:
        """What places were asked and answered, until now."""
        self.extract()
        return self._asked


_here: list[tuple[Deployment, Live]] = []


def find_live(deployment: Deployment) -> Live:
    """The live extract of this deployment, made when first asked for and let go when another one opens."""
    if not _here or _here[0][0] is not deployment:
        _here[:] = [(deployment, Live(deployment))]
    return _here[0][1]
