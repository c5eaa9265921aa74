import Findings
import HTTP

extension SendingError {
  /// No whole answer came.
  init(_ failure: HTTPFailure, at service: String) {
    if failure.isUntrusted {
      self.init(
        kind: .blocked, code: .notTrusted, subject: service,
        message: Wording(
          vi:
            "Máy chủ không chứng minh được danh tính (\(failure.reason)); cài chứng thư của đơn vị "
            + "vận hành hoặc khai destination.authority: \(service)",
          en: "The server cannot prove who it is (\(failure.reason)); install the operator's "
            + "certificate or name it in destination.authority: \(service)"))
      return
    }
    switch failure.stage {
    case .notConnected:
      self.init(
        kind: .transient, code: .noConnection, subject: service,
        message: Wording(
          vi: "Không kết nối được (\(failure.reason)); kiểm tra mạng và địa chỉ: \(service)",
          en: "No connection (\(failure.reason)); check the network and the address: \(service)"))
    case .noAnswer:
      self.init(
        kind: .unconfirmed, code: .noAnswer, subject: service,
        message: Wording(
          vi: "Đã gửi yêu cầu nhưng không nhận được trả lời (\(failure.reason)): \(service)",
          en: "The request went out and no answer came (\(failure.reason)): \(service)"))
    }
  }

  /// An HTTP status that is no success, without a reply in it.
  init(status: Int, at service: String) {
    switch status {
    case 401, 403:
      self.init(notAuthorized: "HTTP \(status)", at: service)
    case 413:
      self.init(
        kind: .permanent, code: .refused, subject: service,
        message: Wording(
          vi: "Gói tin quá lớn đối với máy chủ (HTTP 413); giảm dung lượng tệp PDF: \(service)",
          en: "The envelope is too large for the server (HTTP 413); shrink the PDF: \(service)"))
    case 429:
      self.init(
        kind: .transient, code: .destinationFailed, subject: service,
        message: Wording(
          vi: "Máy chủ yêu cầu gửi thưa hơn (HTTP 429): \(service)",
          en: "The server asks for fewer requests (HTTP 429): \(service)"))
    case 500...:
      // Some systems take a message and fail on the way back.
      self.init(
        kind: .unconfirmed, code: .destinationFailed, subject: service,
        message: Wording(
          vi: "Máy chủ lỗi (HTTP \(status)): \(service)",
          en: "The server failed (HTTP \(status)): \(service)"))
    default:
      self.init(
        kind: .blocked, code: .refused, subject: service,
        message: Wording(
          vi: "Máy chủ không nhận yêu cầu này (HTTP \(status)); kiểm tra địa chỉ: \(service)",
          en:
            "The server does not take this request (HTTP \(status)); check the address: \(service)"
        ))
    }
  }

  /// A reply that is none; whether the message was taken cannot be told from it.
  init(notUnderstood what: String, at service: String) {
    self.init(
      kind: .unconfirmed, code: .notUnderstood, subject: service,
      message: Wording(
        vi: "Trả lời không đúng giao thức (\(what)): \(service)",
        en: "The answer is none of the protocol's (\(what)): \(service)"))
  }

  /// A code of the axis other than 0.
  ///
  /// Only one gateway's list of codes was seen; a code outside it goes to a person.
  init(axisCode code: String, status: Int, at service: String) {
    switch code {
    case "15": self.init(notAuthorized: "ErrorCode 15", at: service)
    case "20", "21":
      self.init(
        kind: .unconfirmed, code: .destinationFailed, subject: service,
        message: Wording(
          vi: "Trục báo lỗi phía máy chủ (mã \(code)): \(service)",
          en: "The axis reports an error of its own (code \(code)): \(service)"))
    case _ where status >= 500: self.init(status: status, at: service)
    default:
      let meaning = Self.meanings[code]
      self.init(
        kind: .permanent, code: .refused, subject: service,
        message: Wording(
          vi: "Trục từ chối (mã \(code)): \(meaning?.vi ?? "mã chưa rõ nghĩa"): \(service)",
          en: "The axis refuses (code \(code)): \(meaning?.en ?? "a code not known"): \(service)"))
    }
  }

  private init(notAuthorized what: String, at service: String) {
    self.init(
      kind: .blocked, code: .notAuthorized, subject: service,
      message: Wording(
        vi: "Sai mã hệ thống, khóa hoặc giờ máy (\(what)); hàng chờ dừng, báo quản trị: \(service)",
        en: "Wrong system id, key or clock (\(what)); the queue stops, tell the administrator: "
          + service))
  }

  private static let meanings = [
    "10": Wording(vi: "tệp không hợp lệ", en: "the file is not valid"),
    "18": Wording(vi: "không có cơ quan nhận này", en: "there is no such receiver"),
    "19": Wording(vi: "cơ quan gửi chưa đăng ký", en: "the sender is not registered"),
    "22": Wording(vi: "sai định dạng edXML", en: "the edXML is not in the right form"),
    "23": Wording(vi: "cơ quan nhận đang bị khóa", en: "the receiver is locked"),
  ]
}
