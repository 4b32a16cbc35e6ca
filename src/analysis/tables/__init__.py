"""The tables: one registry of columns, pandera schemas, reading and writing."""
