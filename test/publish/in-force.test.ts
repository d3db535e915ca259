import { describe, expect, it } from 'vitest';
import { exporters } from '../../src/publish/exporters/index.js';
import { writeIn } from '../../src/publish/format.js';
import { dataWarnings } from '../../src/publish/headline.js';
import { report } from './fixture.js';

const good = report();
const suspect = report({
  run: {
    ...good.run,
    suspect: ['no agent contact of 2026-02-15, and 40 handoffs'],
    inForce: '2026-02-14',
    ask: [{ source: 'handback data/*.ndjson', contact: 'Desk team, extension 4411' }],
  },
});
const said =
  /Not in force: this night is suspect\. The tickets and the review of 14 Feb 2026 are in force/;
const figuresAlone = ['journeys', 'metrics'];

describe.each(exporters.filter(({ id }) => !figuresAlone.includes(id)))('$file', ({ render }) => {
  it('of a suspect night says that it is not in force, and which night is', () => {
    expect(render(suspect)).toMatch(said);
    const none = report({ run: { ...suspect.run, inForce: null } });
    expect(render(none)).toMatch(/no good night is there yet/);
  });

  it('of a good night says nothing of it', () => {
    expect(render(good)).not.toMatch(/Not in force/);
  });
});

describe('the data page', () => {
  const page = (night: typeof good) => {
    const html = exporters.find(({ id }) => id === 'report')?.render(night) ?? '';
    return html.slice(html.indexOf('id="missing"'), html.indexOf('id="run"'));
  };

  it('has the reasons of the warning that leads there, whom to ask, and what each platform brought', () => {
    expect(page(suspect)).toContain('no agent contact of 2026-02-15, and 40 handoffs');
    expect(page(suspect)).toContain('2026-02-14: 12 handoffs, but no contact record at all');
    expect(page(suspect)).toContain('Desk team, extension 4411');
    expect(page(suspect)).toMatch(/flow<\/bdi><\/th>.*bot sessions.*61.*58/s);
  });

  it('says so where nothing is missing', () => {
    const whole = report({
      unlinked: { handoffs: [], contacts: [], gaps: [] },
      quarantine: { total: 0, reasons: [] },
    });
    expect(page(whole)).toContain('every day has records of both sides');
  });
});

describe('the banner', () => {
  it('names the side whose records are missing', () => {
    const gaps = [
      { day: '2026-02-13', missing: 'handoffs' as const, note: '2026-02-13: …' },
      { day: '2026-02-14', missing: 'queue' as const, note: '2026-02-14: a' },
      { day: '2026-02-14', missing: 'queue' as const, note: '2026-02-14: b' },
    ];
    const night = report({ unlinked: { handoffs: [], contacts: [], gaps }, faults: [] });
    const warnings = dataWarnings(writeIn('en-GB'), night);
    expect(warnings).toContain('1 day without handoffs in the bot’s log');
    expect(warnings).toContain('1 day without contact records of some queues');
    expect(warnings).not.toContain('1 day without contact records');
  });
});
