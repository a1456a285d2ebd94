"""Behaviour over HTTP and against a real PostgreSQL."""
