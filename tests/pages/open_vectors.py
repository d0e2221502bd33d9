"""The pages of word vectors opened with a person's own file of them."""

from tests.pages.open_page import open_page


def with_a_file(content, name="mine.txt", page="space"):
    at = open_page(page, source="A vector file")
    return at.file_uploader(key="vector_upload").upload(name, content, "text/plain").run()
