"""The routes of the API, a module each kind of thing."""
