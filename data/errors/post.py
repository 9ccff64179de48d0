"""Refusals and interruptions of writing, holding and sending letters."""

from data.errors.base import Interruption, Refusal


class LetterKindUnknown(Refusal):
    what = "There is no letter of the kind “{kind}”."
    remedy = "The letters are {kinds}; their templates stand in the folder MAPPING_TEMPLATES."


class LetterFactsMissing(Refusal):
    what = "The letter “{kind}” was not given these facts: {names}."
    remedy = "Tell whoever maintains the program: the step that writes the letter must give them."


class LetterLineBroken(Refusal):
    what = "The {where} of a letter holds a line break or a control character: {text}."
    remedy = (
        "Correct it in the members register, or in the letter's template in the folder "
        "MAPPING_TEMPLATES, and write the letter again."
    )


class AddressUnreadable(Refusal):
    what = "“{address}” is not one e-mail address."
    remedy = (
        "Correct the contact in the members register, or MAPPING_SENDER if it is the Secretariat's."
    )


class LetterWithoutAddressee(Refusal):
    what = "The letter {key} has no sender or nobody to go to."
    remedy = (
        "The Secretariat names a contact for it in the members register, or a sender in "
        "MAPPING_SENDER, and writes the letter again."
    )


class LetterWithoutMoment(Refusal):
    what = "The letter {key} says when it was written without saying in which time zone."
    remedy = "Tell whoever maintains the program: instants are kept in UTC."


class LetterNameUnusable(Refusal):
    what = "A letter cannot be kept under the file name “{name}”."
    remedy = "Tell whoever maintains the program: letters, digits, dots, hyphens and spaces only."


class HeldLetterDiffers(Refusal):
    what = "The letter {name} is already held, with other words."
    remedy = (
        "The Secretariat compares it: either release the letter as it is, or delete the file "
        "{path} and run the step again."
    )


class MailServerSilent(Interruption):
    what = "The mail server {host}:{port} did not answer."
    remedy = (
        "The letter stays held; check MAPPING_MAIL_HOST and MAPPING_MAIL_PORT, or ask whoever "
        "runs the mail server."
    )


class MailServerBusy(Interruption):
    what = "The mail server {host} asks to come again later: {reply}."
    remedy = "The letter stays held; if it lasts, ask whoever runs the mail server."


class MailServerUnproven(Refusal):
    what = "The connection to the mail server {host} cannot be made private: {reason}."
    remedy = (
        "Check MAPPING_MAIL_HOST and MAPPING_MAIL_PORT, or ask whoever runs the mail server for a "
        "valid certificate; the letter stays held."
    )


class MailSignInRefused(Refusal):
    what = "The mail server {host} does not accept the user “{user}” with its password."
    remedy = "Set MAPPING_MAIL_USER and MAPPING_MAIL_PASSWORD; the letter stays held."


class AddressesRefused(Refusal):
    what = "The mail server {host} refuses every address of the letter {name}: {addresses}."
    remedy = "The letter stays held; correct the contacts in the members register."


class LetterRefused(Refusal):
    what = "The mail server {host} does not take the letter {name}: {reply}."
    remedy = "The letter stays held; ask whoever runs the mail server what it objects to."
