"""Articles → one collection: what several of them tell is one record, with evidence from each."""

from shanghai_tech.corpus.collection import Corpus
from shanghai_tech.corpus.load import LoadedFolder, load_folder

__all__ = ["Corpus", "LoadedFolder", "load_folder"]
