"""What the engine's parser calls wrong with a query, in Vietnamese.

The parser lists every character that it would have taken at a place; a sentence among them is the
cause. These are the sentences of Oxigraph's SPARQL parser; none of them is shown untranslated.
"""

_CAUSES = {
    "Prefix not found": "tiền tố chưa được khai báo (PREFIX)",
    "IRI parsing failed": "IRI viết sai",
    "Duplicated variable name in SELECT": "SELECT nêu một biến hai lần",
    "The SELECT contains a variable that is unbound": (
        "SELECT nêu một biến mà WHERE hoặc GROUP BY không cho giá trị"
    ),
    "SELECT * is not authorized with GROUP BY": "SELECT * không dùng được với GROUP BY",
    "BIND is overriding an existing variable": "BIND đặt lại một biến đã có giá trị",
    "Repeated variables are not allowed in VALUES clauses": "VALUES nêu một biến hai lần",
    "The VALUES clause rows should have exactly the same number of values as there are variables": (
        "mỗi dòng của VALUES phải có đúng một giá trị cho mỗi biến"
    ),
    "This custom function is an aggregate function and not a regular function": (
        "hàm gộp chỉ dùng được trong SELECT, HAVING hoặc ORDER BY"
    ),
    "Blank nodes are not allowed in DELETE WHERE": "DELETE WHERE không nhận nút trống",
    "Variables and blank nodes are not allowed in DELETE DATA": (
        "DELETE DATA không nhận biến và nút trống"
    ),
    "Reifiers are not allowed on property paths": "không chú thích được một đường dẫn thuộc tính",
    "Literals or triple terms are not allowed in subject position of nested patterns": (
        "chủ thể không thể là một giá trị"
    ),
}


def cause_of(message: str) -> tuple[str, str] | None:
    """The cause that a message of the parser names, in Vietnamese and English."""
    named = next((each for each in _CAUSES if each in message), None)
    return (_CAUSES[named], named) if named else None
