"""Refusals about letters on their way out."""

from data.errors.base import Refusal


class LettersKeptBack(Refusal):
    what = "The outbox kept back {count}; all others are on their way:{sentences}\n"
    remedy = "Put each of them right and release again: mapping release-letters CYCLE."


class LetterUnknown(Refusal):
    what = "No letter of {cycle} lies in the outbox under the name “{letter}”.{hint}"
    remedy = "Give the name of its file in the folder outbox/sent: mapping resend-letter CYCLE."


class LetterStillHeld(Refusal):
    what = "The letter “{letter}” has not left the outbox yet."
    remedy = "Release it with mapping {verb}; what comes back can be written again then."


class AddressUnchanged(Refusal):
    what = "The letter “{letter}” went to {to} already, and the members register says the same."
    remedy = (
        "Correct the contact and take the register in again with mapping import-members FILE; to "
        "try the same address once more, forward the file in outbox/sent by hand."
    )


class ResentWithoutReason(Refusal):
    what = "It is not said why the letter “{letter}” is written again."
    remedy = "Say what became of it: mapping resend-letter CYCLE --reason TEXT."
