"""Everything a site may set, each with the variable that sets it."""

import os
from functools import cache, cached_property
from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

MARK = "rehearsal.json"  # lies in a home that is a rehearsal; see data.clock


class Settings(BaseSettings):
    """Read by the steps and the store; rules and edges are handed values."""

    model_config = SettingsConfigDict(env_prefix="MAPPING_", env_file=".env", extra="ignore")

    home: Path = Path("runtime")
    database_url: str = ""
    templates: Path = Path(__file__).parent.parent / "templates"
    zone: str = "Europe/Sarajevo"
    deadline_hour: int = 17
    sender: str = "IISG Secretariat <secretariat@iisg.example>"
    mail_host: str = ""
    mail_port: int = 587
    mail_user: str = ""
    mail_password: SecretStr | None = None
    public_address: str = "https://iisg.example/response-mapping"
    ui_port: int = 4200
    quiet_hours: int = 24
    pdf: bool | None = None

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
    """The settings of this process, read once."""
    return Settings()


def use_home(home: Path) -> None:
    """Work in another home from now on, in this process and those it starts."""
    os.environ["MAPPING_HOME"] = str(home.expanduser().resolve())
    settings.cache_clear()
