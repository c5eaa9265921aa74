"""The network that reads one sign: four convolutions, two full layers; 15 classes."""

import torch
from torch import nn

# Digits, letters behind a number, and what is no sign: a part of one, two of them, a scrap.
CLASSES = "0123456789ABCD-"
NONE = len(CLASSES) - 1


def network():
    def block(inputs, outputs, **options):
        return [nn.Conv2d(inputs, outputs, 3, bias=False, **options), nn.BatchNorm2d(outputs), nn.ReLU()]
    return nn.Sequential(
        *block(1, 8, padding=1), *block(8, 16, padding=1, stride=2), *block(16, 24, padding=1, stride=2),
        *block(24, 40), nn.Flatten(), nn.Dropout(0.3),
        nn.Linear(40 * 25, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, len(CLASSES)))


def layers(model):
    """Weights and biases, layer by layer, each convolution with its normalisation folded in."""
    found, modules = [], list(model)
    for index, module in enumerate(modules):
        if isinstance(module, nn.Conv2d):
            norm = modules[index + 1]
            factor = norm.weight / (norm.running_var + norm.eps).sqrt()
            found.append((module.weight * factor.view(-1, 1, 1, 1), norm.bias - norm.running_mean * factor))
        elif isinstance(module, nn.Linear):
            found.append((module.weight, module.bias))
    return [(weight.detach(), bias.detach()) for weight, bias in found]
