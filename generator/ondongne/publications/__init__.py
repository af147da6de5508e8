"""What is made from the outcomes: the website and the booklets; neither knows the other."""
