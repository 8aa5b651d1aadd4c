"""What a query may do is decided on its tokens."""

import re

import pyoxigraph as ox
import pytest

from graph.guard import QueryRefused, form_of, limited, refusal_of

ALLOWED = [
    ("SELECT * { ?s ?p ?o }", "SELECT"),
    ("ask { FILTER(1<2 && 3>2) } #x \n", "ASK"),
    ("PREFIX load: <http://x/> ASK { load:x load:load _:load }", "ASK"),
    ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT"),
    ("BASE <http://x/> DESCRIBE <instrument/tw/k12/qd/124>", "DESCRIBE"),
    # the words stand in strings, comments, IRIs and names only
    ('SELECT * { ?s ?p "SERVICE LOAD" } # SERVICE', "SELECT"),
    ("SELECT * { ?service <http://service/LOAD> a:SERVICE }", "SELECT"),
    ("SELECT * { ?s ?p '''a ' SERVICE ''' , \"\"\"b \" LOAD\"\"\" }", "SELECT"),
    ('SELECT * { ?s ?p "a\\"} SERVICE" }', "SELECT"),
]
REFUSED = [
    ("SELECT * {\n  SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE is not allowed here", 2, 3),
    ("select * { service silent ?x {} }", "SERVICE is not allowed here", 1, 12),
    ("SELECT * { \\u0053ERVICE <http://x/> {} }", "SERVICE is not allowed here", 1, 12),
    ("LOAD <file:///etc/passwd>", "LOAD is not allowed here", 1, 1),
    ("\n INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is an update", 2, 2),
    ("SELECT * " + "{" * 2200 + "}" * 2200, "nested too deeply", 1, 210),
    ("SELECT * { FILTER" + "(" * 500 + "1" + ")" * 500 + "}", "nested too deeply", 1, 217),
    ("", "not a SPARQL query", None, None),
    ("quy định 124", "not a SPARQL query", None, None),
]


@pytest.mark.parametrize(("query", "form"), ALLOWED)
def test_reading_is_allowed(query: str, form: str) -> None:
    assert form_of(query) == form


@pytest.mark.parametrize(("query", "message", "line", "column"), REFUSED)
def test_everything_else_is_refused(
    query: str, message: str, line: int | None, column: int | None
) -> None:
    with pytest.raises(QueryRefused) as refusal:
        form_of(query)
    assert message in refusal.value.message_en
    assert (refusal.value.line, refusal.value.column) == (line, column)
    assert refusal.value.message_vi


WRONG = [
    ("SELECT * WHERE { ?s ?p }", 1),
    ("SELECT *\nWHERE { ?s vk:kind ?o }", 2),
    ("SELECT ?x (COUNT(*) AS ?c)\n{ ?x ?p ?o }", 2),
]


@pytest.mark.parametrize(("query", "line"), WRONG)
def test_a_syntax_error_has_its_place(query: str, line: int) -> None:
    with pytest.raises(SyntaxError) as error:
        ox.Store().query(query)
    refusal = refusal_of(error.value, query)
    assert refusal.line == line
    assert refusal.column
    assert refusal.message_vi.startswith(f"dòng {line}, cột {refusal.column}: sai cú pháp SPARQL")
    assert len(refusal.message_en) < 150


CAUSES = [
    ("SELECT * { ?s foaf:name ?o }", "tiền tố chưa được khai báo"),
    ("SELECT ?x (1 AS ?x) {}", "SELECT nêu một biến hai lần"),
    ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", "SELECT nêu một biến mà WHERE"),
    ("SELECT * { ?s ?p ?o } GROUP BY ?s", "SELECT * không dùng được với GROUP BY"),
    ("SELECT * { ?s <a b> ?o }", "IRI viết sai"),
    ("SELECT * { ?s ?p }", "⏏"),
]


@pytest.mark.parametrize(("query", "cause"), CAUSES)
def test_a_vietnamese_reader_is_told_the_cause_in_vietnamese(query: str, cause: str) -> None:
    with pytest.raises(SyntaxError) as error:
        ox.Store().query(query)
    told = refusal_of(error.value, query).message_vi
    assert cause in told
    assert not re.search(r"not |allowed|contains|failed|Duplicated", told)


LIMITED = [
    ("SELECT * { ?s ?p ?o }", 3),
    ("SELECT * { ?s ?p ?o } LIMIT 2", 2),
    ("SELECT * { ?s ?p ?o } LIMIT 500 OFFSET 1", 3),
    ("SELECT * { ?s ?p ?o } ORDER BY ?o # in the end", 3),
    ("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 9 } } VALUES ?p { <a:p> } # all", 3),
    ("SELECT * { VALUES ?p { <a:p> } ?s ?p ?o }", 3),
    ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", 3),
]


@pytest.mark.parametrize(("query", "rows"), LIMITED)
def test_a_query_can_be_limited(query: str, rows: int) -> None:
    store = ox.Store()
    store.update("INSERT DATA { " + " ".join(f"<a:{n}> <a:p> {n} ." for n in range(20)) + " }")
    assert len(list(store.query(limited(query, 3)))) == rows
