"""What every export says of itself, where its form has a place for it."""

NOTICE = "Không phải bản chính, không thay thế văn bản gốc."
NOTICE_EN = "Not an original; does not replace the official text."
BOTH = f"{NOTICE} {NOTICE_EN}"


def commented(xml: str, said: str) -> str:
    """An XML file with a comment after its declaration."""
    head, end, rest = xml.partition("?>\n")
    comment = f"<!-- {said.replace('--', '–')} -->\n"
    return f"{head}{end}{comment}{rest}" if end else comment + xml
