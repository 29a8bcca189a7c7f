"""What a call history says of the world it came from: measured, with how many calls say it, and what it does not say."""
