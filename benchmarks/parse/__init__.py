"""How well pages are read, and how fast: ours and the installed peers over folders of pages with gold, in one run."""
