"""Word documents: a draft drawn as .docx, and the approved file read back from its bytes."""

from tasks.edges.word.anchored import Anchored, read_anchors
from tasks.edges.word.printable import as_printed
from tasks.edges.word.reading import read_document
from tasks.edges.word.writing import write_document

__all__ = ["Anchored", "as_printed", "read_anchors", "read_document", "write_document"]
