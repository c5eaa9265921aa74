import Extraction
import Findings
import Foundation
import Imaging
import Inspection

/// What a pen wrote in one field: the cut-out, the readings with their probabilities, and a key for each.
struct HTMLAsk {
  let file: String
  let name: FieldName
  let field: Field
  let crop: FieldCrop?
  let language: Language
  let words: HTMLWords

  /// The field's list item; keys work where it has the focus.
  var html: String {
    """
    <li class="ask" tabindex="0" data-file="\(escaped(file))" data-field="\(name.rawValue)">\(figure)\
    <div><p><strong>\(escaped(title))</strong> <small>\(escaped(place))</small></p>\
    <ol>\(choices)<li data-key="t"><kbd>T</kbd> \(words.typeIt) <b></b></li></ol>\(order)</div></li>
    """
  }

  private var title: String {
    let title = name.title(language)
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  private var place: String {
    guard let evidence = field.evidence.first else { return "" }
    let box = evidence.box
    return words.place(
      page: evidence.page, x: box.x, y: box.y, width: box.width, height: box.height)
  }

  private var choices: String {
    // Of a date without a day there is nothing to take.
    let readings = field.candidates.prefix(2).filter {
      name != .promulgationDate || $0.value.count == "2018-01-04".count
    }
    if readings.isEmpty { return "<li>\(words.unread)</li>" }
    return readings.enumerated().map { index, reading in
      let shown = name == .promulgationDate ? words.date(reading.value) : reading.value
      return """
        <li data-key="\(index + 1)" data-value="\(escaped(reading.value))"><kbd>\(index + 1)</kbd> \
        <b>\(escaped(shown))</b> <small>\(Figure.text(reading.p * 100, digits: 0, in: language)) %</small></li>
        """
    }.joined()
  }

  private var order: String {
    field.neighbours.isEmpty
      ? "" : "<p class=\"source\">\(escaped(words.ranked(because: field.neighbours)))</p>"
  }

  private var figure: String {
    guard let crop else { return "" }
    let boxes = crop.ink.map { ink in
      """
      <i class="box review" aria-hidden="true" style="left:\(percent(ink.x, of: 1000));\
      top:\(percent(ink.y, of: 1000));width:\(percent(ink.width, of: 1000));\
      height:\(percent(ink.height, of: 1000))"></i>
      """
    }
    return """
      <figure><img src="data:image/jpeg;base64,\(crop.picture.jpeg.base64EncodedString())" \
      width="\(crop.picture.width)" height="\(crop.picture.height)" loading="lazy" decoding="async" \
      alt="\(escaped("\(title), \(file)"))">\(boxes.joined())</figure>
      """
  }
}
