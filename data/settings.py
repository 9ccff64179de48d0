"""Everything a site may set, each with the variable that sets it."""

import os
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors.settings import SettingsUnusable

MARK = "rehearsal.json"  # lies in a home that is a rehearsal; see data.clock


def _known_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (OSError, KeyError, ValueError):  # a folder of zones, an unknown name, no name at all
        message = "there is no such time zone; write it like Europe/Sarajevo"
        raise ValueError(message) from None


def _unset_where_empty(given: object) -> object:
    """`MAPPING_PDF=` is what README calls empty."""
    return None if given == "" else given


Port = Annotated[int, Field(ge=1, le=65535)]


class Settings(BaseSettings):
    """Read by the steps and the store; rules and edges are handed values."""

    model_config = SettingsConfigDict(env_prefix="MAPPING_", env_file=".env", extra="ignore")

    home: Path = Path("runtime")
    database_url: str = ""
    templates: Path = Path(__file__).parent.parent / "templates"
    zone: Annotated[str, AfterValidator(_known_zone)] = "Europe/Sarajevo"
    deadline_hour: Annotated[int, Field(ge=0, le=23)] = 17
    sender: str = "IISG Secretariat <secretariat@iisg.example>"
    mail_host: str = ""
    mail_port: Port = 587
    mail_user: str = ""
    mail_password: SecretStr | None = None
    public_address: str = "https://iisg.example/response-mapping"
    ui_port: Port = 4200
    quiet_hours: Annotated[int, Field(ge=0)] = 24
    pdf: Annotated[bool | None, BeforeValidator(_unset_where_empty)] = None

    @cached_property
    def root(self) -> Path:
        """The home as an absolute path: a worker may run in another folder."""
        return self.home.expanduser().resolve()

    @property
    def rehearses(self) -> bool:
        """Whether the home is a rehearsal, which reaches no database and no mail of real work."""
        return (self.root / MARK).exists()

    @property
    def database_elsewhere(self) -> str:
        """The address of the database that is not in the home; "" where the books lie in it."""
        return "" if self.rehearses else self.database_url

    @property
    def database(self) -> str:
        """The address of the database: SQLite in the home unless another one is named."""
        return self.database_elsewhere or f"sqlite:///{self.root / 'mapping.sqlite'}"

    @property
    def mail_server(self) -> str:
        """The host letters are handed to; "" where released letters stay in the outbox."""
        return "" if self.rehearses else self.mail_host


@cache
def settings() -> Settings:
    """The settings of this process, read once.

    Raises:
        SettingsUnusable: names each that cannot be used and why, never what it holds.
    """
    try:
        return Settings()
    except ValidationError as error:
        problems = [
            f"MAPPING_{str(each['loc'][0]).upper()}: {_in_words(each['msg'])}"
            for each in error.errors(include_input=False)
        ]
        raise SettingsUnusable(problems="; ".join(problems)) from None


def _in_words(message: str) -> str:
    told = message.removeprefix("Value error, ")
    return told[:1].lower() + told[1:]


def use_home(home: Path) -> None:
    """Work in another home from now on, in this process and those it starts."""
    os.environ["MAPPING_HOME"] = str(home.expanduser().resolve())
    settings.cache_clear()
