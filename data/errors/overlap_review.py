"""Refusals about the review of possible overlaps (rule R12)."""

from data.errors.base import Refusal


class ReviewNotFound(Refusal):
    what = "The review workbook {file} is not there."
    remedy = "Give its path with --workbook, or put it into the folder {folder}."


class ReviewNotRead(Refusal):
    what = "The file {file} is not read as a review workbook: {why}"
    remedy = "Hand back the workbook that mapping review-findings {cycle} --pillar {pillar} wrote."


class ReviewOfAnother(Refusal):
    what = "The workbook {file} is the review of {found}, and this is the review of {asked}."
    remedy = "Name the cycle and the pillar of the workbook: mapping review-findings {cycle}."


class PairUnknown(Refusal):
    what = "No pair of {cycle} {pillar} has the number {finding}; those on record are: {known}."
    remedy = "Take the number from the workbook of: mapping review-findings {cycle}."


class WordMissing(Refusal):
    what = "It is not said what becomes of the pair {finding}."
    remedy = "Say it with --word confirmed or --word dismissed."


class DismissedWithoutReason(Refusal):
    what = "The pair {finding} was to be dismissed without a reason."
    remedy = "Say why in a sentence: --reason."


class WordChangedWithoutReason(Refusal):
    what = "The pair {finding} is {state} by {decided_by}, and that word was to be changed."
    remedy = "A later word takes the place of the earlier one when it gives a reason: --reason."
