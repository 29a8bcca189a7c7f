"""Where other systems meet us."""
