"""How often what needs no account may be done from one network."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from models import ErrorCode, PublicUse, Refusal
from resolvers.commands.unit_of_work import UnitOfWork

_KEPT = timedelta(days=1)
# A household or a company has a whole such network of addresses.
_IPV6_PREFIX = 64


async def count_public_use(work: UnitOfWork, command: str, most: int) -> None:
    """Count one use in this hour from the caller's network.  Raises ``Refusal`` above the most.

    Of several at once each waits for the one before, so that none is missed.
    """
    hour = work.at.replace(minute=0, second=0, microsecond=0)
    network = network_of(work.caller.remote_address)
    await work.session.execute(delete(PublicUse).where(col(PublicUse.hour) < hour - _KEPT))
    first = insert(PublicUse).values(network=network, command=command, hour=hour, count=1)
    counted = first.on_conflict_do_update(
        index_elements=["network", "command", "hour"], set_={"count": col(PublicUse.count) + 1}
    ).returning(col(PublicUse.count))
    if (await work.session.execute(counted)).scalar_one() > most:
        raise Refusal(ErrorCode.PUBLIC_LIMIT_REACHED, limit=most)


def network_of(address: str | None) -> str:
    """What one caller's addresses have in common: an IPv4 address, or the network of an IPv6 address."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return "-"
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ip_network((parsed, _IPV6_PREFIX), strict=False))
    return str(parsed)
