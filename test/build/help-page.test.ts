import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FunctionDoc } from '../../src/build/function-docs';
import { functionDocs } from '../../src/build/function-docs';
import { TASKS } from '../../src/build/tasks';
import { functionPage, indexPage, syntax } from '../../src/build/help-page';

const doc: FunctionDoc = {
  id: 'CASH',
  category: 'Reimbursement',
  summary: 'Cash by month where 1 < 2 & `days` count.',
  remarks: ['- first\n- second'],
  parameters: [
    { name: 'revenue', type: 'any', description: 'Revenue, $.', choices: [] },
    {
      name: 'basis',
      type: 'string',
      optional: true,
      description: 'How.',
      choices: [{ name: 'a', stringValue: 'a', tooltip: 'The first.' }],
    },
  ],
  returns: 'Cash, $.',
  examples: [{ caption: 'A year.', formula: '=PPPM.CASH({1,2}, "a;b")', result: '{1,"x,""y""";3,4} (rounded)' }],
  errors: ['A negative revenue.'],
};

describe('A help page', () => {
  const html = functionPage(doc, '1.2.3');

  it('shows how the function is written', () => {
    expect(syntax(doc)).toBe('PPPM.CASH(revenue, [basis])');
    expect(html).toContain('<pre>=PPPM.CASH(revenue, [basis])</pre>');
  });

  it('shows text as text', () => {
    expect(html).toContain('1 &lt; 2 &amp; <code>days</code> count.');
  });

  it('explains arguments, with their choices', () => {
    expect(html).toContain('<span class="soft">Optional.</span> How.<br>Excel offers <code>a</code> (The first).');
  });

  it('lays the result of an example out as cells', () => {
    expect(html).toContain('<tr><td>1</td><td class="text">x,&quot;y&quot;</td></tr><tr><td>3</td><td>4</td></tr>');
    expect(html).toContain('(rounded)');
  });

  it('has lists, errors and the version', () => {
    expect(html).toContain('<ul><li>first</li><li>second</li></ul>');
    expect(html).toContain('<li>A negative revenue.</li>');
    expect(html).toContain('PPPM for Excel 1.2.3');
  });

  it('runs no script and loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|https?:\/\//);
    expect(html).toContain("default-src 'none'");
  });
});

describe('The index', () => {
  it('lists the functions under their headings', () => {
    const html = indexPage([doc], '1.2.3');
    expect(html).toMatch(/<h2>Reimbursement<\/h2>[^]*href="CASH\.html"/);
    expect(html).not.toContain('<h2>Contracts</h2>');
  });
});

describe('The index by task', () => {
  const docs = functionDocs(join(__dirname, '..', '..', 'src', 'functions'));

  it('leads to every function, and to no other', () => {
    expect([...new Set(TASKS.flatMap(({ functions }) => functions))].sort()).toEqual(docs.map(({ id }) => id).sort());
    const html = indexPage(docs, '1.2.3');
    for (const { task } of TASKS) expect(html).toContain(task);
  });

  it('is searched by a script of its own, which alone its policy allows', () => {
    const html = indexPage(docs, '1.2.3');
    const script = /<script>([^]*?)<\/script>/.exec(html)![1];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`script-src 'sha256-${hash}';`);
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});

describe('An example with tables', () => {
  it('shows them, and dates as dates', () => {
    const forecast = functionDocs(join(__dirname, '..', '..', 'src', 'functions')).find(({ id }) => id === 'FORECAST')!;
    const html = functionPage(forecast, '1.2.3');
    expect(html).toMatch(/tblPanel<\/code><\/p>[^]*Opening patients[^]*<td>100<\/td>/);
    expect(html).toContain('<td>2027-01-01</td>');
    expect(html).not.toContain('Eligible patients</th>');
  });
});
