/// Reads what a PDF says about its pages.
func pdfScan(
  at path: String, fixity: Fixity, limits: IngestLimits
) throws(IngestError) -> Scan {
  throw IngestError(.unsupported, file: path, found: "PDF")
}

/// Decodes one page of a PDF.
func pdfPage(
  _ index: Int, of scan: Scan, limits: IngestLimits
) throws(IngestError) -> Page {
  throw IngestError(.unsupported, file: scan.path, page: index, found: "PDF")
}
