"""Needs of several partners in one cell: a line for each partner with the numbers of its needs."""

from collections.abc import Iterable

from tasks.rules.report_material import Material


def needs_by_partner(material: Material, keys: Iterable[str]) -> str:
    """“Albania: AL-CT-01, AL-CT-03”, then the next partner on a line of its own.

    Args:
        material: The snapshot of the report.
        keys: Keys of needs in the order of the report, so that partners stand alphabetically.
    """
    numbers: dict[str, list[str]] = {}
    for key in keys:
        numbers.setdefault(material.needs[key].member, []).append(material.number(key))
    return "\n".join(f"{material.name(code)}: {', '.join(own)}" for code, own in numbers.items())
