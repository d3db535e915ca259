import { describe, expect, it } from 'vitest';
import { elapsed, windowOf, writeIn } from '../../src/publish/format.js';
import { headline, whatChanged } from '../../src/publish/headline.js';
import {
  directionOf,
  plainName,
  plainSentence,
  plainTitle,
  ratioText,
  turnText,
} from '../../src/publish/plain.js';
import { report, ticket } from './fixture.js';

const write = writeIn('en-GB');
const german = writeIn('de-DE');

describe('numbers', () => {
  it('stand as the locale writes them', () => {
    expect(write.count(1234567)).toBe('1,234,567');
    expect(german.count(1234567)).toBe('1.234.567');
    expect(german.percent(0.0421).replace(/\s/, ' ')).toBe('4,2 %');
    expect(write.day('2026-02-09')).toBe('9 Feb 2026');
    expect(german.day('2026-02-09')).toBe('09.02.2026');
    expect(write.day('2026-W07')).toBe('2026-W07');
  });

  it('say that they are unknown instead of zero, and never minus zero', () => {
    expect([write.percent(null), write.minutes(null), write.points(null)]).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(write.decimal(-0.01, 1)).toBe('0.0');
    expect([0.0421, 0.5, 0].map(write.percent)).toEqual(['4.2%', '50%', '0%']);
  });

  it('have their units', () => {
    const thin = '\u202f';
    expect([59.6, 42, 150].map(write.seconds)).toEqual([
      `1${thin}min`,
      `42${thin}s`,
      `2${thin}min 30${thin}s`,
    ]);
    expect([1, 38.4, 150, 6000].map(write.duration)).toEqual([
      '1 minute',
      '38 minutes',
      '2.5 hours',
      '100 hours',
    ]);
    expect(write.probability(0.99997)).toBe('above 0.999');
    expect(write.signed(0.4, 1)).toBe('+0.4');
    expect(write.estimate({ value: 4.31, interval: [3.9, 4.8], n: 1900 }, 'min', 1)).toBe(
      `4.3${thin}min (95% interval 3.9 to 4.8, n = 1,900)`,
    );
    expect(elapsed(725_000)).toBe('12:05');
    expect(windowOf({ days: 'weekend', from: 22, to: 2 })).toBe('weekends, 22:00–02:00');
  });
});

describe('what is too little', () => {
  it.each([
    [3, 1, 'too_few'],
    [13, 3, 'up'],
    [3, 13, 'down'],
    [32, 21, 'level'],
  ] as const)('%i after %i is %s', (thisWeek, lastWeek, direction) => {
    expect(directionOf({ thisWeek, lastWeek })).toBe(direction);
  });

  it('makes no ratio', () => {
    expect(ratioText(write, { value: 30, interval: [1.8, 509], n: 40 })).toBe('too few to say');
    expect(ratioText(write, { value: 2.48, interval: [1.3, 4.6], n: 1700 })).toBe('2.5 to 1');
    expect(ratioText(write, null)).toBe('unknown');
  });
});

describe('names', () => {
  it.each([
    ['file_auto_claim', 'file auto claim'],
    ['fileAutoClaim', 'file auto claim'],
    ['faq/opening-hours', 'faq opening hours'],
    ['_', '_'],
  ])('%s is said as %s', (code, said) => expect(plainName(code)).toBe(said));

  it('replaces in a title what it quotes of its own intents, nothing else', () => {
    const title = 'Teach "get_quote" beside "other_one"';
    expect(plainTitle(write, { title, intents: ['get_quote'], slots: [] })).toBe(
      'Teach “get quote” beside “other_one”',
    );
  });

  it('writes the numbers of a sentence in the locale, and leaves dates, hours and quotes alone', () => {
    expect(
      plainSentence(
        write,
        'In 1784 journeys (69 %) since 2026-10-04, 1000.5 of "code 12345 %", 7 % at 16:00',
        [],
      ),
    ).toBe('In 1,784 journeys (69%) since 2026-10-04, 1000.5 of “code 12345 %”, 7% at 16:00');
  });

  it('writes percents of an earlier stage as the locale does, those with a decimal, too', () => {
    const told = 'from 62.7 % to 80 % of 1200, in 2.5 % less';
    expect(plainSentence(write, told, [])).toBe('from 63% to 80% of 1,200, in 2.5% less');
    expect(plainSentence(german, '9.5 %', []).replace(/\s/, ' ')).toBe('9,5 %');
  });

  it('writes money in its currency, and one that nobody knows as it stands', () => {
    expect(write.money(1290.4, 'GBP')).toBe('£1,290');
    expect(write.money(12.4, 'points')).toBe('12\u202fpoints');
  });

  it('counts turns from one', () => expect(turnText('bot:3')).toBe('bot, turn 4'));
});

describe('what changed since last night', () => {
  const changed = (more: Parameters<typeof ticket>[0], to = '2026-02-22') =>
    whatChanged(
      write,
      report({
        tickets: [ticket(more), ticket({ since: '2026-01-01' })],
        run: { ...report().run, to },
      }),
    );

  it('names the new and the worse', () => {
    expect(changed({ since: '2026-02-22', trend: { thisWeek: 30, lastWeek: 5, change: 5 } })).toBe(
      'Of the repairs, 1 is new, 1 is more frequent than the week before.',
    );
  });

  it('says so when nothing is', () => {
    expect(changed({ since: '2026-02-20' })).toBe(
      'No repair is new, more frequent or newly proven.',
    );
  });

  it('says once that the first night finds everything new', () => {
    const first = report({ tickets: [ticket({ since: '2026-02-22' })] });
    expect(whatChanged(write, first)).toMatch(/^Everything is new/);
  });

  it('claims no loss of time that may be none', () => {
    const { figures } = report();
    const told = (interval: [number, number]) =>
      headline(
        write,
        report({ figures: { ...figures, handoffTaxMinutes: { value: 1, interval, n: 9 } } }),
      ).join(' ');
    expect(told([0.5, 1.5])).toContain('loses about 1');
    expect(told([-0.5, 1.5])).not.toContain('loses');
  });
});
