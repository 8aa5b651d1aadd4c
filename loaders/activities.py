"""What people and bodies did, as triples: inspections, implementations, figures, findings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from loaders.delegations import establishing
from loaders.masks import Mask
from loaders.model import (
    Body,
    Discipline,
    Figure,
    Finding,
    Implementation,
    Inspection,
    Person,
    Reading,
    Span,
)
from loaders.triples import (
    Statements,
    concept,
    curie,
    date,
    decimal,
    integer,
    iri,
    string,
)


def activities(out: Statements, reading: Reading) -> None:
    """State everything that the reading says was done, found and counted."""
    established = establishing(reading) if reading.inspections else {}
    for inspection in reading.inspections:
        _inspection(out, inspection)
        _delegation(out, inspection, established)
    seen: Counter[int] = Counter()
    for implementation in reading.implementations:
        start = implementation.span.start
        _implementation(
            out, implementation, f"{start}-{seen[start]}" if seen[start] else str(start)
        )
        seen[start] += 1
    for figure in reading.figures:
        _figure(out, figure)
    report = _reported(reading)
    for finding in reading.findings:
        _finding(out, finding, report)
    for decision in reading.discipline:
        _discipline(out, decision)


def _bodies(bodies: tuple[Body, ...]) -> list[str]:
    return [iri(body.iri) for body in bodies]


def _institutions(inspection: Inspection) -> tuple[Body, ...]:
    return tuple(each for each in inspection.members if isinstance(each, Body))


def _people(inspection: Inspection, mask: Mask) -> Iterator[str]:
    """The IRIs of those who take part by name, as far as a reader may see them."""
    for each in inspection.members:
        if isinstance(each, Person) and not any(map(mask.covers, each.spans)):
            yield each.iri


def day(value: str) -> str:
    """A date as Vietnamese texts print it: `18/8/2021`, `7/2021`, `2021`.

    >>> day("2021-08-18"), day("2018-02-02"), day("2021-07")
    ('18/8/2021', '02/02/2018', '7/2021')
    """
    year, *rest = value.split("-")
    if len(rest) == 2:
        # Days below 10 and the months 1 and 2 are padded, the others are not.
        month = rest[0] if rest[0] in ("01", "02") else rest[0].lstrip("0")
        return f"{rest[1]}/{month}/{year}"
    return "/".join([part.lstrip("0") for part in rest] + [year])


def _period(start: str | None, end: str | None) -> str:
    if start and end and start != end:
        return f" từ {day(start)} đến {day(end)}"
    either = start or end
    return f" {'ngày' if len(either) == 10 else 'năm'} {day(either)}" if either else ""


def _title(inspection: Inspection) -> str:
    """`Giám sát của Ủy ban MTTQ Việt Nam tỉnh Yên Bái từ 18/8/2021 đến 22/8/2021`."""
    by = f" của {inspection.inspector.name}" if inspection.inspector else ""
    mode = inspection.mode[:1].upper() + inspection.mode[1:]
    return mode + by + _period(inspection.start, inspection.end)


def _inspection(out: Statements, inspection: Inspection) -> None:
    node = iri(inspection.iri)
    out.add(node, "rdf:type", curie("vk:Inspection"))
    out.add(node, "rdfs:label", out.words(_title(inspection)))
    out.add(node, "vk:mode", concept(inspection.mode))
    out.add(node, "vk:form", concept(inspection.form))
    out.add(node, "vk:status", concept(inspection.status))
    out.add(node, "vk:count", integer(inspection.count) if inspection.count is not None else None)
    out.add(node, "vk:startDate", date(inspection.start) if inspection.start else None)
    out.add(node, "vk:endDate", date(inspection.end) if inspection.end else None)
    out.add(node, "vk:inspectedUnit", *_bodies(inspection.units))
    out.add(node, "vk:participant", *_bodies(_institutions(inspection)))
    out.add(node, "vk:inspectsImplementationOf", *map(iri, inspection.about))
    out.add(node, "vk:mandatedBy", *map(iri, inspection.mandate))
    out.add(node, "vk:topic", out.words(inspection.topic, inspection.span))
    if inspection.inspector:
        out.add(node, "vk:conductedBy", iri(inspection.inspector.iri))
    if inspection.leader:
        out.add(node, "vk:ledBy", iri(inspection.leader.iri))
    out.evidence(node, inspection.span)


def _delegation(
    out: Statements, inspection: Inspection, established: Mapping[str, Sequence[Span]]
) -> None:
    if not (inspection.leader or inspection.members):
        return
    delegation = out.part("delegation", inspection.span.start)
    out.add(iri(inspection.iri), "vk:delegation", delegation)
    out.add(delegation, "rdf:type", curie("vk:Delegation"))
    out.add(delegation, "vk:ledBy", iri(inspection.leader.iri) if inspection.leader else None)
    out.add(delegation, "org:hasMember", *_bodies(_institutions(inspection)))
    out.add(delegation, "org:hasMember", *map(iri, _people(inspection, out.mask)))
    out.evidence(delegation, inspection.span)
    for instrument in inspection.mandate:
        for span in established.get(instrument, ()):
            out.claim(delegation, "vk:establishedBy", iri(instrument), span)


def _implementation(out: Statements, implementation: Implementation, key: str) -> None:
    node, body = out.part("implementation", key), iri(implementation.body.iri)
    instrument = iri(implementation.instrument)
    out.add(node, "rdf:type", curie("vk:Implementation"))
    out.add(node, "vk:implementer", body)
    out.add(node, "vk:ofInstrument", instrument)
    out.add(node, "vk:measure", out.plain(implementation.measure, implementation.span))
    out.add(node, "vk:level", concept(implementation.level))
    out.add(node, "vk:date", date(implementation.date) if implementation.date else None)
    out.evidence(node, implementation.span)
    out.claim(body, "vk:carriesOut", instrument, implementation.span)


def _figure(out: Statements, figure: Figure) -> None:
    node = out.part("figure", figure.span.start)
    out.add(node, "rdf:type", curie("vk:Figure"))
    out.add(node, "vk:value", decimal(figure.value))
    out.add(node, "vk:unitLabel", out.plain(figure.unit, figure.span))
    out.add(node, "vk:countedThing", out.plain(figure.what, figure.span))
    if figure.period:
        start, _, end = figure.period.partition("/")
        out.add(node, "vk:periodStart", date(start))
        out.add(node, "vk:periodEnd", date(end or start))
    if figure.part_of is not None:
        out.add(node, "vk:partOfFigure", out.part("figure", figure.part_of))
    if figure.form:
        out.add(node, "rdf:type", curie("vk:DisciplineTally"))
        out.add(node, "vk:disciplineForm", concept(figure.form))
    if figure.petition:
        # A complaint is an allegation: what came of it is unknown until a source says so.
        out.add(node, "rdf:type", curie("vk:PetitionTally"))
        out.add(node, "vk:petitionKind", string(figure.petition))
        out.add(node, "vk:outcome", concept("không rõ"))
    out.evidence(node, figure.span)


def _reported(reading: Reading) -> Inspection | None:
    """The inspection that the text reports on: the only held one with a delegation."""
    held = [i for i in reading.inspections if i.status == "held" and (i.leader or i.members)]
    return held[0] if len(held) == 1 else None


def _finding(out: Statements, finding: Finding, report: Inspection | None) -> None:
    node = out.part("finding", finding.span.start)
    out.add(node, "rdf:type", curie("vk:Finding"))
    out.add(node, "vk:sort", concept(finding.sort))
    out.add(node, "vk:aboutLevel", concept(finding.level))
    out.add(node, "vk:aboutUnit", *_bodies(finding.units))
    out.add(node, "vk:aboutInstrument", *map(iri, finding.about))
    heading = out.text[finding.heading.start : finding.heading.end].strip()
    out.add(node, "vk:heading", string(heading) if heading else None)
    out.add(node, "vk:explains", *(out.part("finding", span.start) for span in finding.explains))
    out.evidence(node, finding.span)
    if report and report.span.start < finding.span.start:
        out.add(iri(report.iri), "vk:hasFinding", node)


def _discipline(out: Statements, decision: Discipline) -> None:
    node = out.part("discipline", decision.span.start)
    out.add(node, "rdf:type", curie("vk:DisciplineDecision"))
    out.add(node, "vk:disciplineForm", concept(decision.form))
    out.add(node, "vk:target", out.plain(decision.target, decision.span))
    out.add(node, "vk:count", integer(decision.count) if decision.count is not None else None)
    out.evidence(node, decision.span)
