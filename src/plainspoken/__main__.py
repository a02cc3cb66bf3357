"""`python -m plainspoken`."""

from plainspoken.cli import main

raise SystemExit(main())
