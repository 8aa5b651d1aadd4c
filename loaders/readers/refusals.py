"""Why a file was not read, in words for the person who gave it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A path that was not read: which reason, and what the user can do about it.

    In Vietnamese and English.
    """

    path: str
    reason: str
    reason_en: str


class Unreadable(Exception):
    """Raised by a reader where it finds that it cannot go on; `sources` makes it a Refusal."""

    def __init__(self, reason: str, reason_en: str) -> None:
        super().__init__(reason_en)
        self.reason, self.reason_en = reason, reason_en

    def refusal(self, path: str) -> Refusal:
        """The refusal of a path for this reason."""
        return Refusal(path, self.reason, self.reason_en)


def too_large(limit: int) -> Unreadable:
    """More bytes than may be read."""
    size = f"{limit / 1e6:g} MB"
    return Unreadable(
        f"lớn hơn giới hạn {size}; hãy chia nhỏ hoặc nâng giới hạn bằng --limit",
        f"larger than the limit of {size}; split it, or raise the limit with --limit",
    )


def locked(what: str) -> Unreadable:
    """A file that opens with a password alone."""
    return Unreadable(
        f"tệp {what} đặt mật khẩu; hãy lưu một bản không có mật khẩu",
        f"the {what} is protected by a password; save a copy without one",
    )


def broken(what: str, how: str) -> Unreadable:
    """A file that is cut off or damaged; `how` is what the parser said."""
    return Unreadable(
        f"tệp {what} hỏng hoặc bị cắt cụt ({how}); hãy tải hoặc lưu lại",
        f"the {what} is damaged or cut off ({how}); fetch or save it again",
    )


EMPTY = Unreadable("tệp không có chữ nào", "the file is empty")


def foreign(what: str) -> Unreadable:
    """A format that no reader is for."""
    return Unreadable(
        f"chưa đọc được định dạng {what}; hãy chuyển sang .docx, .pdf, .html, .txt hoặc .md",
        f"format {what} is not read; convert it to .docx, .pdf, .html, .txt or .md",
    )
