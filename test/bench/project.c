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
  int32_t months, programs, segments;
  int32_t *firstSegment, *launch;
  double openingWeight, stayedWeight, closingWeight, waitingLossRate;
  double *openingPatients;
  double *referrals, *conversionRate, *enrollmentLimit, *eligiblePatients;
  double *segmentBlock;
  int32_t *monthsToPay;
} Input;

/* A segment's record in a month, in the order of SEGMENT. */
enum { SHARE, TO_DISCHARGE, TO_DISENGAGEMENT, TO_BENEFIT_CHANGE, TO_ADVERSE_EVENT, TO_DROP_OFF, REALIZATION, CLAIM_SUCCESS, ALLOWED, COLLECTED, LATER, FIELDS };

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
    for (int p = 0; p < programs; p++) {
      const int at = p * months + t;
      const int month = t * programs + p;
      const int launched = t >= in->launch[p];
      const int launching = t == in->launch[p];
      if (launching) everEnrolled[p] = in->openingPatients[p];

      const double referrals = launched ? in->referrals[month] : 0;
      const double demand = referrals * in->conversionRate[month] + waiting[p] * stayWaiting;
      const double eligible = in->eligiblePatients[month];
      const double eligibleLeft = eligible - everEnrolled[p];
      const double candidates = launched ? least(demand, eligibleLeft < NOISE * eligible ? 0 : eligibleLeft) : 0;
      const double joined = least(candidates, in->enrollmentLimit[month]);
      waiting[p] = candidates - joined;
      everEnrolled[p] += joined;

      double openings = 0, discharged = 0, disengaged = 0, uncovered = 0, adverse = 0, dropped = 0, closings = 0;
      double actives = 0, billables = 0, claims = 0, potentials = 0, revenues = 0, debts = 0;
      const int end = in->firstSegment[p + 1];
      for (int s = in->firstSegment[p]; s < end; s++) {
        const int i = t * segments + s;
        const double *record = in->segmentBlock + (size_t)i * FIELDS;
        const double share = record[SHARE];
        const double opening = launching ? in->openingPatients[p] * share : panel[s];
        const double toDischarge = opening * record[TO_DISCHARGE];
        const double toDisengagement = opening * record[TO_DISENGAGEMENT];
        const double toBenefitChange = opening * record[TO_BENEFIT_CHANGE];
        const double toAdverseEvent = opening * record[TO_ADVERSE_EVENT];
        const double toDropOff = recent[s] * record[TO_DROP_OFF];
        const double lost = toDischarge + toDisengagement + toBenefitChange + toAdverseEvent + toDropOff;
        const double joining = joined * share;
        const double left = opening - lost;
        const double stayed = left < NOISE * opening ? 0 : left;
        const double closing = stayed + joining;
        panel[s] = closing;
        recent[s] = joining;
        const double active = opening * openingWeight + stayed * stayedWeight + closing * closingWeight;
        const double billable = active * record[REALIZATION];
        const double paid = billable * record[CLAIM_SUCCESS];
        const double revenue = paid * record[ALLOWED];
        const double collected = revenue * record[COLLECTED];

        const int whole = in->monthsToPay[i];
        const double later = collected * record[LATER];
        const int due = t + whole;
        if (due < months) cash[at + whole] += collected - later;
        if (due + 1 < months) cash[at + whole + 1] += later;

        openings += opening;
        discharged += toDischarge;
        disengaged += toDisengagement;
        uncovered += toBenefitChange;
        adverse += toAdverseEvent;
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
      out[DISCHARGE][at] = discharged;
      out[DISENGAGEMENT][at] = disengaged;
      out[BENEFIT_CHANGE][at] = uncovered;
      out[ADVERSE_EVENT][at] = adverse;
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
  const int32_t *size = ints(file, 3);
  in.months = size[0], in.programs = size[1], in.segments = size[2];
  const size_t byProgram = (size_t)in.programs * in.months, bySegment = (size_t)in.segments * in.months;
  in.firstSegment = ints(file, in.programs + 1);
  in.launch = ints(file, in.programs);
  const double *single = doubles(file, 4);
  in.openingWeight = single[0], in.stayedWeight = single[1], in.closingWeight = single[2], in.waitingLossRate = single[3];
  in.openingPatients = doubles(file, in.programs);
  double **programSeries[] = { &in.referrals, &in.conversionRate, &in.enrollmentLimit, &in.eligiblePatients };
  for (size_t i = 0; i < sizeof programSeries / sizeof *programSeries; i++) *programSeries[i] = doubles(file, byProgram);
  in.segmentBlock = doubles(file, bySegment * FIELDS);
  in.monthsToPay = ints(file, bySegment);
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
