"""The words in which schema/ declares the contract: each field of a type names what it reads."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, dataclass_transform

import strawberry
from sqlalchemy import ColumnElement, FromClause
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

from models import OrderDirection, Table, Vocabulary
from resolvers.caller import Reading
from resolvers.enumerations import enumeration
from resolvers.sources import (
    Affected,
    AvailableActions,
    ByReceipt,
    ByWhom,
    Changes,
    Column,
    Commanded,
    ContactVisitFrequency,
    Derived,
    Duplicates,
    DutyListDiff,
    Facts,
    Filed,
    History,
    Identity,
    InspectionFrequency,
    Known,
    Link,
    Lookup,
    Many,
    Match,
    Newest,
    NodeByID,
    NodesByID,
    OfficerFigures,
    One,
    OwnAccount,
    Pairs,
    Parts,
    Relation,
    RevisitCoverage,
    Several,
    SimilarCases,
    Source,
    SupervisorMix,
    Tally,
    Tasks,
    Title,
    YearTotal,
)

_T = TypeVar("_T")
MAXIMUM_PAGE_SIZE = 100
DEFAULT_PAGE_SIZE = 20
_FIRST = f"取前几条，缺省 {DEFAULT_PAGE_SIZE}，最多 {MAXIMUM_PAGE_SIZE} · How many {{}}; {DEFAULT_PAGE_SIZE} by default"


class OrderField(Vocabulary):
    """What a connection can be ordered by: ``NAME = 中文, English, column``; the column is never null.

    Where no order is asked for, it is the first, ascending unless ``__newest_first__``.
    """

    __newest_first__ = False

    def __init__(self, chinese: str, english: str, column: Any) -> None:
        super().__init__(chinese, english)
        self.column: str = column.key


@dataclass(frozen=True)
class Definition:
    """A type of the contract and the table that it reads."""

    type_name: str
    model: type[Table]
    filter: type | None = None
    orders: type[OrderField] | None = None
    order: type | None = None
    by: type | None = None


NODES: dict[type[Table], Definition] = {}
TYPES: dict[str, Definition] = {}


@dataclass_transform(kw_only_default=True)
def node(
    model: type[Table],
    *,
    filtered_by: type | None = None,
    ordered_by: type[OrderField] | None = None,
    found_by: type | None = None,
) -> Callable[[type[_T]], type[_T]]:
    """Declare a type with a global id over a table, and how lists of it are filtered and ordered."""

    def decorate(cls: type[_T]) -> type[_T]:
        name = cls.__name__
        order = _order_input(name, ordered_by) if ordered_by else None
        NODES[model] = TYPES[name] = Definition(name, model, filtered_by, ordered_by, order, found_by)
        return strawberry.type(cls, description=cls.__doc__)

    return decorate


@dataclass_transform(kw_only_default=True)
def view(model: type[Table]) -> Callable[[type[_T]], type[_T]]:
    """Declare a type without a global id over a table."""

    def decorate(cls: type[_T]) -> type[_T]:
        TYPES[cls.__name__] = Definition(cls.__name__, model)
        return strawberry.type(cls, description=cls.__doc__)

    return decorate


def is_node(type_name: str) -> bool:
    """Whether a type of this name is declared with a global id."""
    definition = TYPES.get(type_name)
    return definition is not None and NODES.get(definition.model) is definition


def _order_input(name: str, fields: type[OrderField]) -> type:
    enumeration(fields)
    cls = type(
        f"{name}Order",
        (),
        {
            "__annotations__": {"field": fields, "direction": OrderDirection},
            "field": strawberry.field(description="排序字段 · What to order by"),
            "direction": strawberry.field(description="排序方向 · Direction", default=OrderDirection.ASC),
        },
    )
    return strawberry.input(cls, description=f"排序 · Order of a list of {name}; ties are broken by the id")


class ReadField(StrawberryField):
    """A field with a source; its arguments follow from the source, beside those declared."""

    @property
    def arguments(self) -> list[StrawberryArgument]:
        """The field's arguments."""
        if self._arguments is None:
            self._arguments = [*self.metadata["arguments"], *_arguments_of(self.metadata["source"])]
        return self._arguments

    @arguments.setter
    def arguments(self, value: list[StrawberryArgument]) -> None:
        self._arguments = value


def _field(source: Source, description: str, arguments: tuple[StrawberryArgument, ...] = ()) -> Any:
    return ReadField(description=description, metadata={"source": source, "arguments": arguments})


def argument(name: str, type_: Any, description: str) -> StrawberryArgument:
    """An argument of a field that has no resolver."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=None,
        type_annotation=StrawberryAnnotation(type_),
        description=description,
    )


def _default_order(definition: Definition) -> str:
    if definition.orders is not None and definition.orders.__newest_first__:
        return "排序，缺省最新在前 · In which order; by default the newest first"
    return "排序 · In which order"


def _arguments_of(source: Source) -> list[StrawberryArgument]:
    match source:
        case Many(model):
            definition = NODES[model]
            return [
                argument("first", int | None, _FIRST.format("from the start")),
                argument("after", str | None, "在此游标之后 · After this cursor"),
                argument("last", int | None, f"取后几条，最多 {MAXIMUM_PAGE_SIZE} · How many from the end"),
                argument("before", str | None, "在此游标之前 · Before this cursor"),
                *(
                    argument(name, type_ | None, description)
                    for name, type_, description in (
                        ("filter", definition.filter, "筛选条件，全部满足 · All of these hold"),
                        ("order_by", definition.order, _default_order(definition)),
                    )
                    if type_ is not None
                ),
            ]
        case History():
            return [argument("before", str | None, "在此游标之前 · The hundred before the entry of this cursor")]
        case Lookup(model):
            return [argument("by", NODES[model].by, "唯一键 · One unique key")]
        case NodeByID():
            return [argument("id", strawberry.ID, "全局标识 · Global id")]
        case NodesByID():
            description = f"全局标识，最多 {MAXIMUM_PAGE_SIZE} 个 · Global ids, at most {MAXIMUM_PAGE_SIZE}"
            return [argument("ids", list[strawberry.ID], description)]
        case ByReceipt():
            return [argument("receipt", str, "回执号 · The receipt number")]
        case DutyListDiff():
            return [
                argument("organization", strawberry.ID, "责任主体 · Whose list"),
                argument("earlier", datetime.date, "前一日期的清单 · The list in force on this day"),
                argument(
                    "later",
                    datetime.date,
                    "后一日期的清单，不早于前者 · Compared with that of this day, no earlier one",
                ),
            ]
        case RevisitCoverage():
            return [
                argument("since", datetime.date, "结案日期起 · Closed on this day or later"),
                argument("until", datetime.date, "结案日期止 · Closed on this day or before"),
            ]
        case InspectionFrequency() | YearTotal() | ContactVisitFrequency():
            return [argument("year", int, "年份 · The calendar year")]
        case Tasks():
            return [
                argument("first", int | None, _FIRST.format("of the soonest due")),
                argument("after", str | None, "在此游标之后 · After this cursor"),
            ]
        case _:
            return []


def column(description: str, source: Any = None) -> Any:
    """A column of the row: the one of the field's own name unless another is given."""
    return _field(Column(source.key if source is not None else ""), description)


def derived(
    expression: Callable[[FromClause], ColumnElement[Any]],
    plain: Callable[[Mapping[str, Any], datetime.datetime], Any],
    description: str,
) -> Any:
    """A value that follows from the row's columns and the present moment."""
    return _field(Derived(expression, plain), description)


def available_actions() -> Any:
    """The actions by which the caller may move the row now."""
    return _field(AvailableActions(), "可执行的操作 · What the caller may do with it now, as it stands")


def parts(link: Any, order: Any, description: str, *, at_most: int = 20, is_cut: bool = False) -> Any:
    """A plain list of the rows that are part of this row by a foreign key, or of the first of them (``is_cut``)."""
    return _field(Parts(link.class_, link.key, order.key, at_most, is_cut), description)


def history() -> Any:
    """The audit entries of the row."""
    return _field(History(), "办理记录，最近一百条 · Who did what with it, when; the newest hundred first")


def identity(description: str) -> Any:
    """The row's global id."""
    return _field(Identity(), description)


def one(key: Any, description: str) -> Any:
    """The row that a foreign key of this row leads to."""
    target = next(
        reference.column for reference in key.property.columns[0].foreign_keys if reference.column.primary_key
    )
    model = next(table for table in Table.__subclasses__() if table.__tablename__ == target.table.name)
    return _field(One(Match(key.key, model, target.key)), description)


def one_by(own: Any, key: Any, description: str) -> Any:
    """The one row whose unique column equals a column of this row."""
    return _field(One(Match(own.key, key.class_, key.key)), description)


def many(
    own: Any,
    key: Any,
    description: str,
    relation: Relation = Relation.EQUAL,
    where: tuple[Any, Vocabulary] | None = None,
) -> Any:
    """A connection over the rows whose column matches a column of this row."""
    fixed = (where[0].key, where[1]) if where else None
    return _field(Many(key.class_, Match(own.key, key.class_, key.key, relation), where=fixed), description)


def several(own: Any, key: Any, description: str, *, relation: Relation, at_most: int) -> Any:
    """A plain list of the few rows whose column matches a column of this row."""
    return _field(Several(Match(own.key, key.class_, key.key, relation), at_most), description)


def newest(own: Any, key: Any, of: Any, by: Any, description: str) -> Any:
    """A column of the newest, by another column, of the rows in scope whose column matches a column of this row."""
    return _field(Newest(Match(own.key, key.class_, key.key), of.key, by.key), description)


def tally(own: Any, key: Any, by: Any, description: str, relation: Relation = Relation.EQUAL) -> Any:
    """Counts, by a column, of the rows whose column matches a column of this row."""
    return _field(Tally(Match(own.key, key.class_, key.key, relation), by.key), description)


def year_total(own: Any, key: Any, of: Any, year: Any, description: str, *, relation: Relation = Relation.EQUAL) -> Any:
    """The sum of a column, in a year, of the rows whose column matches a column of this row."""
    return _field(YearTotal(Match(own.key, key.class_, key.key, relation), of.key, year.key), description)


def officer_figures(own: Any, key: Any, description: str, relation: Relation = Relation.EQUAL) -> Any:
    """Figures of the officers whose column matches a column of this row."""
    return _field(OfficerFigures(Match(own.key, key.class_, key.key, relation)), description)


def known(value: Callable[[Reading], Any], description: str) -> Any:
    """A value that needs no row."""
    return _field(Known(value), description)


def affected(model: type[Table], description: str) -> Any:
    """The row that the command acted on."""
    return _field(Affected(model), description)


def filed(model: type[Table], description: str) -> Any:
    """The row that a command which needs no account made, for its maker."""
    return _field(Filed(model), description)


def by_receipt(model: type[Table], description: str) -> Any:
    """A root field for the row that a receipt opens."""
    return _field(ByReceipt(model), description)


def duplicates(description: str) -> Any:
    """The clues that may be about the same as this one."""
    return _field(Duplicates(), description)


def similar_cases(description: str) -> Any:
    """The decided cases like this one."""
    return _field(SimilarCases(), description)


def revisit_coverage(description: str) -> Any:
    """How many of the organization's closed cases were revisited."""
    return _field(RevisitCoverage(), description)


def every(model: type[Table], description: str, *, non_empty: Any = None) -> Any:
    """A root connection over all rows of a table in the caller's scope."""
    return _field(Many(model, non_empty=non_empty.key if non_empty is not None else None), description)


def lookup(model: type[Table], description: str) -> Any:
    """A root field for one row by one of its unique keys."""
    return _field(Lookup(model), description)


def node_by_id(description: str) -> Any:
    """Relay's ``node``."""
    return _field(NodeByID(), description)


def nodes_by_id(description: str) -> Any:
    """Relay's ``nodes``."""
    return _field(NodesByID(), description)


def by_whom(column: Any, description: str) -> Any:
    """A column that says by which command or whom an audit entry was made, where the caller is told."""
    return _field(ByWhom(column.key), description)


def title(description: str) -> Any:
    """What the command of an audit entry is called."""
    return _field(Title(), description)


def changes(description: str) -> Any:
    """The values that an audit entry says were changed."""
    return _field(Changes(), description)


def pairs(source: Any, description: str) -> Any:
    """The pairs of a label and a value that a JSON column holds."""
    return _field(Pairs(source.key), description)


def link(method: Literal["GET", "PUT"], path: str, description: str, *, state: Vocabulary | None = None) -> Any:
    """A signed link to a path in which ``{columns}`` of the row stand, where the row is in this state."""
    return _field(Link(method, path, state), description)


def tasks(description: str, *arguments: StrawberryArgument) -> Any:
    """Everything that awaits an act of the caller; one argument is a filter."""
    return _field(Tasks(), description, arguments)


def duty_list_diff(description: str, *compared: Any) -> Any:
    """What two days' duty lists differ in, by these columns."""
    return _field(DutyListDiff(tuple((to_camel_case(column.key), column.key) for column in compared)), description)


def inspection_frequency(credit_code: Any, description: str) -> Any:
    """How often each organ inspected the enterprise in a year, against the limit."""
    return _field(InspectionFrequency(credit_code.key), description)


def contact_visit_frequency(description: str) -> Any:
    """How often a contact point was visited in a year, against the rule."""
    return _field(ContactVisitFrequency(), description)


def supervisor_mix(region: Any, description: str) -> Any:
    """How many invited supervisors of each category serve in a region and below it, beside the target."""
    return _field(SupervisorMix(region.key), description)


def own_account(description: str) -> Any:
    """The caller's own account."""
    return _field(OwnAccount(), description)


def facts(conclude: Callable[..., Any], description: str, *arguments: StrawberryArgument) -> Any:
    """A value concluded from the anchors of the row that the ``id`` argument names."""
    id_ = argument("id", strawberry.ID, "全局标识 · Global id")
    return _field(Facts(conclude), description, (id_, *arguments))


def mutation(command: Any, input_type: type, description: str) -> Any:
    """A root field of Mutation that runs a command on its ``input``."""
    return _field(Commanded(command), description, (argument("input", input_type, "输入 · Input"),))


def source_of(extensions: dict[str, Any]) -> Source | None:
    """The source that a field of the built schema was declared with; None for a field of a plain type."""
    field = extensions["strawberry-definition"]
    source: Source | None = field.metadata.get("source")
    if isinstance(source, Column) and not source.name:
        return Column(field.python_name)
    return source
