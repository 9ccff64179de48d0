"""A returned Word copy, whole: comments, tracked changes and edits that nobody tracked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from data.vocabulary.findings import Finding
from data.vocabulary.remarks import NO_REMARK, Remark, Review
from tasks.edges.word_review import sentences
from tasks.edges.word_review.changes import Channel, changes_in
from tasks.edges.word_review.comments import comments_of
from tasks.edges.word_review.edits import Comparison, compare
from tasks.edges.word_review.formats import formats_in
from tasks.edges.word_review.found import Found, day_of
from tasks.edges.word_review.identity import identity_in
from tasks.edges.word_review.lines import Line, contents_of, lines_of
from tasks.edges.word_review.moves import paired
from tasks.edges.word_review.parts import Copy, is_open_document
from tasks.edges.word_review.places import Places, Styles, file_place
from tasks.edges.word_review.story import Paragraph, Story
from tasks.edges.word_review.tables import rows_and_cells
from tasks.edges.word_review.walking import read_part


@dataclass(slots=True)
class _Read:
    """One file, read: its texts, its styles, the bookmarks in them, and what it says it is."""

    copy: Copy
    stories: list[Story]
    styles: Styles
    identity: dict[str, str]

    @property
    def anchors(self) -> frozenset[str]:
        return frozenset(
            name
            for story in self.stories
            for paragraph in story.paragraphs
            for name in (*paragraph.anchors, *paragraph.enclosing)
        )

    def lines(self, places: Places) -> dict[str, list[Line]]:
        """The lines of each kind of part; those of several headers stand together, each once."""
        found: dict[str, list[Line]] = {}
        for story in self.stories:
            kept = found.setdefault(story.kind, [])
            lines = lines_of(story, self.styles, places)
            if story.kind in ("header", "footer"):
                seen = {line.steady for line in kept}  # one for each section, but for page numbers
                lines = [line for line in lines if line.steady not in seen]
            kept.extend(lines)
        return found


@dataclass(slots=True)
class _Findings:
    """What a person should look at before the remarks are taken as they are."""

    said: list[Finding] = field(default_factory=list[Finding])

    def add(self, finding: Finding, *, when: bool) -> None:
        if when:
            self.said.append(finding)


def read_review(content: bytes, sent: bytes | None) -> Review:
    """Read everything that people said and did in a returned copy of a draft.

    Comments, replies and tracked changes are taken from the body, tables, boxes, headers, footers
    and notes. Edits without tracking are found by holding the text before all tracked changes
    against the draft that was sent. Nothing is left out: `counted` says what the file holds.

    Args:
        content: The bytes of the copy, a .docx by any program.
        sent: The bytes of the draft that was sent out; None when it is not known which, and then
            edits without tracking stay unseen, which a finding says.

    Raises:
        DocumentUnreadable: the copy is damaged, hostile, in another format or has a password.
    """
    if is_open_document(content):
        return Review((), {}, (sentences.OPEN_DOCUMENT,), {})
    read = _read(content)
    draft = _draft(sent) if sent is not None else None
    places = _places(read, draft)
    findings = _Findings()
    edits = _edits(read, draft, places, findings)
    comments = comments_of(read.copy, read.stories)
    texts = [*read.stories, comments.story]
    found = [*comments.found, *_changes(texts, places), *edits]
    counted = _counted(texts, len(edits))
    findings.add(sentences.comments_lost(comments.missing), when=comments.missing > 0)
    findings.add(sentences.comments_homeless(comments.homeless), when=comments.homeless > 0)
    findings.add(sentences.HIDDEN_AUTHORS, when=sentences.authors_are_hidden(found))
    findings.add(sentences.INSERTED_FILE, when=read.copy.holds("aFChunk"))
    findings.add(sentences.NOTHING_FOUND, when=not found and sentences.NO_COPY not in findings.said)
    if draft:
        differs = draft.identity != read.identity
        findings.add(sentences.IDENTITY_DIFFERS, when=differs and bool(read.identity))
        findings.add(sentences.IDENTITY_LOST, when=differs and not read.identity)
    remarks = _remarks(found, places)
    counted["remarks"] = len(remarks)
    return Review(remarks, read.identity, tuple(findings.said), counted)


def _read(content: bytes) -> _Read:
    copy = Copy(content)
    stories, styles = [read_part(part) for part in copy.texts()], Styles(copy.one("styles"))
    return _Read(copy, stories, styles, identity_in(copy))


@lru_cache(maxsize=1)
def _draft(content: bytes) -> _Read:
    """The draft that was sent: copies come by the dozen, one after the other, all of the same."""
    return _read(content)


def _places(read: _Read, draft: _Read | None) -> Places:
    if draft is None:
        return Places(read.stories, read.styles, None)
    known = draft.anchors
    return Places(read.stories, read.styles, known, Places(draft.stories, draft.styles, known))


def _changes(stories: list[Story], places: Places) -> list[Found]:
    found: list[Found] = []
    ends: list[tuple[Channel, Found]] = []
    for part, story in enumerate(stories):
        changed, moved = changes_in(story, part)
        ends.extend(moved)
        found.extend([*changed, *rows_and_cells(story, part)])
        found.extend(formats_in(story, part, places.anchor))
    return [*found, *paired(ends)]


def _edits(read: _Read, draft: _Read | None, places: Places, findings: _Findings) -> list[Found]:
    """What differs from the draft, unless the file is no copy of that draft at all."""
    findings.add(sentences.NOT_COMPARED, when=draft is None)
    if draft is None:
        return []
    own, theirs = draft.lines(places), read.lines(places)
    parts = {story.kind: part for part, story in reversed(list(enumerate(read.stories)))}
    contents = contents_of(draft.stories[0], draft.styles)
    compared: dict[str, Comparison] = {
        kind: compare(own.get(kind, []), theirs.get(kind, []), contents, parts.get(kind, 0))
        for kind in dict.fromkeys((*own, *theirs))
    }
    twins = {key: line for each in compared.values() for key, line in each.twins.items()}

    def anchors_of_twin(paragraph: Paragraph) -> Iterable[str]:
        twin = twins.get(id(paragraph))
        return twin.anchors if twin else ()

    places.borrow(anchors_of_twin)
    if not compared["body"].is_copy:
        findings.add(sentences.NO_COPY, when=True)
        return []
    return [found for each in compared.values() for found in each.found]


def _counted(stories: list[Story], edits: int) -> dict[str, int]:
    total: Counter[str] = Counter()
    for story in stories:
        total.update(story.counted)
    return {name: total[name] for name in sorted(total)} | {"edit": edits}


def _remarks(found: list[Found], places: Places) -> tuple[Remark, ...]:
    """In the order of reading; what is said on the same words in the order of the file."""
    ordered = sorted(found, key=lambda each: (each.part, each.position))
    numbers = {each.id: number for number, each in enumerate(ordered) if each.id}
    return tuple(
        [
            Remark(
                kind=each.kind,
                author=each.author,
                on=day_of(each.date),
                text=each.text,
                quoted=each.quoted,
                proposed=each.proposed,
                anchor=places.anchor(each.paragraph),
                place=places.place(each.paragraph),
                file_place=_file_place(each),
                reply_to=numbers.get(each.answers, NO_REMARK),
                resolved=each.resolved,
            )
            for each in ordered
        ]
    )


def _file_place(found: Found) -> str:
    if found.after:
        near = file_place(found.after)
        return f"after {near}" if found.after.number else near
    here = file_place(found.paragraph)
    return f"{here}, to {file_place(found.to)}" if found.to else here
