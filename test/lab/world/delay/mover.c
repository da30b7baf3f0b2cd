/*
 * Moves Ethernet frames between two TAP interfaces in two network namespaces and holds each for a given time.
 * It exists because not every kernel that the lab runs on has netem.
 *
 *   mover NETNS_A TAP_A NETNS_B TAP_B DELAY_FILE
 *
 * DELAY_FILE holds microseconds per direction; it is read again on SIGHUP. Frames never overtake each other.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum { FRAME_MAX = 2048, QUEUE_LENGTH = 8192 };

struct frame {
  uint64_t due;
  size_t length;
  unsigned char bytes[FRAME_MAX];
};

struct direction {
  int from, to;
  size_t head, count;
  struct frame *ring;
};

static volatile sig_atomic_t reread = 1;

static void on_hangup(int signal) {
  (void)signal;
  reread = 1;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int open_tap(const char *netns, const char *name) {
  char path[256];
  snprintf(path, sizeof path, "/run/netns/%s", netns);
  int ns = open(path, O_RDONLY | O_CLOEXEC);
  if (ns < 0 || setns(ns, CLONE_NEWNET) < 0) die(path);
  close(ns);
  int tap = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (tap < 0) die("/dev/net/tun");
  struct ifreq request = {.ifr_flags = IFF_TAP | IFF_NO_PI};
  strncpy(request.ifr_name, name, IFNAMSIZ - 1);
  if (ioctl(tap, TUNSETIFF, &request) < 0) die(name);
  return tap;
}

static uint64_t read_delay(const char *path, uint64_t before) {
  unsigned long long microseconds;
  FILE *file = fopen(path, "r");
  if (!file) return before;
  int found = fscanf(file, "%llu", &microseconds);
  fclose(file);
  return found == 1 ? microseconds * 1000 : before;
}

static void take_in(struct direction *d, uint64_t delay) {
  while (d->count < QUEUE_LENGTH) {
    struct frame *slot = &d->ring[(d->head + d->count) % QUEUE_LENGTH];
    ssize_t length = read(d->from, slot->bytes, FRAME_MAX);
    if (length <= 0) return;
    slot->length = (size_t)length;
    slot->due = now() + delay;
    d->count++;
  }
}

static void let_out(struct direction *d) {
  while (d->count > 0 && d->ring[d->head].due <= now()) {
    struct frame *frame = &d->ring[d->head];
    /* A full receiver drops the frame, as a real network would. */
    if (write(d->to, frame->bytes, frame->length) < 0 && errno == EINTR) continue;
    d->head = (d->head + 1) % QUEUE_LENGTH;
    d->count--;
  }
}

static uint64_t next_due(const struct direction *d) {
  return d->count > 0 ? d->ring[d->head].due : UINT64_MAX;
}

int main(int argc, char **argv) {
  if (argc != 6) {
    fprintf(stderr, "usage: mover NETNS_A TAP_A NETNS_B TAP_B DELAY_FILE\n");
    return 2;
  }
  int a = open_tap(argv[1], argv[2]);
  int b = open_tap(argv[3], argv[4]);
  struct direction ways[2] = {{.from = a, .to = b}, {.from = b, .to = a}};
  for (int i = 0; i < 2; i++) {
    ways[i].ring = calloc(QUEUE_LENGTH, sizeof(struct frame));
    if (!ways[i].ring) die("calloc");
  }

  sigset_t hangup, none;
  sigemptyset(&none);
  sigemptyset(&hangup);
  sigaddset(&hangup, SIGHUP);
  sigprocmask(SIG_BLOCK, &hangup, NULL); /* delivered inside ppoll only, so that none is missed */
  sigaction(SIGHUP, &(struct sigaction){.sa_handler = on_hangup}, NULL);
  prctl(PR_SET_TIMERSLACK, 1);
  sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){.sched_priority = 10}); /* best effort */

  uint64_t delay = 0;
  for (;;) {
    if (reread) {
      reread = 0;
      delay = read_delay(argv[5], delay);
    }
    uint64_t due = next_due(&ways[0]) < next_due(&ways[1]) ? next_due(&ways[0]) : next_due(&ways[1]);
    uint64_t current = now();
    uint64_t wait = due > current ? due - current : 0;
    struct timespec timeout = {.tv_sec = (time_t)(wait / 1000000000u), .tv_nsec = (long)(wait % 1000000000u)};
    struct pollfd inputs[2];
    for (int i = 0; i < 2; i++) inputs[i] = (struct pollfd){.fd = ways[i].count < QUEUE_LENGTH ? ways[i].from : -1, .events = POLLIN};
    ppoll(inputs, 2, due == UINT64_MAX ? NULL : &timeout, &none);
    for (int i = 0; i < 2; i++) {
      take_in(&ways[i], delay);
      let_out(&ways[i]);
    }
  }
}
