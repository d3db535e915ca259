/*
 * Preloaded into a night: lets the n-th call that changes a file below FAIL_UNDER fail with an input/output error, as a dying disk
 * does, and writes to FAIL_COUNT how many such calls there were. SQLite and Node both come through here.
 *   cc -shared -fPIC -o failing-writes.so failing-writes.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int calls;

static int is_below(const char *path) {
  const char *root = getenv("FAIL_UNDER");
  return root && path && strncmp(path, root, strlen(root)) == 0;
}

static int holds(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return is_below(path);
}

static int fails(void) {
  const char *at = getenv("FAIL_AT");
  int n = atomic_fetch_add(&calls, 1) + 1;
  if (!at || n != atoi(at)) return 0;
  errno = EIO;
  return 1;
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *from, size_t size) {
  if (holds(fd) && fails()) return -1;
  return REAL(ssize_t, write, int, const void *, size_t)(fd, from, size);
}
ssize_t pwrite(int fd, const void *from, size_t size, off_t at) {
  if (holds(fd) && fails()) return -1;
  return REAL(ssize_t, pwrite, int, const void *, size_t, off_t)(fd, from, size, at);
}
ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) {
  if (holds(fd) && fails()) return -1;
  return REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)(fd, from, size, at);
}
int fsync(int fd) {
  if (holds(fd) && fails()) return -1;
  return REAL(int, fsync, int)(fd);
}
int fdatasync(int fd) {
  if (holds(fd) && fails()) return -1;
  return REAL(int, fdatasync, int)(fd);
}
int rename(const char *from, const char *to) {
  if ((is_below(from) || is_below(to)) && fails()) return -1;
  return REAL(int, rename, const char *, const char *)(from, to);
}

__attribute__((destructor)) static void count(void) {
  const char *file = getenv("FAIL_COUNT");
  FILE *out = file ? fopen(file, "w") : NULL;
  if (!out) return;
  fprintf(out, "%d", calls);
  fclose(out);
}
