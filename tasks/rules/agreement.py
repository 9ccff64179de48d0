"""Who agreed to the calendar or the structure; silence is not agreement (rule R1)."""

from collections.abc import Iterable, Sequence

from data.errors.agreement import NotAgreedYet
from data.vocabulary import Agreement, Member, Position, Subject
from data.vocabulary.analysis import AgreementStanding
from tasks.rules.phrases import named


def standing(
    agreements: Iterable[Agreement],
    partners: Sequence[Member],
    subject: Subject,
    pillar: str,
    version: int,
) -> AgreementStanding:
    """Who agreed to one version, who commented and who is silent; a partner's latest word counts.

    Args:
        agreements: All words on record; those on other subjects, pillars or versions are passed by.
        partners: The partners whose agreement is needed, alphabetical by display name.
        subject: Calendar or structure.
        pillar: The pillar's code, or the empty text for what concerns all pillars alike.
        version: The version that was sent to the partners.
    """
    latest: dict[str, Agreement] = {}
    for word in sorted(agreements, key=lambda word: word.recorded_at):
        if (word.subject, word.pillar, word.version) == (subject, pillar, version):
            latest[word.member] = word
    heard = [(partner, latest[partner.code]) for partner in partners if partner.code in latest]
    return AgreementStanding(
        subject=subject,
        version=version,
        agreed=tuple(p for p, word in heard if word.position is Position.AGREED),
        commented=tuple((p, word.text) for p, word in heard if word.position is Position.COMMENTS),
        silent=tuple(partner for partner in partners if partner.code not in latest),
    )


def is_agreed(standing: AgreementStanding) -> bool:
    """Whether every partner has agreed; nobody has when there are no partners."""
    return bool(standing.agreed) and not standing.commented and not standing.silent


def sentence(standing: AgreementStanding) -> str:
    """The standing in one neutral line, for a table or the name of a waiting run."""
    everybody = len(standing.agreed) + len(standing.commented) + len(standing.silent)
    parts = [f"agreed by {len(standing.agreed)} of {everybody} partners"]
    if standing.commented:
        parts.append(f"comments from {named(p.name for p, _ in standing.commented)}")
    if standing.silent:
        parts.append(f"no word yet from {named(p.name for p in standing.silent)}")
    return f"{'; '.join(parts)}."


def clear_for_request(calendar: AgreementStanding, structure: AgreementStanding) -> None:
    """Let a request go out only when calendar and structure are both agreed (rule R1).

    Raises:
        NotAgreedYet: one of them is not; the sentence says who agreed and who did not.
    """
    for each in (calendar, structure):
        if not is_agreed(each):
            raise NotAgreedYet(subject=each.subject, version=each.version, standing=sentence(each))
