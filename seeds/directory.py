"""The directory of Henan, and one account for each persona."""

from __future__ import annotations

from dataclasses import astuple, fields
from datetime import date

from seeds.batch import SINCE, Seeding, Tables, versioned
from seeds.organizations import OrganizationSeed, organization_id, organizations, regions, rows, stable_id
from seeds.staffing import STAFFING_CHANGE_COLUMNS, STAFFING_COLUMNS, staffing, staffing_changes

DEVELOPMENT_ISSUER = "jiandu-development"


async def directory(_: Seeding) -> Tables:
    """Regions, organizations and staffing of Henan."""
    bodies = list(organizations())
    return [
        ("region", "code name parent_code", ((each.code, each.name, each.parent) for each in regions().values())),
        (
            "organization",
            " ".join(field.name for field in fields(OrganizationSeed)),
            (astuple(each) for each in bodies),
        ),
        versioned("staffing", STAFFING_COLUMNS, staffing(bodies)),
        ("staffing_change", STAFFING_CHANGE_COLUMNS, staffing_changes(bodies)),
    ]


async def personas(_: Seeding) -> Tables:
    """One account for each persona, with its role."""
    accounts, assignments = [], []
    for persona in rows("personas.csv"):
        subject, region = persona["subject"], persona["region"]
        account = stable_id("account", subject)
        organization = organization_id(region, persona["kind"], persona["field"])
        accounts.append((account, DEVELOPMENT_ISSUER, subject, persona["name"], organization, region, SINCE))
        key = stable_id("role_assignment", subject)
        assignments.append((key, account, persona["role"], organization, region, date(2026, 1, 1)))
    return [
        ("account", "id issuer subject name organization_id region_code created_at", accounts),
        ("role_assignment", "id account_id role organization_id region_code valid_from", assignments),
    ]
