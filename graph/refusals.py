"""What cannot be done as it was asked, said in both languages."""


class NotTraced(Exception):
    """Says what is wrong with what was asked, and what would do."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.message_vi = vi
        self.message_en = en


class UnknownThing(NotTraced):
    """The store says nothing of an address."""

    def __init__(self, iri: str) -> None:
        super().__init__(
            f"chưa có thông tin về {iri} trong nguồn đã nạp",
            f"nothing in the sources loaded has the address {iri}",
        )
