/* Lets the calls of a program fail: preloaded, it counts the calls that change something below a folder, and at one of
   them ends the program or lets the call fail.

   BAGYT_FAULT_UNDER  the folder, as a real path
   BAGYT_FAULT_AT     number of the call, from 1; 0 to count only
   BAGYT_FAULT_DO     "kill", or the number of an error that the call gives
   BAGYT_FAULT_ONLY   counts only calls of this name, if it is set
   BAGYT_FAULT_LOG    a file that gets a line for each call: its number, name and path */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long calls;

static const char *setting(const char *name) {
    const char *value = getenv(name);
    return value != NULL && *value != 0 ? value : NULL;
}

static int is_under(const char *path) {
    const char *folder = setting("BAGYT_FAULT_UNDER");
    size_t length = folder == NULL ? 0 : strlen(folder);
    return length > 0 && path != NULL && strncmp(path, folder, length) == 0
        && (path[length] == 0 || path[length] == '/');
}

/* The path behind a descriptor. */
static const char *path_of(int fd, char *into) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, into, PATH_MAX - 1);
    into[length < 0 ? 0 : length] = 0;
    return into;
}

/* Counts a call; whether it is to fail, with errno set. */
static int fails(const char *name, const char *path) {
    const char *only = setting("BAGYT_FAULT_ONLY");
    if (!is_under(path) || (only != NULL && strcmp(only, name) != 0)) return 0;
    pthread_mutex_lock(&lock);
    long number = ++calls;
    pthread_mutex_unlock(&lock);
    const char *log = setting("BAGYT_FAULT_LOG");
    if (log != NULL) {
        char line[PATH_MAX + 64];
        int length = snprintf(line, sizeof line, "%ld %s %s\n", number, name, path);
        /* Past the functions below. */
        int fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        if (fd >= 0) {
            syscall(SYS_write, fd, line, (size_t)length);
            syscall(SYS_close, fd);
        }
    }
    const char *at = setting("BAGYT_FAULT_AT");
    if (at == NULL || atol(at) != number) return 0;
    const char *what = setting("BAGYT_FAULT_DO");
    if (what == NULL || strcmp(what, "kill") == 0) {
        kill(getpid(), SIGKILL);
        for (;;) pause();
    }
    errno = atoi(what);
    return 1;
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

#define ON_PATH(name, parameters, arguments, path)             \
    int name parameters {                                      \
        return fails(#name, path) ? -1 : REAL(name) arguments; \
    }
#define ON_FD(type, name, parameters, arguments)                              \
    type name parameters {                                                    \
        char path[PATH_MAX];                                                  \
        return fails(#name, path_of(fd, path)) ? -1 : REAL(name) arguments;   \
    }
/* A path relative to an open folder, as a folder is removed with all that is in it. */
static const char *path_in(int fd, const char *name, char *into) {
    if (name[0] == '/') return name;
    if (fd == AT_FDCWD) return getcwd(into, PATH_MAX / 2) == NULL ? name : strcat(strcat(into, "/"), name);
    path_of(fd, into);
    size_t length = strlen(into);
    snprintf(into + length, PATH_MAX - length, "/%s", name);
    return into;
}

ON_PATH(rename, (const char *from, const char *to), (from, to), to)
ON_PATH(unlink, (const char *path), (path), path)
ON_PATH(rmdir, (const char *path), (path), path)
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), path)
ON_PATH(link, (const char *from, const char *to), (from, to), to)
ON_PATH(symlink, (const char *from, const char *to), (from, to), to)
ON_PATH(truncate, (const char *path, off_t size), (path, size), path)
ON_PATH(chmod, (const char *path, mode_t mode), (path, mode), path)
ON_FD(ssize_t, write, (int fd, const void *bytes, size_t size), (fd, bytes, size))
ON_FD(int, fsync, (int fd), (fd))
ON_FD(int, fdatasync, (int fd), (fd))
ON_FD(int, syncfs, (int fd), (fd))
ON_FD(int, ftruncate, (int fd, off_t size), (fd, size))
ON_FD(int, ftruncate64, (int fd, off64_t size), (fd, size))
ON_FD(int, fchmod, (int fd, mode_t mode), (fd, mode))
ON_FD(int, flock, (int fd, int how), (fd, how))

ssize_t copy_file_range(int in, off64_t *in_at, int fd, off64_t *at, size_t size, unsigned int flags) {
    char path[PATH_MAX];
    return fails("copy_file_range", path_of(fd, path)) ? -1 : REAL(copy_file_range)(in, in_at, fd, at, size, flags);
}
int renameat(int from_fd, const char *from, int to_fd, const char *to) {
    char path[PATH_MAX];
    return fails("renameat", path_in(to_fd, to, path)) ? -1 : REAL(renameat)(from_fd, from, to_fd, to);
}
int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned int flags) {
    char path[PATH_MAX];
    return fails("renameat2", path_in(to_fd, to, path)) ? -1 : REAL(renameat2)(from_fd, from, to_fd, to, flags);
}
int linkat(int from_fd, const char *from, int to_fd, const char *to, int flags) {
    char path[PATH_MAX];
    return fails("linkat", path_in(to_fd, to, path)) ? -1 : REAL(linkat)(from_fd, from, to_fd, to, flags);
}
int unlinkat(int fd, const char *name, int flags) {
    char path[PATH_MAX];
    return fails("unlinkat", path_in(fd, name, path)) ? -1 : REAL(unlinkat)(fd, name, flags);
}
int mkdirat(int fd, const char *name, mode_t mode) {
    char path[PATH_MAX];
    return fails("mkdirat", path_in(fd, name, path)) ? -1 : REAL(mkdirat)(fd, name, mode);
}

/* Opening counts when it is for writing or makes the file. */
#define OPEN(name, first, ...)                                                    \
    {                                                                             \
        mode_t mode = 0;                                                          \
        if (flags & (O_CREAT | O_TMPFILE)) {                                      \
            va_list rest;                                                         \
            va_start(rest, flags);                                                \
            mode = va_arg(rest, mode_t);                                          \
            va_end(rest);                                                         \
        }                                                                         \
        int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);        \
        if (writes && fails(#name, first)) return -1;                             \
        return REAL(name)(__VA_ARGS__, flags, mode);                              \
    }
int open(const char *path, int flags, ...) OPEN(open, path, path)
int open64(const char *path, int flags, ...) OPEN(open64, path, path)
int openat(int fd, const char *path, int flags, ...) {
    char whole[PATH_MAX];
    OPEN(openat, path_in(fd, path, whole), fd, path)
}
int openat64(int fd, const char *path, int flags, ...) {
    char whole[PATH_MAX];
    OPEN(openat64, path_in(fd, path, whole), fd, path)
}
