"""Quads to answers: the store and its snapshots, the questions, the search and the network."""
