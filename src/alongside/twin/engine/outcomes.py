"""What can come of a meeting in a planning world, as the core calls it."""

from alongside.core.codes import Disposition

(RESOLVED_THERE, REFERRED, TAKEN_ALONG, ARRESTED, DECLINED, NOT_FOUND, BY_PHONE, NOT_BEHAVIOURAL) = range(8)
DISPOSITIONS = (
    Disposition.RESOLVED_ON_SCENE, Disposition.REFERRED, Disposition.TRANSPORTED_VOLUNTARY, Disposition.ARRESTED,
    Disposition.DECLINED_SERVICE, Disposition.NOT_FOUND, Disposition.RESOLVED_BY_PHONE, Disposition.NOT_BEHAVIOURAL,
)  # fmt: skip
