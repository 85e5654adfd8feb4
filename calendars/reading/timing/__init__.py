"""Which of the times around an item is its time, and which are of something else."""
