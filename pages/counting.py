"""Turn documents into rows of counts, weigh them, and see how each number comes about."""

from seqviz.lessons.counting import findings as picture
from seqviz.lessons.counting import matrix as lesson
from seqviz.lessons.counting.cell import show_cell
from seqviz.lessons.counting.documents import choose_documents
from seqviz.lessons.counting.misconceptions import misconceptions
from seqviz.lessons.counting.tasks import TASKS, on_screen
from seqviz.text.counts import count_terms, n_grams
from seqviz.text.similarity import cosine_similarity
from seqviz.text.weighting import smooth_tf_idf, textbook_tf_idf, unfold
from seqviz.ui import frame

frame.introduction(
    "Counting words",
    "How does a text become a row of numbers, and what does each number mean?",
    *lesson.settings(),
)
texts = choose_documents()
weighting, shortest, longest = lesson.choose_counting()
if texts is None:
    counted = picture.count_corpus(weighting, shortest, longest)
else:
    counted = lesson.count_documents(texts, weighting, shortest, longest)
if counted:
    document = lesson.choose_document(counted)
    rows = picture.rows_around(counted, document) if texts is None else range(len(counted.texts))
    shown = list(rows)[: picture.SHOWN]
    lesson.show_matrix(counted, shown)
    show_cell(counted, document)
    picture.show_proof([counted.texts[row] for row in shown], shortest, longest)
    picture.show_top_terms(counted, shown)
    picture.show_similarity(counted, shown)

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, lambda: on_screen(counted, texts is None))
with to_predict:
    frame.predict(
        "“I” stands twice in *I came I saw* and once in *I conquered*. Its textbook TF-IDF in the first?",
        ("0.5", "0.25", "0"),
        "It stands in every document, so idf = ln(2/2) = 0: a term that all documents share sets none of them apart. "
        "scikit-learn's variant adds 1 to the idf, so that such a term still counts.",
        answer=picture.weight_of_i(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(count_terms, n_grams, textbook_tf_idf, smooth_tf_idf, unfold, cosine_similarity)
frame.sources(
    [
        "Sparck Jones 1972, *A statistical interpretation of term specificity and its application in retrieval*.",
        "Salton & Buckley 1988, *Term-weighting approaches in automatic text retrieval*.",
        "scikit-learn documentation: *Text feature extraction*, `TfidfTransformer`.",
    ]
)
