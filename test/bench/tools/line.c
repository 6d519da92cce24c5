// A line between two hosts on one machine: makes two network namespaces, a TUN interface "line0" in each, and carries
// packets from one to the other after a delay, at a rate, with losses. Repeatable: losses come from a seed.
// Namespaces and interfaces have no names outside: all of it is gone when this process has ended, which it does by
// itself at the end of its standard input.
//
//   line SEED
//   out: ready FDA FDB               the namespaces are /proc/PID/fd/FDA and /proc/PID/fd/FDB
//   in:  shape D DELAY RATE QUEUE LOSS   D: 0 A to B, 1 B to A; microseconds, bits/s (0: any), microseconds, share 0-1
//   in:  count                       out: count BYTES PACKETS LOST BYTES PACKETS LOST   (delivered A to B, then B to A)
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { largest = 2048, commands = 2, timer = 3 };

typedef struct packet {
  struct packet *next;
  uint64_t due;
  size_t size;
  uint8_t bytes[];
} packet;

typedef struct {
  int from, to;
  uint64_t delay, rate, queue; // ns, bits/s, ns
  double loss;
  uint64_t seed;
  uint64_t busy; // until then the wire is taken by packets that came before
  packet *first, **last;
  uint64_t bytes, packets, lost;
} direction;

static direction ways[2];

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static uint64_t now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (uint64_t)at.tv_sec * 1000000000u + (uint64_t)at.tv_nsec;
}

// xorshift64: Marsaglia 2003.
static double chance(direction *way) {
  way->seed ^= way->seed << 13;
  way->seed ^= way->seed >> 7;
  way->seed ^= way->seed << 17;
  return (double)(way->seed >> 11) / 9007199254740992.0;
}

// A new namespace, entered for good by this process; its interface keeps a hold of it.
static int host(int *tun) {
  if (unshare(CLONE_NEWNET)) fail("a network namespace");
  int space = open("/proc/self/ns/net", O_RDONLY);
  *tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  if (space < 0 || *tun < 0) fail("/dev/net/tun");
  struct ifreq asked = {.ifr_flags = IFF_TUN | IFF_NO_PI};
  strcpy(asked.ifr_name, "line0");
  if (ioctl(*tun, TUNSETIFF, &asked)) fail("a TUN interface");
  return space;
}

static void take(direction *way) {
  uint8_t bytes[largest];
  ssize_t size;
  while ((size = read(way->from, bytes, sizeof bytes)) > 0) {
    uint64_t at = now();
    if (way->loss > 0 && chance(way) < way->loss) {
      way->lost++;
      continue;
    }
    if (way->rate > 0) {
      if (way->busy < at) way->busy = at;
      if (way->busy - at > way->queue) {
        way->lost++;
        continue;
      }
      way->busy += (uint64_t)size * 8000000000u / way->rate;
      at = way->busy;
    }
    packet *kept = malloc(sizeof *kept + (size_t)size);
    if (!kept) fail("memory");
    kept->next = NULL;
    kept->due = at + way->delay;
    kept->size = (size_t)size;
    memcpy(kept->bytes, bytes, (size_t)size);
    *way->last = kept;
    way->last = &kept->next;
  }
}

static void deliver(direction *way) {
  uint64_t at = now();
  while (way->first && way->first->due <= at) {
    packet *sent = way->first;
    way->first = sent->next;
    if (!way->first) way->last = &way->first;
    if (write(way->to, sent->bytes, sent->size) < 0) {
      way->lost++; // its end is down: as on a real line
    } else {
      way->bytes += sent->size;
      way->packets++;
    }
    free(sent);
  }
}

static void obey(char *line) {
  int which;
  unsigned long long delay, rate, queue;
  double loss;
  if (sscanf(line, "shape %d %llu %llu %llu %lf", &which, &delay, &rate, &queue, &loss) == 5 && (which == 0 || which == 1)) {
    direction *way = &ways[which];
    way->delay = delay * 1000;
    way->rate = rate;
    way->queue = queue * 1000;
    way->loss = loss;
    puts("shaped");
  } else if (!strncmp(line, "count", 5)) {
    printf("count");
    for (int i = 0; i < 2; i++)
      printf(" %llu %llu %llu", (unsigned long long)ways[i].bytes, (unsigned long long)ways[i].packets, (unsigned long long)ways[i].lost);
    puts("");
  } else {
    puts("what?");
  }
}

// Returns 0 at the end of the input.
static int listen_to(void) {
  static char kept[4096];
  static size_t size;
  ssize_t got = read(0, kept + size, sizeof kept - 1 - size);
  if (got == 0) return 0;
  if (got < 0) return 1;
  size += (size_t)got;
  kept[size] = 0;
  char *line = kept, *end;
  while ((end = strchr(line, '\n'))) {
    *end = 0;
    obey(line);
    line = end + 1;
  }
  size -= (size_t)(line - kept);
  memmove(kept, line, size);
  return size < sizeof kept - 1;
}

int main(int count, char **words) {
  if (count != 2) return 2;
  int tuns[2], spaces[2];
  for (int i = 0; i < 2; i++) spaces[i] = host(&tuns[i]);
  uint64_t seed = strtoull(words[1], NULL, 10);
  for (int i = 0; i < 2; i++)
    ways[i] = (direction){.from = tuns[i], .to = tuns[1 - i], .seed = (seed + (uint64_t)i) * 0x9E3779B97F4A7C15u | 1, .last = &ways[i].first};
  // A line must be on time however busy the hosts at its ends are.
  setpriority(PRIO_PROCESS, 0, -15);
  int clock = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK), wait = epoll_create1(0);
  int watched[] = {tuns[0], tuns[1], 0, clock};
  if (fcntl(0, F_SETFL, O_NONBLOCK) < 0) fail("standard input");
  for (int i = 0; i < 4; i++) {
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)i};
    if (epoll_ctl(wait, EPOLL_CTL_ADD, watched[i], &event)) fail("epoll");
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  printf("ready %d %d\n", spaces[0], spaces[1]);
  for (;;) {
    struct epoll_event event;
    if (epoll_wait(wait, &event, 1, -1) < 1) continue;
    if (event.data.u32 == commands && !listen_to()) return 0;
    uint64_t ignored;
    if (event.data.u32 == timer && read(clock, &ignored, sizeof ignored) < 0 && errno != EAGAIN) fail("the clock");
    if (event.data.u32 < 2) take(&ways[event.data.u32]);
    uint64_t next = 0;
    for (int i = 0; i < 2; i++) {
      deliver(&ways[i]);
      if (ways[i].first && (!next || ways[i].first->due < next)) next = ways[i].first->due;
    }
    struct itimerspec at = {.it_value = {(time_t)(next / 1000000000u), (long)(next % 1000000000u)}};
    timerfd_settime(clock, TFD_TIMER_ABSTIME, &at, NULL);
  }
}
