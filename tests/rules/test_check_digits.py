"""Numbers made by their rule are told from numbers that only look like it."""

import pytest

from tasks.rules.check_digits import is_albanian_nid, is_card, is_iban, is_jmbg
from tests.tables import rows

RULES = {"jmbg": is_jmbg, "nid": is_albanian_nid, "card": is_card, "iban": is_iban}


@pytest.mark.parametrize(
    "row",
    rows("""
    | rule | number                       | made by it | because                      |
    | jmbg | 0101990500003                | yes        |                              |
    | jmbg | 1502988450110                | yes        |                              |
    | jmbg | 0506002501237                | yes        | born in 2002                 |
    | jmbg | 0101990500006                | no         | the check digit              |
    | jmbg | 3102990500003                | no         | no such day                  |
    | jmbg | 0113990500003                | no         | no such month                |
    | jmbg | 010199050000                 | no         | twelve digits                |
    | nid  | J05101123Q                   | yes        | a woman                      |
    | nid  | H65412087K                   | yes        |                              |
    | nid  | J01301123Q                   | no         | no such month                |
    | nid  | Z05101123Q                   | no         | no such decade               |
    | nid  | J0510112Q                    | no         | too short                    |
    | card | 4012888888881881             | yes        |                              |
    | card | 378282246310005              | yes        | fifteen digits               |
    | card | 4012888888881882             | no         | the check digit              |
    | card | 9012888888881881             | no         | no issuer begins with 9      |
    | card | 40128888888818               | no         | too short                    |
    | iban | al47212110090000000235698741 | yes        |                              |
    | iban | xk051212012345678906         | yes        |                              |
    | iban | xk061212012345678906         | no         | the check digits             |
    """),
    ids=lambda row: f"{row['rule']} {row['number']}",
)
def test_a_number_is_known_by_its_check_digits(row: dict[str, str]):
    assert RULES[row["rule"]](row["number"]) is (row["made by it"] == "yes")
