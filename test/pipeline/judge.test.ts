import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivered } from '../../src/domain/night.js';
import { type NightEvidence, suspicions } from '../../src/pipeline/health/judge.js';

const day = (sessions: number, contacts: number): Delivered => ({
  sessions: { flow: sessions },
  contacts: { desk: contacts },
  handoffs: Math.round(sessions / 2),
});

function evidence(more: Partial<NightEvidence> = {}): NightEvidence {
  return {
    night: '2026-03-02',
    inputProblems: [],
    files: [{ file: 'a.ndjson', fingerprint: 'f', read: 180, quarantined: 1 }],
    maximumQuarantineShare: 0.05,
    window: { from: '2026-02-03', sessions: 2800, handoffs: 1400, contacts: 2240, found: 1200 },
    silent: { days: 0, handoffs: 0 },
    purgedBefore: null,
    delivered: day(100, 80),
    usual: [day(104, 79), day(95, 88), day(111, 84), day(99, 75)],
    links: { handoffs: 50, found: 42 },
    usualLinks: [
      { handoffs: 52, found: 44 },
      { handoffs: 48, found: 40 },
      { handoffs: 55, found: 47 },
    ],
    later: [],
    ...more,
  };
}

describe('a night is good', () => {
  it('when everything came about as usual', () => {
    expect(suspicions(evidence())).toEqual([]);
  });

  it('on a quiet day that chance explains', () => {
    expect(suspicions(evidence({ delivered: day(80, 66) }))).toEqual([]);
    const few = [day(6, 5), day(4, 6), day(7, 5)];
    expect(suspicions(evidence({ delivered: day(2, 3), usual: few }))).toEqual([]);
  });

  it('when a repair has halved the handoffs', () => {
    expect(suspicions(evidence({ delivered: { ...day(100, 80), handoffs: 22 } }))).toEqual([]);
  });

  it('without history, when both sides are there and some of it is linked', () => {
    expect(suspicions(evidence({ usual: [], usualLinks: [] }))).toEqual([]);
  });

  it('on a weekday that never brings anything of one side', () => {
    const closed = [day(40, 0), day(44, 0), day(38, 0)];
    const few = { ...day(41, 0), handoffs: 3 };
    expect(
      suspicions(evidence({ delivered: few, usual: closed.map((d) => ({ ...d, handoffs: 3 })) })),
    ).toEqual([]);
  });

  it('when what is broken is of days before its window', () => {
    const days = {
      '2025-12-01': { read: 500, quarantined: 500 },
      '2026-03-02': { read: 180, quarantined: 1 },
    };
    const files = [{ file: 'a', fingerprint: 'f', read: 680, quarantined: 501, days }];
    expect(suspicions(evidence({ files }))).toEqual([]);
  });

  it('in all but few of many ordinary nights', () => {
    // Counts scatter by a fifth from day to day, as those of contact centres do.
    const count = fc.integer({ min: 80, max: 120 });
    const days = fc.tuple(count, count).map(([s, c]) => day(s, c));
    const property = fc.property(days, fc.array(days, { maxLength: 8 }), (delivered, usual) => {
      expect(suspicions(evidence({ delivered, usual }))).toEqual([]);
    });
    fc.assert(property, { seed: 7, numRuns: 500 });
  });
});

describe('a file that was cut off', () => {
  const cut = (quarantined: number) => [
    {
      file: 'data/bot.ndjson',
      fingerprint: 'f',
      read: 900,
      quarantined,
      days: { '2026-03-02': { read: 51, quarantined } },
    },
  ];

  it('is named where the day has too few records', () => {
    expect(suspicions(evidence({ delivered: day(50, 80), files: cut(1) }))).toEqual([
      expect.stringMatching(/^bot sessions of flow: 50/),
      'data/bot.ndjson: 1 record of that day could not be read; was the file cut off?',
    ]);
  });

  it('is not where nothing of it was set aside, or nothing is missing', () => {
    expect(suspicions(evidence({ delivered: day(50, 80), files: cut(0) }))).toHaveLength(1);
    expect(suspicions(evidence({ files: cut(1) }))).toEqual([]);
  });
});

describe('a purge', () => {
  it('makes a night suspect that looks behind it, and no other', () => {
    expect(suspicions(evidence({ purgedBefore: '2026-02-04' }))).toEqual([
      'conversations before 2026-02-04 are purged, and this night looks at all since 2026-02-03: it cannot be made again',
    ]);
    expect(suspicions(evidence({ purgedBefore: '2026-02-03' }))).toEqual([]);
  });
});

describe('agent contacts of days after the newest with sessions', () => {
  const since = (contacts: number, usual: Delivered[] = []) => ({
    later: [
      { day: '2026-03-04', delivered: { ...day(0, contacts), sessions: {}, handoffs: 0 }, usual },
    ],
  });

  it('show that the log of the bot did not come', () => {
    expect(suspicions(evidence(since(78)))).toEqual([
      'agent contacts up to 2026-03-04, but no bot session after 2026-03-02',
    ]);
  });

  it('say nothing where they are few, or of a day on which the bot never works', () => {
    expect(suspicions(evidence(since(7)))).toEqual([]);
    expect(suspicions(evidence(since(78, [day(0, 70), day(0, 81), day(0, 75)])))).toEqual([]);
    expect(suspicions(evidence(since(78, [day(0, 70), day(90, 81), day(0, 75)]))).length).toBe(1);
  });
});

describe('surveys', () => {
  const weeks = (...counts: (number | undefined)[]) =>
    counts.map((surveys) => ({ ...day(100, 80), ...(surveys !== undefined && { surveys }) }));
  const said = (count: number | undefined, usual: (number | undefined)[]) =>
    suspicions(evidence({ delivered: weeks(count)[0] as Delivered, usual: weeks(...usual) }));

  it('that are missing of most of a week make a night suspect', () => {
    expect(said(40, [101, 96, 104, 99])).toEqual([
      'surveys: 40 in the week to 2026-03-02, where a week usually brings about 100',
    ]);
  });

  it('that came late, or that earlier nights did not count, do not', () => {
    expect(said(71, [101, 96, 104, 99])).toEqual([]);
    expect(said(40, [101, undefined, undefined, 99])).toEqual([]);
    expect(said(undefined, [101, 96, 104, 99])).toEqual([]);
    expect(said(0, [0, 0, 0, 0])).toEqual([]);
  });
});

describe('a night is suspect', () => {
  it.each<[string, Partial<NightEvidence>, RegExp]>([
    [
      'a path that matches nothing',
      { inputProblems: ['b/*.csv: no file matches'] },
      /b\/\*\.csv: no file/,
    ],
    [
      'half of the sessions',
      { delivered: day(50, 80) },
      /bot sessions of flow: 50 .* Monday usually brings about 10\d/,
    ],
    ['half of the contacts', { delivered: day(100, 40) }, /agent contacts of desk: 40/],
    ['no contacts', { delivered: { ...day(100, 0), contacts: {} } }, /agent contacts of desk: 0/],
    [
      'a platform that is gone',
      { delivered: { ...day(100, 80), contacts: { other: 80 } } },
      /contacts of desk: 0/,
    ],
    [
      'sessions whose handoffs are not understood',
      { delivered: { ...day(100, 80), handoffs: 0 } },
      /^handoffs: 0/,
    ],
    [
      'links of half the usual share',
      { links: { handoffs: 50, found: 15 } },
      /15 of the day's 50 handoffs .* usually 85 %/,
    ],
    [
      'no contact in the whole window',
      { window: { from: '2026-02-03', sessions: 2800, handoffs: 575, contacts: 0, found: 0 } },
      /no agent contact since 2026-02-03/,
    ],
    [
      'no session in the whole window',
      { window: { from: '2026-02-03', sessions: 0, handoffs: 0, contacts: 900, found: 0 } },
      /no bot session since/,
    ],
    [
      'a window in which nothing is linked',
      { window: { from: '2026-02-03', sessions: 2800, handoffs: 575, contacts: 900, found: 0 } },
      /0 of 575 handoffs/,
    ],
    [
      'a window without a handoff',
      { window: { from: '2026-02-03', sessions: 2800, handoffs: 0, contacts: 900, found: 0 } },
      /none of 2800/,
    ],
    [
      'a file of which nothing can be used',
      {
        files: [
          { file: 's.csv', fingerprint: 'f', read: 1, quarantined: 1 },
          { file: 'a', fingerprint: 'f', read: 900, quarantined: 0 },
        ],
      },
      /s\.csv: nothing of it/,
    ],
    [
      'more in quarantine than is allowed',
      { files: [{ file: 'a', fingerprint: 'f', read: 100, quarantined: 6 }] },
      /6 of 100; maximum_quarantine_share/,
    ],
    [
      'more of its own day in quarantine than is allowed, in a month that was read at once',
      {
        files: [
          {
            file: 'a',
            fingerprint: 'f',
            read: 5100,
            quarantined: 60,
            days: {
              '2026-03-01': { read: 5000, quarantined: 0 },
              '2026-03-02': { read: 100, quarantined: 60 },
            },
          },
        ],
      },
      /read of 2026-03-02 is in quarantine \(60 of 100/,
    ],
    [
      'more in quarantine on earlier days of its window',
      {
        files: [
          {
            file: 'a',
            fingerprint: 'f',
            read: 1100,
            quarantined: 600,
            days: {
              '2026-03-01': { read: 1000, quarantined: 600 },
              '2026-03-02': { read: 100, quarantined: 0 },
            },
          },
        ],
      },
      /since 2026-02-03 is in quarantine \(600 of 1100/,
    ],
  ])('with %s', (_, more, said) => {
    const found = suspicions(evidence(more));
    expect(found.join('\n')).toMatch(said);
    expect(found.length).toBe(1);
  });

  it('without history, where few handoffs a day found no contact for longer than a long weekend', () => {
    const saidOf = (days: number, handoffs: number) =>
      suspicions(
        evidence({
          usual: [],
          usualLinks: [],
          delivered: { sessions: { flow: 9 }, contacts: {}, handoffs: 4 },
          silent: { days, handoffs },
        }),
      );
    expect(saidOf(5, 12)).toEqual([
      'no agent contact in the 5 days up to 2026-03-02, and 12 handoffs',
    ]);
    expect(saidOf(4, 12)).toEqual([]);
    expect(saidOf(5, 9)).toEqual([]);
  });

  it('without history, on a day with many handoffs and no contact', () => {
    const found = suspicions(evidence({ usual: [], usualLinks: [], delivered: day(100, 0) }));
    expect(found.join()).toMatch(/no agent contact of 2026-03-02, and 50 handoffs/);
  });
});
