extension XMLLines {
  /// `MessageHeader`, its children in the order of the vendor's writer.
  ///
  /// `Content` is left out: nothing in the record says it.
  mutating func write(_ header: CompleteHeader) {
    let values = header.values
    element("edXML:MessageHeader") { message in
      message.element("edXML:From") { $0.write(values.from) }
      for receiver in values.to {
        message.element("edXML:To") { $0.write(receiver) }
      }
      message.value("edXML:DocumentId", header.documentId)
      message.element("edXML:Code") { code in
        code.value("edXML:CodeNumber", header.number)
        code.value("edXML:CodeNotation", header.notation)
      }
      message.element("edXML:PromulgationInfo") { promulgation in
        promulgation.value("edXML:Place", values.place)
        promulgation.value("edXML:PromulgationDate", header.date.slashed)
      }
      message.element("edXML:DocumentType") { type in
        type.value("edXML:Type", values.type?.type ?? 2)
        type.value("edXML:TypeDetail", values.type?.detail)
        type.value("edXML:TypeName", header.typeName)
      }
      message.value("edXML:Subject", header.subject)
      if let signer = values.signer {
        message.element("edXML:SignerInfo") { $0.write(signer) }
      }
      message.value("edXML:DueDate", values.dueDate?.slashed)
      message.element("edXML:OtherInfo") { other in
        other.value("edXML:Priority", header.priority.rawValue)
        other.value("edXML:SphereOfPromulgation", values.sphere)
        other.value("edXML:PromulgationAmount", values.promulgationAmount)
        other.value("edXML:PageAmount", values.pageAmount)
      }
      message.writeReferences(of: values.business)
      message.value("edXML:SteeringType", 0)
      if !values.toPlaces.isEmpty {
        message.element("edXML:ToPlaces") { places in
          for place in values.toPlaces { places.value("edXML:Place", place) }
        }
      }
    }
  }

  /// The manifest, with the same identifier and type as the attachment.
  mutating func writeManifest(of attachment: Attachment) {
    element(#"edXML:edXMLManifest version="1.0""#) { manifest in
      manifest.element("edXML:Reference") { reference in
        reference.value("edXML:ContentId", attachment.contentId)
        reference.value("edXML:ContentType", attachment.contentType)
        reference.value("edXML:AttachmentName", attachment.name)
      }
    }
  }

  mutating func write(_ agency: Organization) {
    value("edXML:OrganId", agency.id)
    value("edXML:OrganizationInCharge", agency.inCharge)
    value("edXML:OrganName", agency.name)
    value("edXML:OrganAdd", agency.address)
    value("edXML:Email", agency.email)
    value("edXML:Telephone", agency.telephone)
    value("edXML:Fax", agency.fax)
    value("edXML:Website", agency.website)
  }

  private mutating func write(_ signer: SignerLines) {
    value("edXML:Competence", signer.competence)
    value("edXML:Position", signer.position)
    value("edXML:FullName", signer.fullName)
  }
}
