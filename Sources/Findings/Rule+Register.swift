extension Rule {
  /// A handwritten number or date is not in the order of its register.
  public static let registerOrder = Rule(
    id: "register.order", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Điều 15 (số lấy theo thứ tự, từ 01 mỗi năm)",
    title: Wording(vi: "Số, ngày so với sổ", en: "Number and date against the register"),
    measures: Wording(
      vi: """
        Trong một lô, văn bản cùng cơ quan, năm và ký hiệu có số tăng theo ngày không. Chỉ xếp lại \
        các cách đọc chữ viết tay đã có hoặc nêu chỗ nghi ngờ; không đổi kết luận nào.
        """,
      en: """
        Whether, in a batch, the numbers of one agency, year and notation rise with the date. It only \
        puts readings of handwriting in another order, or names a doubt; it changes no verdict.
        """),
    why: Wording(
      vi:
        "Số đọc nhầm một chữ thì không ai tra ra văn bản; văn bản kề bên trong sổ cho biết điều đó.",
      en: "With one digit misread nobody finds the document; its neighbours in the register tell."),
    remedy: Wording(
      vi: "Nhìn ảnh cắt và chọn cách đọc đúng: sohoa review confirm.",
      en: "Look at the crop and choose the right reading: sohoa review confirm."))

  /// Two documents of a batch bear the same number in one register.
  public static let registerDuplicate = Rule(
    id: "register.duplicate", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Phụ lục VI, III.1.h (cảnh báo trùng số, ký hiệu, cơ quan)",
    title: Wording(vi: "Trùng số trong sổ", en: "Number twice in a register"),
    measures: Wording(
      vi: "Hai văn bản trong lô có cùng cơ quan, năm, ký hiệu và số không.",
      en: "Whether two documents of a batch have the same agency, year, notation and number."),
    why: Wording(
      vi: "Một số chỉ cấp cho một văn bản: hoặc văn bản bị quét hai lần, hoặc một số đọc nhầm.",
      en: "A number is given once: the document was scanned twice, or a number was misread."),
    remedy: Wording(
      vi: "So hai bản giấy; bỏ bản quét thừa hoặc sửa số đọc nhầm.",
      en: "Compare both papers; leave one scan out or put the number right."))
}
