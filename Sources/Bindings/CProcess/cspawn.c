#define _GNU_SOURCE
#include "cspawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int cspawn(const char *path, char *const argv[], char *const envp[], const char *error_path,
           pid_t *pid, int *to_child, int *from_child) {
  int input[2], output[2];
  if (pipe2(input, O_CLOEXEC) != 0) return errno;
  if (pipe2(output, O_CLOEXEC) != 0) {
    int failure = errno;
    close(input[0]);
    close(input[1]);
    return failure;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO,
                                   error_path != NULL ? error_path : "/dev/null",
                                   O_WRONLY | O_CREAT | O_APPEND, 0600);
  int failure = posix_spawn(pid, path, &actions, NULL, argv, envp);
  posix_spawn_file_actions_destroy(&actions);
  close(input[0]);
  close(output[1]);
  if (failure != 0) {
    close(input[1]);
    close(output[0]);
    return failure;
  }
  *to_child = input[1];
  *from_child = output[0];
  return 0;
}

int creap(pid_t pid, int wait, int *status, long *peak_kibibytes) {
  struct rusage use;
  pid_t ended;
  do {
    ended = wait4(pid, status, wait ? 0 : WNOHANG, &use);
  } while (ended < 0 && errno == EINTR);
  if (ended == 0) return 0;
  if (ended < 0) return -1;
  *peak_kibibytes = use.ru_maxrss;
  return 1;
}

int cpoll(const int *descriptors, int count, int milliseconds, int *ready) {
  struct pollfd polls[256];
  if (count > 256) {
    errno = EINVAL;
    return -1;
  }
  for (int i = 0; i < count; i++) {
    polls[i].fd = descriptors[i];
    polls[i].events = POLLIN;
    polls[i].revents = 0;
  }
  int found = poll(polls, (nfds_t)count, milliseconds);
  for (int i = 0; i < count; i++) ready[i] = found > 0 && polls[i].revents != 0;
  return found;
}

int cexit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
int cexit_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
