/**
 * Shows that a change of the code changes no figure, or which. Before the change:
 *   npm run build && npm run figures -- record FILE
 * and after it:
 *   npm run build && npm run figures -- compare FILE
 * The recording holds 500 random models as tables, what every function of the model answers to them, and hundreds of
 * calls of the functions of one step. Comparing asks the recorded questions again, so a recording stays good when the
 * drawing of models changes. Figures are compared to the last bit; texts apart from them, so that other words can be
 * told from another figure: --figures-only leaves texts out. --dist DIR asks another build than dist/.
 * Leaves with 1 when anything compared differs.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { differences, type Difference } from './differences';
import { questions } from './questions';
import { asker, isRefusal, read, write } from './recording';

const SHOWN = 20;

async function record(file: string, dist: string): Promise<void> {
  const ask = asker(dist);
  const groups = await Promise.all(
    questions().map(async ({ questions: asked, ...group }) => ({
      ...group,
      answered: await Promise.all(asked.map(async (question) => ({ ...question, answer: await ask(group, question) }))),
    })),
  );
  write(file, groups);
  const calls = groups.flatMap(({ answered }) => answered);
  const refused = calls.filter(({ answer }) => isRefusal(answer));
  console.log(
    `${calls.length} calls in ${groups.length} groups recorded in ${file}, ${refused.length} of them refused.`,
  );
}

async function compare(file: string, dist: string, kinds: readonly Difference['kind'][]): Promise<void> {
  const ask = asker(dist);
  const counts = new Map<string, Record<Difference['kind'], number>>();
  let calls = 0;
  let shown = 0;
  for (const group of read(file))
    for (const { answer, ...question } of group.answered) {
      calls += 1;
      const { id, args } = question;
      for (const { kind, row, column, label, before, after } of differences(id, answer, await ask(group, question))) {
        if (!kinds.includes(kind)) continue;
        const count = counts.get(id) ?? { figure: 0, text: 0 };
        count[kind] += 1;
        counts.set(id, count);
        if (++shown > SHOWN) continue;
        const rest = args.filter((argument) => Array.isArray(argument) && argument.length === 1);
        console.log(`${kind} of ${id}, ${group.name}, ${JSON.stringify(rest)}, row ${row} ${label}, column ${column}`);
        console.log(`  before ${before}\n  after  ${after}`);
      }
    }
  if (counts.size === 0) return console.log(`${calls} calls, no difference.`);
  console.log(`${calls} calls, differences in:`);
  for (const [id, { figure, text }] of counts) console.log(`  ${id}: ${figure} figures, ${text} texts`);
  process.exitCode = 1;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string' }, 'figures-only': { type: 'boolean' } },
});
const [what, file] = positionals;
const dist = values.dist ?? join(__dirname, '..', '..', 'dist');
if (what === 'record' && file) void record(file, dist);
else if (what === 'compare' && file) void compare(file, dist, values['figures-only'] ? ['figure'] : ['figure', 'text']);
else {
  console.error('Usage: npm run figures -- record|compare FILE [--dist DIR] [--figures-only]');
  process.exitCode = 2;
}
