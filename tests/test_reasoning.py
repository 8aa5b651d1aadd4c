"""HermiT finds the ontology consistent, and finds what is not."""

import shutil

import pytest
from pyoxigraph import NamedNode, Triple

from ontology import reasoning
from ontology.reasoning import JavaMissing, Report, check
from ontology.turtle import RDF_TYPE, VK

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")

_CLASS = "http://www.w3.org/2002/07/owl#Class"
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_THING = "https://w3id.org/vankien/body/thu"


def triple(subject, predicate, object_):
    return Triple(NamedNode(subject), NamedNode(predicate), NamedNode(object_))


@needs_java
def test_the_ontology_with_authority_and_sample_is_sound():
    report = check()
    assert report == Report(consistent=True, unsatisfiable=(), undeclared=(), unused=())
    assert report.sound
    assert report.message == "the ontology is consistent"


@needs_java
@pytest.mark.parametrize(
    "wrong",
    [
        # A committee is not a State body.
        [
            triple(_THING, RDF_TYPE, VK + "PartyCommittee"),
            triple(_THING, RDF_TYPE, VK + "StateBody"),
        ],
        # Nothing replaces itself.
        [triple(_THING, VK + "replaces", _THING)],
        # A territory is not a body: what is inspected is a body.
        [
            triple(_THING, RDF_TYPE, VK + "AdminUnit"),
            triple("https://w3id.org/vankien/inspection/a-1", VK + "inspectedUnit", _THING),
        ],
    ],
    ids=["two-classes", "itself", "territory"],
)
def test_an_inconsistent_variant_is_found(wrong):
    assert not check(wrong).consistent


@needs_java
def test_a_class_without_possible_members_is_named():
    odd = VK + "FrontStateBody"
    report = check(
        [
            triple(odd, RDF_TYPE, _CLASS),
            triple(odd, _SUBCLASS, VK + "FrontCommittee"),
            triple(odd, _SUBCLASS, VK + "StateBody"),
        ]
    )
    assert report.consistent
    assert report.unsatisfiable == (odd,)
    assert report.unused == (odd,)
    assert f"unsatisfiable: {odd}" in report.message
    assert not report.sound


@needs_java
def test_a_term_that_is_not_declared_is_named():
    stray = VK + "citess"
    assert check([triple(_THING, stray, _THING)]).undeclared == (stray,)


def test_without_java_the_message_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(JavaMissing, match="install a headless runtime"):
        check()


def test_java_home_goes_before_the_path(monkeypatch, tmp_path):
    launcher = tmp_path / "bin" / "java"
    launcher.parent.mkdir()
    launcher.write_text("", encoding="utf-8")
    launcher.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert reasoning.java_command() == str(launcher)
