// Written by Scripts/train-confidence; do not edit by hand.

import Imaging

extension FieldKind {
  /// Score and probability of each kind of field.
  static let curves: [String: Curve] = [
    "addressees": Curve([
      (0, 0),
      (0.8502, 0.93),
      (0.8888, 0.9986),
    ]),
    "codeNotation": Curve([
      (0, 0),
      (0.6709, 0.5645),
      (0.9503, 0.9885),
      (0.9698, 0.9933),
      (0.983, 0.999),
    ]),
    "documentType": Curve([
      (0, 0),
      (0.97, 0.994),
      (0.99, 0.999),
    ]),
    "organName": Curve([
      (0, 0),
      (0.8499, 0.7019),
      (0.982, 0.9982),
    ]),
    "organizationInCharge": Curve([
      (0, 0),
      (0.7395, 0.5645),
      (0.8885, 0.8561),
      (0.9374, 0.9865),
      (0.9841, 0.9993),
    ]),
    "promulgationPlace": Curve([
      (0, 0),
      (0.7362, 0.4583),
      (0.8579, 0.8488),
      (0.8848, 0.9908),
    ]),
    "signer.competence": Curve([
      (0, 0),
      (0.7858, 0.7203),
      (0.9738, 0.9989),
    ]),
    "signer.fullName": Curve([
      (0, 0),
      (0.7465, 0.8187),
      (0.9241, 0.8915),
      (0.9347, 0.9306),
      (0.9441, 0.9545),
      (0.9524, 0.9571),
      (0.9624, 0.9881),
      (0.9823, 0.9916),
      (0.985, 0.9916),
    ]),
    "signer.position": Curve([
      (0, 0),
      (0.5985, 0.6406),
      (0.7736, 0.9516),
      (0.9478, 0.9994),
    ]),
    "toPlaces": Curve([
      (0, 0),
      (0.5048, 0.5),
      (0.8325, 0.9559),
      (0.9075, 0.9976),
      (0.9843, 0.9977),
    ]),
  ]
}
