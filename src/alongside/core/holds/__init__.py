"""Legal holds: written only under verified law by designated staff; the latest time is exact; they move no responsibility."""
