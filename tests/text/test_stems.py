"""Stems, against the published examples and against NLTK."""

from seqviz.text.stems import stem, stem_words

# The examples in Porter's paper of 1980, rule by rule, with the whole algorithm applied.
PORTER = dict(
    pair.split(":")
    for pair in """
    caresses:caress ponies:poni caress:caress cats:cat feed:feed agreed:agre plastered:plaster bled:bled
    motoring:motor sing:sing conflated:conflat troubled:troubl sized:size hopping:hop tanned:tan falling:fall
    hissing:hiss fizzed:fizz failing:fail filing:file happy:happi sky:sky relational:relat conditional:condit
    rational:ration valenci:valenc hesitanci:hesit digitizer:digit conformabli:conform radicalli:radic
    differentli:differ vileli:vile analogousli:analog vietnamization:vietnam predication:predic operator:oper
    feudalism:feudal decisiveness:decis hopefulness:hope callousness:callous formaliti:formal sensitiviti:sensit
    sensibiliti:sensibl triplicate:triplic formative:form formalize:formal electriciti:electr electrical:electr
    hopeful:hope goodness:good revival:reviv allowance:allow inference:infer airliner:airlin gyroscopic:gyroscop
    adjustable:adjust defensible:defens irritant:irrit replacement:replac adjustment:adjust dependent:depend
    adoption:adopt homologou:homolog communism:commun activate:activ angulariti:angular homologous:homolog
    effective:effect bowdlerize:bowdler probate:probat rate:rate cease:ceas controll:control roll:roll
    generalizations:gener oscillators:oscil
    """.split()  # noqa: SIM905
)
# The table on Snowball's page of its English stemmer.
SNOWBALL = dict(
    pair.split(":")
    for pair in """
    consign:consign consigned:consign consigning:consign consignment:consign consist:consist consisted:consist
    consistency:consist consistent:consist consistently:consist consisting:consist consists:consist
    consolation:consol consolations:consol consolatory:consolatori console:consol consoled:consol consoles:consol
    consolidate:consolid consolidated:consolid consolidating:consolid consoling:consol consolingly:consol
    consols:consol consonant:conson consort:consort consorted:consort consorting:consort conspicuous:conspicu
    conspicuously:conspicu conspiracy:conspiraci conspirator:conspir conspirators:conspir conspire:conspir
    conspired:conspir conspiring:conspir constable:constabl constables:constabl constance:constanc
    constancy:constanc constant:constant knack:knack knackeries:knackeri knacks:knack knag:knag knave:knave
    knaves:knave knavish:knavish kneaded:knead kneading:knead knee:knee kneel:kneel kneeled:kneel kneeling:kneel
    kneels:kneel knees:knee knell:knell knelt:knelt knew:knew knick:knick knif:knif knife:knife knight:knight
    knightly:knight knights:knight knit:knit knits:knit knitted:knit knitting:knit knives:knive knob:knob knobs:knob
    knock:knock knocked:knock knocker:knocker knockers:knocker knocking:knock knocks:knock knopp:knopp knot:knot
    knots:knot
    """.split()  # noqa: SIM905
)


def test_porter_gives_the_published_stems():
    assert {word: stem(word, "porter") for word in PORTER} == PORTER


def test_nltk_departs_from_the_paper_in_short_words():
    assert stem("ties", "porter") == "tie"  # the paper: ti


def test_snowball_gives_the_published_stems():
    assert {word: stem(word, "snowball") for word in SNOWBALL} == SNOWBALL


def test_lancaster_cuts_the_most():
    assert [stem("maximum", stemmer) for stemmer in ("porter", "snowball", "lancaster")] == [
        "maximum",
        "maximum",
        "maxim",
    ]
    assert stem("presumably", "lancaster") == "presum"


def test_stems_keep_the_case_and_what_stands_between_the_words():
    assert stem_words("I am FEELING, (Happily)  it\u2019s 22!") == "I am FEEL, (Happili)  it\u2019s 22!"
