"""Tables for lists, history and search, written in the transaction of the facts they show and rebuilt from them at any time.

Each row is a pure function of the board; nothing here decides anything, and no table has a uniqueness beyond its key.
"""
