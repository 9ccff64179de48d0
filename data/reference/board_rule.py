"""How the Board decides (board_rule.yaml; Methodology I.3, rule R9)."""

from functools import cache
from pathlib import Path

from pydantic import model_validator

from data.reference.reading import FOLDER, Entry, Reviewed, read
from data.vocabulary.board import BoardRule, Deciding

UNNAMED = "not named"


class _Rule(Entry):
    code: str
    decides: Deciding
    sentence: str
    reference: str
    quorum: int = 0
    days: int = 14
    terms_of_reference: str = UNNAMED

    def as_rule(self) -> BoardRule:
        named = self.terms_of_reference != UNNAMED
        reference = self.terms_of_reference if named else self.reference
        return BoardRule(self.code, self.sentence, reference, self.decides, self.quorum, self.days)


class _BoardRuleFile(Reviewed):
    in_force: str
    rules: tuple[_Rule, ...]

    @model_validator(mode="after")
    def the_rule_in_force_is_listed(self) -> "_BoardRuleFile":
        if [rule.code for rule in self.rules].count(self.in_force) != 1:
            raise ValueError(f"exactly one rule must bear the code {self.in_force}")
        return self

    @model_validator(mode="after")
    def only_what_the_terms_of_reference_provide_for_is_in_force(self) -> "_BoardRuleFile":
        rule = next(rule for rule in self.rules if rule.code == self.in_force)
        if rule.decides is not Deciding.CHAIR and rule.terms_of_reference == UNNAMED:
            raise ValueError(
                f"{rule.code} decides by {rule.decides}; write under terms_of_reference where the "
                "ToR provide for it"
            )
        return self


@cache
def board_rule() -> BoardRule:
    """The rule in force; it is stored with every approval round.

    Raises:
        ReferenceDataBroken: board_rule.yaml does not hold what it should.
    """
    return board_rule_in(FOLDER / "board_rule.yaml")


def board_rule_in(path: Path) -> BoardRule:
    """The rule that a file of Board rules puts in force.

    Raises:
        ReferenceDataBroken: the file does not hold what it should, or a rule that needs the Terms
            of Reference is in force without its place in them.
    """
    file = read(path, _BoardRuleFile)
    return next(rule for rule in file.rules if rule.code == file.in_force).as_rule()
