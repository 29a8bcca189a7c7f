"""From what a browser or machine sends to a request of the core, and back to an answer."""
