extension Rule {
  /// The document is, or may be, marked as a state secret.
  public static let secrecyMarked = Rule(
    id: "secrecy.marked", direction: .fact, unit: nil,
    source: "QĐ 28/2018/QĐ-TTg, Điều 1; Luật Bảo vệ bí mật nhà nước 2018",
    title: Wording(vi: "Có dấu chỉ độ mật", en: "Secrecy marking"),
    measures: Wording(
      vi: "Văn bản có, hoặc có thể có, dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT.",
      en: "Whether the document bears, or may bear, the stamp MẬT, TỐI MẬT or TUYỆT MẬT."),
    why: Wording(
      vi: """
        Văn bản mật không được gửi qua trục liên thông văn bản. Còn nghi ngờ thì giữ lại: bỏ \
        sót một dấu mật là lỗi nặng nhất.
        """,
      en: """
        A secret document must not be sent over the national exchange. In doubt it is held: to \
        miss such a mark is the gravest error.
        """),
    remedy: Wording(
      vi: """
        Không gửi qua mạng. Báo người phụ trách bảo mật và chuyển văn bản theo đường dành cho \
        tài liệu mật.
        """,
      en: """
        Do not send it over a network. Tell the security officer and pass the document on by \
        the way prescribed for secrets.
        """))

  /// A field that sending needs has no value.
  public static let fieldMissing = Rule(
    id: "field.missing", direction: .fact, unit: nil,
    source: "QCVN 102:2016/BTTTT; NĐ 30/2020/NĐ-CP, Phụ lục VI",
    title: Wording(vi: "Thiếu thông tin bắt buộc", en: "Required field missing"),
    measures: Wording(
      vi: "Trường thông tin bắt buộc để gửi mà chưa có giá trị.",
      en: "A field that sending requires and that has no value."),
    why: Wording(
      vi: "Thiếu trường bắt buộc thì gói tin không hợp lệ và bên nhận sẽ từ chối.",
      en: "Without it the package is not valid and the receiver will refuse it."),
    remedy: Wording(
      vi: "Xem trên bản giấy và nhập giá trị. Không tự suy đoán điều không thấy trên văn bản.",
      en: "Look at the paper and type the value. Never guess what the document does not show."))

  /// The PDF that was written carries no PDF/A claim.
  public static let pdfNotArchival = Rule(
    id: "pdf.not-archival", direction: .fact, unit: nil,
    source: "TT 05/2025/TT-BNV, Điều 8 (PDF/A hai lớp); ISO 19005",
    title: Wording(vi: "Chưa phải PDF/A", en: "Not PDF/A"),
    measures: Wording(
      vi: "Tệp PDF tạo ra có qua được các phép kiểm PDF/A hay không, và vì sao không.",
      en: "Whether the PDF that was written passed the PDF/A checks, and why not."),
    why: Wording(
      vi: """
        Tài liệu lưu trữ số hóa phải là PDF/A hai lớp để nhiều năm sau vẫn mở và tra cứu được \
        đúng như hôm nay.
        """,
      en: """
        Digitized archives must be two-layer PDF/A, so that decades from now they open and can \
        be searched as today.
        """),
    remedy: Wording(
      vi: "Quét lại từ bản giấy và lưu thành ảnh (TIFF, JPEG, PNG), rồi để sohoa tạo PDF/A.",
      en: "Scan the paper again into images (TIFF, JPEG, PNG) and let sohoa write the PDF/A."))
}
