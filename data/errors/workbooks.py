"""Refusals about the request workbooks and their templates."""

from data.errors.base import Refusal


class ContractIncomplete(Refusal):
    what = "The contract of a request template does not say {missing}."
    remedy = "Add the line to the .yaml in MAPPING_TEMPLATES/requests, for example: {example}."


class TemplateBroken(Refusal):
    what = "The template of the {kind} workbook does not keep its contract: {missing} is not there."
    remedy = (
        "Put it back into {kind}.xlsx in MAPPING_TEMPLATES/requests, or name it in {kind}.yaml."
    )


class TemplateVersionDiffers(Refusal):
    what = "The request {reference} pins template version {asked}, and the template is {found}."
    remedy = "Put the template of version {asked} back into MAPPING_TEMPLATES/requests."


class SubPillarWithoutSheet(Refusal):
    what = "The template of the {kind} workbook has no sheet for sub-pillar {number}."
    remedy = "Add it to {kind}.xlsx and {kind}.yaml in MAPPING_TEMPLATES/requests."


class NeedNotInWorkbook(Refusal):
    what = "The workbook {reference} does not ask about the need {need}."
    remedy = "Answer only what it asks, or ask the Secretariat for another workbook."
