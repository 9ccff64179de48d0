"""What a site has set cannot be used: its settings, its home, its database."""

from data.errors.base import Interruption, Refusal


class SettingsUnusable(Refusal):
    what = "The settings cannot be used: {problems}."
    remedy = (
        "Put them right in the environment or in the file .env; what each variable MAPPING_… takes "
        "stands in the README."
    )


class HomeUnusable(Refusal):
    what = "The home {home} cannot be written to ({why})."
    remedy = "Name a folder you may write to with MAPPING_HOME, or with --home where a verb has it."


class BooksOutOfReach(Interruption):
    what = "The database {address} cannot be opened ({why})."
    remedy = "See that it runs and that MAPPING_DATABASE_URL names it rightly, then run again."
