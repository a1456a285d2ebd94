"""The door: HTTP, authentication, settings, command line, health. Knows everyone."""
