import Glibc
import Synchronization

/// Whether the user asked to stop; the run ends after the step in work, nothing is lost.
private let wasInterrupted = Atomic<Bool>(false)

/// Turns Ctrl-C and a polite kill into a question that the run asks between steps.
func watchForInterruption() -> () -> Bool {
  for number in [SIGINT, SIGTERM] {
    // An atomic store is one of the few things that a signal handler may do.
    signal(number) { _ in wasInterrupted.store(true, ordering: .relaxed) }
  }
  return { wasInterrupted.load(ordering: .relaxed) }
}
