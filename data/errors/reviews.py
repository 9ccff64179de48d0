"""Sentences about returned copies that cannot be read."""

from data.errors.documents import DocumentUnreadable


class ReviewUnreadable(DocumentUnreadable):
    what = "The returned copy cannot be read: {reason}."
    remedy = (
        "Ask its sender to save it as a Word file (.docx) without a password and to send it again."
    )


class AnnotationsUnreadable(DocumentUnreadable):
    what = "The annotated PDF cannot be read: {reason}."
    remedy = "Ask its sender for the comments as a Word file (.docx) or in the text of a mail."
