"""Reads, compiled to one statement each, and commands, one transaction each. Knows policies and models."""
