"""Refusals about the request workbooks and their templates."""

from data.errors.base import Refusal


class ContractIncomplete(Refusal):
    what = "The contract of a request template does not say {missing}."
    remedy = "Compare it with the one that came with the program and add the line: {example}."


class TemplateBroken(Refusal):
    what = "The template of the {kind} workbook does not keep its contract: {missing} is not there."
    remedy = "Put it back into {kind}.xlsx, or name what stands there now in {kind}.yaml."


class TemplateVersionDiffers(Refusal):
    what = "The request {reference} pins template version {asked}, and the template is {found}."
    remedy = "Put the template of version {asked} back, as a cycle keeps what it began with."


class SubPillarWithoutSheet(Refusal):
    what = "The template of the {kind} workbook has no sheet for sub-pillar {number}."
    remedy = "Add the sheet to {kind}.xlsx and its name to {kind}.yaml under sheets, needs."


class NeedNotInWorkbook(Refusal):
    what = "The workbook {reference} does not ask about the need {need}."
    remedy = "Answer only what the workbook asks; the Secretariat sends another one on request."
