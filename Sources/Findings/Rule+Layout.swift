/// What the author of a document did against the layout rules: nothing that scanning again would mend.
extension Rule {
  /// A day under 10, or January or February, stands without its zero.
  public static let layoutDate = layout(
    "layout.date", "II.4.b",
    title: Wording(vi: "Ngày, tháng thiếu số 0", en: "Zero missing in the date"),
    measures: Wording(
      vi: "Ngày nhỏ hơn 10, tháng 1 và tháng 2 in trên văn bản có số 0 phía trước hay không.",
      en: "Whether a printed day under 10, and months 1 and 2, have a zero before them."),
    why: Wording(
      vi: "Số 0 phía trước để không ai viết thêm được một chữ số vào ngày, tháng đã ký.",
      en: "The zero keeps anybody from putting a digit before a date that was signed."))

  /// A number under 10 stands without its zero.
  public static let layoutNumber = layout(
    "layout.number", "II.3.b",
    title: Wording(vi: "Số văn bản thiếu số 0", en: "Zero missing in the number"),
    measures: Wording(
      vi: "Số văn bản nhỏ hơn 10 in trên văn bản có số 0 phía trước hay không.",
      en: "Whether a printed document number under 10 has a zero before it."),
    why: Wording(
      vi: "Số 0 phía trước để không ai viết thêm được một chữ số vào số đã cấp.",
      en: "The zero keeps anybody from putting a digit before a number that was given."))

  /// The notation begins with the letters of another kind of document.
  public static let layoutNotation = layout(
    "layout.notation", "II.3.b; Phụ lục III",
    title: Wording(vi: "Ký hiệu không khớp tên loại", en: "Notation of another kind"),
    measures: Wording(
      vi: "Ký hiệu có bắt đầu bằng chữ viết tắt của tên loại văn bản hay không.",
      en: "Whether the notation begins with the letters of the document's kind."),
    why: Wording(
      vi: "Ký hiệu sai loại làm sổ đăng ký và việc tra cứu dẫn tới một văn bản khác.",
      en: "A notation of another kind leads registers and searches to another document."))

  /// Somebody who is no deputy signs for the head.
  public static let layoutAuthority = layout(
    "layout.authority", "II.7.b",
    title: Wording(
      vi: "Quyền hạn ký không khớp chức vụ", en: "Competence does not fit the position"),
    measures: Wording(
      vi: "Người ký thay (KT.) có giữ chức vụ cấp phó hay không.",
      en: "Whether the one who signs for the head (KT.) holds a deputy's position."),
    why: Wording(
      vi:
        "Chỉ cấp phó mới ký thay người đứng đầu; ghi sai quyền hạn thì văn bản có thể bị trả lại.",
      en: "Only a deputy signs for the head; with the wrong competence a document may be sent back."
    ))

  /// None of the later pages bears a number.
  public static let layoutPageNumber = layout(
    "layout.page-number", "I.7",
    title: Wording(vi: "Không đánh số trang", en: "No page numbers"),
    measures: Wording(
      vi: """
        Văn bản từ ba trang, ban hành từ ngày 05/3/2020, có số trang nào đọc được ở giữa lề trên từ \
        trang thứ hai hay không.
        """,
      en: """
        Whether a document of three pages or more, issued since 5 March 2020, has a legible page \
        number in the middle of the upper margin from page two on.
        """),
    why: Wording(
      vi: "Không có số trang thì không biết được văn bản có thiếu tờ hay không.",
      en: "Without numbers nobody can tell whether a sheet is missing."))

  /// No seal is seen, though a place of a signature is.
  public static let layoutSeal = layout(
    "layout.seal", "II.8; Điều 33",
    title: Wording(vi: "Không thấy con dấu", en: "No seal seen"),
    measures: Wording(
      vi: "Văn bản có chỗ ký có con dấu tròn nào, hoặc chữ ký số hiển thị, hay không.",
      en:
        "Whether a document with a place for a signature has any round seal, or shows a digital signature."
    ),
    why: Wording(
      vi: "Văn bản giấy chưa đóng dấu thì chưa có giá trị; người nhận sẽ trả lại.",
      en: "A paper document without a seal is not valid; whoever gets it sends it back."),
    remedy: unsigned)

  /// No pen signed where a signature is due.
  public static let layoutSignature = layout(
    "layout.signature", "II.7.đ; Điều 13",
    title: Wording(vi: "Không thấy chữ ký", en: "No signature seen"),
    measures: Wording(
      vi:
        "Giữa chức vụ và họ tên người ký có nét bút nào, hoặc văn bản có chữ ký số hiển thị, hay không.",
      en:
        "Whether there are strokes of a pen between position and name, or a digital signature is shown."
    ),
    why: Wording(
      vi: "Văn bản giấy chưa ký thì chưa có giá trị; có thể đã quét nhầm bản thảo.",
      en: "A paper document without a signature is not valid; a draft may have been scanned."),
    remedy: unsigned)

  private static let unsigned = Wording(
    vi: """
      Đối chiếu với bản giấy: nếu bản giấy đã ký, đóng dấu thì quét lại bằng chế độ màu; nếu chưa thì quét \
      đúng bản đã ký, đóng dấu. Dấu quá mờ hoặc dấu đen mờ trên bản sao có thể không nhận ra được.
      """,
    en: """
      Look at the paper: if it is signed and sealed, scan it again in colour; if it is not, scan the copy that \
      is. A pale seal, or a faint black one on a photocopy, may not be recognised.
      """)

  /// A rule of Nghị định 30/2020, Phụ lục I; what to do is the same for all but seal and signature.
  private static func layout(
    _ id: RuleID, _ clause: String, title: Wording, measures: Wording, why: Wording,
    remedy: Wording = drafted
  ) -> Rule {
    Rule(
      id: id, direction: .fact, unit: nil,
      source: "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục \(clause)",
      title: title, measures: measures, why: why, remedy: remedy)
  }

  private static let drafted = Wording(
    vi: """
      Đây là thể thức của văn bản, không phải lỗi quét: quét lại không hết. Văn bản chưa phát hành \
      thì báo đơn vị soạn thảo sửa; văn bản đã ký thì giữ nguyên.
      """,
    en: """
      This is how the document was drafted, not how it was scanned: scanning again mends nothing. \
      Tell the drafting unit if it has not been issued; what was signed stays as it is.
      """)
}
