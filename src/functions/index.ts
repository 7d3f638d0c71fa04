/** Makes the worksheet functions known to Excel. Needs the global CustomFunctions and nothing else. */
import { answering, answeringLater } from './answering';
import { AT_ONCE } from './at-once';
import { LATER } from './later';

for (const [id, calculate] of Object.entries(AT_ONCE)) CustomFunctions.associate(id, answering(id, calculate));
for (const [id, load] of Object.entries(LATER)) CustomFunctions.associate(id, answeringLater(id, load));
