"""What every answer of the members' site says to the browser: nothing from elsewhere, no copies."""

import base64
import hashlib

Header = tuple[bytes, bytes]

# Said by the libraries beneath: who they are, and how long to keep a copy.
_DROPPED = (
    b"server",
    b"cache-control",
    b"vary",
    b"link",
    b"set-cookie",
    b"referrer-policy",
    b"access-control-allow-origin",
)


def protective(*, secure: bool, style: str = "'self'") -> list[Header]:
    """The headers that keep pages where they belong.

    Args:
        secure: Whether the visitor came over HTTPS; then the browser is told to stay there.
        style: Whence styles may come, as the policy writes it.
    """
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {style}",
            "img-src 'self' data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )
    told = {
        "content-security-policy": policy,
        "cache-control": "no-store, private",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "x-robots-tag": "noindex, nofollow, noarchive",
        "vary": "Cookie, Authorization",
    }
    if secure:
        told["strict-transport-security"] = "max-age=31536000"
    return [(name.encode(), value.encode()) for name, value in told.items()]


def without_traces(headers: list[Header]) -> list[Header]:
    """The headers of the page itself, without those the door sets or keeps to itself."""
    return [(name, value) for name, value in headers if name.lower() not in _DROPPED]


def of_style(text: str) -> str:
    """A style that stands in the page, as the policy names it: by its SHA-256."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
