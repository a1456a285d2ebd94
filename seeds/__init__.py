"""Regions, organizations, staffing and personas to start with. Knows tables only."""
