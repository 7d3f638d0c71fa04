import type { PayerDriver } from '../model/drivers';
import type { Change, Model } from '../model/model';

/** The model with drivers of all payers held at one value each, whatever the fee schedule, planned changes and the scenario say. */
export function held(model: Model, values: Partial<Record<PayerDriver, number>>): Model {
  const others = (changes: readonly Change[]) => changes.filter(({ driver }) => !(driver in values));
  return {
    ...model,
    payers: model.payers.map((payer) => ({ ...payer, ...values })),
    schedule: others(model.schedule ?? []),
    changes: others(model.changes),
    adjustments: others(model.adjustments),
  };
}
