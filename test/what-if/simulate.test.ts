import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { cellsNamed } from '../../src/what-if/driver-cells';
import { inSlices, Simulation, type UncertainDriver } from '../../src/what-if/simulate';
import { handed, sampleTables } from '../tables/sample-model';

const forecast = forecastOf(handed(sampleTables()));
const model = forecast.model('Stretch');
const driver = (name: string, program: string, low: number, likely: number, high: number): UncertainDriver => ({
  cells: cellsNamed(model, { driver: name, program, payer: null, item: null }),
  ...{ distribution: { name: 'PERT', low, likely, high }, group: null, correlation: 0.7 },
});
const uncertain = [
  driver('Referrals per month', 'RPM', 20, 30, 50),
  driver('Disengagement rate', 'RPM', 0.01, 0.03, 0.06),
];

describe('A simulation', () => {
  it('gives the forecast to the last bit where nothing is uncertain', () => {
    const simulation = new Simulation(
      model,
      'margin',
      'RPM',
      [driver('Referrals per month', 'RPM', 30, 30, 30)],
      50,
      1,
    );
    simulation.advance(50);
    const { percentiles, mean } = simulation.answer([0, 0.3, 1], null);
    const { series, totals } = forecast.statement('Stretch', 'RPM');
    for (const row of [...percentiles, mean]) expect(row).toEqual([totals.margin, ...series.margin]);
  });

  it('gives the same in slices as at once, and the share of trials that reach the target', async () => {
    const simulations = [1, 2].map(() => new Simulation(model, 'margin', null, uncertain, 450, 2));
    simulations[0].advance(450);
    let pauses = 0;
    expect(
      await inSlices(
        simulations[1],
        async () => void pauses++,
        () => false,
      ),
    ).toBe(true);
    expect(pauses).toBe(2);
    const [one, other] = simulations.map((simulation) => simulation.answer([0.1, 0.5, 0.9], 0));
    expect(other).toEqual(one);
    one.reached!.forEach((share, place) => {
      if (one.percentiles[0][place] >= 0) expect(share).toBeGreaterThanOrEqual(0.9);
      if (one.percentiles[2][place] < 0) expect(share).toBeLessThanOrEqual(0.1);
    });
    for (let place = 0; place < one.mean.length; place++) {
      expect(one.percentiles[0][place]).toBeLessThanOrEqual(one.percentiles[1][place]);
      expect(one.percentiles[1][place]).toBeLessThanOrEqual(one.percentiles[2][place]);
    }
  });

  it('stops where nobody wants the answer any more', async () => {
    const simulation = new Simulation(model, 'margin', null, uncertain, 100_000, 2);
    let looks = 0;
    expect(
      await inSlices(
        simulation,
        async () => {},
        () => ++looks > 2,
      ),
    ).toBe(false);
  });
});
