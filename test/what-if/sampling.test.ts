import { afterEach, describe, expect, it, vi } from 'vitest';
import { betaPoint } from '../../src/engine/math/beta';
import { pointsOf, SPAN, type Distribution } from '../../src/what-if/quantiles';
import { chanceOf } from '../../src/what-if/random';
import { sample, type Uncertain } from '../../src/what-if/sampling';

const alone = (distribution: Distribution): Uncertain => ({ distribution, group: null, correlation: 0.7 });
const share = (name: Distribution['name'], low = 0.2, likely = 0.35, high = 0.6): Distribution => ({
  name,
  low,
  likely,
  high,
});

const momentsOf = (values: Float64Array) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
};

const rankCorrelation = (a: Float64Array, b: Float64Array): number => {
  const ranks = (values: Float64Array) => {
    const rank = new Float64Array(values.length);
    Uint32Array.from(values, (_, i) => i)
      .sort((i, j) => values[i] - values[j])
      .forEach((at, place) => (rank[at] = place - (values.length - 1) / 2));
    return rank;
  };
  const [one, other] = [ranks(a), ranks(b)];
  return one.reduce((sum, x, i) => sum + x * other[i], 0) / one.reduce((sum, x) => sum + x * x, 0);
};

afterEach(() => vi.restoreAllMocks());

describe('Drawn values', () => {
  it.each([
    ['normal', 0.35, 0.4 / SPAN],
    ['lognormal', 0.35, 0.4 / SPAN],
    ['beta', 0.35, 0.4 / SPAN],
    ['gamma', 0.35, 0.4 / SPAN],
    ['uniform', 0.4, 0.4 / Math.sqrt(12)],
    ['triangular', (0.2 + 0.35 + 0.6) / 3, Math.sqrt((0.04 + 0.1225 + 0.36 - 0.07 - 0.12 - 0.21) / 18)],
    ['PERT', (0.2 + 4 * 0.35 + 0.6) / 6, 0.4 * Math.sqrt((2.5 * 3.5) / (36 * 7))],
  ] as const)('of %s have the mean and the spread promised, within 4 standard errors', (name, mean, deviation) => {
    const trials = 100_000;
    const [values] = sample([alone(share(name))], trials, 7);
    const found = momentsOf(values);
    expect(Math.abs(found.mean - mean)).toBeLessThan((4 * deviation) / Math.sqrt(trials));
    // The standard error of a deviation: of a normal one its √2nth part; heavier tails have more.
    expect(Math.abs(found.deviation - deviation)).toBeLessThan((4 * 2 * deviation) / Math.sqrt(2 * trials));
  });

  it('of a group have the rank correlations promised, and keep their own distribution', () => {
    const correlations = [0.7, 0.9, -0.6, 0.3];
    const group = correlations.map((correlation, i) => ({
      distribution: share(i % 2 ? 'lognormal' : 'PERT'),
      group: 'demand',
      correlation,
    }));
    const values = sample([...group, alone(share('uniform'))], 10_000, 3);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < i; j++)
        expect(Math.abs(rankCorrelation(values[i], values[j]) - correlations[i] * correlations[j])).toBeLessThan(0.02);
      expect(Math.abs(rankCorrelation(values[i], values[4]))).toBeLessThan(0.04);
    }
    const [alike] = sample([group[0]], 10_000, 3);
    expect(Math.abs(momentsOf(values[0]).mean - momentsOf(alike).mean)).toBeLessThan(1e-4);
  });

  it('meet every slice once, and err at most half as much as plain draws', () => {
    const trials = 1_000;
    const exact = (0.2 + 4 * 0.35 + 0.6) / 6;
    const chance = chanceOf(11);
    const point = pointsOf(share('PERT'));
    const errors = Array.from({ length: 40 }, (_, i) => {
      const [drawn] = sample([alone(share('PERT'))], trials, i + 1);
      const plain = Float64Array.from({ length: trials }, () => point(chance.uniform()));
      return [momentsOf(drawn).mean - exact, momentsOf(plain).mean - exact];
    });
    const size = (at: number) => Math.sqrt(errors.reduce((sum, each) => sum + each[at] ** 2, 0));
    expect(size(0)).toBeLessThan(size(1) / 2);
    const [uniform] = sample([alone(share('uniform', 0, 0.5, 1))], 100, 5);
    expect(Array.from(uniform.sort(), (value) => Math.floor(value * 100))).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
  });

  it('are the same to the last bit where exp and log differ in the last place', () => {
    const drivers = (['PERT', 'normal', 'lognormal', 'beta', 'gamma', 'triangular'] as const).map((name) => ({
      ...alone(share(name)),
      group: name === 'triangular' ? null : 'all',
    }));
    const before = sample(drivers, 2_000, 9);
    const { exp, log, log1p } = Math;
    let turn = 0;
    const off = (f: (x: number) => number) => (x: number) => f(x) * (1 + ((turn = (turn + 1) % 3) - 1) * 2 ** -52);
    vi.spyOn(Math, 'exp').mockImplementation(off(exp));
    vi.spyOn(Math, 'log').mockImplementation(off(log));
    vi.spyOn(Math, 'log1p').mockImplementation(off(log1p));
    expect(betaPoint(0.3, 2, 3)).not.toBeNaN();
    expect(sample(drivers, 2_000, 9)).toEqual(before);
    expect(turn).not.toBe(-1);
  });

  it('follow from the seed', () => {
    const drivers = [alone(share('PERT'))];
    expect(sample(drivers, 50, 4)).toEqual(sample(drivers, 50, 4));
    expect(sample(drivers, 50, 4)).not.toEqual(sample(drivers, 50, 5));
  });
});
