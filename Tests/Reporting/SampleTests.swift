import Findings
import Foundation
import Testing

@testable import Reporting

private func pages(_ count: Int) -> [SampledPage] {
  (0..<count).map { SampledPage(file: "\($0 / 3).pdf", page: $0 % 3 + 1) }
}

@Test func `SplitMix64 gives the numbers of its reference`() {
  // The first outputs of Vigna's splitmix64.c for the state 1234567.
  var lot = SplitMix(state: 1_234_567)
  #expect(
    [lot.next(), lot.next(), lot.next()]
      == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
}

@Test(arguments: [(0, 0), (1, 1), (9, 9), (10, 10), (11, 10), (100, 10), (101, 11), (2000, 200)])
func `a sample is ten pages or a tenth of them, whichever is more, and all when there are fewer`(
  count: Int, drawn: Int
) {
  let sample = Sample(of: pages(count), seed: 5)
  #expect(sample.pages.count == drawn)
  #expect(Set(sample.pages).count == drawn)
  #expect(Set(sample.pages).isSubset(of: Set(pages(count))))
}

@Test func `a seed draws the same pages whatever the order, another seed draws others`() {
  let all = pages(300)
  #expect(Sample(of: all, seed: 42) == Sample(of: all.reversed(), seed: 42))
  #expect(Sample(of: all, seed: 42).pages != Sample(of: all, seed: 43).pages)
}

@Test func `every page is drawn about as often as any other`() {
  let all = pages(100)
  var counts: [SampledPage: Int] = [:]
  for seed in 0..<2000 {
    for page in Sample(of: all, seed: seed).pages { counts[page, default: 0] += 1 }
  }
  // 2000 draws of 10 in 100: 200 each, give or take four standard deviations of 13.4.
  #expect(all.allSatisfy { abs((counts[$0] ?? 0) - 200) < 54 })
}

@Test(arguments: [ReportKind.text, .json, .html, .csv])
func `each report for a person lists the sample`(_ kind: ReportKind) throws {
  var report = Report(
    pipeline: "thu",
    documents: [Fixture.document("a.pdf", .accepted, pages: [try Fixture.page(1)])])
  report.drawSample(seed: 815)
  let text = String(decoding: try report.rendered(as: kind, language: .vi), as: UTF8.self)
  switch kind {
  case .text: #expect(text.contains("số gieo 815:\n    a.pdf trang 1\n"))
  case .json: #expect(text.contains("\"seed\" : 815"))
  case .html:
    #expect(text.contains("data-sample") && text.contains("mẫu kiểm tra"))
    #expect(text.contains("--sample-seed 815"))
  default: #expect(text.hasSuffix(",1,,\r\n"))
  }
}
