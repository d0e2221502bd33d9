"""The claims, one file a subject: what each says, who says it, and which experiments try it."""
