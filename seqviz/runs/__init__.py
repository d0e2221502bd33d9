"""What all trainings share, and no experiment in particular: settings and bounds, events, the store, the workers."""
