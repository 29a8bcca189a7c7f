"""How we say that something sent cannot be read: one sentence naming the field."""


class Malformed(Exception):
    """What was sent is not a request. ``status`` is the HTTP status; ``template`` is a catalogue message with ``parameters``."""

    def __init__(self, template: str, status: int = 422, code: str = "malformed", **parameters: object) -> None:
        super().__init__(template)
        self.template, self.status, self.code, self.parameters = template, status, code, parameters


def N_(message: str) -> str:
    """Marks a message for the catalogues."""
    return message


TOO_LARGE = N_("This is too long to keep ({bytes} bytes, at most {most}). Shorten it and send it again.")
FIELD_TOO_LARGE = N_("The field “{field}” is too long ({bytes} bytes, at most {most}). Shorten it and send it again.")
NOT_JSON = N_("What was sent is not readable JSON. Send one JSON object.")
NOT_AN_OBJECT = N_("What was sent is not a JSON object. Send the request's fields by name.")
UNKNOWN_KIND = N_("There is no request “{kind}”. See the list at /api/docs.")
UNKNOWN_FIELD = N_("“{kind}” has no field “{field}”. Leave it out, or check its spelling.")
MISSING_FIELD = N_("The field “{field}” is missing. Send it with the request.")
WRONG_FIELD = N_("The field “{field}” cannot be read: {why}. Correct it and send again.")
OFF_THE_EARTH = N_("The field “{field}” is not a place on the earth. Send [latitude, longitude] in degrees.")
OUTSIDE_AREA = N_("The field “{field}” lies outside this area. Check latitude and longitude, or leave it out.")
IN_FUTURE = N_("The field “{field}” lies in the future. Check the time (milliseconds since 1970, UTC).")
TOO_LONG_AGO = N_("The field “{field}” lies more than {hours} hours back. Check the time (milliseconds since 1970, UTC).")
BAD_ID = N_("The field “{field}” is not an id: 1 to 64 letters, digits, “-”, “_”, “.” or “:”.")
NOT_YOURS = N_("The field “{field}” names somebody else. Only a supervisor may do this for another person.")
