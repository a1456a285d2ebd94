"""Imports at the door: the task that runs them, the command line, the templates."""
