#pragma once
// Starting a child with two pipes: posix_spawn's argument arrays and file actions are C by nature.
#include <sys/types.h>

/// Starts `path` with a pipe to its standard input and one from its standard output.
///
/// Both pipe ends of ours are close-on-exec, so no sibling keeps a dead child's pipe open. Standard
/// error goes to `error_path` (appended) or to /dev/null when it is NULL. Returns 0 or an errno.
int cspawn(const char *path, char *const argv[], char *const envp[], const char *error_path,
           pid_t *pid, int *to_child, int *from_child);

/// Takes a child that ended: 1 when it has (status and peak memory in KiB set), 0 when it still
/// runs, -1 on error. Waits for it when `wait` is not 0. (wait4)
int creap(pid_t pid, int wait, int *status, long *peak_kibibytes);

/// Waits until one of the descriptors can be read or is closed; fills `ready` with 0 or 1 (poll).
/// Returns the number that are ready, 0 on time-out, -1 when interrupted.
int cpoll(const int *descriptors, int count, int milliseconds, int *ready);

/// The exit code, or -1 when a signal ended it.
int cexit_code(int status);
/// The signal that ended it, or 0.
int cexit_signal(int status);
