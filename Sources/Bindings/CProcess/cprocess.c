#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int cprocess_die_with_parent(void) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -1;
  // The parent may have died before the call: then nobody will ever signal us.
  return getppid() == 1 ? -1 : 0;
}

int cprocess_terminal_columns(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

int cprocess_limit(int kind, unsigned long long value) {
  struct rlimit limit = {value, value};
  return setrlimit(kind == 0 ? RLIMIT_AS : RLIMIT_CPU, &limit) == 0 ? 0 : errno;
}

int cprocess_lock(const char *path) {
  int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return -1;
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    close(file);
    return -1;
  }
  return file;
}
