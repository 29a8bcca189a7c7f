"""Emergency access (break-glass): a record opened without a tie for an hour, told at once, reviewed within a week."""
