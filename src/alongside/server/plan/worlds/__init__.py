"""Worlds fitted to imported histories: joined, kept, shown with what the fit rests on."""
