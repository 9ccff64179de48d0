"""The two pages of the door itself. They name nothing of what is behind it."""

from pathlib import Path

from tasks.edges.members_site import passwords
from tasks.edges.typesetting import typeset


class SignInPage:
    """Typesets the pages of the door; their style stands in the page, so that no file is open."""

    def __init__(self, templates: Path) -> None:
        self._folder = templates / "members"
        self.style = (self._folder / "door.css").read_text(encoding="utf-8")

    def sign_in(self, mark: str, going: str, *, refused: bool, locked: str) -> str:
        """The form for name and password.

        Args:
            mark: What proves that the form was opened here.
            going: The path the person wanted.
            refused: Whether this follows a sign-in that did not work.
            locked: When the lock ends, in words; empty without one.
        """
        return typeset(
            self._folder,
            "sign-in.html.j2",
            style=self.style,
            mark=mark,
            going=going,
            refused=refused,
            locked=locked,
        )

    def password(self, mark: str, complaint: str, *, first: bool) -> str:
        """The form for a password of one's own; `first` when the account has none yet."""
        return typeset(
            self._folder,
            "password.html.j2",
            style=self.style,
            mark=mark,
            complaint=complaint,
            first=first,
            shortest=passwords.SHORTEST,
        )
