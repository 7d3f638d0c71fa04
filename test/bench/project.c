/*
 * What src/engine does with a model without a care team, in plain C: rows and changes in their order, inputs by period,
 * the month's events, costs, and the statement of all programs together, which is new memory as it is there. The same
 * arithmetic on the same figures, in the loops that come naturally to C, with all other memory laid out once.
 *
 *   project INPUT OUTPUT [TRIALS FIGURES]
 *
 * reads a model from INPUT, writes what it computed to OUTPUT, and then, for every line "core COUNT" or "project
 * COUNT" of standard input, does the month's events alone or all of it so many times and prints the nanoseconds it
 * took. With TRIALS, cells and what is typed into them in each trial, "simulate COUNT" goes through all trials so many
 * times, and FIGURES are the margin of each: by month, and before them the total. A trial does what the margin asks for,
 * as the engine does, and what no driver enters is done once: prices, shares, launches. twin.ts writes INPUT and holds OUTPUT against the engine's own figures, so the two cannot drift apart
 * unnoticed.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Drivers, in the order of the engine's catalogue. */
enum {
  ELIGIBLE, OPENING_PATIENTS, REFERRED, CONVERSION, LIMIT, DISCHARGE_RATE, DISENGAGEMENT_RATE, BENEFIT_CHANGE_RATE,
  ADVERSE_EVENT_RATE, DROP_OFF_RATE, LAUNCH_MONTH, SERVICE_MINUTES, PROGRAM_DRIVERS
};
enum {
  SHARE, ALLOWED, REALIZATION, CLEAN, APPEAL, OVERTURN, DAYS_TO_PAY, COLLECTED,
  OPENING_RECEIVABLE, /* none in the models timed here, whose payers have no pattern either */
  ATTRITION_MULTIPLIER,
  THRESHOLD_MINUTES, MINUTES_CV, CONSENT, DOCUMENTATION, PAYER_DRIVERS
};
enum {
  AMOUNT, PATIENTS_PER_UNIT, MINIMUM_UNITS, START_MONTH, END_MONTH, ANNUAL_INCREASE, UNITS_ON_DUTY, MINUTES_PER_UNIT,
  PRODUCTIVE, COST_DRIVERS
};

/* Whose row it is: numbers of names, -1 where it is nobody's. */
typedef struct {
  int32_t program, payer, item, row;
} Whose;

/* The rows of one level of drivers. Row r's values in period q are at (q * rows + r) * drivers. */
typedef struct {
  int32_t rows, drivers, firstDriver;
  Whose *asTyped, *whose; /* the latter in their fixed order */
  double *typed, *values, *lower, *upper;
} Level;

enum { SET, MULTIPLY, ADD };
typedef struct {
  int32_t driver, kind, program, payer, item, fromMonth, toMonth;
  double value;
} Change;

enum { PER_MONTH, ONE_OFF, PER_ACTIVE_PATIENT, PER_NEW_PATIENT, PER_UNIT, PERCENT_OF_CASH };
typedef struct {
  int32_t basis, category, bearer; /* bearer: a program's place, -1 for all */
} Item;

/* Lines of a program and of all programs together, in the order of twin.ts. */
enum {
  REFERRALS, OPENING, DISCHARGE, DISENGAGEMENT, BENEFIT_CHANGE, ADVERSE_EVENT, EARLY_DROP_OFF, NEW, CLOSING, WAITING,
  ACTIVE, BILLABLE, PAID_CLAIMS, POTENTIAL_REVENUE, ALLOWED_REVENUE, BAD_DEBT, CASH, CORE_LINES,
  CARE_TEAM_COST = CORE_LINES, TECHNOLOGY_COST, OVERHEAD_COST, UNITS, SERVED, PLACES,
  MINUTES_AVAILABLE, MINUTES_USED, /* nobody's without a care team */
  MEASURES
};
/* Lines that only a statement has. */
enum {
  LOST = MEASURES, RECEIVABLE, TOTAL_COST, MARGIN, CUMULATIVE_CASH,
  UTILIZATION_RATE, REALIZATION_RATE, CLAIM_SUCCESS_RATE, ALLOWED_PPPM, MARGIN_RATE, REVENUE_PPPM, EXPENSE_PMPM,
  MARGIN_PPPM, STATEMENT_LINES
};
/* Part, whole, and the panel that has to have somebody. */
static const int RATIOS[][3] = {
  { SERVED, PLACES, PLACES }, { BILLABLE, ACTIVE, ACTIVE }, { PAID_CLAIMS, BILLABLE, BILLABLE },
  { ALLOWED_REVENUE, PAID_CLAIMS, PAID_CLAIMS }, { MARGIN, ALLOWED_REVENUE, ACTIVE },
  { ALLOWED_REVENUE, ACTIVE, ACTIVE }, { TOTAL_COST, ACTIVE, ACTIVE }, { MARGIN, ACTIVE, ACTIVE },
};
static const int BALANCES[] = { OPENING, CLOSING, WAITING, ACTIVE, UNITS, RECEIVABLE, CUMULATIVE_CASH };

/* What a month does with a payer's inputs in a period. */
typedef struct {
  double share, attritionFactor, stayRate, dropOffRate, realization, claimSuccess, allowed, collected, later;
  int32_t monthsToPay;
} Rates;

typedef struct {
  int32_t months, planChanges, adjustments, periods;
  double openingWeight, stayedWeight, closingWeight, waitingLossRate;
  Level program, payer, cost;
  Change *typedChanges, *changes; /* the plan's, then the adjustments; the latter in working order */
  Item *typedItems, *items;
  int32_t *firstSegment, *periodOf, *launch;
  double *opening;
  Rates *rates;
  double *panel, *recent, *waiting, *everEnrolled; /* room for the month's events */
  double *cost1, *units1, *places1;                /* and for one item's months */
  double *together;                                /* what items of all programs add up to: BORNE lines by month */
  double *lines[MEASURES];                         /* by program: p * months + t */
} Model;

/* All programs together. */
typedef struct {
  double *lines[STATEMENT_LINES], totals[STATEMENT_LINES];
} Statement;

/* Less than this part of a whole is rounding noise. */
static const double NOISE = 1e-12;
static const double UNIT_NOISE = 1e-9;
/* Less than this is nobody and nothing. */
static const double NOTHING = 1e-9;

static double least(double a, double b) { return a < b ? a : b; }
static double most(double a, double b) { return a > b ? a : b; }
static double unlessNoise(double left, double whole) { return left < NOISE * whole ? 0 : left; }

/* Order: the order of rows moves no figure */

enum { NAME_LENGTH = 32 };
static char (*names)[NAME_LENGTH];

static int byName(int a, int b) { return a == b ? 0 : strcmp(a < 0 ? "" : names[a], b < 0 ? "" : names[b]); }

static int rowsInOrder(const void *one, const void *other) {
  const Whose *a = one, *b = other;
  const int items = byName(a->item, b->item), programs = byName(a->program, b->program);
  return items ? items : programs ? programs : byName(a->payer, b->payer);
}

static int namesGiven(const Change *c) { return (c->program >= 0) + (c->payer >= 0) + (c->item >= 0); }

static int changesInOrder(const void *one, const void *other) {
  const Change *a = one, *b = other;
  if (a->fromMonth != b->fromMonth) return a->fromMonth - b->fromMonth;
  if (a->kind != b->kind) return a->kind - b->kind;
  if (namesGiven(a) != namesGiven(b)) return namesGiven(a) - namesGiven(b);
  if (a->value != b->value) return a->value < b->value ? -1 : 1;
  return a->toMonth - b->toMonth;
}

static void sortRows(Level *level) {
  memcpy(level->whose, level->asTyped, level->rows * sizeof(Whose));
  qsort(level->whose, level->rows, sizeof(Whose), rowsInOrder);
}

static void putInOrder(Model *m) {
  sortRows(&m->program);
  sortRows(&m->payer);
  sortRows(&m->cost);
  for (int p = 0, s = 0; p < m->program.rows; p++) {
    m->firstSegment[p] = s;
    while (s < m->payer.rows && m->payer.whose[s].program == m->program.whose[p].program) s++;
    m->firstSegment[p + 1] = s;
  }
  for (int c = 0; c < m->cost.rows; c++) {
    m->items[c] = m->typedItems[m->cost.whose[c].row];
    m->items[c].bearer = -1;
    for (int p = 0; p < m->program.rows; p++)
      if (m->program.whose[p].program == m->cost.whose[c].program) m->items[c].bearer = p;
  }
  memcpy(m->changes, m->typedChanges, (m->planChanges + m->adjustments) * sizeof(Change));
  qsort(m->changes, m->planChanges, sizeof(Change), changesInOrder);
  qsort(m->changes + m->planChanges, m->adjustments, sizeof(Change), changesInOrder);
}

/* Inputs by period */

static void findPeriods(Model *m) {
  memset(m->periodOf, 0, m->months * sizeof(int32_t));
  for (int c = 0; c < m->planChanges + m->adjustments; c++) {
    const int from = m->changes[c].fromMonth - 1, after = m->changes[c].toMonth;
    if (from > 0 && from < m->months) m->periodOf[from] = 1;
    if (after > 0 && after < m->months) m->periodOf[after] = 1;
  }
  for (int t = 1; t < m->months; t++) m->periodOf[t] += m->periodOf[t - 1];
  m->periods = m->periodOf[m->months - 1] + 1;
}

static int touches(const Change *change, const Whose *whose) {
  return (change->program < 0 || change->program == whose->program) &&
         (change->payer < 0 || change->payer == whose->payer) &&
         (change->item < 0 || change->item == whose->item);
}

static double changed(double value, const Change *change) {
  if (change->kind == SET) return change->value;
  if (!isfinite(value)) return value;
  return change->kind == ADD ? value + change->value : value * change->value;
}

/* What a change makes of a driver's values in the months in which it is in force. */
static void move(const Model *m, Level *level, const Change *change, int d) {
  const size_t size = (size_t)level->rows * level->drivers;
  for (int r = 0; r < level->rows; r++) {
    if (!touches(change, level->whose + r)) continue;
    for (int t = 0, q = -1; t < m->months; t++) {
      if (m->periodOf[t] == q) continue;
      q = m->periodOf[t];
      double *value = level->values + q * size + r * level->drivers + d;
      if (change->fromMonth <= t + 1 && t + 1 <= change->toMonth) *value = changed(*value, change);
    }
  }
}

/* What was moved is held within its bounds, once all has moved it. */
static void hold(const Model *m, Level *level, int d) {
  for (size_t i = d; i < (size_t)m->periods * level->rows * level->drivers; i += level->drivers)
    level->values[i] = least(level->upper[d], most(level->lower[d], level->values[i]));
}

static void expand(const Model *m, Level *level) {
  const size_t size = (size_t)level->rows * level->drivers;
  for (int q = 0; q < m->periods; q++)
    for (int r = 0; r < level->rows; r++)
      memcpy(level->values + q * size + r * level->drivers, level->typed + level->whose[r].row * level->drivers,
             level->drivers * sizeof(double));
  for (int c = 0; c < m->planChanges + m->adjustments; c++) {
    const int d = m->changes[c].driver - level->firstDriver;
    if (d >= 0 && d < level->drivers) move(m, level, m->changes + c, d);
  }
  for (int c = 0; c < m->planChanges + m->adjustments; c++) {
    const int d = m->changes[c].driver - level->firstDriver;
    if (d >= 0 && d < level->drivers) hold(m, level, d);
  }
}

static void scaleShares(Model *m) {
  const int segments = m->payer.rows;
  for (int q = 0; q < m->periods; q++) {
    double *values = m->payer.values + (size_t)q * segments * PAYER_DRIVERS;
    for (int p = 0; p < m->program.rows; p++) {
      const int first = m->firstSegment[p], end = m->firstSegment[p + 1];
      double total = 0;
      for (int s = first; s < end; s++) total += values[s * PAYER_DRIVERS + SHARE];
      for (int s = first; s < end; s++)
        values[s * PAYER_DRIVERS + SHARE] = total > 0 ? values[s * PAYER_DRIVERS + SHARE] / total : 1.0 / (end - first);
    }
  }
}

static const double *programAt(const Model *m, int p, int q) {
  return m->program.values + ((size_t)q * m->program.rows + p) * PROGRAM_DRIVERS;
}

static void launchPrograms(Model *m) {
  for (int p = 0; p < m->program.rows; p++) {
    int t = 0;
    while (t < m->months && programAt(m, p, m->periodOf[t])[LAUNCH_MONTH] > t + 1) t++;
    m->launch[p] = t;
    m->opening[p] = t < m->months ? programAt(m, p, m->periodOf[t])[OPENING_PATIENTS] : 0;
  }
}

static void setRates(Model *m) {
  const int segments = m->payer.rows;
  for (int q = 0; q < m->periods; q++) {
    for (int p = 0; p < m->program.rows; p++) {
      const double *own = programAt(m, p, q);
      const double causes = own[DISCHARGE_RATE] + own[DISENGAGEMENT_RATE] + own[BENEFIT_CHANGE_RATE] + own[ADVERSE_EVENT_RATE];
      for (int s = m->firstSegment[p]; s < m->firstSegment[p + 1]; s++) {
        const double *payer = m->payer.values + ((size_t)q * segments + s) * PAYER_DRIVERS;
        const double multiplied = causes * payer[ATTRITION_MULTIPLIER];
        const double factor = multiplied > 1 ? payer[ATTRITION_MULTIPLIER] / multiplied : payer[ATTRITION_MULTIPLIER];
        const double delay = payer[DAYS_TO_PAY] / 30, whole = floor(delay);
        Rates *rates = m->rates + (size_t)q * segments + s;
        rates->share = payer[SHARE];
        rates->attritionFactor = factor;
        rates->stayRate = 1 - causes * factor;
        rates->dropOffRate = least(own[DROP_OFF_RATE], 1 - least(1, multiplied));
        rates->realization = payer[REALIZATION];
        rates->claimSuccess = payer[CLEAN] + (1 - payer[CLEAN]) * payer[APPEAL] * payer[OVERTURN];
        rates->allowed = payer[ALLOWED];
        rates->collected = payer[COLLECTED];
        rates->later = delay - whole;
        rates->monthsToPay = least(whole, m->months);
      }
    }
  }
}

/* The month's events, from the panel to cash */

__attribute__((noinline)) static void core(const Model *m) {
  const int months = m->months, programs = m->program.rows, segments = m->payer.rows;
  const double openingWeight = m->openingWeight, stayedWeight = m->stayedWeight, closingWeight = m->closingWeight;
  const double stayWaiting = 1 - m->waitingLossRate;
  double *panel = m->panel, *recent = m->recent, *waiting = m->waiting, *everEnrolled = m->everEnrolled;
  double *const *out = m->lines;
  double *cash = out[CASH];
  memset(panel, 0, segments * sizeof(double));
  memset(recent, 0, segments * sizeof(double));
  memset(waiting, 0, programs * sizeof(double));
  memset(everEnrolled, 0, programs * sizeof(double));
  memset(cash, 0, (size_t)programs * months * sizeof(double));

  for (int t = 0; t < months; t++) {
    const int q = m->periodOf[t];
    for (int p = 0; p < programs; p++) {
      const int at = p * months + t;
      const double *own = programAt(m, p, q);
      const int launched = t >= m->launch[p];
      const int launching = t == m->launch[p];
      if (launching) everEnrolled[p] = m->opening[p];

      const double referrals = launched ? own[REFERRED] : 0;
      const double demand = referrals * own[CONVERSION] + waiting[p] * stayWaiting;
      const double eligible = own[ELIGIBLE];
      const double candidates = launched ? least(demand, unlessNoise(eligible - everEnrolled[p], eligible)) : 0;
      const double joined = least(candidates, own[LIMIT]);
      waiting[p] = candidates - joined;
      everEnrolled[p] += joined;

      double openings = 0, exposed = 0, dropped = 0, closings = 0;
      double actives = 0, billables = 0, claims = 0, potentials = 0, revenues = 0, debts = 0;
      const int end = m->firstSegment[p + 1];
      for (int s = m->firstSegment[p]; s < end; s++) {
        const Rates *rates = m->rates + (size_t)q * segments + s;
        const double opening = launching ? m->opening[p] * rates->share : panel[s];
        const double toDropOff = recent[s] * rates->dropOffRate;
        const double joining = joined * rates->share;
        const double stayed = unlessNoise(opening * rates->stayRate - toDropOff, opening);
        const double closing = stayed + joining;
        panel[s] = closing;
        recent[s] = joining;
        const double active = opening * openingWeight + stayed * stayedWeight + closing * closingWeight;
        const double billable = active * rates->realization;
        const double paid = billable * rates->claimSuccess;
        const double revenue = paid * rates->allowed;
        const double collected = revenue * rates->collected;

        const int whole = rates->monthsToPay;
        const double later = collected * rates->later;
        const int due = t + whole;
        if (due < months) cash[at + whole] += collected - later;
        if (due + 1 < months) cash[at + whole + 1] += later;

        openings += opening;
        exposed += opening * rates->attritionFactor;
        dropped += toDropOff;
        closings += closing;
        actives += active;
        billables += billable;
        claims += paid;
        potentials += active * rates->allowed;
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

static void addUpPrograms(const Model *m, double *const *all, int from, int to) {
  for (int line = from; line < to; line++) {
    for (int t = 0; t < m->months; t++) {
      double sum = 0;
      for (int p = 0; p < m->program.rows; p++) sum += m->lines[line][p * m->months + t];
      all[line][t] = sum;
    }
  }
}

/* Costs */

/* The lines from CARE_TEAM_COST on that items add to, and those of them that are dollars. */
enum { BORNE = PLACES + 1 - CARE_TEAM_COST, CATEGORIES = OVERHEAD_COST + 1 - CARE_TEAM_COST };

static double wholeUnits(double patients, double patientsPerUnit, double minimum) {
  const double units = patients / patientsPerUnit;
  return most(minimum, ceil(units - UNIT_NOISE * most(1, units)));
}

static void charge(const Model *m, double *const *all, int c) {
  const int months = m->months;
  const Item *item = m->items + c;
  const double *active = item->bearer < 0 ? all[ACTIVE] : m->lines[ACTIVE] + item->bearer * months;
  const double *joined = item->bearer < 0 ? all[NEW] : m->lines[NEW] + item->bearer * months;
  const double *cash = item->bearer < 0 ? all[CASH] : m->lines[CASH] + item->bearer * months;
  double grown = 0;
  for (int t = 0; t < months; t++) {
    const double *driver = m->cost.values + ((size_t)m->periodOf[t] * m->cost.rows + c) * COST_DRIVERS;
    const double start = most(1, driver[START_MONTH]);
    /* The amount stands still within a period and a year. */
    if (t % 12 == 0 || m->periodOf[t] != m->periodOf[t - 1])
      grown = driver[AMOUNT] * pow(1 + driver[ANNUAL_INCREASE], t / 12);
    m->cost1[t] = 0;
    m->units1[t] = -1;
    if (t + 1 < start || t + 1 > driver[END_MONTH]) continue;
    switch (item->basis) {
      case PER_MONTH: m->cost1[t] = grown; break;
      case ONE_OFF: m->cost1[t] = t + 1 == start ? grown : 0; break;
      case PER_ACTIVE_PATIENT: m->cost1[t] = grown * active[t]; break;
      case PER_NEW_PATIENT: m->cost1[t] = grown * joined[t]; break;
      case PERCENT_OF_CASH: m->cost1[t] = driver[AMOUNT] * cash[t]; break;
      case PER_UNIT:
        m->units1[t] = wholeUnits(active[t], driver[PATIENTS_PER_UNIT], driver[MINIMUM_UNITS]);
        m->places1[t] = m->units1[t] * driver[PATIENTS_PER_UNIT];
        m->cost1[t] = grown * m->units1[t];
        break;
    }
  }
}

static void costs(const Model *m, double *const *all) {
  const int months = m->months, programs = m->program.rows;
  int isShared = 0;
  for (int line = CARE_TEAM_COST; line < MEASURES; line++) memset(m->lines[line], 0, (size_t)programs * months * sizeof(double));
  memset(m->together, 0, (size_t)BORNE * months * sizeof(double));
  for (int c = 0; c < m->cost.rows; c++) {
    const Item *item = m->items + c;
    charge(m, all, c);
    const int isOfAll = item->bearer < 0, isTeam = item->category == 0 && item->basis == PER_UNIT;
    isShared |= isOfAll;
    const double *active = isOfAll ? all[ACTIVE] : m->lines[ACTIVE] + item->bearer * months;
    double *borne[BORNE];
    for (int i = 0; i < BORNE; i++)
      borne[i] = isOfAll ? m->together + i * months : m->lines[CARE_TEAM_COST + i] + item->bearer * months;
    for (int t = 0; t < months; t++) {
      borne[item->category][t] += m->cost1[t];
      if (!isTeam || m->units1[t] < 0) continue;
      borne[UNITS - CARE_TEAM_COST][t] += m->units1[t];
      borne[SERVED - CARE_TEAM_COST][t] += active[t];
      borne[PLACES - CARE_TEAM_COST][t] += m->places1[t];
    }
  }
  if (!isShared) return;
  for (int p = 0, at = 0; p < programs; p++) {
    for (int t = 0; t < months; t++, at++) {
      const double active = all[ACTIVE][t];
      const double part = active > 0 ? m->lines[ACTIVE][at] / active : 1.0 / programs;
      for (int i = 0; i < BORNE; i++) m->lines[CARE_TEAM_COST + i][at] += m->together[i * months + t] * part;
    }
  }
}

/* The statement of all programs together */

/* Neumaier's sum. */
static double sum(const double *values, int count) {
  double total = 0, lost = 0;
  for (int i = 0; i < count; i++) {
    const double next = total + values[i];
    lost += fabs(total) >= fabs(values[i]) ? total - next + values[i] : values[i] - next + total;
    total = next;
  }
  return total + lost;
}

static double ratio(double part, double whole, double panel) { return whole < NOTHING || panel < NOTHING ? 0 : part / whole; }

static void state(const Model *m, Statement *statement) {
  const int months = m->months;
  double *const *all = statement->lines, *totals = statement->totals;
  double owed = 0, cumulative = 0;
  for (int t = 0; t < months; t++) {
    all[LOST][t] = all[DISCHARGE][t] + all[DISENGAGEMENT][t] + all[BENEFIT_CHANGE][t] + all[ADVERSE_EVENT][t] + all[EARLY_DROP_OFF][t];
    all[RECEIVABLE][t] = owed += all[ALLOWED_REVENUE][t] - all[BAD_DEBT][t] - all[CASH][t];
    all[TOTAL_COST][t] = all[CARE_TEAM_COST][t] + all[TECHNOLOGY_COST][t] + all[OVERHEAD_COST][t];
    all[MARGIN][t] = all[ALLOWED_REVENUE][t] - all[BAD_DEBT][t] - all[TOTAL_COST][t];
    all[CUMULATIVE_CASH][t] = cumulative += all[CASH][t] - all[TOTAL_COST][t];
  }
  for (int line = 0; line < UTILIZATION_RATE; line++) totals[line] = sum(all[line], months);
  for (int r = 0; r < STATEMENT_LINES - UTILIZATION_RATE; r++) {
    const double *parts = all[RATIOS[r][0]], *wholes = all[RATIOS[r][1]], *panels = all[RATIOS[r][2]];
    for (int t = 0; t < months; t++) all[UTILIZATION_RATE + r][t] = ratio(parts[t], wholes[t], panels[t]);
    totals[UTILIZATION_RATE + r] = ratio(totals[RATIOS[r][0]], totals[RATIOS[r][1]], totals[RATIOS[r][2]]);
  }
  for (size_t b = 0; b < sizeof BALANCES / sizeof *BALANCES; b++) totals[BALANCES[b]] = all[BALANCES[b]][months - 1];
}

static void *room(size_t count, size_t size) {
  void *values = calloc(count, size);
  if (!values) { fprintf(stderr, "no memory\n"); exit(1); }
  return values;
}

__attribute__((noinline)) static Statement *project(Model *m) {
  Statement *statement = room(1, sizeof(Statement));
  double *block = room((size_t)STATEMENT_LINES * m->months, sizeof(double));
  for (int line = 0; line < STATEMENT_LINES; line++) statement->lines[line] = block + line * m->months;
  putInOrder(m);
  findPeriods(m);
  expand(m, &m->program);
  expand(m, &m->payer);
  expand(m, &m->cost);
  scaleShares(m);
  launchPrograms(m);
  setRates(m);
  core(m);
  addUpPrograms(m, statement->lines, 0, CORE_LINES);
  costs(m, statement->lines);
  addUpPrograms(m, statement->lines, CORE_LINES, MEASURES);
  state(m, statement);
  return statement;
}

static void drop(Statement *statement) {
  free(statement->lines[0]);
  free(statement);
}

/* Trials: other values typed into a few cells, all else as it was laid out */

typedef struct {
  int32_t level, driver, count, *rows; /* which cells of a driver, rows as typed */
} Cells;

typedef struct {
  int32_t trials, drivers;
  Cells *cells;
  double *values;  /* by driver: d * trials + n */
  double *figures; /* by place: the total, then months; each place * trials + n */
} Trials;

/* The typed values of one driver, laid out, moved and held anew; the others stand. */
static void expandDriver(const Model *m, Level *level, int d) {
  const size_t size = (size_t)level->rows * level->drivers;
  int isMoved = 0;
  for (int q = 0; q < m->periods; q++)
    for (int r = 0; r < level->rows; r++)
      level->values[q * size + r * level->drivers + d] = level->typed[level->whose[r].row * level->drivers + d];
  for (int c = 0; c < m->planChanges + m->adjustments; c++) {
    if (m->changes[c].driver - level->firstDriver != d) continue;
    move(m, level, m->changes + c, d);
    isMoved = 1;
  }
  if (isMoved) hold(m, level, d);
}

/* The month's events, only what dollars are made of. */
__attribute__((noinline)) static void coreInBrief(const Model *m) {
  const int months = m->months, programs = m->program.rows, segments = m->payer.rows;
  const double openingWeight = m->openingWeight, stayedWeight = m->stayedWeight, closingWeight = m->closingWeight;
  const double stayWaiting = 1 - m->waitingLossRate;
  double *panel = m->panel, *recent = m->recent, *waiting = m->waiting, *everEnrolled = m->everEnrolled;
  double *const *out = m->lines;
  double *cash = out[CASH];
  memset(panel, 0, segments * sizeof(double));
  memset(recent, 0, segments * sizeof(double));
  memset(waiting, 0, programs * sizeof(double));
  memset(everEnrolled, 0, programs * sizeof(double));
  memset(cash, 0, (size_t)programs * months * sizeof(double));

  for (int t = 0; t < months; t++) {
    const int q = m->periodOf[t];
    for (int p = 0; p < programs; p++) {
      const int at = p * months + t;
      const double *own = programAt(m, p, q);
      const int launched = t >= m->launch[p];
      const int launching = t == m->launch[p];
      if (launching) everEnrolled[p] = m->opening[p];

      const double referrals = launched ? own[REFERRED] : 0;
      const double demand = referrals * own[CONVERSION] + waiting[p] * stayWaiting;
      const double eligible = own[ELIGIBLE];
      const double candidates = launched ? least(demand, unlessNoise(eligible - everEnrolled[p], eligible)) : 0;
      const double joined = least(candidates, own[LIMIT]);
      waiting[p] = candidates - joined;
      everEnrolled[p] += joined;

      double actives = 0, revenues = 0, debts = 0;
      const int end = m->firstSegment[p + 1];
      for (int s = m->firstSegment[p]; s < end; s++) {
        const Rates *rates = m->rates + (size_t)q * segments + s;
        const double opening = launching ? m->opening[p] * rates->share : panel[s];
        const double joining = joined * rates->share;
        const double stayed = unlessNoise(opening * rates->stayRate - recent[s] * rates->dropOffRate, opening);
        const double closing = stayed + joining;
        panel[s] = closing;
        recent[s] = joining;
        const double active = opening * openingWeight + stayed * stayedWeight + closing * closingWeight;
        const double revenue = active * rates->realization * rates->claimSuccess * rates->allowed;
        const double collected = revenue * rates->collected;

        const int whole = rates->monthsToPay;
        const double later = collected * rates->later;
        const int due = t + whole;
        if (due < months) cash[at + whole] += collected - later;
        if (due + 1 < months) cash[at + whole + 1] += later;
        actives += active;
        revenues += revenue;
        debts += revenue - collected;
      }
      out[NEW][at] = joined;
      out[ACTIVE][at] = actives;
      out[ALLOWED_REVENUE][at] = revenues;
      out[BAD_DEBT][at] = debts;
    }
  }
}

/* Dollars of all items in brief, at prices that stand. */
static void costsInBrief(const Model *m, double *const *all, const double *prices) {
  const int months = m->months, programs = m->program.rows;
  int isShared[CATEGORIES] = { 0 };
  for (int k = 0; k < CATEGORIES; k++) memset(m->lines[CARE_TEAM_COST + k], 0, (size_t)programs * months * sizeof(double));
  memset(m->together, 0, (size_t)CATEGORIES * months * sizeof(double));
  for (int c = 0; c < m->cost.rows; c++) {
    const Item *item = m->items + c;
    const int isOfAll = item->bearer < 0, first = item->bearer * months;
    const double *active = isOfAll ? all[ACTIVE] : m->lines[ACTIVE] + first;
    const double *joined = isOfAll ? all[NEW] : m->lines[NEW] + first;
    const double *cash = isOfAll ? all[CASH] : m->lines[CASH] + first;
    const double *price = prices + c * months;
    double *borne = isOfAll ? m->together + item->category * months : m->lines[CARE_TEAM_COST + item->category] + first;
    isShared[item->category] |= isOfAll;
    switch (item->basis) {
      case PER_MONTH: case ONE_OFF: for (int t = 0; t < months; t++) borne[t] += price[t]; break;
      case PER_ACTIVE_PATIENT: for (int t = 0; t < months; t++) borne[t] += price[t] * active[t]; break;
      case PER_NEW_PATIENT: for (int t = 0; t < months; t++) borne[t] += price[t] * joined[t]; break;
      case PERCENT_OF_CASH: for (int t = 0; t < months; t++) borne[t] += price[t] * cash[t]; break;
      case PER_UNIT:
        for (int t = 0; t < months; t++) {
          const double *driver = m->cost.values + ((size_t)m->periodOf[t] * m->cost.rows + c) * COST_DRIVERS;
          if (price[t] != 0) borne[t] += price[t] * wholeUnits(active[t], driver[PATIENTS_PER_UNIT], driver[MINIMUM_UNITS]);
        }
        break;
    }
  }
  for (int p = 0; p < programs; p++) {
    double part[months];
    for (int t = 0; t < months; t++)
      part[t] = all[ACTIVE][t] > 0 ? m->lines[ACTIVE][p * months + t] / all[ACTIVE][t] : 1.0 / programs;
    for (int k = 0; k < CATEGORIES; k++)
      for (int t = 0; isShared[k] && t < months; t++)
        m->lines[CARE_TEAM_COST + k][p * months + t] += m->together[k * months + t] * part[t];
  }
}

/* What each item costs in each month for each thing that it counts; nothing where it is not charged. No price is drawn. */
static double *pricesOf(const Model *m) {
  const int months = m->months;
  double *prices = room((size_t)m->cost.rows * months, sizeof(double));
  for (int c = 0; c < m->cost.rows; c++) {
    double grown = 0;
    for (int t = 0; t < months; t++) {
      const double *driver = m->cost.values + ((size_t)m->periodOf[t] * m->cost.rows + c) * COST_DRIVERS;
      const double start = most(1, driver[START_MONTH]);
      if (t % 12 == 0 || m->periodOf[t] != m->periodOf[t - 1])
        grown = m->items[c].basis == PERCENT_OF_CASH ? driver[AMOUNT] : driver[AMOUNT] * pow(1 + driver[ANNUAL_INCREASE], t / 12);
      if (t + 1 < start || t + 1 > driver[END_MONTH]) continue;
      if (m->items[c].basis != ONE_OFF || t + 1 == start) prices[c * months + t] = grown;
    }
  }
  return prices;
}

static void addUp(const Model *m, double *const *all, int line) { addUpPrograms(m, all, line, line + 1); }

__attribute__((noinline)) static void simulate(Model *m, Trials *trials) {
  Statement *statement = project(m);
  double *const *all = statement->lines;
  double *prices = pricesOf(m);
  const int months = m->months, count = trials->trials;
  Level *levels[] = { &m->program, &m->payer, &m->cost };
  for (int n = 0; n < count; n++) {
    for (int d = 0; d < trials->drivers; d++) {
      const Cells *cells = trials->cells + d;
      Level *level = levels[cells->level];
      for (int i = 0; i < cells->count; i++)
        level->typed[cells->rows[i] * level->drivers + cells->driver] = trials->values[(size_t)d * count + n];
      expandDriver(m, level, cells->driver);
    }
    setRates(m);
    coreInBrief(m);
    addUp(m, all, NEW), addUp(m, all, ACTIVE), addUp(m, all, ALLOWED_REVENUE), addUp(m, all, BAD_DEBT), addUp(m, all, CASH);
    costsInBrief(m, all, prices);
    addUp(m, all, CARE_TEAM_COST), addUp(m, all, TECHNOLOGY_COST), addUp(m, all, OVERHEAD_COST);
    double *margin = all[MARGIN];
    for (int t = 0; t < months; t++) {
      const double cost = all[CARE_TEAM_COST][t] + all[TECHNOLOGY_COST][t] + all[OVERHEAD_COST][t];
      margin[t] = all[ALLOWED_REVENUE][t] - all[BAD_DEBT][t] - cost;
      trials->figures[(size_t)(t + 1) * count + n] = margin[t];
    }
    trials->figures[n] = sum(margin, months);
  }
  free(prices);
  drop(statement);
}

/* Reading, writing, timing */

static void *take(FILE *file, size_t count, size_t size) {
  void *values = room(count, size);
  if (fread(values, size, count, file) != count) { fprintf(stderr, "the input ends too early\n"); exit(1); }
  return values;
}
static int32_t *ints(FILE *file, size_t count) { return take(file, count, sizeof(int32_t)); }
static double *doubles(FILE *file, size_t count) { return take(file, count, sizeof(double)); }

static Level readLevel(FILE *file, int rows, int drivers, int firstDriver, int months) {
  Level level = { .rows = rows, .drivers = drivers, .firstDriver = firstDriver };
  level.asTyped = take(file, rows, sizeof(Whose)), level.whose = room(rows, sizeof(Whose));
  level.typed = doubles(file, (size_t)rows * drivers);
  level.lower = doubles(file, drivers), level.upper = doubles(file, drivers);
  level.values = room((size_t)months * rows * drivers, sizeof(double));
  return level;
}

static Model readModel(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  Model m = { 0 };
  const int32_t *size = ints(file, 7);
  m.months = size[0], m.planChanges = size[4], m.adjustments = size[5];
  names = take(file, size[6], NAME_LENGTH);
  const int months = m.months, programs = size[1], segments = size[2], costs = size[3];
  m.firstSegment = room(programs + 1, sizeof(int32_t));
  const double *single = doubles(file, 4);
  m.openingWeight = single[0], m.stayedWeight = single[1], m.closingWeight = single[2], m.waitingLossRate = single[3];
  m.program = readLevel(file, programs, PROGRAM_DRIVERS, 0, months);
  m.payer = readLevel(file, segments, PAYER_DRIVERS, PROGRAM_DRIVERS, months);
  m.cost = readLevel(file, costs, COST_DRIVERS, PROGRAM_DRIVERS + PAYER_DRIVERS, months);
  m.typedItems = take(file, costs, sizeof(Item)), m.items = room(costs, sizeof(Item));
  const size_t changes = m.planChanges + m.adjustments;
  const int32_t *words = ints(file, 7 * changes);
  const double *values = doubles(file, changes);
  m.typedChanges = room(changes, sizeof(Change)), m.changes = room(changes, sizeof(Change));
  for (size_t c = 0; c < changes; c++) {
    const int32_t *w = words + 7 * c;
    m.typedChanges[c] = (Change){ w[0], w[1], w[2], w[3], w[4], w[5], w[6], values[c] };
  }
  fclose(file);

  m.periodOf = room(months, sizeof(int32_t)), m.launch = room(programs, sizeof(int32_t));
  m.opening = room(programs, sizeof(double));
  m.rates = room((size_t)months * segments, sizeof(Rates));
  m.panel = room(segments, sizeof(double)), m.recent = room(segments, sizeof(double));
  m.waiting = room(programs, sizeof(double)), m.everEnrolled = room(programs, sizeof(double));
  m.together = room((size_t)BORNE * months, sizeof(double));
  m.cost1 = room(months, sizeof(double)), m.units1 = room(months, sizeof(double)), m.places1 = room(months, sizeof(double));
  for (int line = 0; line < MEASURES; line++) m.lines[line] = room((size_t)programs * months, sizeof(double));
  return m;
}

static void writeResults(const Model *m, const Statement *statement, const char *path) {
  FILE *file = fopen(path, "wb");
  const size_t size = (size_t)m->program.rows * m->months;
  if (!file) { perror(path); exit(1); }
  for (int line = 0; line < MEASURES; line++) fwrite(m->lines[line], sizeof(double), size, file);
  for (int line = 0; line < STATEMENT_LINES; line++) fwrite(statement->lines[line], sizeof(double), m->months, file);
  fwrite(statement->totals, sizeof(double), STATEMENT_LINES, file);
  if (fclose(file)) { perror(path); exit(1); }
}

static Trials readTrials(const char *path, int months) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  const int32_t *size = ints(file, 2);
  Trials trials = { .trials = size[0], .drivers = size[1], .cells = room(size[1], sizeof(Cells)) };
  for (int d = 0; d < trials.drivers; d++) {
    const int32_t *head = ints(file, 3);
    trials.cells[d] = (Cells){ head[0], head[1], head[2], ints(file, head[2]) };
  }
  trials.values = doubles(file, (size_t)trials.drivers * trials.trials);
  trials.figures = room((size_t)(months + 1) * trials.trials, sizeof(double));
  fclose(file);
  return trials;
}

static void writeFigures(const Trials *trials, int months, const char *path) {
  FILE *file = fopen(path, "wb");
  if (!file) { perror(path); exit(1); }
  fwrite(trials->figures, sizeof(double), (size_t)(months + 1) * trials->trials, file);
  if (fclose(file)) { perror(path); exit(1); }
}

static double nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3 && argc != 5) { fprintf(stderr, "usage: project INPUT OUTPUT [TRIALS FIGURES]\n"); return 1; }
  Model m = readModel(argv[1]);
  Statement *statement = project(&m);
  writeResults(&m, statement, argv[2]);
  drop(statement);
  Trials trials = { 0 };
  if (argc == 5) {
    trials = readTrials(argv[3], m.months);
    simulate(&m, &trials);
    writeFigures(&trials, m.months, argv[4]);
  }
  printf("ready\n");
  fflush(stdout);

  char what[16];
  long times;
  while (scanf("%15s %ld", what, &times) == 2) {
    const int all = strcmp(what, "project") == 0, isSimulation = strcmp(what, "simulate") == 0;
    /* A simulation is long enough for other processes to come between: of it, the time on a core counts. */
    const clockid_t clock = isSimulation ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
    const double start = nanoseconds(clock);
    for (long i = 0; i < times; i++) {
      if (isSimulation) simulate(&m, &trials);
      else if (all) drop(project(&m));
      else core(&m);
    }
    printf("%.0f\n", nanoseconds(clock) - start);
    fflush(stdout);
  }
  return 0;
}
