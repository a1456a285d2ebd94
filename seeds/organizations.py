"""The organizations of Henan: Luoyang at every level in full, its neighbours so far that isolation shows.

Regions are real (GB/T 2260); bodies carry the names that such bodies have.  Credit codes are made up, with
right check characters, and so are staffing figures.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

from stdnum.cn import uscc

from models import Level

FOLDER = Path(__file__).parent
_NAMESPACE = UUID("5f0d8a52-6c7f-5e0b-9a54-3d1f1c9a4103")
_IN_FULL = "4103"
_WITHOUT_GOVERNMENT = {"4190"}
_LEGAL_UNIT_NAMES = {Level.PROVINCE: "政策法规处", Level.CITY: "政策法规科", Level.COUNTY: "法制股"}


def stable_id(*parts: str) -> UUID:
    """The same key for the same thing at every seeding."""
    return uuid5(_NAMESPACE, ":".join(parts))


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table that stands beside this module."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class RegionSeed:
    """A region as its table has it, with what bodies need to be named."""

    code: str
    name: str
    parent: str | None

    @property
    def level(self) -> Level:
        """Its level."""
        return Level.of_region(self.code)

    @property
    def full_name(self) -> str:
        """The name that its bodies begin with: a district's with its city, any other's alone."""
        if self.level is not Level.COUNTY or not self.name.endswith("区"):
            return self.name
        city = regions()[self.code[:4]].name
        names_its_place = self.name.startswith((city.removesuffix("市"), "河南"))
        return self.name if names_its_place else city + self.name

    @property
    def is_zone(self) -> bool:
        """Whether it is a development zone, which has an administrative committee for a government."""
        return self.level is Level.COUNTY and self.code[4] == "7"

    @property
    def superior(self) -> RegionSeed | None:
        """The region whose bodies are the superiors of this one's."""
        above = regions()[self.parent] if self.parent else None
        return above.superior if above and above.code in _WITHOUT_GOVERNMENT else above


@cache
def regions() -> dict[str, RegionSeed]:
    """All regions of Henan by code."""
    found = rows("henan_regions.csv")
    return {row["code"]: RegionSeed(row["code"], row["name"], row["parent_code"] or None) for row in found}


@dataclass(frozen=True)
class OrganizationSeed:
    """An organization as its table takes it."""

    id: UUID
    name: str
    kind: str
    region_code: str
    field: str | None
    credit_code: str | None
    government_id: UUID | None
    superior_id: UUID | None
    department_id: UUID | None = None


def organization_id(region: str, kind: str, field: str = "") -> UUID:
    """The key of a region's body of this kind and field."""
    return stable_id("organization", region, kind, field)


def organizations() -> Iterator[OrganizationSeed]:
    """Every organization, superiors before those below them."""
    for region in regions().values():
        if region.level is Level.TOWNSHIP:
            if region.code.startswith(_IN_FULL):
                yield from _township(region)
        elif region.code not in _WITHOUT_GOVERNMENT:
            yield from _region(region)


def _region(region: RegionSeed) -> Iterator[OrganizationSeed]:
    code, full = region.code, region.full_name
    in_full = region.level is Level.PROVINCE or code.startswith(_IN_FULL)
    yield _body(region, "GOVERNMENT", full + ("管理委员会" if region.is_zone else "人民政府"), of_government=False)
    yield _body(region, "JUDICIAL_BUREAU", f"{full}司法{'厅' if region.level is Level.PROVINCE else '局'}")
    for row in rows("departments.csv"):
        if (in_full or row["everywhere"]) and (template := row[region.level.name.lower()]):
            yield from _department(region, row, template)
    if in_full:
        yield from _other_bodies(region)
    if code == _IN_FULL:
        yield _body(region, "RESEARCH_INSTITUTE", "洛阳市法治政府研究院", superior=False)
        yield _body(region, "SURVEY_AGENCY", "洛阳市社情民意调查中心", superior=False, of_government=False)


def _department(region: RegionSeed, row: dict[str, str], template: str) -> Iterator[OrganizationSeed]:
    city = regions()[region.code[:4]].name if region.level is Level.COUNTY else ""
    name = template.format(region=region.full_name, city=city, name=region.name.removeprefix(city.removesuffix("市")))
    above = region.superior
    has_superior = above is not None and bool(row[above.level.name.lower()])
    department = _body(
        region,
        row["kind"],
        name,
        field=row["field"],
        superior=has_superior,
        of_government=row["kind"] != "VERTICAL",
    )
    yield department
    yield _body(
        region,
        "LEGAL_UNIT",
        name + _LEGAL_UNIT_NAMES[region.level],
        field=row["field"],
        superior=has_superior,
        of_government=row["kind"] != "VERTICAL",
        has_code=False,
        department_id=department.id,
    )


def _other_bodies(region: RegionSeed) -> Iterator[OrganizationSeed]:
    full, is_province = region.full_name, region.level is Level.PROVINCE
    committee = f"中共{full}{'工' if region.is_zone else ''}委机构编制委员会办公室"
    yield _body(region, "ESTABLISHMENT_OFFICE", committee)
    yield _body(region, "FINANCE", f"{full}财政{'厅' if is_province else '局'}")
    yield _body(region, "POLICE", f"{full}公安{'厅' if is_province else '局'}", field="PUBLIC_SECURITY")
    yield _body(region, "PROCURATORATE", f"{full}人民检察院", of_government=False)
    yield _body(region, "SUPERVISORY_COMMISSION", f"{full}监察委员会", of_government=False)


def _township(region: RegionSeed) -> Iterator[OrganizationSeed]:
    county = regions()[region.code[:6]]
    full, short = county.full_name + region.name, region.name
    for suffix in ("街道", "镇", "乡"):
        short = short.removesuffix(suffix)
    office = {"街道": "办事处", "镇": "人民政府", "乡": "人民政府"}
    ending = next((name for suffix, name in office.items() if region.name.endswith(suffix)), "管理委员会")
    government = organization_id(region.code, "TOWNSHIP_GOVERNMENT")
    yield OrganizationSeed(
        id=government,
        name=full + ending,
        kind="TOWNSHIP_GOVERNMENT",
        region_code=region.code,
        field=None,
        credit_code=_credit_code(region.code, "TOWNSHIP_GOVERNMENT"),
        government_id=None,
        superior_id=organization_id(county.code, "GOVERNMENT"),
    )
    for kind, name, superior in (
        ("JUDICIAL_OFFICE", f"{county.full_name}司法局{short}司法所", organization_id(county.code, "JUDICIAL_BUREAU")),
        ("TOWNSHIP_ENFORCEMENT", f"{full}综合行政执法队", None),
    ):
        yield OrganizationSeed(
            id=organization_id(region.code, kind),
            name=name,
            kind=kind,
            region_code=region.code,
            field=None,
            credit_code=None,
            government_id=government,
            superior_id=superior,
        )


def _body(
    region: RegionSeed,
    kind: str,
    name: str,
    *,
    field: str = "",
    superior: bool = True,
    of_government: bool = True,
    has_code: bool = True,
    department_id: UUID | None = None,
) -> OrganizationSeed:
    above = region.superior if superior else None
    return OrganizationSeed(
        id=organization_id(region.code, kind, field),
        name=name,
        kind=kind,
        region_code=region.code,
        field=field or None,
        credit_code=_credit_code(region.code, kind, field) if has_code else None,
        government_id=organization_id(region.code, "GOVERNMENT") if of_government else None,
        superior_id=organization_id(above.code, kind, field) if above else None,
        department_id=department_id,
    )


def _credit_code(region: str, kind: str, field: str = "") -> str:
    digest = int.from_bytes(hashlib.sha256(f"{region}:{kind}:{field}".encode()).digest()[:8])
    number = f"{digest % 10**8:08d}"
    weighted = sum(int(digit) * weight for digit, weight in zip(number, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    check = "0123456789X"[-weighted % 11]
    code = f"11{region[:6]:0<6}{number}{check}"
    return code + str(uscc.calc_check_digit(code))
