"""The law's own paper: a county's fillable PDF form, looked through when it is loaded and filled in memory when somebody asks."""
