"""Why memory is hard to learn: gradients on their way back."""

from seqviz.lessons.gradients import curves, findings
from seqviz.lessons.gradients.misconceptions import misconceptions
from seqviz.lessons.gradients.tasks import TASKS, on_screen
from seqviz.models.initial import with_forget_bias, with_spectral_radius
from seqviz.models.inspect.backward import backward_through_time
from seqviz.models.inspect.gradients import gradient_curves
from seqviz.ui import frame

frame.introduction(
    "Gradients through time",
    "How can a net learn from a word it read long ago, and why does it so often fail to?",
    *curves.SETTINGS,
)
curves.curves_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "A tanh net whose recurrent weights have a spectral radius of 1.1: what becomes of the gradient over 200 "
        "tokens?",
        ("it grows by 1.1 a token", "it vanishes all the same", "it stays as it is"),
        findings.reveal_radius,
        answer=findings.radius_answer(),
    )
frame.misconceptions(misconceptions())
frame.you_can_now()
frame.code(gradient_curves, backward_through_time, with_spectral_radius, with_forget_bias)
frame.sources(
    [
        "Bengio, Simard & Frasconi 1994, *Learning Long-Term Dependencies with Gradient Descent is Difficult*.",
        "Gers et al. 2000 and Jozefowicz et al. 2015: the forget bias.",
        "Le, Jaitly & Hinton 2015: recurrent weights that begin as the identity.",
    ]
)
