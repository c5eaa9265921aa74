import Imaging

/// The part of SARIF 2.1.0 that is written; names and nesting are those of the standard.
struct Sarif: Encodable {
  let version = "2.1.0"
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  struct Run: Encodable {
    let tool: Tool
    let automationDetails: Automation
    let language: String
    let columnKind = "unicodeCodePoints"
    let artifacts: [Artifact]
    let results: [Result]
  }

  struct Automation: Encodable { let id: String }

  struct Tool: Encodable { let driver: Driver }

  struct Driver: Encodable {
    let name = Program.name
    let version = Program.version
    let semanticVersion = Program.version
    let shortDescription: Text
    let rules: [Rule]
  }

  struct Text: Encodable {
    let text: String
    var markdown: String?
  }

  struct Rule: Encodable {
    struct Configuration: Encodable { let level: String }
    struct Properties: Encodable {
      let tags: [String]
      let precision = "high"
      var direction: String?
      var unit: String?
      var source: String?
    }
    let id: String
    let shortDescription: Text
    let fullDescription: Text
    let help: Text
    let defaultConfiguration: Configuration
    let properties: Properties
  }

  struct Artifact: Encodable {
    let location: ArtifactLocation
    let hashes: [String: String]?
  }

  struct ArtifactLocation: Encodable {
    let uri: String
    let index: Int
  }

  struct Result: Encodable {
    struct Properties: Encodable {
      var page: Int?
      var measured: Double?
      var required: Double?
      var unit: String?
      var box: Box?
    }
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Text
    let locations: [Location]
    let partialFingerprints: [String: String]
    let properties: Properties
  }

  struct Location: Encodable {
    let physicalLocation: Physical
    let logicalLocations: [Logical]?
  }

  struct Physical: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region
  }

  struct Region: Encodable { let startLine: Int }

  struct Logical: Encodable {
    let name: String
    let fullyQualifiedName: String
    let kind = "page"
  }
}
