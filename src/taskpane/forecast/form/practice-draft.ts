/** What is typed into the form: outlives Build and Remove, so that after a removal the same form comes back. */
import { PROGRAMS, SAMPLE_PRACTICE } from '../../../workbook';
import { Store } from '../../store';
import { draftOf, type Draft } from './draft';

export class PracticeDraft extends Store<Draft> {
  constructor() {
    super(draftOf(SAMPLE_PRACTICE, PROGRAMS));
  }

  readonly change = (draft: Draft): void => this.set(draft);
}
