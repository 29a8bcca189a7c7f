"""What places answered: whether the chances shown came true, who declines when and why, how long doors take."""
