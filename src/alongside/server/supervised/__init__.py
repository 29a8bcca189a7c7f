"""What people in training wrote, and who signs it."""
