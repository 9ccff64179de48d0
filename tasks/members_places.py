"""Where the members' database finds its files, for the steps and for the process that serves it."""

from data.settings import settings
from data.vocabulary.members_site import SitePlaces


def places() -> SitePlaces:
    """Where the site finds its files in this home."""
    root = settings().root
    return SitePlaces(
        releases=root / "members",
        catalogue=root / "members-site" / "catalogue.sqlite",
        accounts=root / "members-accounts.sqlite",
        secret=root / "members-site.secret",
        templates=settings().templates,
    )
