"""What is coming: calls by hour for the next two weeks, with intervals, scored on weeks that were held back."""
