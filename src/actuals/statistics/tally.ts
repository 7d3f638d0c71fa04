/** Events and exposure counted together, by month or by patient. */

export interface Count {
  events: number;
  exposure: number;
}

export class Tally extends Map<number, Count> {
  add(key: number, events: number, exposure: number): void {
    const count = this.get(key);
    if (count) {
      count.events += events;
      count.exposure += exposure;
    } else this.set(key, { events, exposure });
  }

  /** All together. */
  get total(): Count {
    const total = { events: 0, exposure: 0 };
    for (const { events, exposure } of this.values()) {
      total.events += events;
      total.exposure += exposure;
    }
    return total;
  }
}
