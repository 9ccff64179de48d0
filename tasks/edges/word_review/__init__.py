"""Returned Word copies: what people said and changed in them, whichever program saved them."""

from tasks.edges.word_review.reading import read_review

__all__ = ["read_review"]
