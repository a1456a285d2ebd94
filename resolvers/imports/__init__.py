"""Imports: rows of a file, each run through the command that makes one such object."""
