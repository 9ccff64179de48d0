"""Whether two titles are one form filled in twice: with another thing, place or name."""

from tasks.rules.project_names import partner_of
from tasks.rules.project_portraits import Portrait
from tasks.rules.project_words import FILLERS, names_subject, stem

_FEWEST_AROUND = 3  # telling words a form has at least, one of them at its beginning
# “… in the Republic of North Macedonia” ends the titles of all projects of a partner.
_OF_PARTNERS = ("republic", "republik", "nort", "sever", "vestern", "balkan", "zapadn", "region")
_SHORTEST_SUBJECT = 2  # letters of what is no word


def of_one_template(one: Portrait, other: Portrait) -> bool:
    """Whether two titles are one form filled in twice: the same words around two other things.

    “Refurbishment of the border crossing point …” and “WB PaCT course on …” name a project only
    together with what follows. Words around that say what the project is about are no form.
    """
    ours, theirs = one.folded.split(), other.folded.split()
    before, after = _around(ours, theirs)
    form = {*ours[:before], *ours[len(ours) - after :]}
    if sum(map(_tells, form)) < _FEWEST_AROUND or not any(map(_tells, ours[:before])):
        return False
    form -= one.acronyms | other.acronyms
    if any(_is_subject(word) for word in form) or (
        _names_subject(form, one) and not _bear_two_names(one, other)
    ):
        return False
    own, foreign = ours[before : len(ours) - after], theirs[before : len(theirs) - after]
    stems, others = ({stem(word) for word in each if _is_subject(word)} for each in (own, foreign))
    return bool(stems) and bool(others) and stems.isdisjoint(others)


def _names_subject(form: set[str], one: Portrait) -> bool:
    told = set(map(stem, form))
    subjects = one.facets.subjects
    return any(subjects.words[name] <= told for name in subjects.names if subjects.words[name])


def _bear_two_names(one: Portrait, other: Portrait) -> bool:
    """Whether each of two titles bears a name, of a crossing point say, and not the same one."""
    ours, theirs = (each.own_names | each.facets.places.names for each in (one, other))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _around(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """How many words two titles share at their beginnings, and how many of the rest at the end."""
    most = min(len(ours), len(theirs))
    before = next((n for n in range(most) if ours[n] != theirs[n]), most)
    left = most - before
    after = next((n for n in range(left) if ours[-1 - n] != theirs[-1 - n]), left)
    return before, after


def _tells(word: str) -> bool:
    of_partner = partner_of(word) or word.startswith(_OF_PARTNERS)
    return word not in FILLERS and not word.isdigit() and not of_partner


def _is_subject(word: str) -> bool:
    told = stem(word)
    return len(word) > _SHORTEST_SUBJECT and bool(told) and names_subject(told)
