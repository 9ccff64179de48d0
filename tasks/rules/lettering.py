"""Letters as people type them: tidied, made comparable, Cyrillic look-alikes found."""

import re
import unicodedata

_SPACES = str.maketrans(
    {
        "\u00a0": " ",  # no-break space, left behind by Word and the web
        "\u202f": " ",
        "\u2007": " ",
        "\t": " ",
        "\v": "\n",
        "\r": "\n",
        "\u200b": None,  # zero-width space
        "\ufeff": None,
        "\u00ad": None,  # soft hyphen
    }
)

_LATIN = "ABEKMHOPCTYXSIJaeopcyxsij"
_CYRILLIC = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458"
)
_LOOK_ALIKES = str.maketrans(_CYRILLIC, _LATIN)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def tidy(text: str) -> str:
    """Keep the words and the lines, drop what nobody sees: NFC, plain spaces, no blank edges."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_SPACES).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def one_line(text: str) -> str:
    """Tidy a text that is meant to stand on one line."""
    return " ".join(tidy(text).split())


def comparable(text: str) -> str:
    """The form in which two spellings are compared; letters keep their diacritics.

    Case, punctuation and spaces do not count: "Sub-pillar" and "SUB PILLAR " are one word,
    and so are "Kosovo" and "Kosovo*".
    """
    compatible = unicodedata.normalize("NFKC", tidy(text)).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", compatible).split())


def latinised(text: str) -> str:
    """Put the Latin letter where a Cyrillic one looks the same."""
    return text.translate(_LOOK_ALIKES)


def plain_dashes(text: str) -> str:
    """Write every kind of dash as the hyphen of the keyboard."""
    return text.translate(_DASHES)


def has_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def looks_latin(text: str) -> bool:
    """Whether a text holds Cyrillic letters and every one of them could pass for Latin."""
    return has_cyrillic(text) and not has_cyrillic(latinised(text))
