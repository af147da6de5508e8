"""Making files and publishing them whole; knows no publication."""
