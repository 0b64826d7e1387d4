"""Real stores for the tests."""
