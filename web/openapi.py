"""`/openapi.json`: every route for programs and every named question, in both languages."""

from typing import Any

from flask import Blueprint, Response, jsonify, request

from graph.evaluation import GRAPHS, SOLUTIONS
from queries import Parameter, Question, questions
from web.paging import MOST_ROWS
from web.transfer import opened

openapi = Blueprint("openapi", __name__)
openapi.after_request(opened)

_Schema = dict[str, Any]
_TEXT: _Schema = {"type": "string"}
# Days are taken as people write them too.
_DAY: _Schema = {"type": "string", "examples": ["2021-08-18", "18/08/2021"]}
# Workbooks, and the whole dataset packed.
_FILES_SENT = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/gzip",
)
# What a schema can say of a value; of numbers in any spelling, names and queries it cannot.
_SCHEMAS: dict[str, _Schema] = {
    # a field of a form that is left empty is not given
    "per-page": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": MOST_ROWS}, {"const": ""}]},
    "as_of": _DAY,
}
# A draft as a program or a form sends it.
_FIELDS = {"type": "object", "properties": dict.fromkeys(("text", "on"), _TEXT)}
_DRAFT = {form: {"schema": _FIELDS} for form in ("application/json", "multipart/form-data")}
_GRAPH = ("graph", "Tên đồ thị (hoặc ?default)", "The graph's name (or ?default)", False)
_CHECKED = (
    "Kiểm tra dự thảo: các trường text, on, file, format (html, json, docx)",
    "Check a draft: the fields text, on, file, format (html, json, docx)",
)
_Described = tuple[str, str, str, bool] | tuple[str, str, str, bool, _Schema]
_TABLES: _Schema = {"enum": ["", "json", "csv", "xlsx"]}
_FILES: _Described = ("format", "json, csv hoặc xlsx", "json, csv or xlsx", False, _TABLES)
_ORDERS = ("", "best", "name", "date", "-date", "number", "cited")
# (path, method, Vietnamese, English, (name, Vietnamese, English, needed[, schema])...)
_ROUTES: tuple[tuple[str, str, str, str, *tuple[_Described, ...]], ...] = (
    (
        "/sparql",
        "get",
        "Truy vấn SPARQL 1.1; không có tham số: mô tả dịch vụ",
        "A SPARQL 1.1 query; without parameters the service description",
        ("query", "Câu truy vấn", "The query", False),
        ("format", "Dạng kết quả", "The form of the answer", False),
        ("default-graph-uri", "Đồ thị mặc định", "A default graph", False),
        ("named-graph-uri", "Đồ thị có tên", "A named graph", False),
    ),
    (
        "/sparql",
        "post",
        "Truy vấn hoặc cập nhật SPARQL 1.1; cập nhật cần mã thông báo",
        "A SPARQL 1.1 query or update; an update needs the token",
    ),
    ("/graph-store", "get", "Đọc một đồ thị", "Read a graph", _GRAPH),
    ("/graph-store", "put", "Thay một đồ thị", "Replace a graph", _GRAPH),
    ("/graph-store", "post", "Thêm vào một đồ thị", "Add to a graph", _GRAPH),
    ("/graph-store", "patch", "Sửa một đồ thị", "Patch a graph", _GRAPH),
    ("/graph-store", "delete", "Xóa một đồ thị", "Delete a graph", _GRAPH),
    (
        "/search",
        "get",
        "Tìm số hiệu, tên, toàn văn",
        "Find numbers, names and full text",
        ("q", "Từ cần tìm", "The words", False),
        ("of", "Loại: instrument, body …", "The sort: instrument, body …", False),
        ("kind", "Thể loại", "The kind", False),
        ("issuer", "Cơ quan ban hành", "The issuer", False),
        ("level", "Cấp", "The level", False),
        ("place", "Địa bàn", "The place", False),
        ("year", "Năm", "The year", False),
        ("relation", "Quan hệ", "A relation that it has", False),
        ("order", "Thứ tự", "The order", False, {"enum": list(_ORDERS)}),
        ("page", "Trang", "The page", False),
        ("dates", "dmy: ngày trước", "dmy: day first", False),
        ("format", "json, csv, xlsx, ttl", "json, csv, xlsx, ttl", False),
    ),
    (
        "/trace",
        "get",
        "Truy vết viện dẫn: mỗi bước kèm nguyên văn",
        "Citation tracing: every hop with its words",
        ("number", "Số hiệu hoặc địa chỉ", "A number or an address", False),
        ("to", "Số hiệu, địa chỉ, hoặc findings, figures …", "A number, address, or sort", False),
        ("direction", "cites, cited-by hoặc both", "cites, cited-by or both", False),
        ("depth", "Độ sâu", "How many hops", False),
        ("as_of", "Tính đến ngày", "As of this day", False),
        ("relations", "Những quan hệ được đi theo", "The relations to follow", False),
        ("via", "Đường đi qua đâu", "What paths pass", False),
        ("first", "Bắt đầu từ quan hệ thứ mấy", "Go on from this hop", False),
        ("version", "Phiên bản bộ dữ liệu", "The dataset version", False),
        ("format", "json, csv, bibtex, graphml …", "json, csv, bibtex, graphml ...", False),
    ),
    (
        "/trace.atom",
        "get",
        "Nguồn tin Atom về thay đổi quanh một văn bản",
        "An Atom feed of what changes around an instrument",
        ("number", "Địa chỉ của văn bản", "The address of an instrument", True),
    ),
    (
        "/api/explore",
        "get",
        "Đồ thị quanh một đối tượng",
        "The graph around a thing",
        ("iri", "Đối tượng", "The thing", False),
        ("reach", "Số đối tượng gần nhất", "So many of the nearest things", False),
        ("format", "csv để nhận bảng quan hệ", "csv for the table of relations", False),
    ),
    (
        "/coverage",
        "get",
        "Bảng theo dõi tình hình triển khai",
        "The coverage matrix",
        ("instrument", "Văn bản", "The instrument", False),
        ("scope", "Địa bàn", "The place", False),
        _FILES,
    ),
    (
        "/timeline",
        "get",
        "Dòng thời gian",
        "The timeline",
        ("iri", "Đối tượng", "The thing", False),
        _FILES,
    ),
    (
        "/places",
        "get",
        "Cây địa bàn",
        "The tree of places",
        ("iri", "Địa bàn", "The place", False),
        ("as_of", "Tính đến ngày", "As of", False),
        _FILES,
    ),
    (
        "/conflicts",
        "get",
        "Mâu thuẫn giữa các nguồn và với danh mục chuẩn",
        "Conflicts between sources and with the record",
        _FILES,
    ),
    (
        "/explore",
        "get",
        "Trang đồ thị; dữ liệu ở /api/explore",
        "The page of the graph; its data are at /api/explore",
        ("iri", "Đối tượng", "The thing", False),
    ),
    ("/queries", "get", "Trang các câu hỏi có sẵn", "The page of the named questions"),
    ("/check", "get", "Biểu mẫu kiểm tra dự thảo", "The form of the checker"),
    ("/check", "post", *_CHECKED),
    ("/api/check", "post", *_CHECKED),
    ("/dataset", "get", "Bộ dữ liệu, hoặc mô tả VoID", "The dataset, or its VoID description"),
    ("/api/forms", "get", "Câu hỏi có chỗ trống", "The questions as sentences with blanks"),
    ("/api/lint", "post", "Chỗ sai của một truy vấn", "What is wrong with a query"),
    ("/api/labels", "post", "Tên của các địa chỉ", "The names of IRIs"),
    ("/api", "get", "Các câu hỏi có sẵn", "The named questions"),
    (
        "/api/completion",
        "get",
        "Tiền tố, lớp, thuộc tính kèm số lần dùng, và tên các đối tượng, để soạn truy vấn",
        "Prefixes, classes, properties with counts, and named things, to write queries with",
    ),
    (
        "/api/explain",
        "get",
        "Mỗi mẫu trong truy vấn khớp bao nhiêu lần",
        "How often each pattern of a query holds",
        ("query", "Câu truy vấn", "The query", True),
    ),
    ("/dataset.ttl", "get", "Mô tả bộ dữ liệu (VoID)", "The dataset described (VoID)"),
    ("/dataset.nq.gz", "get", "Cả bộ dữ liệu", "The whole dataset"),
    ("/dataset.nq.gz.sha256", "get", "Mã kiểm tra của tệp ấy", "The checksum of that file"),
    ("/healthz", "get", "Máy chủ còn chạy", "Whether the server is alive"),
    ("/metrics", "get", "Số đo cho Prometheus", "Measures for Prometheus"),
)
_WRITES = ("put", "patch", "delete")


@openapi.get("/openapi.json")
def description() -> Response:
    """The interface as OpenAPI 3.1."""
    paths: dict[str, dict[str, object]] = {}
    for path, method, vietnamese, english, *parameters in _ROUTES:
        operation = _operation(vietnamese, english, [_parameter(*each) for each in parameters])
        if path.endswith("/check") and method == "post":
            operation["requestBody"] = {"required": True, "content": _DRAFT}
        if method in _WRITES or (path, method) == ("/graph-store", "post"):
            operation["security"] = [{"token": []}]
        paths.setdefault(path, {})[method] = operation
    for each in questions().values():
        paths[f"/api/{each.name}"] = {"get": _question(each)}
    token = {"type": "http", "scheme": "bearer", "description": "VANKIEN_TOKEN"}
    return jsonify(
        openapi="3.1.0",
        info={"title": "vankien", "version": "1", "description": _both("Dữ liệu", "The data")},
        servers=[{"url": request.host_url.rstrip("/")}],
        paths=paths,
        components={"securitySchemes": {"token": token}},
    )


def _question(of: Question) -> dict[str, object]:
    parameters = [_asked(each) for each in of.parameters]
    parameters.append(_parameter(*_FILES))
    parameters.append(_parameter("page", "Trang thứ mấy", "Which page", False))
    parameters.append(_parameter("per-page", "Số dòng một trang", "Rows a page", False))
    operation = _operation(of.summary, of.summary_en, parameters)
    operation["operationId"] = of.name
    operation["x-columns"] = list(of.columns)
    return operation


def _asked(of: Parameter) -> dict[str, object]:
    name = f"{of.name} ({of.sort})"
    return _parameter(of.name, name, name, of.needed, _DAY if of.sort == "date" else None)


def _parameter(
    name: str,
    vietnamese: str,
    english: str,
    needed: bool,
    schema: _Schema | None = None,
) -> dict[str, object]:
    return {
        "name": name,
        "in": "query",
        "required": needed,
        "description": _both(vietnamese, english),
        "schema": schema or _SCHEMAS.get(name) or _TEXT | ({"minLength": 1} if needed else {}),
    }


def _operation(
    vietnamese: str, english: str, parameters: list[dict[str, object]]
) -> dict[str, object]:
    texts = ("application/json", "application/atom+xml", "text/html", "text/plain")
    forms = (*texts, *SOLUTIONS, *GRAPHS, *_FILES_SENT)
    content: dict[str, object] = {each: {} for each in forms}
    return {
        "summary": _both(vietnamese, english),
        "parameters": parameters,
        "responses": {
            "200": {"description": _both("Câu trả lời", "The answer"), "content": content},
            "4XX": {"description": _both("Yêu cầu không đọc được", "The request is at fault")},
            "503": {"description": _both("Quá giới hạn", "Over a limit")},
        },
    }


def _both(vietnamese: str, english: str) -> str:
    return vietnamese if vietnamese == english else f"{vietnamese} / {english}"
