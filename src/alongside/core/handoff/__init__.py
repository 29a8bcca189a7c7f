"""A safe place: reservation, agreement, and the hand-over at the door that alone moves responsibility."""
