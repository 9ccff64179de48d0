"""The base of every table: tables are called as the field calls them, in snake case."""

import re

from sqlalchemy.orm import declared_attr
from sqlmodel import SQLModel


class Table(SQLModel):
    """`NeedsMapping` is kept in `needs_mapping`, and so on."""

    # SQLModel types the name as a value; a directive computes it for each table.
    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 # pyright: ignore[reportIncompatibleVariableOverride] - see above
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
