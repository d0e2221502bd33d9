"""A plain recurrent net, folded and unrolled."""
