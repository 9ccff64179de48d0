"""A state may only be followed by the states the Methodology foresees."""

from data.errors.base import Refusal


class MoveNotAllowed(Refusal):
    what = "The {thing} stands at “{current}” and cannot become “{new}”."
    remedy = "What the Secretariat can do from here: {allowed}."
