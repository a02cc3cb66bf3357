"""Places that packs are posted to, what opens them, and how files get there."""
