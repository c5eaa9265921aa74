public import Extraction
public import Findings

extension FieldPath {
  /// What people call the field.
  public var title: Wording {
    switch self {
    case .field(let name): name.title
    case .signer(.competence): Wording(vi: "quyền hạn ký", en: "signing authority")
    case .signer(.position): Wording(vi: "chức vụ người ký", en: "position of the signer")
    case .signer(.fullName): Wording(vi: "họ và tên người ký", en: "name of the signer")
    case .list(.addressees): Wording(vi: "kính gửi", en: "addressees")
    case .list(.toPlaces): Wording(vi: "nơi nhận", en: "recipients")
    }
  }
}

extension FieldName {
  /// What people call the field.
  public var title: Wording {
    switch self {
    case .codeNumber: Wording(vi: "số văn bản", en: "document number")
    case .codeNotation: Wording(vi: "ký hiệu văn bản", en: "document notation")
    case .promulgationPlace: Wording(vi: "địa danh", en: "place of issue")
    case .promulgationDate: Wording(vi: "ngày ban hành", en: "date of issue")
    case .documentType: Wording(vi: "tên loại văn bản", en: "document type")
    case .subject: Wording(vi: "trích yếu", en: "subject")
    case .organName: Wording(vi: "cơ quan ban hành", en: "issuing agency")
    case .organizationInCharge: Wording(vi: "cơ quan chủ quản", en: "agency in charge")
    case .priority: Wording(vi: "độ khẩn", en: "urgency")
    case .secrecy: Wording(vi: "độ mật", en: "secrecy")
    case .sphereOfPromulgation: Wording(vi: "phạm vi lưu hành", en: "sphere of circulation")
    case .pageAmount: Wording(vi: "số trang", en: "number of pages")
    case .language: Wording(vi: "ngôn ngữ", en: "language")
    case .arrivalNumber: Wording(vi: "số đến", en: "arrival number")
    case .arrivalDate: Wording(vi: "ngày đến", en: "date of arrival")
    case .copyForm: Wording(vi: "hình thức sao", en: "form of copy")
    }
  }
}
