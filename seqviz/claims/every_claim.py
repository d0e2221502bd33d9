"""All claims that can be put on trial, in their order."""

from __future__ import annotations

from seqviz.claims.claim import Claim
from seqviz.claims.definitions.bags import E7, E11
from seqviz.claims.definitions.memory import E3, E6, E8
from seqviz.claims.definitions.parameters import E1
from seqviz.claims.definitions.reviews import E4, E5, E5B
from seqviz.claims.definitions.sequences import E13, E14
from seqviz.claims.definitions.speed import E2, E10
from seqviz.claims.definitions.vectors import E9, E9B, E12

CLAIMS: dict[str, Claim] = {
    claim.id: claim for claim in (E1, E2, E3, E4, E5, E5B, E6, E7, E8, E9, E9B, E10, E11, E12, E13, E14)
}
