"""Documents made to hurt, each with the code that refuses it; the names say what they would exhaust."""

from __future__ import annotations


def chain(length: int, spreads: int) -> str:
    """Fragments that each spread the next, several times over."""
    links = " ".join(f"fragment F{n} on Query {{ {f'...F{n + 1} ' * spreads}}}" for n in range(length))
    return f"{{ ...F0 }} {links} fragment F{length} on Query {{ __typename }}"


def doubling_fields(depth: int) -> str:
    """Fragments that each select two regions by the next."""
    links = " ".join(
        f"fragment F{n} on Region {{ a: parent {{ ...F{n + 1} }} b: parent {{ ...F{n + 1} }} }}" for n in range(depth)
    )
    return f'{{ region(by: {{ code: "41" }}) {{ ...F0 }} }} {links} fragment F{depth} on Region {{ name }}'


def nested_lists(depth: int, size: int) -> str:
    """Lists in lists: size to the power of depth objects."""
    return (
        f"{{ regions(first: {size}) {{ nodes {{ "
        + f"descendants(first: {size}) {{ nodes {{ " * (depth - 1)
        + "name"
        + " } }" * depth
        + " }"
    )


DOCUMENTS: dict[str, tuple[str, str]] = {
    "doubling fragment spreads": (chain(30, 2), "TOO_MANY_FIELDS"),
    "doubling fields": (doubling_fields(12), "TOO_MANY_FIELDS"),
    "a long chain of fragments": (chain(300, 1), "TOO_MANY_TOKENS"),
    "a chain of fragments that nests too deep": (chain(240, 1), "TOO_DEEP"),
    "2,000 aliases": ("{" + " ".join(f"a{n}: __typename" for n in range(2_000)) + "}", "TOO_MANY_TOKENS"),
    "300 aliases": ("{" + " ".join(f"a{n}: __typename" for n in range(300)) + "}", "TOO_MANY_ALIASES"),
    "the same field 900 times": (
        '{ region(by: { code: "41" }) {' + "name " * 900 + "} }",
        "TOO_MANY_REPETITIONS",
    ),
    "the same object 100 times": (
        "{" + 'region(by: { code: "41" }) { parent { name level } } ' * 100 + "}",
        "TOO_MANY_REPETITIONS",
    ),
    "a comment of 60,000 characters": ("{ __typename } #" + "x" * 60_000, "TOO_MANY_CHARACTERS"),
    "the whole schema twice": (
        "{ a: __schema { ...S } b: __schema { ...S } } fragment S on __Schema { types { name } }",
        "TOO_MANY_INTROSPECTIONS",
    ),
    "nested 2,000 deep": ("{a" * 2_000 + "}" * 2_000, "TOO_DEEP"),
    "inline fragments nested 900 deep": ("{" + "... on Query {" * 900 + "__typename" + "}" * 901, "TOO_DEEP"),
    "lists nested 900 deep": ("{ nodes(ids: " + "[" * 900 + "]" * 900 + ") { id } }", "TOO_DEEP"),
    "744,759 wide": (nested_lists(3, 91), "TOO_MANY_NODES"),
    "1,000,000 wide by 5 deep": (nested_lists(5, 100), "TOO_MANY_NODES"),
    "900 directives": ("{" + "__typename @include(if: true) " * 200 + "}", "TOO_MANY_DIRECTIVES"),
    "900 unknown fields": ("{" + " ".join(f"x{n}" for n in range(900)) + "}", "VALIDATION_FAILED"),
    "cyclic fragments": (
        '{ region(by: { code: "41" }) { ...A } } fragment A on Region { children { nodes { ...B } } }'
        " fragment B on Region { children { nodes { ...A } } }",
        "VALIDATION_FAILED",
    ),
    "280 unused fragments": (
        "{ __typename } " + " ".join(f"fragment F{n} on Query {{ __typename }}" for n in range(280)),
        "VALIDATION_FAILED",
    ),
    "390 operations": (" ".join(f"query Q{n} {{ __typename }}" for n in range(390)), "OPERATION_NOT_FOUND"),
    "a fragment that no operation spreads, whose selections are compared": (
        "{ __typename } fragment F on Region {" + "parent { parent { parent { id } } } " * 120 + "}",
        "TOO_MANY_REPETITIONS",
    ),
    "90 histories": (
        "{"
        + " ".join(f"a{n}: cases(first: 1) {{ nodes {{ history {{ changes {{ label }} }} }} }}" for n in range(90))
        + "}",
        "TOO_COMPLEX",
    ),
    "480 variables": ("query(" + " ".join(f"$v{n}: Int" for n in range(480)) + ") { __typename }", "VALIDATION_FAILED"),
}
