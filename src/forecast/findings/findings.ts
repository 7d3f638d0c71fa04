import type { Finding } from '../../tables/messages/finding';
import type { Projections } from '../projections';
import { absenceFindings } from './absences';
import { refusals } from './by-scenario';
import { clipFindings } from './clipped';
import { guardrailFindings } from './guardrails';
import { missingTeamFindings } from './missing-team';
import { movedOneOffFindings } from './moved-one-off';
import { inputsWithoutEffect } from './no-effect';
import { unbillableFindings } from './unbillable';

/** In the order of the tables first, then what only a projection shows; where an error keeps the model from running, what was read. */
export function findingsOf(forecast: Projections): readonly Finding[] {
  const { inputs } = forecast;
  if (inputs.errors.length) return inputs.findings;
  return [
    ...inputs.findings,
    ...refusals(forecast),
    ...inputsWithoutEffect(inputs),
    ...absenceFindings(forecast),
    ...clipFindings(forecast),
    ...movedOneOffFindings(forecast),
    ...missingTeamFindings(forecast),
    ...unbillableFindings(forecast),
    ...guardrailFindings(forecast),
  ];
}
