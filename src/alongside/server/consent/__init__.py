"""Consent on pages: asked for step by step, signed on screen or paper, listed, taken back."""
