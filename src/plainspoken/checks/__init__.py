"""Checks: one function a finding code."""
