"""The inputs of commands, a file for each aggregate."""
