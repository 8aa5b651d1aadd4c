"""The face: the verbs that users import."""
