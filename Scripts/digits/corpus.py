"""The labelled digits: IDX files of 28 × 28 grey pictures, ink bright on black."""

import gzip
import pathlib

import numpy


def read(folder, part):
    """Pictures (n, 28, 28) in 0…1 and labels of `train` or `t10k`."""
    folder = pathlib.Path(folder)
    with gzip.open(folder / f"{part}-images-idx3-ubyte.gz") as file:
        data = numpy.frombuffer(file.read(), numpy.uint8)
    pictures = data[16:].reshape(-1, 28, 28).astype(numpy.float32) / 255
    with gzip.open(folder / f"{part}-labels-idx1-ubyte.gz") as file:
        labels = numpy.frombuffer(file.read(), numpy.uint8)[8:].astype(numpy.int64)
    return pictures, labels
