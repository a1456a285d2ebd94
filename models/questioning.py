"""What a sound questionnaire is, and what answers it: the one function by which every answer is checked."""

from __future__ import annotations

from collections.abc import Sequence

from models.errors import ErrorCode, InvalidValue, Refusal
from models.faults import Fault, Phrase
from models.questionnaire import Answer, Question
from models.society_terms import QuestionKind

MOST_QUESTIONS, MOST_OPTIONS, LONGEST_TEXT = 50, 60, 2_000
# Options and points of scales in one questionnaire, each of which is counted.
MOST_RESULTS = 300
# Anonymous answers of fewer than so many, whom one bureau invited, would tell who gave which.
FEWEST_TOGETHER = 5
_CHOICES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
_FEWEST_OPTIONS = 2
# What the contract's Int holds.
_NUMBERS = -(2**31), 2**31 - 1


def check_questions(questions: Sequence[Question]) -> None:
    """Raises ``Refusal`` for a questionnaire that could not be answered as it is meant."""
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        raise InvalidValue("questions", Fault.COUNT_NOT_WITHIN(least=1, most=MOST_QUESTIONS))
    counted = sum(map(_size, questions))
    if counted > MOST_RESULTS:
        raise InvalidValue("questions", Fault.TOO_MANY(count=counted, most=MOST_RESULTS))
    for question in questions:
        if (reason := _unsound(question, {each.position: each for each in questions})) is not None:
            raise Refusal(
                ErrorCode.QUESTION_NOT_SOUND,
                field=f"questions.{question.position - 1}",
                question=question.position,
                reason=reason,
            )


def _size(question: Question) -> int:
    if question.kind is QuestionKind.SCALE:
        return (question.most or 0) - (question.least or 0) + 1
    return len(question.options)


def _unsound(question: Question, by_position: dict[int, Question]) -> Phrase | None:
    options, fields = question.options, question.fields
    if not question.text.strip() or len(question.text) > LONGEST_TEXT:
        return Fault.TEXT_OF_QUESTION(most=LONGEST_TEXT)
    if question.kind in _CHOICES:
        if (
            not _FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS
            or len({*options}) < len(options)
            or not all(map(str.strip, options))
        ):
            return Fault.OPTIONS_OF_QUESTION(least=_FEWEST_OPTIONS, most=MOST_OPTIONS)
        if fields and (len(fields) != len(options) or len({*fields}) < len(fields)):
            return Fault.FIELDS_OF_QUESTION()
    elif options or fields:
        return Fault.NEITHER_OPTIONS_NOR_FIELDS(kind=question.kind)
    if question.kind is QuestionKind.SCALE and (question.least is None or question.most is None):
        return Fault.BOUNDS_OF_SCALE()
    least, most = _bounds(question)
    if least > most:
        return Fault.BOUNDS_REVERSED(least=least, most=most)
    if (earlier := question.depends_on) is not None:
        asked = by_position.get(earlier)
        if asked is None or earlier >= question.position or asked.kind not in _CHOICES:
            return Fault.DEPENDS_ON_NO_CHOICE()
        chosen = question.depends_on_options
        if not chosen or not {*chosen} <= {*range(1, len(asked.options) + 1)}:
            return Fault.DEPENDS_ON_NO_OPTION(most=len(asked.options))
    elif question.depends_on_options:
        return Fault.OPTIONS_WITHOUT_QUESTION()
    return None


def check_answers(questions: Sequence[Question], answers: Sequence[Answer]) -> None:
    """Raises ``Refusal`` for answers that leave out, add or misread a question.

    A question is asked unless it depends on an option of an earlier one that was not chosen.
    """
    given = {answer.question: answer for answer in answers}
    known = {question.position for question in questions}
    if len(given) < len(answers) or not given.keys() <= known:
        raise InvalidValue("answers", Fault.ANSWERS_TWICE(most=len(known)))
    asked: set[int] = set()
    for question in sorted(questions, key=lambda each: each.position):
        place, answer = question.position, given.get(question.position)
        if question.depends_on is None or (
            question.depends_on in asked
            and question.depends_on in given
            and {*given[question.depends_on].options} & {*question.depends_on_options}
        ):
            asked.add(place)
        elif answer is not None:
            raise Refusal(ErrorCode.QUESTION_NOT_ASKED, field="answers", question=place)
        if answer is not None and not _fits(question, answer):
            raise Refusal(ErrorCode.ANSWER_NOT_FITTING, field="answers", question=place, expected=_expected(question))
        if answer is None and place in asked and question.is_required:
            raise Refusal(ErrorCode.ANSWER_MISSING, field="answers", question=place)


def _fits(question: Question, answer: Answer) -> bool:
    options, number, text = answer.options, answer.number, answer.text
    least, most = _bounds(question)
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            are_there = len({*options}) == len(options) and {*options} <= {*range(1, len(question.options) + 1)}
            return number is None and text is None and are_there and least <= len(options) <= most
        case QuestionKind.TEXT:
            return not options and number is None and text is not None and least <= len(text.strip()) <= most
        case _:
            return not options and text is None and number is not None and least <= number <= most


def _bounds(question: Question) -> tuple[int, int]:
    """How many options or characters, or which numbers, an answer may have."""
    match question.kind:
        case QuestionKind.SINGLE:
            return 1, 1
        case QuestionKind.MULTIPLE:
            least, most = 1, len(question.options)
        case QuestionKind.TEXT:
            least, most = 1, LONGEST_TEXT
        case _:
            least, most = _NUMBERS
    return (
        least if question.least is None else max(least, question.least),
        most if question.most is None else min(most, question.most),
    )


def _expected(question: Question) -> Phrase:
    least, most = _bounds(question)
    return Fault.ANSWER_OF(kind=question.kind, least=least, most=most)
