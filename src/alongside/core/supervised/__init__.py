"""What somebody in training writes: it waits for the signature of whoever supervises them."""
