/// Follows content streams with a graphics state, and notes what they paint.
struct ContentWalk {
  var images: [PlacedImage] = []
  var visibleTextBytes = 0
  var hiddenTextBytes = 0
  var paintsMore = false
  var isIncomplete = false

  /// Longer content is not a scan; a page of dense print is some tens of kilobytes.
  private static let mostBytes = 8 << 20
  /// Forms that call forms multiply: all operators of a page together are bounded.
  private static let mostOperators = 500_000
  /// Real pages paint some dozens of images.
  private static let mostImages = 10_000
  private static let deepestForm = 8

  private struct State {
    var matrix = PDFMatrix.identity
    var clip: PDFRectangle?
    var isAltered = false
    var textMode = 0
  }

  private var state = State()
  private var saved: [State] = []
  private var path: PDFRectangle?
  private var pathIsRectangle = false
  private var clipsNext = false
  private var operators = 0
  private var depth = 0

  mutating func run(
    _ id: ObjectID, resources: [String: PDFObject], in file: borrowing PDFFile
  ) {
    let content: [PDFObject]
    do {
      content = try file.content(of: id, limit: Self.mostBytes)
    } catch {
      isIncomplete = true
      return
    }
    let outer = saved.count
    var operands: [PDFObject] = []
    for object in content {
      switch object {
      case .op(let name):
        operators += 1
        guard operators <= Self.mostOperators, saved.count < 1_000 else {
          isIncomplete = true
          return
        }
        apply(name, operands, resources, floor: outer, in: file)
        operands.removeAll(keepingCapacity: true)
      case .inlineImage: paintsMore = true
      // No operator takes more than 33 operands (DeviceN colours).
      default: if operands.count < 40 { operands.append(object) }
      }
    }
    if saved.count > outer { saved.removeLast(saved.count - outer) }
  }

  private mutating func apply(
    _ name: String, _ operands: [PDFObject], _ resources: [String: PDFObject], floor: Int,
    in file: borrowing PDFFile
  ) {
    switch name {
    case "q": saved.append(state)
    case "Q": if saved.count > floor, let last = saved.popLast() { state = last }
    case "cm":
      if let matrix = PDFMatrix(operands) { state.matrix = matrix.then(state.matrix) }
    case "Do": paint(operands.first?.name ?? "", resources, in: file)
    case "gs":
      let states = file.resolved(resources["ExtGState"]).entries ?? [:]
      if alters(file.resolved(states[operands.first?.name ?? ""]).entries ?? [:], in: file) {
        state.isAltered = true
      }
    case "Tr": state.textMode = operands.first?.integer ?? 0
    case "Tj", "'", "\"": show(operands.last)
    case "TJ": for item in operands.first?.array ?? [] { show(item) }
    case "re": addRectangle(operands)
    case "m", "l", "c", "v", "y", "h": pathIsRectangle = false
    case "W", "W*": clipsNext = true
    case "n": endPath()
    case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
      paintsMore = true
      endPath()
    case "sh", "BI", "EI": paintsMore = true
    case "BDC": if operands.first?.name == "OC" { state.isAltered = true }
    default: break  // Colours, line styles, text positions and marks paint nothing.
    }
  }

  private mutating func show(_ text: PDFObject?) {
    let count = text?.bytes?.count ?? 0
    if state.textMode == 3 || state.textMode == 7 {
      hiddenTextBytes += count
    } else {
      visibleTextBytes += count
    }
  }

  private mutating func addRectangle(_ operands: [PDFObject]) {
    let numbers = operands.compactMap(\.number)
    guard numbers.count == 4, path == nil else {
      pathIsRectangle = false
      return
    }
    path =
      PDFMatrix(numbers[2], 0, 0, numbers[3], numbers[0], numbers[1]).then(state.matrix)
      .unitSquareBounds
    pathIsRectangle = true
  }

  private mutating func endPath() {
    if clipsNext {
      if pathIsRectangle, let path {
        state.clip = state.clip.map { $0.intersection(path) ?? path } ?? path
      } else {
        state.isAltered = true
      }
    }
    path = nil
    pathIsRectangle = false
    clipsNext = false
  }

  private mutating func paint(
    _ name: String, _ resources: [String: PDFObject], in file: borrowing PDFFile
  ) {
    let objects = file.resolved(resources["XObject"]).entries ?? [:]
    guard let id = objects[name]?.id, let entries = file.resolved(objects[name]).entries else {
      return  // A name without an object paints nothing.
    }
    switch file.resolved(entries["Subtype"]).name {
    case "Image":
      guard images.count < Self.mostImages,
        let facts = ImageFacts(id, entries, resolving: { file.resolved($0) })
      else {
        isIncomplete = true
        return
      }
      let place = state.matrix.unitSquareBounds
      let clipped = state.clip.map { clip in
        (clip.intersection(place)?.area ?? 0) < 0.99 * place.area
      }
      images.append(
        PlacedImage(
          facts: facts, matrix: state.matrix,
          isAltered: state.isAltered || clipped ?? false || facts.hasExtras))
    case "Form": follow(id, entries, resources, in: file)
    default: paintsMore = true
    }
  }

  private mutating func follow(
    _ id: ObjectID, _ entries: [String: PDFObject], _ outer: [String: PDFObject],
    in file: borrowing PDFFile
  ) {
    guard depth < Self.deepestForm else {
      isIncomplete = true
      return
    }
    depth += 1
    let before = state
    if entries["OC"] != nil { state.isAltered = true }
    if let matrix = PDFMatrix(file.resolved(entries["Matrix"]).array) {
      state.matrix = matrix.then(state.matrix)
    }
    if let box = PDFRectangle(file.resolved(entries["BBox"]).array) {
      let place =
        PDFMatrix(box.width, 0, 0, box.height, box.left, box.bottom).then(state.matrix)
        .unitSquareBounds
      state.clip = state.clip.map { $0.intersection(place) ?? place } ?? place
    }
    run(id, resources: file.resolved(entries["Resources"]).entries ?? outer, in: file)
    state = before
    depth -= 1
  }

  private func alters(_ entries: [String: PDFObject], in file: borrowing PDFFile) -> Bool {
    let mask = file.resolved(entries["SMask"])
    let blend = file.resolved(entries["BM"])
    let opacity = file.resolved(entries["ca"]).number ?? 1
    let blends = !blend.isNull && blend.name != "Normal" && blend.name != "Compatible"
    return (!mask.isNull && mask.name != "None") || blends || opacity < 1
  }
}
