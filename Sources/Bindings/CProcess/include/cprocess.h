#pragma once
// What Swift cannot call: prctl and ioctl are variadic.

/// Asks the kernel to kill this process when its parent dies (prctl PR_SET_PDEATHSIG, SIGKILL).
/// Returns 0, or -1 when the parent is already gone.
int cprocess_die_with_parent(void);
/// The columns of the terminal behind a descriptor, 0 when it is none (ioctl TIOCGWINSZ).
int cprocess_terminal_columns(int descriptor);
/// Sets a resource limit, soft and hard; 0 or an errno. `kind`: 0 address space, 1 processor time.
int cprocess_limit(int kind, unsigned long long value);
/// Takes an exclusive lock on a file, without waiting; the descriptor, or -1 when another has it
/// or the file cannot be opened (open, flock). The lock ends with the process.
int cprocess_lock(const char *path);
