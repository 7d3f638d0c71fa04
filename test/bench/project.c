/*
 * The month loop of src/engine/kernel.ts without a care team in plain C: the same arithmetic on the same arrays, in
 * one loop over the segments of a program.
 *
 *   project INPUT OUTPUT
 *
 * reads the arrays from INPUT, writes what it computed to OUTPUT, and then, for every count read from standard
 * input, runs the loop so many times and prints the nanoseconds it took. twin.ts writes INPUT and holds OUTPUT
 * against the engine's own, so the two cannot drift apart unnoticed.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  int32_t months, programs, segments, periods;
  int32_t *periodOf, *firstSegment, *launch;
  double openingWeight, stayedWeight, closingWeight, waitingLossRate;
  double *openingPatients;
  double *programBlock, *segmentBlock;
} Input;

/* A program's record in a period, in the order of PROGRAM. */
enum { REFERRED, CONVERSION, LIMIT, ELIGIBLE, DISCHARGE_RATE, DISENGAGEMENT_RATE, BENEFIT_CHANGE_RATE, ADVERSE_EVENT_RATE, PROGRAM_FIELDS };

/* A segment's record in a period, in the order of SEGMENT. */
enum { SHARE, ATTRITION_FACTOR, TO_DROP_OFF, REALIZATION, CLAIM_SUCCESS, ALLOWED, COLLECTED, LATER, MONTHS_TO_PAY, SEGMENT_FIELDS };

/* In the order of KERNEL_LINES. */
enum {
  REFERRALS, OPENING, DISCHARGE, DISENGAGEMENT, BENEFIT_CHANGE, ADVERSE_EVENT, EARLY_DROP_OFF, NEW, CLOSING, WAITING,
  ACTIVE, BILLABLE, PAID_CLAIMS, POTENTIAL_REVENUE, ALLOWED_REVENUE, BAD_DEBT, CASH, LINES
};

typedef struct {
  double *panel, *recent, *waiting, *everEnrolled;
} State;

/* Less than this part of a whole is rounding noise. */
static const double NOISE = 1e-12;

static double least(double a, double b) { return a < b ? a : b; }

__attribute__((noinline)) static void run(const Input *in, double *const *out, const State *state) {
  const int months = in->months, programs = in->programs, segments = in->segments;
  const double openingWeight = in->openingWeight, stayedWeight = in->stayedWeight, closingWeight = in->closingWeight;
  const double stayWaiting = 1 - in->waitingLossRate;
  double *panel = state->panel, *recent = state->recent, *waiting = state->waiting, *everEnrolled = state->everEnrolled;
  double *cash = out[CASH];
  memset(panel, 0, segments * sizeof(double));
  memset(recent, 0, segments * sizeof(double));
  memset(waiting, 0, programs * sizeof(double));
  memset(everEnrolled, 0, programs * sizeof(double));
  memset(cash, 0, (size_t)programs * months * sizeof(double));

  for (int t = 0; t < months; t++) {
    const int q = in->periodOf[t];
    for (int p = 0; p < programs; p++) {
      const int at = p * months + t;
      const double *own = in->programBlock + (size_t)(q * programs + p) * PROGRAM_FIELDS;
      const double causes = own[DISCHARGE_RATE] + own[DISENGAGEMENT_RATE] + own[BENEFIT_CHANGE_RATE] + own[ADVERSE_EVENT_RATE];
      const int launched = t >= in->launch[p];
      const int launching = t == in->launch[p];
      if (launching) everEnrolled[p] = in->openingPatients[p];

      const double referrals = launched ? own[REFERRED] : 0;
      const double demand = referrals * own[CONVERSION] + waiting[p] * stayWaiting;
      const double eligible = own[ELIGIBLE];
      const double eligibleLeft = eligible - everEnrolled[p];
      const double candidates = launched ? least(demand, eligibleLeft < NOISE * eligible ? 0 : eligibleLeft) : 0;
      const double joined = least(candidates, own[LIMIT]);
      waiting[p] = candidates - joined;
      everEnrolled[p] += joined;

      double openings = 0, exposed = 0, dropped = 0, closings = 0;
      double actives = 0, billables = 0, claims = 0, potentials = 0, revenues = 0, debts = 0;
      const int end = in->firstSegment[p + 1];
      for (int s = in->firstSegment[p]; s < end; s++) {
        const double *record = in->segmentBlock + ((size_t)q * segments + s) * SEGMENT_FIELDS;
        const double share = record[SHARE];
        const double opening = launching ? in->openingPatients[p] * share : panel[s];
        const double toCauses = opening * record[ATTRITION_FACTOR];
        const double toDropOff = recent[s] * record[TO_DROP_OFF];
        const double joining = joined * share;
        const double left = opening * (1 - causes * record[ATTRITION_FACTOR]) - toDropOff;
        const double stayed = left < NOISE * opening ? 0 : left;
        const double closing = stayed + joining;
        panel[s] = closing;
        recent[s] = joining;
        const double active = opening * openingWeight + stayed * stayedWeight + closing * closingWeight;
        const double billable = active * record[REALIZATION];
        const double paid = billable * record[CLAIM_SUCCESS];
        const double revenue = paid * record[ALLOWED];
        const double collected = revenue * record[COLLECTED];

        const int whole = record[MONTHS_TO_PAY];
        const double later = collected * record[LATER];
        const int due = t + whole;
        if (due < months) cash[at + whole] += collected - later;
        if (due + 1 < months) cash[at + whole + 1] += later;

        openings += opening;
        exposed += toCauses;
        dropped += toDropOff;
        closings += closing;
        actives += active;
        billables += billable;
        claims += paid;
        potentials += active * record[ALLOWED];
        revenues += revenue;
        debts += revenue - collected;
      }
      out[REFERRALS][at] = referrals;
      out[OPENING][at] = openings;
      out[DISCHARGE][at] = exposed * own[DISCHARGE_RATE];
      out[DISENGAGEMENT][at] = exposed * own[DISENGAGEMENT_RATE];
      out[BENEFIT_CHANGE][at] = exposed * own[BENEFIT_CHANGE_RATE];
      out[ADVERSE_EVENT][at] = exposed * own[ADVERSE_EVENT_RATE];
      out[EARLY_DROP_OFF][at] = dropped;
      out[NEW][at] = joined;
      out[CLOSING][at] = closings;
      out[WAITING][at] = waiting[p];
      out[ACTIVE][at] = actives;
      out[BILLABLE][at] = billables;
      out[PAID_CLAIMS][at] = claims;
      out[POTENTIAL_REVENUE][at] = potentials;
      out[ALLOWED_REVENUE][at] = revenues;
      out[BAD_DEBT][at] = debts;
    }
  }
}

static void *take(FILE *file, size_t count, size_t size) {
  void *values = malloc(count * size);
  if (!values || fread(values, size, count, file) != count) {
    fprintf(stderr, "the input ends too early\n");
    exit(1);
  }
  return values;
}
static int32_t *ints(FILE *file, size_t count) { return take(file, count, sizeof(int32_t)); }
static double *doubles(FILE *file, size_t count) { return take(file, count, sizeof(double)); }

static Input readInput(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  Input in;
  const int32_t *size = ints(file, 4);
  in.months = size[0], in.programs = size[1], in.segments = size[2], in.periods = size[3];
  const size_t byProgram = (size_t)in.programs * in.periods, bySegment = (size_t)in.segments * in.periods;
  in.periodOf = ints(file, in.months);
  in.firstSegment = ints(file, in.programs + 1);
  in.launch = ints(file, in.programs);
  const double *single = doubles(file, 4);
  in.openingWeight = single[0], in.stayedWeight = single[1], in.closingWeight = single[2], in.waitingLossRate = single[3];
  in.openingPatients = doubles(file, in.programs);
  in.programBlock = doubles(file, byProgram * PROGRAM_FIELDS);
  in.segmentBlock = doubles(file, bySegment * SEGMENT_FIELDS);
  fclose(file);
  return in;
}

static double nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3) { fprintf(stderr, "usage: project INPUT OUTPUT\n"); return 1; }
  const Input in = readInput(argv[1]);
  const size_t size = (size_t)in.programs * in.months;
  double *block = calloc(LINES * size, sizeof(double));
  double *out[LINES];
  for (int line = 0; line < LINES; line++) out[line] = block + line * size;
  const State state = {
    calloc(in.segments, sizeof(double)), calloc(in.segments, sizeof(double)),
    calloc(in.programs, sizeof(double)), calloc(in.programs, sizeof(double)),
  };

  run(&in, out, &state);
  FILE *file = fopen(argv[2], "wb");
  if (!file || fwrite(block, sizeof(double), LINES * size, file) != LINES * size || fclose(file)) { perror(argv[2]); return 1; }
  printf("ready\n");
  fflush(stdout);

  long times;
  while (scanf("%ld", &times) == 1) {
    const double start = nanoseconds();
    for (long i = 0; i < times; i++) run(&in, out, &state);
    printf("%.0f\n", nanoseconds() - start);
    fflush(stdout);
  }
  return 0;
}
