"""What a program would face: how many calls, where, when, how long, and who could have gone. From an imported history, uncertainty kept."""
