"""Letters on a proposal: held as files, and posted when a person says so (rule R17).

They belong to no cycle, so that the letters of a cycle neither wait for them nor take them along.
"""

from collections.abc import Sequence

from data import clock, store
from data.errors.methodology import ProposalLettersKeptBack
from data.queries import journal, members, proposal_posts, requests
from data.settings import settings
from data.vocabulary import (
    Attachment,
    Letter,
    LettersMode,
    LetterToWrite,
)
from data.vocabulary.methodology import METHODOLOGY
from tasks import filing, seat_records, sending
from tasks.edges import letters, messages, postbox
from tasks.patience import step
from tasks.rules import naming
from tasks.rules.phrases import counted


@step("write and hold letters on a proposal")
def hold(wanted: Sequence[LetterToWrite]) -> int:
    """Write each letter once and hold it in the outbox; returns how many are new."""
    return sum(_hold(letter) for letter in wanted)


@step("release letters on proposals")
def release(mode: LettersMode) -> int:
    """Post the held letters on proposals when they are to be released; returns how many went.

    Raises:
        ProposalLettersKeptBack: some letters were refused; all the others went out.
        MailServerSilent: the server does not answer; what was not sent is sent by the next run.
    """
    with store.session() as session:
        held = proposal_posts.waiting(session)
    kept_back = sending.send(held, mode)
    if kept_back:
        lines = "".join(f"\n  - {sentence}" for sentence in kept_back)
        raise ProposalLettersKeptBack(count=counted(len(kept_back), "letter"), sentences=lines)
    return len(held) if mode is LettersMode.RELEASE else 0


def _hold(wanted: LetterToWrite) -> int:
    # In one unit of work: two runs at once must not give one number to two letters.
    with store.session() as session:
        requests.stand_in_line(session)
        if requests.letter_exists(session, wanted.key):
            return 0
        names = {member.code: member.name for member in members.on(session, clock.today())}
        to = seat_records.addresses(session, wanted.member)
        order = requests.count_letters(session) + 1
        name = naming.letter(METHODOLOGY, "", order, wanted.member, wanted.kind)
        letter = _write(wanted, names.get(wanted.member, wanted.member), to)
        content = messages.message(letter, settings().sender)
        sha256 = filing.put_on_shelf(session, content, name, letter.written_at)
        requests.keep_letter(session, letter, None, wanted.member, None, name, sha256)
        facts = {"letter": sha256, "to": ", ".join(letter.to), "subject": letter.subject}
        act = f"letter held: {wanted.kind}"
        matter = f"{METHODOLOGY} proposal {wanted.facts['number']}"
        journal.append(session, letter.written_at, "Secretariat", act, matter, facts)
    postbox.hold(settings().root / "outbox", name, content)
    return 1


def _write(wanted: LetterToWrite, member_name: str, to: tuple[str, ...]) -> Letter:
    facts = {
        "member_name": member_name,
        "contact": filing.contact_line(),
        "deadline": wanted.deadline,
        "enclosed": tuple((each.name, each.description) for each in wanted.enclosures),
        **wanted.facts,
    }
    subject, text, html = letters.compose(settings().templates, wanted.kind, facts)
    attachments = tuple(
        Attachment(each.name, filing.take_from_shelf(each.sha256), each.media_type)
        for each in wanted.enclosures
    )
    return Letter(wanted.key, wanted.kind, to, (), subject, text, html, clock.now(), attachments)
