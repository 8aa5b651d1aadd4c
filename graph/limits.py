"""What a query may take, and what is said when it takes more: an answer is whole, or one of these.

QueryTimeout    it did not end within its seconds
QueryTooLarge   it needed more memory than there is for one, or its answer is too large
QueryFailed     the engine could not evaluate it
NoProcess       no process was to be had for it; the same may be answered in a moment
ClientGone      nobody waits for the answer any more
"""

from graph import evaluation


class ClientGone(Exception):
    """Who asked is not there any more; nobody will hear of this."""


class QueryTimeout(Exception):
    """A query that did not end within the time limit; its process was killed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the query was stopped after {seconds:g} seconds; narrow it or add LIMIT")
        self.message_vi = (
            f"truy vấn đã bị dừng sau {seconds:g} giây; hãy thu hẹp truy vấn hoặc thêm LIMIT"
        )
        self.message_en = str(self)
        self.seconds = seconds


class QueryFailed(Exception):
    """A query that Oxigraph could not evaluate."""


class NoProcess(Exception):
    """No query process can be started, or none stays alive: the machine has no more to give."""

    def __init__(self) -> None:
        super().__init__("no query process is to be had now; try again in a moment")
        self.message_vi = "hiện chưa có tiến trình nào để chạy truy vấn; hãy thử lại sau giây lát"
        self.message_en = str(self)


class QueryTooLarge(Exception):
    """A query that needed more memory than there is for one, or whose answer is too large."""

    def __init__(self, message_vi: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message_vi = message_vi
        self.message_en = message_en

    @classmethod
    def of_memory(cls, memory: int) -> "QueryTooLarge":
        """Its process ended for want of memory."""
        megabytes = memory // (1024 * 1024)
        return cls(
            f"truy vấn cần hơn {megabytes} MB bộ nhớ hoặc lồng nhau quá sâu",
            f"the query needs more memory than {megabytes} MB, or is nested too deep",
        )

    @classmethod
    def of_answer(cls) -> "QueryTooLarge":
        """Its answer grew past the limits."""
        megabytes, rows = evaluation.LARGEST // (1024 * 1024), evaluation.MOST_ROWS
        return cls(
            f"câu trả lời lớn hơn {megabytes} MB hoặc {rows:,} dòng; hãy dùng LIMIT và OFFSET",
            f"the answer is larger than {megabytes} MB or {rows:,} rows; use LIMIT and OFFSET",
        )
