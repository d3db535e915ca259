import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Survey } from '../../src/domain/conversation.js';
import { type JoinedSurvey, joinSurveys, responseOf } from '../../src/store/join-surveys.js';

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

const read = (rows: readonly Partial<Survey>[]): Survey => responseOf(joinedOf(rows));
const joinedOf = (rows: readonly Partial<Survey>[]): JoinedSurvey =>
  rows.map(survey).reduce<JoinedSurvey>(joinSurveys, survey({}));

/** In every order, and with every row read again. */
const joined = (...rows: Partial<Survey>[]): Survey[] =>
  orders(rows).map((order) => read([...order, ...order]));

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
  ])('are two, and one counts alone: %s', (_, rows, counts) => {
    for (const one of joined(...rows)) expect(one).toEqual(survey(rows[counts] ?? {}));
  });

  it('that lie a day apart by another one between them are of the last day alone', () => {
    const rows = [
      { respondedAt: 0, csat: 25, comment: 'slow', customer: { phone: 'a' } },
      { respondedAt: 20 * hour, ces: 2 },
      { respondedAt: 40 * hour, nps: 9 },
    ];
    for (const one of joined(...rows))
      expect(one).toEqual(survey({ respondedAt: 40 * hour, ces: 2, nps: 9 }));
  });

  it('answer each question as the last of them does that answers it', () => {
    const rows = [
      { respondedAt: 0, csat: 25 },
      { respondedAt: hour, csat: 50 },
      { respondedAt: 2 * hour, ces: 2 },
    ];
    for (const one of joined(...rows))
      expect(one).toEqual(survey({ respondedAt: 2 * hour, csat: 50, ces: 2 }));
  });

  it('give the same in any order: of each value the last, as far as it is of the last day', () => {
    const row = fc.record(
      {
        respondedAt: fc.integer({ min: 0, max: 60 }).map((hours) => hours * hour),
        csat: fc.constantFrom(0, 50, 100),
        ces: fc.constantFrom(1, 4, 7),
        complaint: fc.boolean(),
        customer: fc.record(
          { phone: fc.constantFrom('a', 'b'), email: fc.constantFrom('c', 'd') },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['respondedAt', 'customer'] },
    );
    const rows = fc.uniqueArray(row, {
      minLength: 1,
      maxLength: 6,
      selector: ({ respondedAt }) => respondedAt,
    });
    const shuffled = rows.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        fc.subarray(all),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, order, again]) => {
        const inTime = all.toSorted((a, b) => a.respondedAt - b.respondedAt);
        const newest = inTime.at(-1)?.respondedAt ?? 0;
        const ofLastDay = inTime.filter((one) => one.respondedAt >= newest - 24 * hour);
        const customer = Object.assign({}, ...ofLastDay.map((one) => one.customer));
        const whole = survey({ ...Object.assign({}, ...ofLastDay), customer });
        expect(read([...order, ...again])).toEqual(whole);
      }),
    );
  });
});

describe('a row that is read again', () => {
  it.each<[string, Partial<Survey>]>([
    ['at its time', { respondedAt: 5 }],
    ['without a time', {}],
  ])('%s says what it says now, whether more or less than before', (_, time) => {
    for (const [before, now] of [
      [0, 100],
      [100, 0],
    ] as const)
      expect(
        read([
          { ...time, csat: before, complaint: true },
          { ...time, csat: now, complaint: false },
        ]),
      ).toEqual(survey({ ...time, csat: now, complaint: false }));
  });

  it('leaves what other rows of the response say, of its time or of others', () => {
    const rows = [
      { respondedAt: 5, csat: 0, customer: { phone: 'old' } },
      { respondedAt: 5, ces: 2 },
      { respondedAt: 5 + hour, nps: 9 },
      { respondedAt: 5, csat: 100, customer: { phone: 'new' } },
    ];
    const whole = { respondedAt: 5 + hour, csat: 100, ces: 2, nps: 9, customer: { phone: 'new' } };
    expect(read(rows)).toEqual(survey(whole));
  });

  it('says nothing beside a later answer', () => {
    const rows = [
      { respondedAt: hour, csat: 50 },
      { respondedAt: 0, csat: 0 },
      { respondedAt: 0, csat: 100 },
    ];
    expect(read(rows)).toEqual(survey({ respondedAt: hour, csat: 50 }));
  });

  it('is written in the same words, by which it is known again', () => {
    const row = survey({ respondedAt: 5, csat: 50, comment: 'slow', customer: { phone: 'a' } });
    expect(JSON.stringify(joinSurveys(row, row))).toBe(JSON.stringify(row));
    const both = joinedOf([row, { respondedAt: 5 + hour, ces: 2 }]);
    expect(both.givenAt).toEqual({ csat: 5, comment: 5, 'customer.phone': 5 });
    expect(JSON.stringify(joinSurveys(both, row))).toBe(JSON.stringify(both));
  });
});
