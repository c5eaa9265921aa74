import Findings
import QPDF

extension ConformanceRule {
  /// Clause 6.1.13: what every reader must be able to hold.
  static let limits: [ConformanceRule] = [
    ConformanceRule(
      "6.1.13-1", vi: "Số nguyên nằm trong 32 bit", en: "Whole numbers fit 32 bits"
    ) { facts in
      facts.placesBeyond {
        $0.integers.upperBound > 2_147_483_647 || $0.integers.lowerBound < -2_147_483_648
      }
    },
    ConformanceRule(
      "6.1.13-2", vi: "Số thực nằm trong ±3,403 × 10³⁸", en: "Real numbers lie within ±3.403 × 10³⁸"
    ) { facts in facts.placesBeyond { $0.largestReal > 3.403e38 } },
    ConformanceRule(
      "6.1.13-3", vi: "Chuỗi dài tối đa 32 767 byte", en: "Strings have at most 32 767 bytes"
    ) { facts in facts.placesBeyond { $0.longestString > 32_767 } },
    ConformanceRule(
      "6.1.13-4", vi: "Tên dài tối đa 127 byte", en: "Names have at most 127 bytes"
    ) { facts in facts.placesBeyond { $0.longestName > 127 } },
    ConformanceRule(
      "6.1.13-5", vi: "Số thực khác 0 cách 0 ít nhất 1,175 × 10⁻³⁸",
      en: "Real numbers other than 0 are at least 1.175 × 10⁻³⁸ away from it"
    ) { facts in facts.placesBeyond { ($0.smallestReal ?? 1) < 1.175e-38 } },
    ConformanceRule(
      "6.1.13-7", vi: "Tệp có tối đa 8 388 607 đối tượng",
      en: "The file has at most 8 388 607 indirect objects"
    ) { facts in
      // Free numbers take places in the table as well.
      (facts.resolved(facts.trailer["Size"]).integer ?? 0) - 1 > 8_388_607 ? ["trailer"] : []
    },
    ConformanceRule(
      "6.1.13-8", vi: "q và Q lồng nhau tối đa 28 bậc", en: "q and Q nest at most 28 deep"
    ) { facts in
      facts.contents.filter { $0.value.deepestSave > 28 }.keys.sorted().map(placeText)
    },
    ConformanceRule(
      "6.1.13-9", vi: "Không gian màu DeviceN có tối đa 32 mực",
      en: "DeviceN colour spaces have at most 32 colourants"
    ) { facts in facts.objectPlaces { facts.colorants(of: $0).count > 32 } },
    ConformanceRule(
      "6.1.13-10", vi: "CMap nhúng chỉ cho CID đến 65 535",
      en: "Embedded CMaps give CIDs of at most 65 535"
    ) { facts in
      facts.fontPlaces { facts.encodingMaps(of: $0).contains { greatestCID(of: $0) > 65_535 } }
    },
    ConformanceRule(
      "6.1.13-11", vi: "Cạnh trang từ 3 đến 14 400 đơn vị",
      en: "The sides of a page are 3 to 14 400 units"
    ) { facts in
      facts.pages.filter { page in
        let entries = facts.objects[page]?.entries ?? [:]
        return ["MediaBox", "CropBox", "TrimBox", "ArtBox", "BleedBox"].contains { key in
          guard let box = PDFRectangle(facts.resolved(entries[key]).array) else { return false }
          return ![box.width, box.height].allSatisfy { (3...14_400).contains($0) }
        }
      }.map(placeText)
    },
  ]
}
