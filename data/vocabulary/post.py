"""What the post brings: letters opened again and files that arrived."""

from dataclasses import dataclass

from data.vocabulary.requests import Attachment


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A message read back; `sender`, `to` and `copy_to` are bare addresses.

    Nothing here is proven: anyone may write any sender into a message.
    """

    message_id: str
    sender: str
    to: tuple[str, ...]
    copy_to: tuple[str, ...]
    subject: str
    text: str
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that came in: a dropped file, or one attachment of a dropped message.

    `file` is the entry of the drop folder that brought it, and what is filed away; it differs
    from `name` for attachments. `sender` and `message_id` are empty for a dropped file. `problem`
    is a sentence for people, and empty when the content can be read.
    """

    name: str
    content: bytes
    sender: str = ""
    file: str = ""
    message_id: str = ""
    problem: str = ""
