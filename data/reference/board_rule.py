"""How the Board decides (board_rule.yaml; Methodology I.3, rule R9)."""

from functools import cache

from pydantic import model_validator

from data.reference.reading import FOLDER, Entry, Reviewed, read
from data.vocabulary.board import BoardRule


class _Rule(Entry):
    code: str
    sentence: str
    reference: str


class _BoardRuleFile(Reviewed):
    in_force: str
    rules: tuple[_Rule, ...]

    @model_validator(mode="after")
    def the_rule_in_force_is_listed(self) -> "_BoardRuleFile":
        if [rule.code for rule in self.rules].count(self.in_force) != 1:
            raise ValueError(f"exactly one rule must bear the code {self.in_force}")
        return self


@cache
def board_rule() -> BoardRule:
    """The rule in force; it is stored with every approval round.

    Raises:
        ReferenceDataBroken: board_rule.yaml does not hold what it should.
    """
    file = read(FOLDER / "board_rule.yaml", _BoardRuleFile)
    rule = next(rule for rule in file.rules if rule.code == file.in_force)
    return BoardRule(rule.code, rule.sentence, rule.reference)
