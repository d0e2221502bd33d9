"""Looking into a trained net: gates read back, gradients, surgery, arithmetic, units."""
