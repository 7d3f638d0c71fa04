/** Functions that simple formulas do without: a file for each room, loaded when a cell first asks for one of them. */

import { answeredBefore } from './answered-before';

/** May take its time: it works in slices, so that Excel stays responsive. */
export type SlowFunction = (...args: never[]) => unknown[][] | Promise<unknown[][]>;

/** Loaded once, with the answers that it gave. */
function remembered(load: () => Promise<(...args: never[]) => unknown[][]>): () => Promise<SlowFunction> {
  let loaded: Promise<SlowFunction> | undefined;
  return () =>
    (loaded ??= load()
      .then(answeredBefore)
      .catch((reason: unknown) => {
        // The next call may reach what this one did not.
        loaded = undefined;
        throw reason;
      }));
}

export const LATER: Readonly<Record<string, () => Promise<SlowFunction>>> = {
  DEVICEDAYS: () => import(/* webpackChunkName: "device-days" */ './device-days').then(({ deviceDays }) => deviceDays),
  RATEINFO: () => import(/* webpackChunkName: "rate-info" */ './rate-info').then(({ rateInfo }) => rateInfo),
  CAPITATION: () => import(/* webpackChunkName: "contracts" */ './capitation').then(({ capitation }) => capitation),
  SHAREDSAVINGS: () =>
    import(/* webpackChunkName: "contracts" */ './shared-savings').then(({ sharedSavings }) => sharedSavings),
  RISKBAND: () => import(/* webpackChunkName: "contracts" */ './risk-band').then(({ riskBand }) => riskBand),
  ACCESSPAY: () => import(/* webpackChunkName: "contracts" */ './access-pay').then(({ accessPay }) => accessPay),
  CAREFEE: () => import(/* webpackChunkName: "contracts" */ './care-fee').then(({ careFee }) => careFee),
  COMPLETE: remembered(() => import(/* webpackChunkName: "actuals" */ './complete').then(({ complete }) => complete)),
  MONTHLY: remembered(() => import(/* webpackChunkName: "actuals" */ './monthly').then(({ monthly }) => monthly)),
  VARIANCE: remembered(() => import(/* webpackChunkName: "actuals" */ './variance').then(({ variance }) => variance)),
  CONTRACTS: remembered(() =>
    import(/* webpackChunkName: "contracts" */ './contracts').then(({ contracts }) => contracts),
  ),
  MARGINPOOL: remembered(() =>
    import(/* webpackChunkName: "margin-pool" */ './margin-pool').then(({ marginPool }) => marginPool),
  ),
  ROI: remembered(() => import(/* webpackChunkName: "contracts" */ './roi').then(({ roi }) => roi)),
  CALIBRATE: remembered(() =>
    import(/* webpackChunkName: "actuals" */ './calibrate').then(({ calibrate }) => calibrate),
  ),
  ACTUALS: remembered(() => import(/* webpackChunkName: "actuals" */ './actuals').then(({ actuals }) => actuals)),
  TRIANGLE: remembered(() => import(/* webpackChunkName: "actuals" */ './triangle').then(({ triangle }) => triangle)),
  SENSITIVITY: () => import(/* webpackChunkName: "what-if" */ './sensitivity').then(({ sensitivity }) => sensitivity),
  GRID: () => import(/* webpackChunkName: "what-if" */ './grid').then(({ grid }) => grid),
  SOLVE: () => import(/* webpackChunkName: "what-if" */ './solve').then(({ solve }) => solve),
  SCENARIOS: () => import(/* webpackChunkName: "what-if" */ './scenarios').then(({ scenarios }) => scenarios),
  BRIDGE: () => import(/* webpackChunkName: "what-if" */ './bridge').then(({ bridge }) => bridge),
  SIMULATE: () => import(/* webpackChunkName: "what-if" */ './simulate').then(({ simulate }) => simulate),
  EXPLAIN: () => import(/* webpackChunkName: "explain" */ './explain').then(({ explain }) => explain),
  LEAKAGE: () => import(/* webpackChunkName: "analysis" */ './leakage').then(({ leakage }) => leakage),
  BREAKEVEN: () => import(/* webpackChunkName: "analysis" */ './break-even').then(({ breakEven }) => breakEven),
  DELAY: () => import(/* webpackChunkName: "analysis" */ './delay').then(({ delay }) => delay),
  MILESTONES: remembered(() =>
    import(/* webpackChunkName: "analysis" */ './milestones').then(({ milestones }) => milestones),
  ),
  HIREPLAN: () => import(/* webpackChunkName: "analysis" */ './hire-plan').then(({ hirePlan }) => hirePlan),
};
