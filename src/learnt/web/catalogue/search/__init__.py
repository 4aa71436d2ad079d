"""Search over the public catalogue: one box, filters with counts, the nearest to a question.

`index.put` and `index.drop` keep the index in step, inside the transaction that shelves a review;
`find.search` answers what `asked.read` made of an address. Only public rows are ever indexed.
"""
