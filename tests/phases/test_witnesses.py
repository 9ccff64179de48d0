"""What left the house bears witness: letters on decisions, and the public site as composed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.errors.dispatch import AddressUnchanged, LetterUnknown
from data.errors.gate import DecisionNotConfirmed, NoDecisionRecorded
from data.errors.records import RecordsDoNotMatch
from data.vocabulary import TrackId
from flows.correspondence import resend_letter
from flows.decision import confirm_decision, recall_decision
from flows.overview import status, verify
from tasks import release
from tasks.edges import messages
from tests.phases.conftest import FULL_YEAR
from tests.phases.played_year import asked, change, dump, letters, tree
from tests.phases.test_approval_attacks import adopted, decide, wait

MoveIn = Callable[[str], Path]
TRACK = TrackId("2025", "WBCTi")


def waits_for(pillar: str) -> str:
    found = status("2025")
    return next(each.wait.what for each in found if each.track.pillar == pillar and each.wait)


def mismatches() -> str:
    with pytest.raises(RecordsDoNotMatch) as found:
        verify()
    return str(found.value)


def test_letters_on_a_decision_follow_its_confirmation_once_and_print_the_head(move_in: MoveIn):
    home = move_in("with the Board")
    decide(home)
    assert list((home / "outbox" / "held").glob("*decision*")) == []
    assert waits_for("WBCTi") == "a second person to confirm the decision"

    confirm_decision("2025", "WBCTi", "Colleague")
    written = sorted((home / "outbox" / "held").glob("*decision*"))
    confirm_decision("2025", "WBCTi", "Colleague")

    assert sorted((home / "outbox" / "held").glob("*decision*")) == written
    assert waits_for("WBCTi").startswith("the end of the quiet period, ")
    told = {
        member for (member,) in asked(home, "SELECT member FROM letter WHERE kind = 'decision'")
    }
    seats = {seat for (seat,) in asked(home, "SELECT member FROM board_position")}
    assert seats | {"AL", "BA", "ME", "MK", "RS", "XK"} == told
    assert len(written) == len(told)
    heads = asked(home, "SELECT hash FROM journal_entry WHERE act = 'decision confirmed'")
    [(report,)] = asked(home, "SELECT report_sha256 FROM decision ORDER BY id DESC LIMIT 1")
    for letter in written:
        words = messages.open_letter(letter.read_bytes()).text
        assert str(heads[-1][0]) in words
        assert str(report) in words
    wait(hours=24)
    assert waits_for("WBCTi") == "publication"
    verify()


def test_r18_a_history_cut_short_is_named_by_the_letters_and_manifests_that_left(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    name, _ = next(letters(home, "2025 * decision*.eml"))
    change(
        home,
        "DROP TRIGGER journal_entry_no_delete",
        "DELETE FROM journal_entry WHERE number >= "
        "(SELECT min(number) FROM journal_entry WHERE act = 'decision confirmed')",
    )
    told = mismatches()
    assert f"printed in {name} is none of its entries" in told
    assert "manifest.json is none of its entries" in told


def test_r10_files_of_the_public_site_changed_or_added_by_hand_are_named(move_in: MoveIn):
    site = move_in(FULL_YEAR) / "website"
    changed = ("index.html", "feed.xml", "sitemap.xml", "style.css")
    for file in changed:
        content = (site / file).read_text(encoding="utf-8")
        (site / file).write_text(f"{content} ", encoding="utf-8")
    (site / "extra.html").write_text("<p>Hello.</p>", encoding="utf-8")
    told = mismatches()
    for file in changed:
        assert f"Public site: {file} is not what was released (rule R10)" in told
    assert "Public site: extra.html does not belong there (rule R10)" in told


def test_a_recall_between_gate_and_release_closes_the_door(move_in: MoveIn):
    home = move_in("adopted")
    pillar = adopted(home)
    track = TrackId("2025", pillar)
    cleared = release.pass_the_gate.fn(track)
    recall_decision("2025", pillar, "The minutes were a draft.", "Officer")
    before = tree(home), dump(home)
    for leave in (release.release_to_members, release.publish_summary):
        with pytest.raises((NoDecisionRecorded, DecisionNotConfirmed)):
            leave.fn(track, cleared)
    assert (tree(home), dump(home)) == before


def test_a_letter_that_came_back_goes_to_the_corrected_address_once(move_in: MoveIn):
    home = move_in("asked")
    name, letter = next(letters(home, "2025 * request-response*.eml"))
    with pytest.raises(LetterUnknown):
        resend_letter("2025", "none.eml", "It came back.", "Officer")
    with pytest.raises(AddressUnchanged):
        resend_letter("2025", name, "It came back.", "Officer")
    change(home, "UPDATE contact SET email = 'new.' || email")

    for _ in range(2):
        resend_letter("2025", name, "It came back.", "Officer")

    [held] = (home / "outbox" / "held").glob("*again*.eml")
    again = messages.open_letter(held.read_bytes())
    assert again.to == tuple(f"new.{address}" for address in letter.to)
    assert (again.subject, again.text) == (letter.subject, letter.text)
    assert again.attachments == letter.attachments
    assert len(asked(home, "SELECT key FROM letter WHERE key LIKE '%/again/%'")) == 1
