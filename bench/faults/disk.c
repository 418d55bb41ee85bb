/*
 * A disk that forgets: preloaded into the writer (LD_PRELOAD), it keeps what is written to the database and its log in
 * memory until a sync and only then brings it to a second folder, the platter. A process that is killed leaves there
 * what a machine would have on its disk after a power failure. The writer itself sees ordinary files.
 *
 * DISK_FOLDER   files below it whose names end in .db or .db-wal are watched
 * DISK_PLATTER  folder of their durable images
 * DISK_LEAK     per cent of the writes that reach the platter early, in no order, as a busy system writes back
 * DISK_FAIL_AT  the n-th sync fails, and what it should have brought to the platter is gone
 * DISK_ERRNO    with this error number
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct change {
	struct change *next;
	off64_t offset;
	ssize_t length; /* -1: cut to the offset */
	char bytes[];
};

struct file {
	char platter[PATH_MAX];
	struct change *first, **last;
};

#define DESCRIPTORS 4096
#define FILES 64
static struct file files[FILES];
static struct file *opened[DESCRIPTORS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int syncs;

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
	srand(getpid());
}

static int number(const char *name) {
	const char *text = getenv(name);
	return text ? atoi(text) : 0;
}

static int ends_in(const char *path, const char *ending) {
	size_t length = strlen(path), rest = strlen(ending);
	return length >= rest && strcmp(path + length - rest, ending) == 0;
}

/* Where a watched file lies on the platter; 0 for every other file. */
static int on_platter(const char *path, char *platter) {
	const char *folder = getenv("DISK_FOLDER"), *to = getenv("DISK_PLATTER");
	if (!folder || !to || strncmp(path, folder, strlen(folder)) != 0) return 0;
	if (!ends_in(path, ".db") && !ends_in(path, ".db-wal")) return 0;
	snprintf(platter, PATH_MAX, "%s%s", to, path + strlen(folder));
	return 1;
}

static struct file *watched(int descriptor) {
	return descriptor >= 0 && descriptor < DESCRIPTORS ? opened[descriptor] : NULL;
}

static int real_open(const char *path, int flags, mode_t mode) {
	REAL(int, "open64", const char *, int, ...);
	return real(path, flags, mode);
}

static void apply(const char *platter, const struct change *change) {
	static ssize_t (*put)(int, const void *, size_t, off64_t);
	static int (*cut)(int, off64_t);
	if (!put) put = dlsym(RTLD_NEXT, "pwrite64");
	if (!cut) cut = dlsym(RTLD_NEXT, "ftruncate64");
	int descriptor = real_open(platter, O_WRONLY | O_CREAT, 0600);
	if (change->length < 0) cut(descriptor, change->offset);
	else put(descriptor, change->bytes, change->length, change->offset);
	close(descriptor);
}

static void remember(struct file *file, const void *bytes, ssize_t length, off64_t offset) {
	struct change *change = malloc(sizeof *change + (length > 0 ? length : 0));
	*change = (struct change){ .offset = offset, .length = length };
	if (length > 0) memcpy(change->bytes, bytes, length);
	pthread_mutex_lock(&lock);
	*file->last = change;
	file->last = &change->next;
	if (length > 0 && rand() % 100 < number("DISK_LEAK")) apply(file->platter, change);
	pthread_mutex_unlock(&lock);
}

static int synced(struct file *file) {
	pthread_mutex_lock(&lock);
	int fails = ++syncs == number("DISK_FAIL_AT");
	while (file->first) {
		struct change *change = file->first;
		if (!fails) apply(file->platter, change);
		file->first = change->next;
		free(change);
	}
	file->last = &file->first;
	pthread_mutex_unlock(&lock);
	if (!fails) return 0;
	errno = number("DISK_ERRNO");
	return -1;
}

int open64(const char *path, int flags, ...) {
	va_list arguments;
	va_start(arguments, flags);
	mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	int descriptor = real_open(path, flags, mode);
	char platter[PATH_MAX];
	if (descriptor < 0 || descriptor >= DESCRIPTORS || !on_platter(path, platter)) return descriptor;
	pthread_mutex_lock(&lock);
	for (struct file *file = files; file < files + FILES; file++) {
		if (file->platter[0] && strcmp(file->platter, platter) != 0) continue;
		if (!file->platter[0]) {
			strcpy(file->platter, platter);
			file->last = &file->first;
		}
		opened[descriptor] = file;
		break;
	}
	pthread_mutex_unlock(&lock);
	return descriptor;
}

int close(int descriptor) {
	REAL(int, "close", int);
	if (watched(descriptor)) opened[descriptor] = NULL;
	return real(descriptor);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
	REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
	ssize_t written = real(descriptor, bytes, length, offset);
	if (written > 0 && watched(descriptor)) remember(watched(descriptor), bytes, written, offset);
	return written;
}

int ftruncate64(int descriptor, off64_t length) {
	REAL(int, "ftruncate64", int, off64_t);
	int result = real(descriptor, length);
	if (result == 0 && watched(descriptor)) remember(watched(descriptor), NULL, -1, length);
	return result;
}

int unlink(const char *path) {
	REAL(int, "unlink", const char *);
	char platter[PATH_MAX];
	if (on_platter(path, platter)) real(platter);
	return real(path);
}

int fdatasync(int descriptor) {
	REAL(int, "fdatasync", int);
	return watched(descriptor) ? synced(watched(descriptor)) : real(descriptor);
}

int fsync(int descriptor) {
	REAL(int, "fsync", int);
	return watched(descriptor) ? synced(watched(descriptor)) : real(descriptor);
}
