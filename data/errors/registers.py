"""Register files that are not read at all; what is wrong inside a register is a finding."""

from data.errors.base import Refusal


class RegisterNotOpened(Refusal):
    what = "{why} Nothing was read from the register."
    remedy = (
        "Save the register in Excel or LibreOffice as an Excel workbook (.xlsx) without a "
        "password, and import that file."
    )


class RegisterBroken(Refusal):
    what = "The register is damaged and cannot be read: {found}."
    remedy = (
        "Open it in Excel or LibreOffice, let the program repair it, save it under a new name, "
        "and import that file, or ask the person who sent it for a fresh copy."
    )
