"""tests/bench/results.md: a part a bench, each begun by its heading of the first level. A bench writes its own part only."""
import pathlib
import re

FILE = pathlib.Path(__file__).with_name("results.md")


def write_part(text):
    """Puts text, which begins with its heading "# …", in the place of the part of that heading, or at the end."""
    parts = re.split(r"^(?=# )", FILE.read_text() if FILE.exists() else "", flags=re.MULTILINE)
    kept = {part.split("\n", 1)[0]: part.strip() for part in parts if part.strip()}
    kept[text.split("\n", 1)[0]] = text.strip()
    FILE.write_text("\n\n".join(kept.values()) + "\n")
