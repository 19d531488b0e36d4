"""What is written of a feed's speed says which answer it is about."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_feed_that_is_made_anew_stands_beside_the_one_that_is_handed_out_again() -> None:
    results = json.loads((ROOT / "bench/results.json").read_text(encoding="utf-8"))
    figures = results["modules"]["feeds"]["figures"]
    again = max(figures["feed_seconds"], figures["unchanged_seconds"])
    assert figures["within_50_ms_once_made"] is (again < 0.05)
    assert figures["within_50_ms_made_anew"] is (figures["made_anew_seconds"] < 0.05)
    assert "within_50_ms" not in figures
    anew = f"{figures['made_anew_seconds'] * 1000:.3g} ms"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"| The same made anew | {anew} |" in readme
    told = (ROOT / "docs/bench.md").read_text(encoding="utf-8")
    assert f"| made anew seconds | {anew} |" in told
    assert "| within 50 ms once made | yes |" in told
