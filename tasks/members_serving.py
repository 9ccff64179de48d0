"""The process that serves the members' database: `python -m tasks.members_serving PORT`.

Started by `mapping members-site`. It reads the released files and the accounts, and nothing else.
"""

import sys
from datetime import UTC, datetime

from data.errors.base import MappingError
from tasks.edges.members_site.serving import serve
from tasks.edges.members_site.site import make_site
from tasks.members_places import places
from tasks.rules.transliteration import plain_latin


def main(port: int) -> int:
    """Serve until Ctrl-C; a refusal becomes its sentence and exit code 1."""
    try:
        site = make_site(places(), plain_latin, lambda: datetime.now(UTC))
        serve(site, port)
    except MappingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
