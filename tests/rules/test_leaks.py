"""Public words against the store: what repeats it is a leak, what everybody knows is none."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary.leaks import LeakKind, MembersText, PublicText
from tasks.rules import leaks
from tests.tables import rows

STORE = """
| kind                          | text                                                          |
| words of a mapped need        | Train prosecutors in the handling of digital evidence abroad  |
| words of a partner's response | Law on asylum                                                 |
| words of a partner's response | ongoing                                                       |
| words of a partner's response | in progress                                                   |
| words of a partner's response | The purpose of this process is to map the responses           |
| a contact                     | National coordinator                                          |
| the number of a need          | RS-CT-05                                                      |
| a budget                      | 33,303,022                                                    |
| a budget                      | 2025                                                          |
"""

CASES = """
| public words                                              | leak                          |
| They train prosecutors in the handling of it.             | words of a mapped need        |
| TRAIN PROSECUTORS — in “the” handling                     | words of a mapped need        |
| Prosecutors in the handling of digital files              | words of a mapped need        |
| Prosecutors in the handling                               |                               |
| The law on asylum was read.                               | words of a partner's response |
| Two are ongoing, one is in progress.                      |                               |
| The purpose of this process is to map the responses       |                               |
| its national coordinator                                  | a contact                     |
| as RS-CT-05 says                                          | the number of a need          |
| as rs-ct-05 says                                          | the number of a need          |
| EUR 33.303.022                                            | a budget                      |
| EUR 33 303 022.00                                         | a budget                      |
| EUR 133,303,022                                           |                               |
| The year 2025                                             |                               |
| write to somebody@ministry.example                        | an e-mail address             |
| write to somebody(at)ministry.example                     | an e-mail address             |
| write to secretariat@iisg.example                         |                               |
| /home/officer/report.docx                                 | a path of a computer          |
| \\\\server\\share\\report.docx                            | a path of a computer          |
| https://iisg.example/home/report                          |                               |
| Trainprosecutorsinthehandlingof                           | words of a mapped need        |
| T r a i n  p r o s e c u t o r s in the h a n d l i n g   | words of a mapped need        |
| pro-secu-tors in the hand-ling of digi-tal evi-dence      | words of a mapped need        |
| RS – CT – 05                                              | the number of a need          |
| EUR 33.303022 million                                     | a budget                      |
| EUR 33 million                                            |                               |
| somebody at ministry dot example                          | an e-mail address             |
| looks at ministry and example                             |                               |
"""

SECRETS = [MembersText(LeakKind(row["kind"]), row["text"]) for row in rows(STORE)]
KNOWN = ("The purpose of this process is to map the responses to the security needs",)


@pytest.mark.parametrize("case", rows(CASES), ids=lambda case: case["public words"])
def test_what_repeats_the_store_is_a_leak(case: dict[str, str]):
    public = PublicText("index.html", "line 7", case["public words"])
    found = leaks.find([public], SECRETS, KNOWN, ["secretariat@iisg.example"])
    assert [str(leak.kind) for leak in found] == [case["leak"]] * bool(case["leak"])


def test_a_leak_names_its_place_once_and_never_what_leaked():
    words = PublicText("2025/WBCTi/index.html", "line 7, <p>", f"{SECRETS[0].text}. " * 3)
    found = leaks.find([words, words], SECRETS, [])
    assert [str(leak) for leak in found] == [
        "2025/WBCTi/index.html, line 7, <p>: words of a mapped need."
    ]


def test_the_methodology_is_nobodys_secret():
    public = PublicText("index.html", "line 1", KNOWN[0])
    stolen = MembersText(LeakKind.RESPONSE, KNOWN[0])
    assert leaks.find([public], [stolen], []) != []
    assert leaks.find([public], [stolen], KNOWN) == []


def test_a_text_parted_over_cells_is_found_in_what_a_reader_sees_one_after_another():
    cells = [PublicText("index.html", "line 7", word) for word in SECRETS[0].text.split()]
    page = PublicText("index.html", "in several places", " · ".join(cell.text for cell in cells))
    found = leaks.find(cells, SECRETS, [], flows=[page])
    assert [str(leak) for leak in found] == [
        "index.html, in several places: words of a mapped need."
    ]


@given(
    st.lists(st.text("abcdefghij", min_size=2, max_size=9), min_size=5, max_size=12),
    st.text(max_size=40),
    st.text(max_size=40),
)
def test_a_text_is_found_wherever_it_is_put(words: list[str], before: str, after: str):
    secret = MembersText(LeakKind.RESPONSE, " ".join(words))
    public = PublicText("index.html", "line 1", f"{before} {secret.text.upper()} {after}")
    assert LeakKind.RESPONSE in {leak.kind for leak in leaks.find([public], [secret], [])}


def test_a_store_of_ten_thousand_answers_is_held_against_the_site_within_a_second_or_two():
    secrets = [
        MembersText(LeakKind.RESPONSE, " ".join(f"w{(number * 7 + n) % 9_973}x" for n in range(25)))
        for number in range(10_000)
    ]
    public = [PublicText("index.html", f"line {n}", f"public words {n} " * 30) for n in range(500)]
    began = perf_counter()
    assert leaks.find(public, secrets, []) == []
    assert perf_counter() - began < 3
