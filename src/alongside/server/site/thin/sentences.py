"""What the thin path says itself."""

SIGN_IN = "Your session has ended. Sign in again; what you typed is still here."
NOT_ALLOWED = "This is not part of your role."
CHECK_FAILED = "This could not be checked as coming from our own page. Load the page again and send it once more."
NO_SUCH = "There is nothing at this address."
HOST_UNKNOWN = "This server does not answer to that name. Use the address it printed when it started."
FAILED = "The server could not do that. Nothing acknowledged before is lost; try again with the same id."
REPLAY_READ_ONLY = "This is a day being replayed: look on, or steer its clock. Nothing here can be changed; start a demo to work yourself."
