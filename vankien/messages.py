"""What the command line says to people: Vietnamese where the environment asks, else English."""

import os

# key: (English, Vietnamese)
_CATALOGUE = {
    "refused": ("{path}: {reason_en}", "{path}: {reason}"),
    "reading": ("Reading", "Đang đọc"),
    "loaded": (
        "{added} added, {replaced} replaced, {unchanged} unchanged, {failed} failed",
        "thêm {added}, thay {replaced}, không đổi {unchanged}, lỗi {failed}",
    ),
    "rows": ("{count} rows", "{count} dòng"),
    "not-found": (
        "Nothing in the sources loaded answers this ({parameters}).",
        "Chưa có thông tin trong nguồn đã nạp ({parameters}).",
    ),
    "serving": (
        "Open {url} in a browser; Ctrl+C stops.",
        "Hãy mở {url} trong trình duyệt; Ctrl+C để dừng.",
    ),
    "consistent": ("The ontology is consistent.", "Bản thể học nhất quán."),
}


def language() -> str:
    """`vi` or `en`, as the first that is set of VANKIEN_LANG, LC_ALL, LC_MESSAGES, LANG says."""
    names = ("VANKIEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((os.environ[name] for name in names if os.environ.get(name)), "en")
    return "vi" if chosen.lower().startswith("vi") else "en"


def message(key: str, **fields: object) -> str:
    """The message of a key in the language of the environment, with its fields filled in."""
    english, vietnamese = _CATALOGUE[key]
    return (vietnamese if language() == "vi" else english).format(**fields)
