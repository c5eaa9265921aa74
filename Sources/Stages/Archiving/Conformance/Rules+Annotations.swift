import Findings
import QPDF

extension ConformanceRule {
  /// Clauses 6.3 to 6.5: annotations, forms, actions.
  static let annotations: [ConformanceRule] = [
    ConformanceRule(
      "6.3.1-1", vi: "Không có chú giải âm thanh, phim, màn hình, 3D",
      en: "There are no annotations of sound, film, screen or 3D"
    ) { facts in
      facts.annotations.filter {
        !shownAnnotations.contains(facts.resolved($0.entries["Subtype"]).name ?? "")
      }
      .map(\.place)
    },
    ConformanceRule(
      "6.3.2-1", vi: "Chú giải có cờ F", en: "Annotations have flags"
    ) { facts in
      facts.annotations.filter {
        facts.resolved($0.entries["Subtype"]).name != "Popup" && $0.entries["F"] == nil
      }.map(\.place)
    },
    ConformanceRule(
      "6.3.2-2", vi: "Chú giải được in ra và không bị ẩn",
      en: "Annotations are printed and not hidden"
    ) { facts in
      facts.annotations.filter { annotation in
        guard let flags = facts.resolved(annotation.entries["F"]).integer else { return false }
        // Print (bit 3) set; Invisible, Hidden, NoView and ToggleNoView clear.
        return flags & 0b100 == 0 || flags & 0b1_0010_0011 != 0
      }.map(\.place)
    },
    ConformanceRule(
      "6.3.3-1", vi: "Chú giải có hình hiển thị", en: "Annotations have an appearance"
    ) { facts in
      facts.annotations.filter { annotation in
        let kind = facts.resolved(annotation.entries["Subtype"]).name ?? ""
        let box = PDFRectangle(facts.resolved(annotation.entries["Rect"]).array)
        let isEmpty = box.map { $0.width == 0 && $0.height == 0 } ?? false
        return !["Popup", "Link"].contains(kind) && !isEmpty
          && facts.resolved(annotation.entries["AP"]).entries?["N"] == nil
      }.map(\.place)
    },
    ConformanceRule(
      "6.4.1-1", vi: "Ô nhập liệu không kèm hành động", en: "Form fields carry no actions"
    ) { facts in
      facts.places { entries in
        (facts.resolved(entries["Subtype"]).name == "Widget" && entries["A"] != nil)
          || (entries["FT"] != nil && entries["AA"] != nil)
      }
    },
    ConformanceRule(
      "6.4.1-3", vi: "Biểu mẫu không yêu cầu dựng lại hình hiển thị",
      en: "The form does not ask for new appearances"
    ) { facts in
      facts.resolved(facts.form["NeedAppearances"]).bool == true ? ["AcroForm"] : []
    },
    ConformanceRule(
      "6.4.2-1", vi: "Biểu mẫu không phải XFA", en: "The form is not XFA"
    ) { facts in
      facts.form["XFA"] != nil || facts.catalog["NeedsRendering"] != nil ? ["AcroForm"] : []
    },
    ConformanceRule(
      "6.5.1-1",
      vi: "Không có JavaScript, chạy chương trình, âm thanh, phim và các hành động bị cấm",
      en: "There is no JavaScript, launching, sound, film or other forbidden action"
    ) { facts in
      facts.places { entries in
        forbiddenActions.contains(facts.resolved(entries["S"]).name ?? "")
          && (entries["Type"] == nil || facts.resolved(entries["Type"]).name == "Action")
      } + (facts.names["JavaScript"] != nil ? ["Names"] : [])
    },
    ConformanceRule(
      "6.5.1-2", vi: "Hành động có tên chỉ để chuyển trang",
      en: "Named actions only turn pages"
    ) { facts in
      facts.places { entries in
        facts.resolved(entries["S"]).name == "Named"
          && !["NextPage", "PrevPage", "FirstPage", "LastPage"]
            .contains(facts.resolved(entries["N"]).name ?? "")
      }
    },
    ConformanceRule(
      "6.5.2-1", vi: "Tài liệu và trang không có hành động tự chạy AA",
      en: "Neither the document nor a page has additional actions"
    ) { facts in
      (facts.catalog["AA"] != nil ? ["Root"] : [])
        + facts.pages.filter { facts.objects[$0]?.entries?["AA"] != nil }.map(placeText)
    },
  ]

  private static let shownAnnotations: Set<String> = [
    "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight",
    "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment",
    "Widget", "PrinterMark", "TrapNet", "Watermark", "Redact",
  ]

  private static let forbiddenActions: Set<String> = [
    "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition",
    "Trans", "GoTo3DView", "JavaScript",
  ]
}

extension DocumentFacts {
  /// The annotations of all pages.
  var annotations: [(place: String, entries: [String: PDFObject])] {
    pages.flatMap { page -> [(place: String, entries: [String: PDFObject])] in
      (resolved(objects[page]?.entries?["Annots"]).array ?? []).map {
        (placeText($0.id ?? page), resolved($0).entries ?? [:])
      }
    }
  }

  /// The interactive form, empty when there is none.
  var form: [String: PDFObject] { resolved(catalog["AcroForm"]).entries ?? [:] }

  /// The name dictionary, empty when there is none.
  var names: [String: PDFObject] { resolved(catalog["Names"]).entries ?? [:] }
}
