"""Refusals about letters on their way out."""

from data.errors.base import Refusal


class LettersKeptBack(Refusal):
    what = "The outbox kept back {count}; all others are on their way:{sentences}\n"
    remedy = "Put each of them right and release again: mapping release-letters CYCLE."
