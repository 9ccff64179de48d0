"""The door of the members' database: who comes in, who is kept out, and for how long."""

from datetime import timedelta

import pytest

from data.errors.members_site import SecretLiesOpen
from data.vocabulary.members_site import SitePlaces
from tasks.edges.members_site import passwords
from tasks.edges.members_site.seal import load_seal
from tests.edges.one_members_site import (
    DISCLOSED,
    FIRST,
    KNOWN,
    NAME,
    OWN,
    START,
    Browser,
    Clock,
    mark_of,
    with_account,
)


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
@pytest.mark.parametrize("path", KNOWN)
def test_without_a_sign_in_every_address_gives_the_same_nothing(
    places: SitePlaces, path: str, accept: str
):
    answer = Browser(places, Clock()).ask(path, headers={"accept": accept})
    assert (answer.status_code, answer.text) == (
        (303, "") if accept == "text/html" else (401, "Sign in first.\n")
    )
    told = {name: value for name, value in answer.headers.items() if name != "location"}
    assert [word for word in DISCLOSED if word in str(told).casefold()] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_no_other_method_opens_the_door(places: SitePlaces, method: str):
    answer = Browser(places, Clock())._send(method, "/catalogue/needs")
    assert answer.status_code in (303, 401)


def test_the_sign_in_page_names_nothing_of_what_is_behind_it(places: SitePlaces):
    page = Browser(places, Clock()).ask("/sign-in")
    assert page.status_code == 200
    assert [word for word in DISCLOSED if word in page.text.casefold()] == []
    assert "http" not in page.text.replace("http-equiv", "")


def test_a_sign_in_leads_where_one_wanted_to_go_and_nowhere_else(places: SitePlaces):
    assert Browser(places, Clock()).sign_in(going="/needs/K-1").headers["location"] == "/needs/K-1"
    for elsewhere in ("https://evil.example", "//evil.example", "/\\evil.example", "/sign-out"):
        assert Browser(places, Clock()).sign_in(going=elsewhere).headers["location"] == "/"


def test_five_wrong_passwords_lock_a_name_for_fifteen_minutes(own: SitePlaces):
    clock = Clock()
    browser = Browser(own, clock)
    told = [browser.sign_in(NAME, "guess").status_code for _ in range(5)]
    assert told == [401, 401, 401, 401, 429]
    locked = browser.sign_in(password=OWN)
    assert locked.status_code == 429
    assert "09:15 UTC" in locked.text
    clock.moment = START + timedelta(minutes=16)
    assert browser.sign_in(password=OWN).status_code == 303


def test_a_name_that_does_not_exist_is_locked_like_one_that_does(own: SitePlaces):
    one, other = Browser(own, Clock()), Browser(own, Clock(), "192.0.2.8")
    for _ in range(5):
        known, unknown = one.sign_in(NAME, "guess"), other.sign_in("nobody", "guess")
        assert known.status_code == unknown.status_code
    assert mark_of(known)
    assert mark_of(unknown)
    assert known.text.replace(mark_of(known), "") == unknown.text.replace(mark_of(unknown), "")


def test_whoever_locks_a_name_for_ever_does_not_keep_its_owner_out(own: SitePlaces):
    clock = Clock()
    known, stranger = Browser(own, clock), Browser(own, clock, "198.51.100.4")
    known.sign_in()
    known.send("/sign-out", {"mark": mark_of(known.ask("/data"))})
    for _ in range(3):
        for _ in range(5):
            stranger.sign_in(NAME, "guess")
        assert stranger.sign_in().status_code == 429
        assert known.sign_in().status_code == 303
        known.send("/sign-out", {"mark": mark_of(known.ask("/data"))})
        clock.moment += timedelta(minutes=15)


def test_a_known_browser_is_locked_by_its_own_failures_alone_and_for_its_own_account_alone(
    own: SitePlaces,
):
    accounts, known = with_account(own), Browser(own, Clock())
    accounts.add("eva.al", "AL", FIRST, START)
    known.sign_in()
    told = [known.sign_in(NAME, "guess").status_code for _ in range(6)]
    assert told == [401, 401, 401, 401, 429, 429]
    assert Browser(own, Clock(), "198.51.100.4").sign_in().status_code == 303
    told = [known.sign_in("eva.al", "guess").status_code for _ in range(5)]
    assert told[-1] == 429
    other = Browser(own, Clock(), "198.51.100.4")
    assert other.sign_in("eva.al", FIRST).status_code == 429


def test_many_addresses_of_one_household_count_as_one(own: SitePlaces):
    for number in range(30):
        Browser(own, Clock(), f"2001:db8::{number:x}").sign_in(f"name{number}", "guess")
    assert Browser(own, Clock(), "2001:db8::ffff").sign_in().status_code == 429
    assert Browser(own, Clock(), "2001:db8:0:1::1").sign_in().status_code == 303


@pytest.mark.parametrize("value", ['"key.1.é"', '"é.é.é"', "..", "a.b.c", '"' + "x" * 4000 + '"'])
def test_no_cookie_makes_the_door_answer_otherwise(own: SitePlaces, value: str):
    sent = {"cookie": f"members_session={value}".encode("latin-1"), "accept": b"text/html"}
    answer = Browser(own, Clock()).ask("/data", headers=sent)
    assert (answer.status_code, answer.text) == (303, "")


def test_over_https_no_neighbouring_host_can_set_a_cookie_of_this_one(own: SitePlaces):
    browser = Browser(own, Clock())
    told = browser.ask("https://members.example/sign-in").headers["set-cookie"]
    assert told.startswith("__Host-members_form=")
    assert told.endswith("; Secure")
    assert "Domain" not in told
    mark = mark_of(browser.ask("https://members.example/sign-in"))
    form = {"name": NAME, "password": OWN, "mark": mark}
    answer = browser.send("https://members.example/sign-in", form)
    assert answer.status_code == 303
    for cookie in answer.headers.get_list("set-cookie"):
        assert cookie.startswith("__Host-members_")
        assert "HttpOnly" in cookie
        assert "; Secure" in cookie
    assert browser.ask("https://members.example/data").status_code == 200


def test_a_sign_in_leads_back_to_an_address_with_spaces_and_questions(own: SitePlaces):
    path = "/download/2025/WBCTi/IISG%202025%20WBCTi%20report.docx"
    turned_away = Browser(own, Clock()).ask(path).headers["location"]
    page = Browser(own, Clock()).ask(turned_away).text
    assert f'value="{path}"' in page
    assert Browser(own, Clock()).sign_in(going=path).headers["location"] == path


def test_a_session_somebody_else_put_into_the_browser_is_not_the_one_that_signs_in(own: SitePlaces):
    stranger, victim = Browser(own, Clock()), Browser(own, Clock())
    accounts = with_account(own)
    accounts.add("eva.al", "AL", OWN, START)
    stranger.sign_in()
    planted = stranger.cookies["members_session"]
    victim.cookies.set("members_session", planted, domain="members.example")
    answer = victim.sign_in("eva.al", OWN)
    assert answer.status_code == 303
    assert planted not in str(answer.headers.get_list("set-cookie"))


def test_a_disabled_account_is_out_at_once_and_without_a_restart(own: SitePlaces):
    accounts, browser = with_account(own), Browser(own, Clock())
    browser.sign_in()
    assert browser.ask("/data").status_code == 200
    accounts.disable(NAME)
    assert browser.ask("/data").status_code == 303
    assert browser.sign_in().status_code == 401
    accounts.enable(NAME)
    assert browser.sign_in().status_code == 303


def test_a_reset_ends_every_session_and_asks_for_a_password_of_ones_own(own: SitePlaces):
    accounts, browser = with_account(own), Browser(own, Clock())
    browser.sign_in()
    accounts.set_password(NAME, FIRST, provisional=True)
    assert browser.ask("/").status_code == 303
    browser.sign_in(password=FIRST)
    assert browser.ask("/data").headers["location"] == "/password"
    mark = mark_of(browser.ask("/password"))
    chosen = {"mark": mark, "present": FIRST, "chosen": "quite another one", "again": "x"}
    assert browser.send("/password", chosen).status_code == 400
    chosen["again"] = chosen["chosen"]
    assert browser.send("/password", {**chosen, "mark": "0" * 64}).status_code == 403
    assert browser.send("/password", chosen).headers["location"] == "/"
    assert browser.ask("/data").status_code == 200


def test_a_session_ends_after_eight_hours_or_with_a_sign_out(own: SitePlaces):
    clock = Clock()
    browser = Browser(own, clock)
    browser.sign_in()
    clock.moment = START + timedelta(hours=8, seconds=1)
    assert browser.ask("/data").status_code == 303
    browser.sign_in()
    assert browser.send("/sign-out", {"mark": "wrong"}).status_code == 403
    browser.send("/sign-out", {"mark": mark_of(browser.ask("/data"))})
    assert browser.ask("/data").status_code == 303


def test_a_form_of_another_site_is_not_taken(own: SitePlaces):
    browser = Browser(own, Clock())
    assert browser.send("/sign-in", {"name": NAME, "password": OWN}).status_code == 403
    mark = mark_of(browser.ask("/sign-in"))
    fields = {"name": NAME, "password": OWN, "mark": mark}
    crossing = {"sec-fetch-site": "cross-site"}
    assert browser.send("/sign-in", fields, headers=crossing).status_code == 403


def test_a_cookie_with_one_letter_changed_opens_nothing(own: SitePlaces):
    browser = Browser(own, Clock())
    browser.sign_in()
    held = browser.cookies["members_session"]
    for place in (0, len(held) // 2, len(held) - 1):
        changed = held[:place] + ("A" if held[place] != "A" else "B") + held[place + 1 :]
        other = Browser(own, Clock())
        other.cookies.set("members_session", changed, domain="members.example")
        assert other.ask("/data").status_code == 303


def test_no_secret_can_be_read_from_the_accounts(own: SitePlaces):
    accounts, browser = with_account(own), Browser(own, Clock())
    key = passwords.new_key()
    accounts.add_token(NAME, "statistics", key, START)
    browser.sign_in()
    session = browser.cookies["members_session"].split(".")[0]
    held = b"".join(path.read_bytes() for path in own.accounts.parent.glob("members-accounts*"))
    assert [secret for secret in (OWN, key, session) if secret.encode() in held] == []
    assert own.accounts.stat().st_mode & 0o077 == 0
    assert own.secret.stat().st_mode & 0o077 == 0


def test_a_secret_others_can_read_is_refused(own: SitePlaces):
    load_seal(own.secret)
    own.secret.chmod(0o644)
    with pytest.raises(SecretLiesOpen, match="mapping members-site"):
        load_seal(own.secret)
