"""The errors of Tashan, one small tree.

    TashanError
    ├── InputError            what a user gave cannot be used (status 400)
    │   ├── ArticleError      a file that cannot be read as an article
    │   ├── ReadingError      a line that is no valid reading
    │   ├── ParameterError    a parameter of a question
    │   └── SettingError      an environment variable
    ├── NotFoundError         an article, entity, fact, question or name that is not there (404)
    │   └── GoneError         it was there and was withdrawn (410)
    └── StoreError            the store cannot serve (503)
        ├── StoreDownError    nobody answers, or the wrong password
        ├── StoreLockedError  another process holds the embedded store
        ├── StoreSchemaError  the store has another schema version
        ├── StoreTimeoutError a statement took longer than it may
        └── StoreForeignError the database holds somebody else's nodes

Each says in one line what is wrong and where. `status` is the HTTP status that fits,
`slug` names the problem type (RFC 9457) and never changes.
"""

from __future__ import annotations


class TashanError(Exception):
    """Base of all errors that a user may see. `where` is a file, line, parameter or address."""

    status = 500
    slug = "error"

    def __init__(self, what: str, *, where: str | None = None) -> None:
        self.what = " ".join(what.split())
        self.where = where
        super().__init__(f"{where}: {self.what}" if where else self.what)


class InputError(TashanError):
    """What a user gave cannot be used."""

    status = 400
    slug = "input"


class ArticleError(InputError):
    """A file that cannot be read as an article."""

    slug = "article"


class ReadingError(InputError):
    """A line that is no valid reading."""

    slug = "reading"


class ParameterError(InputError):
    """A parameter of a question that is missing, unknown or of the wrong type."""

    slug = "parameter"


class SettingError(InputError):
    """An environment variable that cannot be used."""

    slug = "setting"


class NotFoundError(TashanError):
    """Something that is not there; `nearest` holds up to three names that are."""

    status = 404
    slug = "not-found"

    def __init__(self, what: str, *, where: str | None = None, nearest: tuple[str, ...] = ()) -> None:
        self.nearest = nearest
        super().__init__(what, where=where)


class GoneError(NotFoundError):
    """It was there, and its last article was withdrawn."""

    status = 410
    slug = "gone"


class StoreError(TashanError):
    """The store cannot serve."""

    status = 503
    slug = "store"


class StoreDownError(StoreError):
    """Nobody answers at the store's address, or it refuses the password."""

    slug = "store-down"


class StoreLockedError(StoreError):
    """Another process holds the embedded store."""

    slug = "store-locked"


class StoreSchemaError(StoreError):
    """The store was written in another schema version."""

    slug = "store-schema"


class StoreTimeoutError(StoreError):
    """A statement took longer than it may."""

    slug = "store-timeout"


class StoreForeignError(StoreError):
    """The database holds nodes that are not Tashan's."""

    slug = "store-foreign"
