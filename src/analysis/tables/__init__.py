"""The tables: one registry of columns, pandera schemas, reading and writing."""

from analysis.tables.files import from_rows, read_folder, read_table, read_tables, table_bytes

__all__ = ["from_rows", "read_folder", "read_table", "read_tables", "table_bytes"]
