"""Texts to quads: reads what a Vietnamese official text or report says. Imports ontology only."""
