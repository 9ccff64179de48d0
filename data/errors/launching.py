"""Refusals and interruptions of Prefect's server and worker, the officer's desk."""

from data.errors.base import Interruption, Refusal


class DeskAlreadyOpen(Refusal):
    what = "The desk of {home} is already open at {page}."
    remedy = (
        "Use that page, or first end the other `mapping start` with Ctrl-C; its terminal is gone "
        "when these processes must be ended by hand: {processes}."
    )


class PortTaken(Refusal):
    what = "The port {port} of this machine is used by another program."
    remedy = "End that program, or choose another port with MAPPING_UI_PORT."


class ServerDidNotStart(Interruption):
    what = "Prefect's server did not answer within {seconds} seconds."
    remedy = "Read the last lines of {log}, then run the command again."


class DeploymentsNotMade(Interruption):
    what = "Prefect did not take the deployments of {file}."
    remedy = "Read the last lines of {log}, put right what they name and run `mapping start` again."


class DeskFell(Interruption):
    what = "Prefect's {part} has ended by itself, and the desk with it."
    remedy = "Read the last lines of {log}, then run `mapping start` again."
