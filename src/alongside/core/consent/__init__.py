"""What the person agreed to have shown, to whom and for what; what they declined; what they took back."""
