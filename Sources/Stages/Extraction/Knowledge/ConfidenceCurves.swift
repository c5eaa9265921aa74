// Written by Scripts/train-confidence; do not edit by hand.

import Imaging

extension FieldKind {
  /// Score and probability of each kind of field.
  static let curves: [String: Curve] = [
    "addressees": Curve([
      (0, 0),
      (0.8708, 0.9545),
      (0.892, 0.9898),
    ]),
    "codeNotation": Curve([
      (0, 0),
      (0.7622, 0.75),
      (0.9697, 0.9973),
    ]),
    "documentType": Curve([
      (0, 0),
      (0.9716, 0.9853),
      (0.99, 0.9949),
    ]),
    "organName": Curve([
      (0, 0),
      (0.9607, 0.9634),
      (0.987, 0.9969),
    ]),
    "organizationInCharge": Curve([
      (0, 0),
      (0.956, 0.9975),
    ]),
    "promulgationPlace": Curve([
      (0, 0),
      (0.8621, 0.9479),
      (0.887, 0.9967),
    ]),
    "signer.competence": Curve([
      (0, 0),
      (0.8224, 0.7667),
      (0.9725, 0.995),
    ]),
    "signer.fullName": Curve([
      (0, 0),
      (0.6313, 0.6538),
      (0.8894, 0.9359),
      (0.9587, 0.9762),
      (0.9809, 0.9928),
    ]),
    "signer.position": Curve([
      (0, 0),
      (0.9345, 0.9975),
    ]),
    "subject": Curve([
      (0, 0),
      (0.7531, 0.7833),
      (0.842, 0.8594),
      (0.9299, 0.9247),
    ]),
    "toPlaces": Curve([
      (0, 0),
      (0.6869, 0.7308),
      (0.8932, 0.95),
      (0.9209, 0.9603),
      (0.9843, 0.9912),
    ]),
  ]
}
