"""Annotated texts and the commands that learn from them; not part of the wheel."""
