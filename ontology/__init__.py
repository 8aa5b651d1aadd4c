"""What exists: the ontology, the authority lists, the IRIs and the grammar of numbers."""
