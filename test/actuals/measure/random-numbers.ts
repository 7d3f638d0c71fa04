/**
 * Random numbers for simulated clinics: sfc32, begun by splitmix32. Streams of different seeds are independent; a
 * generator of one cycle, such as mulberry32, is shared by a thousand large clinics and fakes a bias.
 */
export class RandomNumbers {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    let state = seed >>> 0;
    const mixed = () => {
      state = (state + 0x9e3779b9) >>> 0;
      let z = state ^ (state >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      return (z ^ (z >>> 15)) | 0;
    };
    [this.a, this.b, this.c] = [mixed(), mixed(), mixed()];
    for (let i = 0; i < 12; i++) this.uniform();
  }

  /** From 0 to below 1. */
  uniform(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  happens(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A place by its probability. */
  place(probabilities: readonly number[]): number {
    let rest = this.uniform();
    for (let i = 0; i < probabilities.length; i++) {
      rest -= probabilities[i];
      if (rest < 0) return i;
    }
    return probabilities.length - 1;
  }

  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Marsaglia and Tsang's method. */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * (1 - this.uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Of mean 1, with this standard deviation. */
  factor(cv: number): number {
    return this.gamma(1 / cv ** 2) * cv ** 2;
  }

  /** Of this mean; a correlation of the same patient's months. */
  beta(mean: number, correlation: number): number {
    const strength = 1 / correlation - 1;
    const [a, b] = [this.gamma(mean * strength), this.gamma((1 - mean) * strength)];
    return a / (a + b);
  }

  /** Knuth's, in parts small enough for it. */
  poisson(mean: number): number {
    if (mean > 20) return this.poisson(mean / 2) + this.poisson(mean / 2);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) count++;
    return count;
  }
}
