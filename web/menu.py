"""The navigation of every page: a view adds its line here."""

# (address, Vietnamese, English)
MENU = (
    ("/search?of=instrument", "Văn bản", "Instruments"),
    ("/search?of=body", "Cơ quan", "Bodies"),
    ("/search?of=inspection", "Giám sát, kiểm tra", "Inspections"),
    ("/conflicts", "Mâu thuẫn", "Conflicts"),
    ("/explore", "Đồ thị", "Graph"),
    ("/trace", "Truy vết", "Tracing"),
    ("/check", "Kiểm tra dự thảo", "Draft check"),
    ("/queries", "Câu hỏi", "Questions"),
    ("/sparql-editor", "SPARQL", "SPARQL"),
)
