"""A database and its server for one test after the other: what one changed is put right before the next."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tests.cluster import Cluster, Rows
from tests.serving import Client, serving

_TEMPLATE = "jiandu_kept"
# The copies of all tables stand beside them, and each statement that changes one notes its name.
_KEEP = """
CREATE SCHEMA kept;
CREATE TABLE kept.changed (name text NOT NULL);
CREATE FUNCTION kept.note_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO kept.changed VALUES (TG_TABLE_NAME); RETURN NULL; END $$;
CREATE FUNCTION kept.note_definition() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO kept.changed VALUES (''); END $$;
"""
_KEEP_TABLE = """
CREATE TABLE kept."{name}" AS TABLE "{name}";
CREATE TRIGGER kept AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{name}"
    FOR EACH STATEMENT EXECUTE FUNCTION kept.note_table();
"""
_KEEP_DEFINITIONS = """
CREATE EVENT TRIGGER kept ON ddl_command_end EXECUTE FUNCTION kept.note_definition();
"""
_TABLES = "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
_OF_TABLES = """
SELECT c.relname AS name, array_agg(quote_ident(a.attname)) FILTER (WHERE a.attgenerated = '') AS columns,
    array_agg(quote_ident(a.attname)) FILTER (WHERE a.attnum = ANY (k.conkey)) AS key
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
WHERE c.relnamespace = 'public'::regnamespace GROUP BY 1
"""
# A server keeps what it knows of callers until it is told of these; a table's definition is put right by nothing.
_BEGUN_ANEW = {"", "account", "role_assignment", "organization", "evaluation"}
_CHANGED = "SELECT DISTINCT name FROM kept.changed"
_IS_IMPORTING = "SELECT EXISTS (SELECT FROM import_job WHERE finished_at IS NULL)"
# Sealing is over, and none begins meanwhile.
_BEGIN = """
BEGIN;
SELECT pg_advisory_xact_lock(hashtext('jiandu.seal'));
SET LOCAL session_replication_role = replica;
"""
_PUT_RIGHT = """
DELETE FROM "{name}" WHERE xmin::text::bigint >= {since};
INSERT INTO "{name}" ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM kept."{name}" k
    WHERE NOT EXISTS (SELECT 1 FROM "{name}" t WHERE {same});
"""
_END = "DELETE FROM kept.changed; COMMIT;"


def _keep(rows: Rows) -> int:
    """Keep a copy of each table; answers the transaction since which rows are another's."""
    names = [each["name"] for each in rows.fetch(_TABLES)]
    rows.execute(_KEEP + "".join(_KEEP_TABLE.format(name=name) for name in names) + _KEEP_DEFINITIONS)
    return int(rows.value("SELECT pg_current_xact_id()::text::bigint"))


class Reused:
    """A database and a server for one test after the other, each of which finds both as the first did."""

    def __init__(self, cluster: Cluster, database: str, data_dir: Path) -> None:
        self._cluster, self._database, self._data_dir = cluster, database, data_dir
        self._running = ExitStack()
        self._lent: tuple[Client, Rows] | None = None
        self._statements: dict[str, str] = {}

    def lend(self) -> tuple[Client, Rows]:
        """A server and its database as they were at first."""
        if self._lent is not None and not self._put_right(self._lent[1]):
            self.close()
        if self._lent is None:
            self._lent = self._start()
        return self._lent

    def close(self) -> None:
        """Stop the server."""
        self._running.close()
        self._lent = None

    def _start(self) -> tuple[Client, Rows]:
        since = self._cluster.prepared(_TEMPLATE, _keep)
        rows = Rows(self._cluster.create(self._database, template=_TEMPLATE))
        self._running.callback(rows.close)
        self._statements = {
            each["name"]: _PUT_RIGHT.format(
                name=each["name"],
                since=since,
                columns=", ".join(each["columns"]),
                same=" AND ".join(f"t.{column} = k.{column}" for column in each["key"]),
            )
            for each in rows.fetch(_OF_TABLES)
        }
        return self._running.enter_context(serving(rows.url, self._data_dir)), rows

    def _put_right(self, rows: Rows) -> bool:
        changed = {each["name"] for each in rows.fetch(_CHANGED)}
        if changed & _BEGUN_ANEW or rows.value(_IS_IMPORTING):
            return False
        if changed:
            rows.execute(_BEGIN + "".join(self._statements[name] for name in sorted(changed)) + _END)
        return True
