"""Strangers' clients get along with the endpoint; those that are not installed are skipped."""

import json
import shutil
import subprocess
from urllib.parse import quote

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from ontology import iris

SECRETARIAT = f"{iris.BASE}body/ban-bi-thu"
LABELS = (
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    f"SELECT ?l {{ <{SECRETARIAT}> rdfs:label ?l FILTER(LANG(?l) = 'vi') }}"
)


@pytest.fixture(scope="module")
def endpoint(serve, seeded):
    return serve(seeded).address + "/sparql"


def test_sparqlwrapper(endpoint):
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(endpoint)
    for method in (wrapper.GET, wrapper.POST):
        client.setMethod(method)
        client.setQuery(LABELS)
        client.setReturnFormat(wrapper.JSON)
        rows = client.queryAndConvert()["results"]["bindings"]
        assert [row["l"]["value"] for row in rows] == ["Ban Bí thư"]
        client.setQuery(f"DESCRIBE <{SECRETARIAT}>")
        client.setReturnFormat(wrapper.TURTLE)
        found = Graph().parse(data=client.queryAndConvert(), format="turtle")
        assert (URIRef(SECRETARIAT), None, None) in found
        client.setQuery("ASK { ?s ?p ?o }")
        client.setReturnFormat(wrapper.XML)
        assert "true" in client.queryAndConvert().toxml()


@pytest.mark.parametrize("name", ["TURTLE", "N3", "XML", "RDFXML", "JSONLD"])
def test_sparqlwrapper_gets_a_graph_in_every_form(endpoint, name):
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(endpoint)
    client.setQuery(f"DESCRIBE <{SECRETARIAT}>")
    client.setReturnFormat(getattr(wrapper, name))
    response = client.query().response
    form = RdfFormat.from_media_type(response.headers["Content-Type"])
    assert NamedNode(SECRETARIAT) in {quad.subject for quad in parse(response.read(), format=form)}


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib(endpoint, method):
    graph = Graph(SPARQLStore(endpoint, method=method))
    assert [str(row.l) for row in graph.query(LABELS)] == ["Ban Bí thư"]
    label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    assert "Ban Bí thư" in {str(each) for each in graph.objects(URIRef(SECRETARIAT), label)}
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True


def test_pandas(endpoint):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    address = f"{endpoint}?query={quote(LABELS)}&format=csv"
    assert list(pandas.read_csv(address)["l"]) == ["Ban Bí thư"]


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_curl(endpoint):
    def curl(*arguments):
        command = ["curl", "-sS", "--fail", endpoint, *arguments]
        return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout

    found = json.loads(curl("--data-urlencode", f"query={LABELS}"))
    assert found["results"]["bindings"][0]["l"] == {
        "type": "literal",
        "value": "Ban Bí thư",
        "xml:lang": "vi",
    }
    assert curl("-G", "--data-urlencode", f"query={LABELS}", "-H", "Accept: text/csv") == (
        "l\r\nBan Bí thư\r\n".encode()
    )
    query = ("-H", "Content-Type: application/sparql-query", "--data-binary", LABELS)
    assert curl(*query, "--compressed") == curl(*query)


COMUNICA = """
const { QueryEngine } = require("@comunica/query-sparql");
const [address, query] = process.argv.slice(1);
const sources = [{ type: "sparql", value: address }];
(async () => {
  const found = await (await new QueryEngine().queryBindings(query, { sources })).toArray();
  console.log(JSON.stringify(found.map((row) => row.get("l").value)));
})();
"""


def test_comunica(endpoint):
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not installed")
    found = 'require.resolve("@comunica/query-sparql")'
    if subprocess.run([node, "-e", found], capture_output=True).returncode:
        pytest.skip("@comunica/query-sparql is not where NODE_PATH says (npm install it there)")
    command = [node, "-e", COMUNICA, endpoint, LABELS]
    ran = subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert json.loads(ran.stdout) == ["Ban Bí thư"]
