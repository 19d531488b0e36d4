"""`python -m leerkring` is the same as `leerkring`."""

import sys

from leerkring.site.cli.main import main

sys.exit(main())
