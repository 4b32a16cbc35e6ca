"""From a corpus of any size to raw tables in Parquet, a part at a time."""

from analysis.corpus.documents import Columns
from analysis.corpus.progress import progress
from analysis.corpus.run import Totals, extract_corpus
from analysis.corpus.source import find, is_corpus

__all__ = ["Columns", "Totals", "extract_corpus", "find", "is_corpus", "progress"]
