"""What the command line says to people: Vietnamese where the environment asks, else English."""

import os

# key: (English, Vietnamese)
_CATALOGUE = {
    "mistake": ("Error: {message}", "Lỗi: {message}"),
    "try-help": ("Try '{command}' for help.", "Hãy xem '{command}'."),
    "refused": ("{path}: {reason_en}", "{path}: {reason}"),
    "reading": ("Reading", "Đang đọc"),
    "loaded": (
        "{added} added, {replaced} replaced, {unchanged} unchanged, {failed} failed",
        "thêm {added}, thay {replaced}, không đổi {unchanged}, lỗi {failed}",
    ),
    "left-aside": (
        "left aside, of no form that is read: {kinds}",
        "không đọc các tệp có đuôi: {kinds}",
    ),
    "stopped": (
        "stopped; what was written stays, go on with: vankien load --resume --store {store}",
        "đã dừng; phần đã ghi được giữ lại, làm tiếp bằng: vankien load --resume --store {store}",
    ),
    "unfinished": (
        "A load was stopped here; go on with: vankien load --resume --store {store}",
        "Một lần nạp ở đây còn dở; làm tiếp bằng: vankien load --resume --store {store}",
    ),
    "no-path": (
        "Name at least one file or folder to load.",
        "Hãy ghi ít nhất một tệp hoặc thư mục cần nạp.",
    ),
    "nothing-to-resume": (
        "No stopped load is noted in this store; name the files or folders to load.",
        "Kho này không ghi lần nạp nào dở dang; hãy ghi tệp hoặc thư mục cần nạp.",
    ),
    "fetching": ("Fetching", "Đang tải"),
    "fetched": (
        "{fetched} fetched, {unchanged} unchanged, {there} already there, {failed} failed",
        "tải {fetched}, không đổi {unchanged}, đã có {there}, lỗi {failed}",
    ),
    "validated": ("{problems} problems", "{problems} vấn đề"),
    "backed-up": (
        "Version {version} is backed up in {directory}.",
        "Đã sao lưu phiên bản {version} vào {directory}.",
    ),
    "restored": (
        "Version {version} is restored in {directory}.",
        "Đã khôi phục phiên bản {version} vào {directory}.",
    ),
    "purged": (
        "{source} is taken out for good; the same text will be refused.",
        "Đã xóa hẳn {source}; văn bản này sẽ không được nạp lại.",
    ),
    "purged-unknown": (
        "The store did not hold {source}; its text will be refused.",
        "Kho không có {source}; văn bản này sẽ không được nạp.",
    ),
    "backup-rewritten": ("Written anew: {path}", "Đã ghi lại: {path}"),
    "backup-unreached": (
        "Out of reach, delete it or purge it yourself: {path}",
        "Không tới được, hãy tự xóa: {path}",
    ),
    "ailing": ("{part}: {what}", "{part}: {what_vi}"),
    "sound": ("The store is sound.", "Kho nguyên vẹn."),
    "mended": (
        "Mended; version {version} is current.",
        "Đã sửa; phiên bản hiện hành là {version}.",
    ),
    "no-source": (
        "'{source}' is no source: write its id, 16 hex digits, or its IRI.",
        "'{source}' không phải nguồn: hãy viết mã nguồn (16 chữ số hex) hoặc IRI.",
    ),
    "no-text": (
        "This format is no text: name a file with --out, or redirect the output.",
        "Định dạng này không phải văn bản: hãy ghi tên tệp với --out, hoặc chuyển hướng đầu ra.",
    ),
    "rows-or-graph": (
        "Rows are printed as table, csv, json or xlsx; ttl is for the graph of a CONSTRUCT.",
        "Các dòng được in ra table, csv, json hoặc xlsx; ttl dành cho CONSTRUCT.",
    ),
    "no-pair": (
        "'{parameter}' is no parameter; write it as name=value.",
        "'{parameter}' không phải là tham số; hãy viết tên=giá_trị (name=value).",
    ),
    "no-column": (
        "The answer has no column {columns}; it has {all}.",
        "Kết quả không có cột {columns}; các cột là {all}.",
    ),
    "NoStore": (
        "{directory}: there is no store here yet; run `vankien load` first.",
        "{directory}: ở đây chưa có kho; hãy chạy `vankien load` trước.",
    ),
    "StoreOwned": (
        "{directory}: updates over HTTP wrote where sources would go; load into another directory.",
        "{directory}: cập nhật qua HTTP đã ghi vào chỗ của các nguồn; hãy nạp vào thư mục khác.",
    ),
    "StoreHeld": (
        "{directory}: another process writes to this store; wait until it is done.",
        "{directory}: một tiến trình khác đang ghi vào kho này; hãy đợi nó xong.",
    ),
    "StoreDamaged": (
        "{directory}: the store is damaged; run `vankien doctor` to mend it.",
        "{directory}: kho bị hỏng; hãy chạy `vankien doctor` để sửa.",
    ),
    "disk-full": (
        "The disk is full ({reason}). Make room and give the same command again: what was "
        "written is whole, and the rest is read again.",
        "Ổ đĩa đã đầy ({reason}). Hãy giải phóng chỗ rồi chạy lại lệnh: phần đã ghi vẫn nguyên "
        "vẹn, phần còn lại sẽ được đọc lại.",
    ),
    "UnknownNumber": (
        "No instrument in the sources loaded bears the number {number}. Similar: {near}.",
        "Chưa có thông tin về số {number} trong nguồn đã nạp. Số gần giống: {near}.",
    ),
    "UnknownNumberAlone": (
        "No instrument in the sources loaded bears the number {number}.",
        "Chưa có thông tin về số {number} trong nguồn đã nạp.",
    ),
    "UnknownQuestion": (
        "There is no question named {name}. Similar: {near}.",
        "Không có câu hỏi tên {name}. Tên gần giống: {near}.",
    ),
    "taken": (
        "Cannot bind to port {port} ({reason}); choose another with --port.",
        "Không dùng được cổng {port} ({reason}); hãy chọn cổng khác bằng --port.",
    ),
    "one-draft": (
        "A Word file holds one draft: give one text at a time for --format docx.",
        "Một tệp Word là một dự thảo: hãy kiểm tra từng văn bản với --format docx.",
    ),
    "clean": ("nothing found", "không thấy gì sai"),
    "checked": (
        "{errors} errors, {warnings} warnings, {notes} for information in {texts} texts",
        "{errors} lỗi, {warnings} cảnh báo, {notes} thông tin trong {texts} văn bản",
    ),
    "error": ("error", "lỗi"),
    "warning": ("warning", "cảnh báo"),
    "violation": ("violation", "vi phạm quy cách"),
    "info": ("information", "thông tin"),
    "information": ("information", "thông tin"),
    "sure": ("sure", "chắc chắn"),
    "likely": ("likely", "nhiều khả năng"),
    "possible": ("possible", "cần xem lại"),
    "also": ("(lines {lines} too)", "(cả ở dòng {lines})"),
    "record": ("record", "danh mục chuẩn"),
    "line": ("Line", "Dòng"),
    "found": ("What was found", "Nhận xét"),
    "suggestion": ("Suggestion", "Gợi ý"),
    "no-original": (
        "Not an original; does not replace the official text. Nothing was changed.",
        "Không phải bản chính, không thay thế văn bản gốc. Không chữ nào bị sửa.",
    ),
    "traced": (
        "Dataset version {version}. The same again: {permalink}",
        "Bộ dữ liệu phiên bản {version}. Hỏi lại: {permalink}",
    ),
    "cut": (
        "Shown: {shown} of {found}; --limit {found} shows all.",
        "Hiện {shown} trên {found}; --limit {found} để xem hết.",
    ),
    "several": (
        "Several instruments bear the number {number}; name one of them:\n  {iris}",
        "Nhiều văn bản mang số {number}; hãy nêu một địa chỉ:\n  {iris}",
    ),
    "which-instrument": (
        "'{name}' is of one instrument: name its number.",
        "“{name}” vẽ cho một văn bản: hãy nêu số hiệu.",
    ),
    "differs": (
        "From version {old} to {new}: {gained} links gained, {lost} lost.",
        "Từ phiên bản {old} đến {new}: thêm {gained} quan hệ, mất {lost}.",
    ),
    "all-links": ("all links", "mọi quan hệ"),
    "precision": (
        "{name}: {right} of {judged} right, {unsure} unsure; precision {interval}",
        "{name}: đúng {right} trên {judged}, không rõ {unsure}; độ chính xác {interval}",
    ),
    "weighted": (
        "precision weighted by the size of the strata: {share}",
        "độ chính xác theo cỡ của từng tầng: {share}",
    ),
    "kappa": (
        "{coders}: {both} links judged by both, agreement {share}, kappa {kappa}",
        "{coders}: cùng xét {both} quan hệ, trùng {share}, kappa {kappa}",
    ),
    "no-count": ("'{given}' is no number of paths", "“{given}” không phải là số đường"),
    "FileNotFoundError": (
        "{path}: there is no such file or folder.",
        "{path}: không có tệp hay thư mục này.",
    ),
    "PermissionError": ("{path}: permission is denied.", "{path}: không có quyền."),
    "IsADirectoryError": ("{path}: this is a folder.", "{path}: đây là một thư mục."),
    "NotADirectoryError": ("{path}: this is no folder.", "{path}: đây không phải thư mục."),
    "FileExistsError": ("{path}: it is there already.", "{path}: đã có sẵn."),
    "results": ("Results", "Kết quả"),
    "serving": (
        "Open {url} in a browser; Ctrl+C stops.",
        "Hãy mở {url} trong trình duyệt; Ctrl+C để dừng.",
    ),
}


# As the system, RocksDB and SQLite say it.
_FULL = ("No space left", "disk is full")


def language() -> str:
    """`vi` or `en`, as the first that is set of VANKIEN_LANG, LC_ALL, LC_MESSAGES, LANG says."""
    names = ("VANKIEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((os.environ[name] for name in names if os.environ.get(name)), "en")
    return "vi" if chosen.lower().startswith("vi") else "en"


def message(key: str, **fields: object) -> str:
    """The message of a key in the language of the environment, with its fields filled in."""
    english, vietnamese = _CATALOGUE[key]
    return (vietnamese if language() == "vi" else english).format(**fields)


def told_of(error: Exception) -> str:
    """What an expected mishap says to people; one without words of its own here says its own."""
    own = getattr(error, f"message_{language()}", None)
    if own:
        return str(own)
    if any(words in str(error) for words in _FULL):
        return message("disk-full", reason=str(error).strip())
    key = type(error).__name__
    if isinstance(error, OSError) and error.filename and key in _CATALOGUE:
        return message(key, path=error.filename)
    if key not in _CATALOGUE:
        return str(error)
    near = ", ".join(getattr(error, "near", ()))
    key = key if near else f"{key}Alone" if f"{key}Alone" in _CATALOGUE else key
    fields = {name: getattr(error, name, "") for name in ("directory", "number", "name")}
    return message(key, near=near or "–", **fields)
