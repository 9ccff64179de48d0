"""A refusal at the desk: its sentence is in the state, and no traceback stands in the log."""

import logging

import pytest

import tasks.desk  # noqa: F401 # importing it is what puts the filter on
from data.errors.cycles import CycleUnknown


def record_of(error: Exception) -> logging.LogRecord:
    told = (type(error), error, None)
    return logging.LogRecord("prefect.engine", logging.ERROR, "", 1, "exited", (), told)


@pytest.mark.parametrize("logger", ["prefect.engine", "prefect.flow_runs"])
def test_a_refusal_leaves_no_traceback_in_the_log_of_a_run(logger: str):
    refused = CycleUnknown(cycle="2031", known="2025")
    assert not logging.getLogger(logger).filter(record_of(refused))


@pytest.mark.parametrize("logger", ["prefect.engine", "prefect.flow_runs"])
def test_any_other_failure_keeps_its_traceback(logger: str):
    assert logging.getLogger(logger).filter(record_of(ZeroDivisionError()))
