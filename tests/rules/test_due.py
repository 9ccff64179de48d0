"""Which draft is due: a deadline ends every waiting (R4), and no comment stays unanswered (R6)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data.vocabulary import Comment, Disposition, DraftKind, RequestState, TrackState
from tasks.rules.due import DraftingFacts, draft_due

RESPONSES, SUPPORT, COMMENTS = (
    datetime(2026, month, day, 15, 0, tzinfo=UTC) for month, day in ((4, 23), (6, 30), (8, 7))
)
BEFORE, AFTER = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
REMARK = Comment(1, "AL", "AL-CT-01", "Please name the by-law.", "", COMMENTS.date())
FACTS = DraftingFacts(
    state=TrackState.CONSULTING,
    responses=(RequestState.SENT, RequestState.RECEIVED),
    responses_deadline=RESPONSES,
    support=(RequestState.SENT,),
    support_deadline=SUPPORT,
    comments_deadline=COMMENTS,
    comments=(),
    final_built_at=None,
    comments_changed_at=None,
)


def with_remarks(*dispositions: Disposition) -> DraftingFacts:
    remarks = tuple(
        replace(REMARK, number=number, disposition=each)
        for number, each in enumerate(dispositions, start=1)
    )
    return replace(FACTS, comments=remarks)


def test_R6_one_open_comment_among_answered_ones_holds_the_final_draft_back():
    answered = (Disposition.ACCEPTED, Disposition.PARTLY, Disposition.NOT_ACCEPTED)
    assert draft_due(with_remarks(*answered), AFTER) is DraftKind.FINAL
    assert draft_due(with_remarks(*answered, Disposition.OPEN), AFTER) is None


def test_R6_no_final_draft_is_written_while_comments_may_still_come():
    assert draft_due(FACTS, COMMENTS) is DraftKind.FINAL
    assert draft_due(FACTS, SUPPORT) is None


@pytest.mark.parametrize("disposition", [Disposition.ACCEPTED, Disposition.OPEN])
def test_R6_a_returned_final_draft_waits_for_new_comments_and_their_answers(disposition):
    facts = replace(
        with_remarks(disposition),
        state=TrackState.FINAL_DRAFT,
        final_built_at=COMMENTS,
        comments_changed_at=COMMENTS,
    )
    assert draft_due(facts, AFTER) is None
    worked_on = replace(facts, comments_changed_at=AFTER)
    is_open = disposition is Disposition.OPEN
    assert draft_due(worked_on, AFTER) is (None if is_open else DraftKind.FINAL)


@pytest.mark.parametrize(
    ("state", "kind", "side", "deadline"),
    [
        (TrackState.COLLECTING, DraftKind.FIRST, "responses", RESPONSES),
        (TrackState.FIRST_DRAFT, DraftKind.CONSULTATION, "support", SUPPORT),
    ],
)
def test_R4_a_draft_waits_for_all_replies_or_the_deadline_and_never_longer(
    state, kind, side, deadline
):
    waiting = replace(FACTS, state=state, **{side: (RequestState.SENT, RequestState.RECEIVED)})
    assert draft_due(waiting, BEFORE) is None
    assert draft_due(waiting, deadline) is kind
    assert draft_due(replace(waiting, **{side: (RequestState.RECEIVED,)}), BEFORE) is kind


def test_R4_who_was_not_asked_yet_cannot_have_been_silent():
    held = replace(FACTS, state=TrackState.COLLECTING, responses=(RequestState.HELD,))
    assert draft_due(held, AFTER) is None


def test_R3_without_a_question_for_support_there_is_no_consultation_draft():
    assert draft_due(replace(FACTS, state=TrackState.FIRST_DRAFT, support=()), AFTER) is None
