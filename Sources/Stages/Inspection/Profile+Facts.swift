import Findings
import Imaging

extension Profile {
  /// The finding of a rule without a figure, none when this profile does not apply it.
  func fact(
    _ rule: Rule, measured: Double? = nil, required: Double? = nil, box: Box? = nil,
    message: Wording
  ) -> [Finding] {
    guard let weight = limits[rule.id]?.fact else { return [] }
    return [
      rule.finding(weight, measured: measured, required: required, box: box, message: message)
    ]
  }
}
