"""The members' catalogue as it follows from what is released."""

from data import store
from data.queries import methodologies
from data.reference import methodology_versions
from tasks.edges.members_site.catalogue import build_catalogue
from tasks.members_places import places
from tasks.rules.transliteration import plain_latin


def catalogue() -> bytes:
    """The bytes of the catalogue over all released files; the same releases give the same bytes.

    Raises:
        ReleasedFileChanged: a released file is not the one its manifest names.
    """
    with store.session() as session:
        versions = (*methodology_versions(), *methodologies.confirmed(session))
    return build_catalogue(places().releases, versions, plain_latin)
