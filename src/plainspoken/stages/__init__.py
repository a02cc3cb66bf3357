"""Stages: from a release to an edition or a narration."""
