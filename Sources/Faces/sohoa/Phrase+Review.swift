import Findings
import Workflow

extension Phrase {
  /// What a person is told when a decision cannot be taken.
  static func failure(for error: ReviewError) -> Failure {
    switch error {
    case .noDocument(let name, let nearest): Failure(.usage, noDocument(name, nearest: nearest))
    case .sourceMissing(let path): Failure(.unreadableInput, sourceMissing(path))
    case .nothingToUpdate(let identifier):
      Failure(
        .usage,
        Wording(
          vi: "\(identifier) chưa gửi xong, chưa có gì để cập nhật: sửa bằng “sohoa review set”",
          en: "\(identifier) has not arrived, so there is nothing to update: use “sohoa review set”"
        ))
    case .noSuchSplit(let page):
      Failure(
        .usage,
        Wording(
          vi: "không tách được ở trang \(page): phải là trang trong văn bản, từ trang 2 trở đi",
          en: "cannot split at page \(page): it must be a page of the document, from 2 on"))
    case .signed(let name):
      Failure(
        .usage,
        Wording(
          vi: "“\(name)” đã ký số, phải giữ nguyên tệp; hãy quét riêng từng văn bản",
          en: "“\(name)” is digitally signed and must stay as it is; scan each document by itself"))
    }
  }
}
