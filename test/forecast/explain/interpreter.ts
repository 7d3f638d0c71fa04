/**
 * Works an explained figure out again from the rows of its explanation alone, by the rules of docs/model.md.
 *
 * It knows how figures are made and what rows are called, not the engine and not the tables. Every row that is made of
 * other rows is worked out, the figure itself at last; what a row is said to be and what it comes to must agree.
 */
import { tail } from '../../engine/math/tails';

export type ExplainedRow = readonly [name: string, value: number | string, unit: string, where: string];

/** What a row comes to. */
interface Claim {
  name: string;
  comesTo: number;
}

const INPUT = /^(Panel|Payer mix|Costs), row \d+, |^Settings, /;
const IS_PAYER = /^Forecast by payer/;

export const isInput = ([, , , where]: ExplainedRow): boolean => INPUT.test(where);
/** Rows that nothing is made of: inputs, and figures of the forecast. */
const isGiven = ([, , , where]: ExplainedRow): boolean =>
  INPUT.test(where) || where === 'Panel' || where.startsWith('Forecast');

const CAUSES = ['Discharge rate', 'Disengagement rate', 'Benefit change rate', 'Adverse event rate'];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const NOTHING = 1e-9;
const ratio = (part: number, whole: number): number => (whole < NOTHING ? 0 : part / whole);
const wholeUnits = (patients: number, perUnit: number): number => {
  const filled = patients / perUnit;
  return Math.ceil(filled - 1e-9 * Math.max(1, filled));
};

export class Interpreter {
  readonly claims: Claim[] = [];
  private readonly rows: ReadonlyMap<string, ExplainedRow>;
  private readonly line: string;

  /** @param month the month asked for, counted from 1 */
  constructor(
    explanation: readonly ExplainedRow[],
    private readonly month: number,
  ) {
    this.rows = new Map(explanation.map((row) => [row[0], row]));
    this.line = explanation[0][0];
    const figure = this.figure();
    const programs = this.whose(this.line, (row) => row[3] === `Forecast, month ${month}`);
    // Where there are several programs, they and what they are made of both come to the figure.
    if (programs.length > 0) this.claim(this.line, sum(programs.map((program) => this.value(this.line, program))));
    this.claim(this.line, figure);
  }

  /** Rows that are made of others and that nobody worked out. */
  get unclaimed(): string[] {
    const claimed = new Set(this.claims.map(({ name }) => name));
    return [...this.rows.values()].filter((row) => !isGiven(row) && !claimed.has(row[0])).map(([name]) => name);
  }

  private claim(name: string, comesTo: number): number {
    if (this.rows.has(name)) this.claims.push({ name, comesTo });
    return comesTo;
  }

  private has(name: string, whose?: string): boolean {
    return this.rows.has(whose === undefined ? name : `${name}: ${whose}`);
  }

  /** A row's value; without whose where it is of the program explained. No limit is a text. */
  private value(name: string, whose?: string): number {
    const row = this.rows.get(whose === undefined ? name : `${name}: ${whose}`) ?? this.rows.get(name);
    if (!row) throw new Error(`${this.line}: no row ${name}${whose === undefined ? '' : `: ${whose}`}`);
    return typeof row[1] === 'number' ? row[1] : Infinity;
  }

  private text(name: string): string {
    return String(this.rows.get(name)![1]);
  }

  /** What stands behind the colon of rows of a name. */
  private whose(name: string, which: (row: ExplainedRow) => boolean = () => true): string[] {
    return [...this.rows.values()]
      .filter((row) => row[0].startsWith(`${name}: `) && which(row))
      .map(([full]) => full.slice(name.length + 2));
  }

  private payers(name: string): string[] {
    return this.whose(name, (row) => IS_PAYER.test(row[3]));
  }

  private dated(name: string, month: number): string {
    return month === this.month ? name : `${name}, month ${month}`;
  }

  private before(name: string, whose?: string): number {
    return this.month === 1 ? 0 : this.value(this.dated(name, this.month - 1), whose);
  }

  private figure(): number {
    const v = (name: string) => this.value(name);
    switch (this.line) {
      case 'Referrals':
        return this.byProgram((p) => (this.isLaunched(p) ? this.value('Referrals per month', p) : 0));
      case 'Opening patients':
        return this.byProgram((p) => {
          if (!this.isLaunched(p)) return 0;
          return this.value('Launch month', p) === this.month
            ? this.value('Opening patients at launch', p)
            : this.before('Closing patients', p);
        });
      case 'Lost to discharge':
        return this.lostTo('Discharge rate');
      case 'Lost to disengagement':
        return this.lostTo('Disengagement rate');
      case 'Lost to benefit change':
        return this.lostTo('Benefit change rate');
      case 'Lost to adverse event':
        return this.lostTo('Adverse event rate');
      case 'Lost to early drop-off':
        return this.lostToEarlyDropOff();
      case 'Lost patients':
        return sum(
          ['discharge', 'disengagement', 'benefit change', 'adverse event', 'early drop-off'].map((cause) =>
            v(`Lost to ${cause}`),
          ),
        );
      case 'New patients':
        return this.byProgram((p) => this.newPatients(p));
      case 'Closing patients':
        return v('Opening patients') - v('Lost patients') + v('New patients');
      case 'Waiting patients':
        return this.byProgram((p) => (this.isLaunched(p) ? this.candidates(p) - this.value('New patients', p) : 0));
      case 'Active patients':
        return {
          average: (v('Opening patients') + v('Closing patients')) / 2,
          closing: v('Closing patients'),
          retained: v('Opening patients') - v('Lost patients'),
        }[this.text('Billing basis')]!;
      case 'Care team units':
        return this.byItem((item) => this.units(item));
      case 'Utilization rate': {
        const served = this.byItem((item) => this.served(item), 'Patients served');
        const places = this.byItem((item) => this.units(item) * this.value('Patients per unit', item), 'Places');
        this.claim('Patients served', served);
        this.claim('Places', places);
        return ratio(v('Patients served'), v('Places'));
      }
      case 'Realization rate':
        this.claim('Billable patients', this.billable());
        return ratio(v('Billable patients'), v('Active patients'));
      case 'Billable patients':
        return this.billable();
      case 'Claim success rate':
        this.claim('Paid claims', this.paid());
        return ratio(v('Paid claims'), v('Billable patients'));
      case 'Paid claims':
        return this.paid();
      case 'Allowed PPPM':
        this.claim(
          'Allowed revenue',
          this.byPayer('Paid claims', 'Allowed revenue', (s) => this.value('Paid claims', s) * this.allowed(s)),
        );
        return ratio(v('Allowed revenue'), v('Paid claims'));
      case 'Potential revenue':
        return this.byPayer('Active patients', this.line, (s) => this.value('Active patients', s) * this.allowed(s));
      case 'Allowed revenue':
        // The rates of all payers are their quotients, which are 0 where next to no claims are made.
        if (this.claimsOfAll() >= NOTHING)
          this.claim(
            this.line,
            v('Active patients') * v('Realization rate') * v('Claim success rate') * v('Allowed PPPM'),
          );
        return this.byPayer(
          'Active patients',
          this.line,
          (s) => this.value('Active patients', s) * this.realization(s) * this.claimSuccess(s) * this.allowed(s),
        );
      case 'Bad debt':
        return this.byPayer(
          'Allowed revenue',
          this.line,
          (s) =>
            (this.value('Allowed revenue', s) + this.owed(s)) *
            (1 - this.value('Collected share', s) * sum(this.pattern(s) ?? [1])),
        );
      case 'Cash collected':
        return this.cash();
      case 'Receivable':
        return (
          this.before('Receivable') + this.owedByAll() + v('Allowed revenue') - v('Bad debt') - v('Cash collected')
        );
      case 'Care team cost':
      case 'Technology cost':
      case 'Overhead and compliance cost':
        return this.byItem((item) => this.charge(item));
      case 'Total cost':
        return v('Care team cost') + v('Technology cost') + v('Overhead and compliance cost');
      case 'Margin':
        return v('Allowed revenue') - v('Bad debt') - v('Total cost');
      case 'Margin rate':
        return this.has('Active patients') && v('Active patients') < NOTHING
          ? 0
          : ratio(v('Margin'), v('Allowed revenue'));
      case 'Cumulative cash':
        return this.before('Cumulative cash') + v('Cash collected') - v('Total cost');
      case 'Revenue PPPM':
        return ratio(v('Allowed revenue'), v('Active patients'));
      case 'Expense PMPM':
        return ratio(v('Total cost'), v('Active patients'));
      case 'Margin PPPM':
        return ratio(v('Margin'), v('Active patients'));
      case 'Minutes available':
        return this.byItem(
          (item) =>
            this.effectiveUnits(item) * this.value('Minutes per unit', item) * this.value('Productive share', item),
        );
      case 'Minutes used':
        return sum(
          this.whose('Service minutes').map((p) => {
            const active = this.value('Active patients', p);
            return this.claim(
              `${this.line}: ${p}`,
              active > 0 ? Math.min(this.value('Minutes available', p), active * this.value('Service minutes', p)) : 0,
            );
          }),
        );
    }
    throw new Error(`No rule for ${this.line}`);
  }

  // Programs

  /** Programs are known by their launch. */
  private byProgram(figure: (program: string) => number): number {
    return sum(this.whose('Launch month').map((p) => this.claim(`${this.line}: ${p}`, figure(p))));
  }

  private isLaunched(program: string): boolean {
    return this.value('Launch month', program) <= this.month;
  }

  /** Claims a figure of a program, which is named without it where it is the one explained. */
  private claimOf(name: string, program: string, comesTo: number): number {
    return this.claim(this.has(name, program) ? `${name}: ${program}` : name, comesTo);
  }

  private candidates(program: string): number {
    const waiting =
      this.value('Launch month', program) < this.month
        ? this.before('Waiting patients', program) * (1 - this.value('Waiting loss rate'))
        : 0;
    const demand = this.claimOf(
      'Demand',
      program,
      this.value('Referrals per month', program) * this.value('Conversion rate', program) + waiting,
    );
    const eligible = this.value('Eligible patients', program);
    let left = Infinity;
    if (eligible < Infinity) {
      const since =
        this.value('Launch month', program) < this.month ? this.value('New patients since launch', program) : 0;
      left = eligible - (this.value('Opening patients at launch', program) + since);
      if (left < 1e-12 * eligible) left = 0;
    }
    this.claimOf('Eligible patients left', program, left);
    return Math.min(demand, left);
  }

  private newPatients(program: string): number {
    if (!this.isLaunched(program)) return 0;
    const isShared = this.has('Would enroll') || this.whose('Would enroll').length > 0;
    // What serves all programs is a program's own where there is no other.
    const own = this.whose('Places').filter(
      (item) => this.program(item) === program || (this.program(item) === null && !isShared),
    );
    const wanted = Math.min(
      this.candidates(program),
      this.value('Enrollment limit', program),
      own.length > 0 ? this.freePlaces(program, own) : Infinity,
    );
    if (!isShared) return wanted;
    const shared = this.whose('Places').filter((item) => this.program(item) === null);
    this.claimOf('Would enroll', program, wanted);
    // A program explained alone is named without its name.
    const asked =
      sum(this.whose('Would enroll').map((p) => this.value('Would enroll', p))) +
      (this.has('Would enroll') ? this.value('Would enroll') : 0);
    const free = this.freePlaces('All programs', shared);
    return asked > free ? wanted * (free / asked) : wanted;
  }

  private freePlaces(program: string, items: readonly string[]): number {
    const places = items.map((item) =>
      this.claim(`Places: ${item}`, this.effectiveUnits(item) * this.value('Patients per unit', item)),
    );
    const stayed = this.claimOf(
      'Stayed patients',
      program,
      this.value('Opening patients', program) - this.value('Lost patients', program),
    );
    return this.claimOf('Free places', program, Math.max(0, Math.min(...places) - stayed));
  }

  // Payers

  /** Adds up payers, who are known by a figure that each of them has. */
  private byPayer(known: string, line: string, figure: (payer: string) => number): number {
    return sum(this.payers(known).map((payer) => this.claim(`${line}: ${payer}`, figure(payer))));
  }

  private programOf(payer: string): string {
    return payer.slice(0, payer.indexOf(', '));
  }

  private lostTo(cause: string): number {
    return this.byPayer('Opening patients', this.line, (payer) => {
      const program = this.programOf(payer);
      let multiplier = this.value('Attrition multiplier', payer);
      if (this.has('Attrition multiplier as held', payer))
        multiplier = this.claim(
          `Attrition multiplier as held: ${payer}`,
          1 / sum(CAUSES.map((each) => this.value(each, program))),
        );
      return this.value('Opening patients', payer) * this.value(cause, program) * multiplier;
    });
  }

  private lostToEarlyDropOff(): number {
    const joined = this.dated('New patients', this.month - 1);
    return this.byPayer(joined, this.line, (payer) => {
      const program = this.programOf(payer);
      let rate = this.value('Early drop-off rate', program);
      if (this.has('Early drop-off rate as held', payer)) {
        const causes = sum(CAUSES.map((each) => this.value(each, program)));
        rate = this.claim(
          `Early drop-off rate as held: ${payer}`,
          1 - Math.min(1, causes * this.value('Attrition multiplier', payer)),
        );
      }
      return this.value(joined, payer) * rate;
    });
  }

  private allowed(payer: string): number {
    return this.value('Allowed PPPM', payer);
  }

  private billable(): number {
    return this.byPayer(
      'Active patients',
      'Billable patients',
      (payer) => this.value('Active patients', payer) * this.realization(payer),
    );
  }

  private paid(): number {
    return this.byPayer(
      'Billable patients',
      'Paid claims',
      (payer) => this.value('Billable patients', payer) * this.claimSuccess(payer),
    );
  }

  /** Paid claims, from what each payer's revenue is made of: the least of what rates are divided by. */
  private claimsOfAll(): number {
    return sum(
      this.payers('Active patients').map(
        (payer) => this.value('Active patients', payer) * this.realization(payer) * this.claimSuccess(payer),
      ),
    );
  }

  private realization(payer: string): number {
    if (!this.has('Threshold minutes', payer)) return this.value('Realization rate', payer);
    const program = this.programOf(payer);
    const active = this.value('Active patients', program);
    const mean = this.claimOf(
      'Mean minutes',
      program,
      active > 0
        ? Math.min(this.value('Service minutes', program), this.value('Minutes available', program) / active)
        : 0,
    );
    const reaching = this.claim(
      `Share who reach the threshold: ${payer}`,
      tail(
        mean,
        this.value('Spread of minutes', payer),
        this.value('Threshold minutes', payer),
        this.text('Minutes distribution') as 'gamma' | 'lognormal',
      ),
    );
    return this.claim(
      `Realization rate: ${payer}`,
      this.value('Consent rate', payer) * this.value('Documentation rate', payer) * reaching,
    );
  }

  private claimSuccess(payer: string): number {
    const clean = this.value('Clean claim rate', payer);
    return this.claim(
      `Claim success rate: ${payer}`,
      clean + (1 - clean) * this.value('Appeal rate', payer) * this.value('Overturn rate', payer),
    );
  }

  /** Of a payer that has one, the shares of its payment pattern. */
  private pattern(payer: string): number[] | null {
    const typed =
      this.rows.get(`Payment pattern: ${payer}`) ??
      (this.whose('Payment pattern').length ? undefined : this.rows.get('Payment pattern'));
    return typed
      ? String(typed[1])
          .split(' ')
          .map((share) => parseFloat(share) / 100)
      : null;
  }

  /** What a payer owes at the start, where that is shown. */
  private owed(payer: string): number {
    return this.has('Opening receivable', payer) ? this.value('Opening receivable', payer) : 0;
  }

  private owedByAll(): number {
    return sum(this.whose('Opening receivable').map((payer) => this.owed(payer)));
  }

  /** What an even revenue of a dollar a month, earned up to the start, brings in this month, of all it leaves open. */
  private partOfOwed(payer: string): number {
    const days = this.pattern(payer) ? 0 : this.value(this.dated('Days to pay', 1), payer);
    const shares =
      this.pattern(payer) ??
      Array.from({ length: Math.floor(days / 30) + 2 }, (_, wait) => Math.max(0, 1 - Math.abs(wait - days / 30)));
    const open = sum(shares.map((share, wait) => share * wait));
    return open > 0 ? sum(shares.slice(this.month)) / open : 1;
  }

  private cash(): number {
    let cash = this.claim(
      'Cash of the opening receivable',
      sum(
        this.whose('Cash of the opening receivable').map((payer) =>
          this.claim(
            `Cash of the opening receivable: ${payer}`,
            this.value(this.dated('Opening receivable', 1), payer) *
              this.value(this.dated('Collected share', 1), payer) *
              sum(this.pattern(payer) ?? [1]) *
              this.partOfOwed(payer),
          ),
        ),
      ),
    );
    for (let origin = 1; origin <= this.month; origin++) {
      let ofOrigin = 0;
      for (const payer of this.whose(`Cash of month ${origin}`)) {
        const pattern = this.pattern(payer);
        const delay = pattern ? 0 : this.value(this.dated('Days to pay', origin), payer) / 30;
        const whole = Math.floor(delay);
        const byDays = this.month === origin + whole ? 1 - (delay - whole) : delay - whole;
        const part = pattern ? pattern[this.month - origin] : byDays;
        ofOrigin += this.claim(
          `Cash of month ${origin}: ${payer}`,
          this.value(this.dated('Allowed revenue', origin), payer) *
            this.value(this.dated('Collected share', origin), payer) *
            part,
        );
      }
      cash += this.claim(`Cash of month ${origin}`, ofOrigin);
    }
    return cash;
  }

  // Items

  /** Items are known by what they add to the line. */
  private byItem(figure: (item: string) => number, line = this.line): number {
    return sum(
      this.whose(line, (row) => !row[3].startsWith('Forecast')).map((item) =>
        this.claim(`${line}: ${item}`, this.isCharged(item) ? figure(item) * this.part(item) : 0),
      ),
    );
  }

  private isCharged(item: string): boolean {
    const from = this.has('Starts', item) ? this.value('Starts', item) : 1;
    const to = this.has('Ends', item) ? this.value('Ends', item) : Infinity;
    return from <= this.month && this.month <= to;
  }

  /** The program that bears an item; null for all. */
  private program(item: string): string | null {
    const comma = item.indexOf(', ');
    return comma < 0 ? null : item.slice(0, comma);
  }

  private part(item: string): number {
    const name = 'Share of items of all programs';
    if (this.program(item) !== null || !this.has(name)) return 1;
    return this.claim(
      name,
      this.has('Programs')
        ? 1 / this.value('Programs')
        : this.value('Active patients') / this.value('Active patients', 'All programs'),
    );
  }

  private served(item: string): number {
    return this.value('Active patients', this.program(item) ?? 'All programs');
  }

  private charge(item: string): number {
    const amount = this.value('Amount', item);
    const basis = this.rows.get(`Amount: ${item}`)![2].replace(/^\$ /, '');
    const bearer = this.program(item) ?? 'All programs';
    if (basis === '%') return amount * this.value('Cash collected', bearer);
    let grown = amount;
    if (this.has('Amount with increases', item)) {
      for (let month = 13; month <= this.month; month += 12)
        grown *= 1 + this.value(this.dated('Annual increase', month), item);
      this.claim(`Amount with increases: ${item}`, grown);
    }
    switch (basis) {
      case 'per month':
        return grown;
      case 'one-off':
        return this.month === this.value('First month charged', item) ? grown : 0;
      case 'per active patient':
        return grown * this.value('Active patients', bearer);
      case 'per new patient':
        return grown * this.value('New patients', bearer);
      case 'per unit':
        return grown * this.units(item);
    }
    throw new Error(`No rule for ${basis}`);
  }

  private units(item: string): number {
    if (!this.has('Units on duty', item))
      return this.claim(
        `Units: ${item}`,
        Math.max(
          this.value('Minimum units', item),
          wholeUnits(this.served(item), this.value('Patients per unit', item)),
        ),
      );
    this.order(item);
    let hired = 0;
    for (let month = 1; month <= this.month; month++) {
      if (!this.has(`Hired for month ${month}`, item)) continue;
      if (this.has(`Hired with them, month ${month}`, item)) {
        const minimum = this.value(this.dated('Minimum units', month), item);
        const onDuty = this.value(this.dated('Units on duty', month), item);
        hired += this.claim(`Hired with them, month ${month}: ${item}`, minimum - onDuty - hired);
      }
      hired += this.value(`Hired for month ${month}`, item);
    }
    return this.claim(
      `Units: ${item}`,
      Math.max(this.value('Minimum units', item), this.value('Units on duty', item) + hired),
    );
  }

  /** As many units came this month as were ordered for it. */
  private order(item: string): void {
    const arrived = `Hired for month ${this.month}`;
    const [ordered] = [...this.rows.keys()].filter(
      (name) => name.startsWith('Ordered before, ') && name.endsWith(`: ${item}`),
    );
    if (ordered === undefined) {
      if (this.has(arrived, item)) throw new Error(`${this.line}: ${item} joined unordered`);
      return;
    }
    const month = this.month - 1 - this.value('Hire lead time');
    const units = this.value(this.dated('Units', month), item);
    const atTrigger = this.value(this.dated('Patients per unit', month), item) * this.value('Hire at utilization');
    const active = this.value(this.dated('Active patients', month), this.program(item) ?? 'All programs');
    const needed = active / atTrigger;
    const open = needed - units - this.value(ordered);
    const hired = Math.max(0, Math.ceil(open - 1e-9 * Math.max(1, needed)));
    if (this.has(arrived, item)) this.claim(`${arrived}: ${item}`, hired);
    else if (hired > 0) throw new Error(`${this.line}: ${hired} of ${item} were ordered and are not there`);
  }

  private effectiveUnits(item: string): number {
    let units = this.units(item);
    if (!this.has('Effective units', item)) return units;
    const training = this.value('Training time');
    for (let month = 2; month <= this.month; month++)
      if (this.has(`Joined in month ${month}`, item))
        units -= this.value(`Joined in month ${month}`, item) * (1 - (this.month - month + 1) / (training + 1));
    return this.claim(`Effective units: ${item}`, Math.max(0, units));
  }
}
