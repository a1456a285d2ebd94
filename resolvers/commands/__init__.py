"""Commands: one module for each aggregate, one transaction for each act."""

from resolvers.commands.staffing import update_staffing

__all__ = ["update_staffing"]
