"""The face: command line, HTTP, pages, settings."""
