"""A request workbook in parts, for a partner that shares it among national contributors (I.2)."""

from data import clock, store
from data.vocabulary import Enclosure, LetterToWrite
from tasks import filing, workbooks
from tasks.edges.workbook.languages import shown
from tasks.patience import step
from tasks.rules import naming


@step("split the workbook")
def split_workbook(cycle: str, request: str) -> list[LetterToWrite]:
    """The letter that brings a partner its workbook in parts, one for each sub-pillar.

    Every part bears the identity of the whole request, so that whatever comes back is merged.

    Raises:
        RequestOfReturnUnknown: the cycle has no such request.
    """
    with store.session() as session:
        record = workbooks.request_in(session, cycle, request)
        form = workbooks.form_of(session, record.request)
    language = workbooks.language_of(form)
    titles = {number: shown(language, "sub_pillars", name) for number, name in form.sub_pillars}
    enclosures = [
        _keep(naming.part(request, number), titles[number], content)
        for number, content in workbooks.draw_parts(form).items()
    ]
    asked = record.request
    return [
        LetterToWrite(
            key=f"parts/{asked.reference}",
            kind="parts",
            cycle=asked.cycle,
            pillar=asked.pillar,
            member=asked.member,
            facts={"parts": len(enclosures), "reference": asked.reference},
            deadline=form.deadline,
            enclosures=tuple(enclosures),
            request=asked.reference,
            language=form.language,
        )
    ]


def _keep(name: str, title: str, content: bytes) -> Enclosure:
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, content, name, clock.now())
    return Enclosure(name, title, sha256, filing.EXCEL)
