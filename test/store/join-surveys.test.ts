import { describe, expect, it } from 'vitest';
import type { Survey } from '../../src/domain/conversation.js';
import { joinSurveys } from '../../src/store/join-surveys.js';

const hour = 3_600_000;
const week = 7 * 24 * hour;
const survey = (more: Partial<Survey>): Survey => ({
  id: 'c-1',
  contactId: 'c-1',
  customer: {},
  ...more,
});

function orders<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, i) => orders(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

/** In every order, and with every row read again. */
function joined(...rows: Partial<Survey>[]): Survey[] {
  return orders(rows.map(survey)).map((order) => [...order, ...order].reduce(joinSurveys));
}

describe('rows of one contact', () => {
  it.each<[string, Partial<Survey>[], Partial<Survey>]>([
    [
      'within a day, of which the later counts',
      [
        { respondedAt: 0, csat: 25, comment: 'slow' },
        { respondedAt: hour, csat: 50, ces: 2 },
      ],
      { respondedAt: hour, csat: 50, ces: 2, comment: 'slow' },
    ],
    [
      'of one moment',
      [
        { respondedAt: 0, csat: 25 },
        { respondedAt: 0, ces: 2 },
        { respondedAt: 0, nps: 9 },
      ],
      { respondedAt: 0, csat: 25, ces: 2, nps: 9 },
    ],
    [
      'without a time',
      [{ csat: 25 }, { ces: 2, nps: 9 }, { comment: 'slow' }],
      { csat: 25, ces: 2, nps: 9, comment: 'slow' },
    ],
    [
      'with who it is by the later one',
      [
        { respondedAt: 0, customer: { phone: 'old', email: 'mail' } },
        { respondedAt: hour, customer: { phone: 'new' } },
      ],
      { respondedAt: hour, customer: { phone: 'new', email: 'mail' } },
    ],
  ])('are one response: %s', (_, rows, whole) => {
    for (const one of joined(...rows)) expect(one).toEqual(survey(whole));
  });

  it.each<[string, Partial<Survey>[], number]>([
    [
      'weeks apart',
      [
        { respondedAt: 0, csat: 25, comment: 'awful' },
        { respondedAt: week, csat: 100 },
      ],
      1,
    ],
    [
      'weeks apart, with other questions',
      [
        { respondedAt: 0, csat: 25 },
        { respondedAt: week, ces: 1 },
      ],
      1,
    ],
    [
      'one without a time',
      [
        { csat: 25, comment: 'awful' },
        { respondedAt: 0, csat: 100 },
      ],
      1,
    ],
    ['without a time, in contradiction', [{ csat: 25, comment: 'awful' }, { csat: 100 }], 0],
  ])('are two, and one counts alone: %s', (_, rows, counts) => {
    for (const one of joined(...rows)) expect(one).toEqual(survey(rows[counts] ?? {}));
  });

  it('come to the same, whichever is read first, where they contradict each other at one moment', () => {
    const rows = [
      { respondedAt: 0, csat: 25, nps: 9, customer: { phone: 'a' } },
      { respondedAt: 0, csat: 50, ces: 3, customer: { phone: 'b', email: 'mail' } },
      { respondedAt: 0, nps: 4, ces: 5, complaint: true },
    ];
    const customer = { phone: 'a', email: 'mail' };
    for (const one of joined(...rows))
      expect(one).toEqual(
        survey({ respondedAt: 0, csat: 25, nps: 4, ces: 3, complaint: true, customer }),
      );
  });
});
