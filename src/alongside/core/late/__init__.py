"""What is late after the scene, and who of those who oversee it said that they see to it."""
