import Extraction
import Findings
import Inspection

extension Message {
  /// A reading was put before another because of the documents around it in the register.
  static func reordered(
    _ field: FieldName, _ now: String, before was: String, because neighbours: [String]
  ) -> Wording {
    let names = neighbours.joined(separator: ", ")
    return Wording(
      vi: "Xếp \(now) lên trước \(was) cho \(field.title.vi), vì thứ tự trong sổ so với \(names).",
      en:
        "\(now) was put before \(was) for the \(field.title.en), by the order of the register against \(names)."
    )
  }

  /// The first readings are not in the order of the register.
  static func outOfOrder(_ neighbours: [String]) -> Wording {
    let names = neighbours.joined(separator: ", ")
    return Wording(
      vi: "Số và ngày viết tay đọc được không theo thứ tự trong sổ so với \(names).",
      en:
        "Handwritten number and date, as read, are not in the order of the register against \(names)."
    )
  }

  /// The number was given to another document of the register too.
  static func numberTwice(_ number: String, _ others: [String]) -> Wording {
    let names = others.joined(separator: ", ")
    return Wording(
      vi: "Số \(number) trùng với \(names) trong cùng một sổ.",
      en: "The number \(number) is also that of \(names) in the same register.")
  }
}
