"""Whatever is sent to the interface is answered as `openapi.json` says, and never by a fault of ours: schemathesis.

It makes requests that fit the description and requests that do not, for each call, with a token and without. The
library is used without its pytest plugin, which every other test would pay for.
"""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from page_office import PageOffice, page_office
from schemathesis import GenerationMode, openapi
from schemathesis.core.result import Ok
from schemathesis.python.asgi import get_client
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from scheduler.service.access import Role
from scheduler.web.api.routes import OPENAPI

EXAMPLES = 6 if settings().max_examples <= 100 else 1_000
"""Of each call, each sort of request, and each caller; `make fuzz` asks for more."""
CHECKS = [
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]
SCHEMA = openapi.from_dict(json.loads(OPENAPI.read_text("utf-8")))
CALLS = {
    found.ok().label: found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)
}  # one that is not well described would be missing, which the first test sees
SORTS = {
    f"{name}-{mode.value}": (name, mode)
    for name, found in CALLS.items()
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    # Nothing that is sent can be wrong where nothing but a name is asked for.
    if mode is GenerationMode.POSITIVE or list(found.query) or list(found.body)
}
LETTER = "Giấy mời\nHọp giao ban: 8h00 ngày 22/12/2026.\n"
ROLES = {"nobody": None, "an editor": Role.EDITOR, "an approver": Role.APPROVER}


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Iterator[PageOffice]:
    with page_office(tmp_path_factory.mktemp("described")) as made:
        made.import_programme()
        yield made


@pytest.fixture(scope="module")
def known(office) -> dict[str, str]:
    """What there is, by the name of the place for it in a path."""
    [draft], _ = office.services.drafts.take_in(
        LETTER.encode(), "giay-moi.txt", calendar="hoi", by="lan", now=office.clock()
    )
    releases = office.services.revising.releases()
    return {"id": draft, "uid": releases[0].changes[0]["uid"], "number": "1"}


@pytest.fixture(scope="module")
def tokens(office) -> dict[str, str]:
    made = {}
    for name, role in ROLES.items():
        if role is not None:
            account = office.account(f"may-{role.word}", role)
            made[name] = office.services.tokens.add_api_token(account, "thử", now=office.clock())
    return made


def test_every_call_is_well_described():
    told = json.loads(OPENAPI.read_text("utf-8"))["paths"]
    names = {f"{method.upper()} {path}" for path, methods in told.items() for method in methods}
    assert names == set(CALLS)


@pytest.mark.parametrize("caller", ROLES)
@pytest.mark.parametrize("sort", SORTS)
@settings(max_examples=EXAMPLES, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_answer_is_as_described(office, known, tokens, sort, caller, data):
    name, mode = SORTS[sort]
    case = data.draw(CALLS[name].as_strategy(generation_mode=mode))
    if data.draw(st.booleans(), label="asks for what there is"):
        _ask_for_what_there_is(office, known, case)
    headers = {"Authorization": f"Bearer {tokens[caller]}"} if caller in tokens else {}
    with get_client(office.app) as client:
        answer = case.call(base_url="http://testserver/api/v1", session=client, headers=headers)
    assert answer.status_code < 500, answer.text
    case.validate_response(answer, checks=CHECKS)


def _ask_for_what_there_is(office, known, case) -> None:
    """Names that are on the calendar and the version that is the latest, so that calls get past their first look."""
    case.path_parameters |= {key: known[key] for key in known.keys() & case.path_parameters.keys()}
    if "If-Match" in (case.headers or {}):
        case.headers["If-Match"] = "*"
    if "calendar" in (case.query or {}):
        case.query["calendar"] = "hoi"
    if isinstance(case.body, dict) and "version" in case.body:
        case.body["version"] = office.services.drafts.get(known["id"]).version
