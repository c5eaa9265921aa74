import Findings
import Foundation
import ProcessLimits

/// The language that `--lang` asks for; nil when it is not given.
///
/// Read once from the arguments because help texts are built before arguments are parsed.
let askedLanguage: Language? = {
  let arguments = CommandLine.arguments
  for (index, argument) in arguments.enumerated() {
    if argument == "--lang", index + 1 < arguments.count,
      let language = Language(rawValue: arguments[index + 1])
    {
      return language
    }
    if argument.hasPrefix("--lang="),
      let language = Language(rawValue: String(argument.dropFirst(7)))
    {
      return language
    }
  }
  return nil
}()

/// The language of this process: `--lang`, else the locale, else English.
let language: Language = {
  if let askedLanguage { return askedLanguage }
  let environment = ProcessInfo.processInfo.environment
  let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
    .first { !$0.isEmpty }
  return locale?.hasPrefix("vi") == true ? .vi : .en
}()

/// The sentence in the language of this process.
func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

/// Writes a line to standard output: results only.
func printResult(_ line: String) {
  // A reader that closed the pipe early wants no more; there is nobody left to tell.
  try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
}

/// Writes a line to standard error: everything that is not the result.
func printTalk(_ line: String) {
  // When standard error is gone there is no place left for the complaint.
  try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
}
