"""`python -m plainspoken.cli`."""

from plainspoken.cli import main

raise SystemExit(main())
