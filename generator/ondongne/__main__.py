"""`python -m ondongne`, where the command itself is on no search path."""

from ondongne.cli import main

main()
