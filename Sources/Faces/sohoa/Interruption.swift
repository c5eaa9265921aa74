import Glibc
import Synchronization

/// Whether the user asked to stop; the run ends after the step in work, nothing is lost.
private let wasInterrupted = Atomic<Bool>(false)

/// Turns Ctrl-C and a polite kill into a question that the run asks between steps.
func watchForInterruption() -> () -> Bool {
  for number in [SIGINT, SIGTERM] {
    // An atomic store is one of the few things that a signal handler may do.
    unsafe signal(number) { _ in wasInterrupted.store(true, ordering: .relaxed) }
  }
  // A reader of our output that went away is an error of the write, not the end of the run.
  unsafe signal(SIGPIPE, SIG_IGN)
  return { wasInterrupted.load(ordering: .relaxed) }
}
