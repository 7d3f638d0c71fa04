/**
 * Every past bug by name, and the test that keeps it away. Most of those tests stand where their rule is tested;
 * a bug whose rule has no such place has its test in this folder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What went wrong, and the name of the test that would fail again. */
const PAST_BUGS: Readonly<Record<string, readonly (readonly [bug: string, test: string])[]>> = {
  Actuals: [
    [
      'A triangle’s column without a header was called “null”',
      'says where amounts stand below no header, where blanks are not 0',
    ],
  ],
  'The engine': [
    [
      'An as-needed team ordered a unit for a panel that just filled its places',
      'orders nobody for a panel that just fills its places, however they round',
    ],
    [
      'STAFFING and the forecast counted whole units by two rules',
      'STAFFING gives the care team, and PMPM its expense',
    ],
    ['A unit was bought for the rounding of a sum', 'buys no unit for the rounding of a sum'],
    [
      'The tail of the gamma distribution was wrong near narrow means',
      'steps from a shape to the next by x^shape e^−x ÷ Γ(shape + 1)',
    ],
    [
      'Half a nurse on duty was paid in full at break-even',
      'pays half a nurse on duty by half, as far as her places go',
    ],
    [
      'A minimum of one and a half units was rounded away at break-even',
      'buys a whole nurse beyond a minimum of one and a half',
    ],
    [
      'Changes planned for after the forecast counted as lost for good',
      'knows nothing of changes planned for after the forecast',
    ],
    [
      'A month that is over cost something else than told where a percentage of cash was paid back',
      'costs what the table tells although payers took back more than they paid, of which a percentage is planned',
    ],
    ['Rounding noise was shown as lost for good', 'calls what is left of a loss by rounding nothing'],
  ],
  'Tables and their texts': [
    ['A header pasted with its unit, or hyphenated otherwise, was not found', 'is found without its unit'],
    [
      'Any unknown header was called a slip of a known one',
      'is a name one or two edits away, not the name itself and not another word',
    ],
    ['Names as long as a cell took minutes to compare', 'stay quick when names are as long as a cell can hold'],
    [
      'A table filled with mistakes took minutes to read',
      'stay quick when all that is allowed is filled with mistakes',
    ],
    ['3 for 3% was refused without saying that 0.03 is meant', '3 for 3% a year'],
    ['85 for 85% was refused without saying that 0.85 is meant', '85 for 85% of what may be over 100%'],
    ['The message of a change after the forecast said month twice', 'a change after the forecast'],
    [
      'Settings that only other functions read were noted as unknown',
      'says nothing of settings that other functions read',
    ],
    ['Codes and localities with spaces or dashes of the clipboard were unknown', 'written %j is read'],
    ['RATEINFO refused a month as text', 'takes the rule in force on the day'],
    ['A date of a rate that is none was shown as [object Object]', 'an error value for a date'],
  ],
  Findings: [
    [
      'A team beyond its limit hid behind another program’s idle one',
      'names the program whose own team is beyond the limit, where all together keep it',
    ],
    [
      'A guardrail’s value was rounded to its limit, and a later month named',
      'notes the worst month that crosses a limit, scenario by scenario, with month, value, limit and what to do',
    ],
    ['Months in which a team had no minutes were not noted', 'notes months without a team, or without its minutes'],
    [
      'A threshold that comes where nobody has minutes was not noted',
      'notes a threshold that comes where nobody has minutes',
    ],
    [
      'A threshold taken away where no realization is typed was not noted',
      'notes a threshold taken away where no realization is typed',
    ],
    ['Planned changes of a team that nothing follows were not noted', 'notes changes that nothing follows'],
    [
      'The word zero for the yearly update was no answer',
      'keeps the last schedule without a note where the assumed update is the word zero',
    ],
  ],
  'Worksheet functions': [
    [
      'A text given for a month did not hear which months there are',
      'says of a month that is none which months there are',
    ],
    ['HIREPLAN was empty where nobody is to hire', 'HIREPLAN says who is missing, and that there is nobody to hire'],
    [
      'BREAKEVEN answered words where the figures were too large to show',
      'BREAKEVEN has no words for figures that are none',
    ],
    [
      'An array filled anew was taken for its old contents',
      'do not mistake an array that was filled anew for its old contents',
    ],
    [
      'The minutes of a care team could not be named in a forecast',
      'shows the minutes of the care team where they are named, and only there',
    ],
  ],
  'The workbook and the pane': [
    [
      'Payer shares were summed over programs whose names look like a condition',
      'take a name that looks like a condition, such as >50 miles, for a name',
    ],
    [
      'Texts that Excel reads as numbers, dates or formulas were changed by it',
      'which Excel would calculate or cut, is text',
    ],
    [
      'A built workbook was shown before it was watched, and a change at once was missed',
      'watches before it shows the figures: an input may be changed at once',
    ],
    [
      'The removal question stayed hidden from screen readers',
      'leaves nothing hidden from screen readers once a question is answered with the mouse',
    ],
    [
      'A new year was shown only after a new build',
      'over a new year, January changes the allowed amount and no other month does',
    ],
    [
      'Calls of functions stood so deep that Excel showed figures one after another',
      'stand at most two PPPM calls deep, through tables, names and spills',
    ],
    [
      'The pane’s policy was not found where the formatter broke its line',
      'allows of Microsoft’s servers the folder of Office.js alone',
    ],
  ],
  'The sheets and the pane': [
    [
      'A removal that was cut off left sheets that the add-in no longer knew, or that stood in its own way',
      'leaves what is left known as ours, and goes on from there',
    ],
    [
      'Red checks of the middle of a calculation stayed in the pane when it was over before Build had ended',
      'reads again when the workbook changed while Build was reading it',
    ],
    ['Risk named January 1900 where it could not be drawn', 'turns the light red, is listed in the pane'],
    [
      'A spinner had the whole page painted sixty times a second while figures were calculated',
      'in the pane nothing turns at first while an edit is calculated',
    ],
  ],
  'The workbench': [
    [
      'Whoever waited for the sheet to settle waited for ever once calculation was set to by hand in the middle',
      'leaves nobody waiting who wanted all to settle',
    ],
    [
      'An edit while it was found out what depends on what left formulas that nothing calculated again',
      'leaves no day on Rates of a start month that was not calculated yet',
    ],
    [
      'Rows of an opened file were fitted to columns that were not wide yet',
      'saves what was built and changed, and opens it again with the same figures, rules, looks and charts',
    ],
    [
      'A workbook that was opened kept the pane of the one before, which showed old figures as current',
      'another workbook that is opened in its place has a pane of its own, which follows it',
    ],
    ['62 typed where percentages are shown was 6,200%', 'means 62% by 62 where percentages are shown'],
    ['A formula was lost when its cell was formatted', 'keep their formula when only their format changes'],
    ['Formats of many rows reached the rows above them', 'of many rows leave the rows above them as they are'],
    [
      'A border lost its color when its style changed',
      'a border keeps its color when its style changes, and is drawn by weight or color alone',
    ],
    ['Formulas that were gone, and spills, left readers with old figures', 'agrees with a fresh sheet, seed'],
    ['A loaded workbook lost what it had saved', 'comes back with everything that was in it'],
    [
      'The development server followed links out of its folder',
      'serves files of folders whatever the query, empty files, and links to files inside',
    ],
  ],
};

const root = join(__dirname, '..', '..');
const sources = ['test', 'src/workbench/test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !__filename.endsWith(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

describe.each(Object.entries(PAST_BUGS))('%s', (_room, bugs) => {
  it.each(bugs)('%s: held by “%s”', (_bug, test) => {
    expect(sources.filter((text) => text.includes(test)).length).toBeGreaterThan(0);
  });
});
