"""The command line `mapping …`: a verb for each flow, with the words of its form."""

import argparse
import gc
import inspect
import sys
from collections.abc import Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from prefect import Flow

from data.errors.base import MappingError
from flows.approval import (
    board_standing,
    record_decision,
    record_delivery,
    record_position,
    submit_to_board,
)
from flows.consultation import (
    cancel_meeting,
    comment_register,
    dispose_comments,
    move_meeting,
    record_conclusions,
    take_comments,
)
from flows.correspondence import resend_letter
from flows.decision import (
    bind_amended,
    confirm_decision,
    recall_decision,
    record_amendment,
    tick_amendment,
)
from flows.development import (
    develop,
    dispose_comment,
    record_comment,
    release,
    remind,
    take_in,
)
from flows.editing import accept_edits, compare_drafts
from flows.keeping import backup, hand_over, purge
from flows.members import export_database, members_account
from flows.methodology import (
    adopt_methodology,
    compare_methodologies,
    confirm_methodology,
    confirm_proposal_decision,
    proposal_standing,
    propose_amendment,
    recall_proposal_decision,
    record_proposal_decision,
    record_proposal_delivery,
    record_proposal_position,
    release_proposal_letters,
    submit_proposal,
)
from flows.overview import status, verify
from flows.preparation import prepare, record_agreement
from flows.publication import publish
from flows.registers import import_members, import_needs
from flows.rehearsal import rehearse
from flows.returns import confirm_blank, restore_return, settle_return, settle_text, split
from flows.review import review_findings
from flows.tracing import trace
from tasks import desk, keeping, launching, members_site

VERBS: tuple[Flow[..., Any], ...] = (
    import_members,
    import_needs,
    prepare,
    record_agreement,
    develop,
    take_in,
    split,
    settle_return,
    settle_text,
    confirm_blank,
    restore_return,
    remind,
    release,
    resend_letter,
    review_findings,
    record_comment,
    dispose_comment,
    take_comments,
    record_conclusions,
    move_meeting,
    cancel_meeting,
    comment_register,
    dispose_comments,
    accept_edits,
    compare_drafts,
    submit_to_board,
    record_delivery,
    record_position,
    board_standing,
    record_decision,
    confirm_decision,
    recall_decision,
    record_amendment,
    tick_amendment,
    bind_amended,
    publish,
    members_account,
    export_database,
    status,
    verify,
    trace,
    backup,
    purge,
    hand_over,
    propose_amendment,
    submit_proposal,
    release_proposal_letters,
    record_proposal_delivery,
    record_proposal_position,
    proposal_standing,
    record_proposal_decision,
    confirm_proposal_decision,
    recall_proposal_decision,
    adopt_methodology,
    confirm_methodology,
    compare_methodologies,
    rehearse,
)
# What a person types first, without a name before it; everything else is an option.
TYPED_FIRST = ("cycle", "file")

ABOUT = "The IISG Annual Response Mapping, from the needs register to the published summary."


def main(typed: Sequence[str] | None = None) -> int:
    """Run one verb; a refusal becomes its sentence and exit code 1."""
    given = vars(command_line().parse_args(typed))
    gc.freeze()  # what was imported lives as long as the verb: a tenth of a rehearsal is saved
    gc.set_threshold(50_000, 20, 50)
    serves = given.pop("serves", None)
    try:
        if restores := given.pop("restores", None):
            restores(**given)
            given.clear()
            given["verb"] = verify  # what was restored is proven
        if serves is not None:
            serves(**given)
            return 0
        verb: Flow[..., Any] = given.pop("verb")
        with launching.quietly(Path(given["home"]) if "home" in given else None):
            desk.show(verb.name, verb(**given))
    except MappingError as error:
        desk.complain(error)
        return 1
    return 0


def command_line() -> argparse.ArgumentParser:
    """The verbs with the parameters of their flows, in the same order and with the same words."""
    parser = argparse.ArgumentParser(prog="mapping", description=ABOUT)
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for verb in VERBS:
        words = (verb.description or "").split("Args:")[0].strip()
        one = verbs.add_parser(
            verb.name,
            help=words.splitlines()[0],
            description=words,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.set_defaults(verb=verb)
        _add_parameters(one, verb)
    words = "Start Prefect's server and a worker with every deployment; Ctrl-C stops both."
    verbs.add_parser("start", help=words, description=words).set_defaults(serves=launching.start)
    words = "Serve the members' database on this machine, behind a proxy; Ctrl-C stops it."
    served = verbs.add_parser("members-site", help=words, description=words)
    served.add_argument("--port", type=int, default=8001, help="The port to listen on.")
    served.set_defaults(serves=members_site.serve_members)
    words = "Make an empty home from a backup and prove it; on damage nothing is left behind."
    restored = verbs.add_parser("restore", help=words, description=words)
    restored.add_argument("file", metavar="FILE", help="What `mapping backup` wrote.")
    words = "A folder that is empty or not there yet."
    restored.add_argument("--home", type=Path, required=True, help=words)
    restored.set_defaults(restores=keeping.restore)
    return parser


def _add_parameters(one: argparse.ArgumentParser, verb: Flow[..., Any]) -> None:
    hints = get_type_hints(verb.fn)
    for name, parameter in inspect.signature(verb.fn).parameters.items():
        words = verb.parameters.properties[name].get("description", "")
        read = _reading(hints[name])
        if name in TYPED_FIRST:
            optional = parameter.default is not inspect.Parameter.empty
            count = {"nargs": "?", "default": parameter.default} if optional else {}
            one.add_argument(name, metavar=name.upper(), help=words, **count, **read)
            continue
        typed = f"--{name.strip('_').replace('_', '-')}"
        if parameter.default is inspect.Parameter.empty:
            one.add_argument(typed, dest=name, help=words, required=True, **read)
        else:
            one.add_argument(typed, dest=name, help=words, default=parameter.default, **read)


def _reading(hint: Any) -> dict[str, Any]:
    """How argparse reads a parameter of this type."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    if get_origin(hint) is Sequence:
        return {"nargs": "+", "type": str}
    if get_origin(hint) is Literal:
        return _one_of(kinds)
    kind = kinds[0] if kinds else hint
    if issubclass(kind, Enum):
        return _one_of(list(kind))
    return {"type": date.fromisoformat if kind is date else kind}


def _one_of(words: Sequence[Enum]) -> dict[str, Any]:
    """Reads one of the words people know; what is none of them is said in those words."""
    known = {str(word): word for word in words}

    def read(text: str) -> Enum:
        if text not in known:
            message = f"“{text}” is none of: {', '.join(known)}."
            raise argparse.ArgumentTypeError(message)
        return known[text]

    return {"type": read, "metavar": "{" + ",".join(known) + "}"}


if __name__ == "__main__":
    sys.exit(main())
