"""What the scripts that paint and score need of Debian, fetched when it is missing."""

import os
import subprocess
import sys

PACKAGES = ["python3-gi", "python3-gi-cairo", "python3-cairo", "python3-numpy", "python3-pil", "gir1.2-pango-1.0",
            "fonts-liberation", "fonts-liberation2"]


def require():
    """Comes back with everything at hand, in a fresh interpreter if it had to be installed."""
    try:
        import cairo  # noqa: F401
        import gi
        import numpy  # noqa: F401
        import PIL  # noqa: F401
        gi.require_version("PangoCairo", "1.0")
        if not os.path.exists("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"):
            raise ImportError("Liberation Serif")
    except (ImportError, ValueError):
        if os.environ.get("SOHOA_SAMPLES_INSTALLED"):
            sys.exit(f"{sys.argv[0]}: packages are still missing after apt-get: " + " ".join(PACKAGES))
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES], check=True, stdout=sys.stderr)
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "SOHOA_SAMPLES_INSTALLED": "1"})
