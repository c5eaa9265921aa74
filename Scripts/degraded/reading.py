"""Runs sohoa over a set, and puts its reports beside the truth."""

import json
import os
import pathlib
import subprocess
import sys

from .scores import character_errors

ROOT = pathlib.Path(__file__).resolve().parents[2]


def truth_of(folder):
    """The lines of truth.jsonl by file name."""
    with open(folder / "truth.jsonl", encoding="utf-8") as file:
        return {row["file"]: row for row in map(json.loads, file)}


def check(folder, out, options):
    """`sohoa check` on pixels alone; gives the path of its JSON report."""
    report = out / "pixels.json"
    _sohoa(options, ["check", folder, "--report", f"json={report}"])
    return report


def run(folder, out, options):
    """`sohoa run` without PDF and envelope, which also leaves the text; costs what `check --ocr` costs."""
    _sohoa(options, ["run", folder, "--out", out / "run", "--set", "package.kind=none", "--set", "archive.level=none"])
    return out / "run" / "report.json"


def _sohoa(options, arguments):
    command = [options.sohoa, *map(str, arguments), "--pipeline", options.pipeline, "--jobs", str(options.jobs), "-q"]
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    if result.returncode > 1:                        # 1: some pages are bad, and are meant to be
        sys.exit(f"{' '.join(command)} ended with {result.returncode}")


class Answer:
    """What sohoa says of one page."""

    def __init__(self, document, page):
        self.verdict = document["verdict"]
        self.display, self.legibility = page.get("displayQuality"), page.get("ocrLegibility")
        if isinstance(self.display, dict):
            self.display = self.display.get("value")
        self.figures = page["measurements"]
        self.text_figures = page.get("text") or {}
        self.findings = {finding["rule"]: finding for finding in page["findings"] + document["documentFindings"]}

    def occluded_share(self):
        """The share of the page under fingers and notes; None when it was not looked for."""
        found = self.figures.get("occlusions")
        area = self.figures["widthPixels"] * self.figures["heightPixels"]
        return None if found is None else sum(box[2] * box[3] for box in found) / area

    def folded_share(self):
        """The share of the page that folded corners cover beyond the margin, a tenth of the width; None when not looked for."""
        found = self.figures.get("foldedCorners")
        wide, high = self.figures["widthPixels"], self.figures["heightPixels"]
        if found is None:
            return None
        return sum(max(0, box[2] - wide // 10) * max(0, box[3] - wide // 10) for box in found) / (wide * high)

    def counted_letters(self):
        """Letters on the page, taking a piece that ran together for five, as ocrLegibility does; under 400 it says nothing."""
        joined = self.figures.get("touching") or 0
        return (self.figures.get("letters") or 0) * (1 + 5 * joined) / (1 + joined)

    def figure(self, name):
        """A measurement, or a figure of the text that was read."""
        value = self.figures.get(name)
        return self.text_figures.get(name) if value is None else value


def documents(report):
    """The documents of a report, or of all reports in the folder of a run that has not ended yet."""
    report = pathlib.Path(report)
    paths = sorted(report.glob("*/report.json")) if report.is_dir() else [report]
    return [document for path in paths for document in json.loads(path.read_text("utf-8"))["documents"]]


def answers(report, truth):
    """The first page of each file in the report, by file name; pages that sohoa could not open are missing."""
    found = {}
    for document in documents(report):
        name = pathlib.PurePath(document["file"]).name
        if name in truth and document.get("pages"):
            found[name] = Answer(document, document["pages"][0])
    return found


def errors(report, truth):
    """The character error rate of each page that was read; 1 where there is no text at all.

    Kept beside the report, for it takes a while.
    """
    report = pathlib.Path(report)
    folder = report if report.is_dir() else report.parent
    kept = folder / "errors.json"
    if report.is_file() and kept.exists() and kept.stat().st_mtime > report.stat().st_mtime:
        return json.loads(kept.read_text("utf-8"))
    found = {}
    for document in documents(report):
        path = pathlib.PurePath(document["file"])
        if path.name not in truth or document.get("error"):
            continue
        row, text = truth[path.name], (document.get("outputs") or {}).get("text")
        places = [folder / path / text, folder / path.name / text] if text else []
        read = next((place.read_text("utf-8") for place in places if place.exists()), "")
        found[path.name] = round(character_errors(row["text"], read, row["sealLetters"]), 5)
    if report.is_file():
        kept.write_text(json.dumps(found), "utf-8")
    return found
