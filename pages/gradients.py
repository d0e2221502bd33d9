"""Why memory is hard to learn: gradients on their way back, what they teach, and clipping."""

from seqviz.lessons.gradients import clipping as clipping_part
from seqviz.lessons.gradients import curves as gradient_curves_part
from seqviz.lessons.gradients import distance as distance_part
from seqviz.lessons.gradients import findings as gradients_findings
from seqviz.lessons.gradients import recall as recall_part
from seqviz.lessons.gradients.misconceptions import misconceptions
from seqviz.lessons.gradients.tasks import TASKS, on_screen
from seqviz.models.initial import with_forget_bias, with_spectral_radius
from seqviz.models.inspect.backward import way_back
from seqviz.models.inspect.gradients import gradient_curves
from seqviz.ui import frame
from seqviz.ui.runs.experiment_section import say_lost_run

frame.introduction(
    "Gradients through time",
    "How can a net learn from a word it read long ago, and why does it so often fail to?",
    *gradient_curves_part.SETTINGS,
    *recall_part.RECALL.controls.settings(),
    *recall_part.SETTINGS,
    *clipping_part.CLIPPING.controls.settings(),
    *distance_part.SETTINGS,
)
say_lost_run(recall_part.RECALL, clipping_part.CLIPPING)
gradient_curves_part.curves_part()
recall_part.recall_part()
distance_part.distance_part()
clipping_part.clipping_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "A tanh net whose recurrent weights have a spectral radius of 1.1: what becomes of the gradient over 200 "
        "tokens?",
        ("it grows by 1.1 a token", "it vanishes all the same", "it stays as it is"),
        gradients_findings.reveal_radius,
        answer=gradients_findings.radius_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(gradient_curves, way_back, with_spectral_radius, with_forget_bias)
frame.sources(
    [
        "Bengio, Simard & Frasconi 1994, *Learning Long-Term Dependencies with Gradient Descent is Difficult*.",
        "Pascanu, Mikolov & Bengio 2013, *On the difficulty of training recurrent neural networks*: clipping, cliffs.",
        "Hochreiter & Schmidhuber 1997: the adding problem.",
        "Gers et al. 2000 and Jozefowicz et al. 2015: the forget bias.",
        "Le, Jaitly & Hinton 2015: recurrent weights that begin as the identity.",
    ]
)
