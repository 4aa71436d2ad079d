"""`python -m learnt` does what the command `learnt` does."""

from learnt.cli import main

if __name__ == "__main__":
    main()
