"""A vector file of one's own: uploaded, or from the folder that a teacher has filled."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from seqviz.data_dir import data_directory
from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.vector_files import VectorFileError, load_vectors, read_vectors
from seqviz.ui.markdown import escaped
from seqviz.ui.state.session import remember

FILES = ("txt", "vec", "bin", "gz")


@dataclass
class UploadedVectors:
    """The vector file that this session has uploaded.

    Attributes:
        read: the upload's id, and how many words of it were asked for.
        name: of the file.
        fault: why it could not be read, or "".
        vectors: what was read.
    """

    read: tuple[str, int] = ("", 0)
    name: str = ""
    fault: str = ""
    vectors: WordVectors | None = None


def choose_file(max_words: int) -> tuple[str, WordVectors] | None:
    """Draw the choice of a file; return its name and vectors, or None (with a sentence) if there are none."""
    folder = data_directory() / "vectors"
    names = sorted(p.name for p in folder.glob("*") if p.is_file()) if folder.is_dir() else []
    if names:
        name = st.selectbox("File in the folder of this computer", ["", *names], key="vector_file")
        if name:
            return _of_folder(folder / name, max_words)
    uploaded = st.file_uploader(
        "GloVe .txt, word2vec .txt or .bin, fastText .vec, or .gz of each",
        FILES,
        key="vector_upload",
        help=f"A teacher can also put files into {folder}.",
        on_change=_forget,
    )
    memory = remember(UploadedVectors)
    if uploaded is not None and (uploaded.file_id, max_words) != memory.read:
        _read_into(memory, uploaded, max_words)
    if memory.fault:
        st.warning(escaped(memory.fault), icon=":material/broken_image:")
    if memory.vectors is None:
        st.info("Upload a vector file, or choose other vectors.", icon=":material/upload_file:")
        return None
    return memory.name, memory.vectors


def _forget() -> None:
    """Let go of the file before; the widget alone could not tell a removed file from a page come back to."""
    memory = remember(UploadedVectors)
    memory.read, memory.name, memory.fault, memory.vectors = ("", 0), "", "", None


def _read_into(memory: UploadedVectors, uploaded: UploadedFile, max_words: int) -> None:
    memory.name, memory.fault, memory.vectors = uploaded.name, "", None
    try:
        memory.vectors = read_vectors(io.BytesIO(uploaded.getvalue()), max_words)
    except VectorFileError as error:
        memory.fault = f"{uploaded.name}: {error}"
    memory.read = (uploaded.file_id, max_words)


def _of_folder(path: Path, max_words: int) -> tuple[str, WordVectors] | None:
    try:
        return path.name, _loaded(path, path.stat().st_mtime, max_words)
    except (VectorFileError, OSError) as error:
        st.warning(escaped(f"{path.name}: {error}"), icon=":material/broken_image:")
        return None


@st.cache_resource(max_entries=4, show_spinner="Reading the vectors …")
def _loaded(path: Path, changed: float, max_words: int) -> WordVectors:
    """Read a file once for all sessions, and again when it has changed."""
    return load_vectors(path, max_words)
