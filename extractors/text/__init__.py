"""From a file to a repaired text in sentences."""
