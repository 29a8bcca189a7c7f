"""What a newcomer finds in the records of a demo: people, consents, requests in each state, something to sign and to review."""
