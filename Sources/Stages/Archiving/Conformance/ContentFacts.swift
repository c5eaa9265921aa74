import QPDF

/// What a content stream uses, as far as PDF/A asks.
struct ContentFacts: Sendable, Equatable {
  /// Device colour spaces that operators and inline images select.
  var deviceColors: Set<String> = []
  /// The codes that each font resource shows, two bytes a code where the font is composite.
  var shownStrings: [String: Set<[UInt8]>] = [:]
  /// Fonts that set text a reader sees.
  var visibleFonts: Set<String> = []
  /// Operators that ISO 32000-1 does not know.
  var unknownOperators: Set<String> = []
  /// Filters and hints of inline images.
  var inlineImageFaults: Set<String> = []
  /// Rendering intents that `ri` and inline images select.
  var intents: Set<String> = []
  /// How deep `q` nests.
  var deepestSave = 0
  /// The sizes of numbers, strings and names.
  var extremes = Extremes()
  /// Whether the content could not be read to its end.
  var isUnreadable = false

  /// Every operator of ISO 32000-1 Annex A.
  private static let known: Set<String> = Set(
    """
    b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l \
    m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \
    ' \"
    """.split(separator: " ").map(String.init))

  /// Filters of inline images by both their names (ISO 32000-1 Table 94), but LZW.
  private static let inlineFilters: Set<String> = [
    "AHx", "ASCIIHexDecode", "A85", "ASCII85Decode", "Fl", "FlateDecode", "RL", "RunLengthDecode",
    "CCF", "CCITTFaxDecode", "DCT", "DCTDecode",
  ]

  init() {}

  /// Follows the operators once; graphics states are saved as in a viewer.
  init(_ content: [PDFObject]) {
    var operands: [PDFObject] = []
    var text = TextState()
    var saved: [TextState] = []
    for object in content {
      guard case .op(let name) = object else {
        extremes.note(object)
        if operands.count < 64 { operands.append(object) }
        continue
      }
      if !Self.known.contains(name) { unknownOperators.insert(name) }
      switch name {
      case "q":
        saved.append(text)
        deepestSave = max(deepestSave, saved.count)
      case "Q": text = saved.popLast() ?? text
      case "g", "G": deviceColors.insert("DeviceGray")
      case "rg", "RG": deviceColors.insert("DeviceRGB")
      case "k", "K": deviceColors.insert("DeviceCMYK")
      case "cs", "CS": noteColor(operands.first?.name)
      case "ri": if let name = operands.first?.name { intents.insert(name) }
      case "Tf": text.font = operands.first?.name ?? ""
      case "Tr": text.mode = operands.first?.integer ?? 0
      case "Tj", "'", "\"": note(operands.last?.bytes, text)
      case "TJ": for item in operands.first?.array ?? [] { note(item.bytes, text) }
      case "ID", "EI", "BI": noteInlineImage(operands)
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
  }

  private struct TextState {
    var font = ""
    var mode = 0
  }

  private mutating func note(_ bytes: [UInt8]?, _ text: TextState) {
    guard let bytes, !bytes.isEmpty else { return }
    shownStrings[text.font, default: []].insert(bytes)
    if text.mode != 3 { visibleFonts.insert(text.font) }
  }

  private mutating func noteColor(_ name: String?) {
    let full = ["G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"]
    let device = full[name ?? ""] ?? name ?? ""
    if device.hasPrefix("Device") { deviceColors.insert(device) }
  }

  /// The entries of an inline image stand as operands between `BI` and `ID`.
  private mutating func noteInlineImage(_ operands: [PDFObject]) {
    var at = 0
    while at + 1 < operands.count {
      let value = operands[at + 1]
      switch operands[at].name ?? "" {
      case "F", "Filter":
        for filter in value.array ?? [value] where !Self.inlineFilters.contains(filter.name ?? "") {
          inlineImageFaults.insert("Filter")
        }
      case "I", "Interpolate": if value.bool == true { inlineImageFaults.insert("Interpolate") }
      case "CS", "ColorSpace": noteColor(value.name)
      case "Intent": if let name = value.name { intents.insert(name) }
      default: break
      }
      at += 2
    }
  }
}
