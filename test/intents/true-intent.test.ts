import { describe, expect, it } from 'vitest';
import {
  likelihoods,
  reading,
  usualReliability,
} from '../../src/intents/classifier-reliability.js';
import { dependence } from '../../src/intents/dependence.js';
import { learnOutcomes, meaningOf } from '../../src/intents/outcome-model.js';
import { createRereader, lessonsOf } from '../../src/intents/second-reading.js';
import {
  type IntentModel,
  readIntent,
  trueIntent,
  unaskedPosterior,
  type Words,
} from '../../src/intents/true-intent.js';
import { contact } from '../support/conversations.js';

const intents = ['billing', 'repair'];
const billing = [0.9, 0.05, 0.05];
const repair = [0.05, 0.9, 0.05];
const none = [0.05, 0.05, 0.9];
const vague = [0.34, 0.33, 0.33];
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe('learnOutcomes', () => {
  const observations = [
    ...times(20, { label: 'B1', posterior: billing }),
    ...times(3, { label: 'B1', posterior: repair }),
    ...times(20, { label: 'R7', posterior: repair }),
    ...times(20, { label: 'X', posterior: none }),
    ...[billing, repair].flatMap((posterior) => times(10, { label: 'DONE', posterior })),
  ];
  const { model } = learnOutcomes(
    observations,
    intents,
    new Map([
      ['R7', ['billing']],
      ['X', null],
      ['NEVER', [null]],
    ]),
  );

  it('learns what a code means in spite of wrong words', () => {
    // The contradicted mapping of R7 makes the words of all codes count for less.
    expect(meaningOf('B1', model)?.[0]).toBeGreaterThan(0.6);
  });

  it('says nothing of a code that was never seen', () => {
    expect(meaningOf('Z9', model)).toBeNull();
    expect(meaningOf(undefined, model)).toBeNull();
  });

  it('lets a reviewed mapping win, also one that silences a code', () => {
    expect(meaningOf('R7', model)?.[0]).toBeGreaterThan(0.5);
    expect(meaningOf('X', model)).toBeNull();
    expect(meaningOf('NEVER', model)?.at(-1)).toBeGreaterThan(0.8);
  });

  it('believes the bot’s own phrases where a label’s few words are taken for a neighbour', () => {
    const neighbour = [0.55, 0.3, 0.15];
    const few = times(6, { label: 'R8', posterior: neighbour });
    const shareOfRepair = (...byPhrases: (readonly [string, number[]])[]) =>
      meaningOf(
        'R8',
        learnOutcomes(few, intents, new Map(), {
          phrasesFiled: new Map(byPhrases),
          covered: new Set(),
        }).model,
      )?.[1] ?? 0;
    expect(shareOfRepair()).toBeLessThan(0.3);
    expect(shareOfRepair(['R8', [0, 0.6]])).toBeGreaterThan(0.5);
  });

  it('adds up to one', () => {
    const sum = (meaningOf('B1', model) ?? []).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1);
  });

  it('takes a code by its name where there is little else', () => {
    const { model: few } = learnOutcomes(
      [{ label: 'repair', posterior: vague }],
      intents,
      new Map(),
    );
    expect(meaningOf('repair', few)?.[1]).toBeGreaterThan(0.5);
  });
});

describe("what is none of the bot's", () => {
  const many = Array.from({ length: 12 }, (_, k) => `intent_${k}`);
  const says = (k: number, share: number) => [
    ...many.map((_, i) => (i === k ? share : (0.95 - share) / 11)),
    0.05,
  ];
  const nothing = [...many.map(() => 0.02), 0.76];
  const codes = many.flatMap((_, k) => [
    ...times(12, { label: `C${k}`, posterior: says(k, 0.9) }),
    ...times(5, { label: `C${k}`, posterior: nothing }),
  ]);
  const noneOf = (label: string, extra: { label: string; posterior: number[] }[]) =>
    meaningOf(label, learnOutcomes([...codes, ...extra], many, new Map()).model)?.at(-1) ?? 0;

  it('is what a code means whose words scatter and mostly fit nothing', () => {
    const scattered = many.flatMap((_, k) => times(2, { label: 'K', posterior: says(k, 0.6) }));
    const silent = times(60, { label: 'K', posterior: nothing });
    expect(noneOf('K', [...scattered, ...silent])).toBeGreaterThan(0.7);
  });

  it('is not what a code means whose words scatter and fit well', () => {
    const scattered = many.flatMap((_, k) => times(7, { label: 'K', posterior: says(k, 0.9) }));
    expect(noneOf('K', scattered)).toBeLessThan(0.2);
  });

  it('is a part of a code that it shares with an intent', () => {
    const shared = [
      ...times(30, { label: 'K', posterior: says(3, 0.9) }),
      ...times(70, { label: 'K', posterior: nothing }),
    ];
    expect(noneOf('K', shared)).toBeGreaterThan(0.25);
    expect(noneOf('K', shared)).toBeLessThan(0.75);
  });
});

describe('an intent that is a small part of a large code', () => {
  const many = Array.from({ length: 12 }, (_, k) => `intent_${k}`);
  const says = (k: number) => [...many.map((_, i) => (i === k ? 0.95 : 0.002)), 0.02];
  const nothing = [...many.map(() => 0.01), 0.88];
  const others = many
    .slice(3)
    .flatMap((_, k) => [
      ...times(30, { label: `C${k}`, posterior: says(k + 3) }),
      ...times(10, { label: `C${k}`, posterior: nothing }),
    ]);
  const large = (...heard: { label: string; posterior: number[] }[]) => [
    ...others,
    ...times(120, { label: 'K', posterior: says(0) }),
    ...times(260, { label: 'K', posterior: nothing }),
    ...heard,
  ];
  const shareOfSecond = (
    observations: { label: string; posterior: number[] }[],
    covered: string[] = ['K'],
  ) => {
    const known = { phrasesFiled: new Map(), covered: new Set(covered) };
    return meaningOf('K', learnOutcomes(observations, many, new Map(), known).model)?.[1] ?? 0;
  };

  const heard = large(...times(12, { label: 'K', posterior: says(1) }));

  it('stays a part of it where it is heard there far more often than elsewhere', () => {
    expect(shareOfSecond(heard)).toBeGreaterThan(0.02);
  });

  it('is pruned where customers may want what the bot lacks', () => {
    expect(shareOfSecond(heard, [])).toBeLessThan(0.01);
  });

  it('is chance where other codes have as much of it', () => {
    const everywhere = many
      .slice(3)
      .flatMap((_, k) => times(2, { label: `C${k}`, posterior: says(1) }));
    expect(
      shareOfSecond(large(...times(12, { label: 'K', posterior: says(1) }), ...everywhere)),
    ).toBeLessThan(0.01);
  });

  it('is chance where it is heard four times', () => {
    expect(shareOfSecond(large(...times(4, { label: 'K', posterior: says(1) })))).toBeLessThan(
      0.01,
    );
  });
});

describe('likelihoods', () => {
  const reliability = usualReliability([billing, repair, none].map(reading), 2);

  it('believe what is heard clearly, and take silence for a sign of none', () => {
    const [first = 0, second = 0, foreign = 0] = likelihoods(reading(billing), reliability);
    expect(first).toBeGreaterThan(5 * second);
    expect(first).toBeGreaterThan(5 * foreign);
    const silence = likelihoods(reading([0.2, 0.2, 0.6]), reliability);
    expect(silence[2]).toBeGreaterThan(silence[0] ?? 1);
  });

  it('look for the right one behind a wrong one where it is ranked, and take no more from it for that', () => {
    const named = [0.6, 0.25, 0.05, 0.05, 0.05];
    const of = usualReliability([reading(named)], 4);
    const [first = 0, second = 0, third = 0, fourth = 0] = likelihoods(reading(named), of);
    expect(second).toBeGreaterThan(2 * third);
    expect(first).toBeGreaterThan(2 * second);
    const even = likelihoods(reading([0.6, 0.35 / 3, 0.35 / 3, 0.35 / 3, 0.05]), of);
    const others = even.slice(1, 4).reduce((sum, one) => sum + one, 0);
    expect(second + third + fourth).toBeCloseTo(others, 10);
  });

  it('take what is heard as none of the intents for more than silence where the contacts show it', () => {
    const oddsOfNone = (posterior: number[], of: typeof reliability): number => {
      const [first = 0, , foreign = 0] = likelihoods(reading(posterior), of);
      return foreign / first;
    };
    const [foreign, silent] = [
      [0.1, 0.1, 0.8],
      [0.25, 0.2, 0.55],
    ] as const;
    expect(oddsOfNone([...foreign], reliability)).toBeCloseTo(
      oddsOfNone([...silent], reliability),
      0,
    );
    const { reliability: learned } = learnOutcomes(
      [
        ...times(60, { label: 'B1', posterior: billing }),
        ...times(30, { label: 'B1', posterior: [...silent] }),
        ...times(60, { label: 'X', posterior: [...foreign] }),
      ],
      intents,
      new Map([['X', [null]]]),
    );
    expect(oddsOfNone([...foreign], learned)).toBeGreaterThan(2 * oddsOfNone([...silent], learned));
  });
});

describe('trueIntent', () => {
  const model = (code: number[] | null): IntentModel => ({
    intents,
    codes: new Map([['R', code]]),
    filedHere: new Map(),
    queues: new Map(),
    reliability: usualReliability([billing, repair, none].map(reading), 2),
    base: [0.4, 0.4, 0.2],
    queueFollows: 0,
  });
  const filed = contact([], { outcome: { reason: 'R' } });
  const judge = (
    toBot: number[] | null,
    toAgent: number[] | null,
    code: number[] | null,
    alike = 0,
  ) => trueIntent(readIntent({ toBot, toAgent, alike }, filed, model(code)), model(code), 0.7);
  const nothing = [0.02, 0.02, 0.96];

  it.each([
    ['two that agree are a label', vague, repair, repair, 0, 'repair', 'label'],
    ['one alone needs review', null, repair, null, 0, 'repair', 'review'],
    ['the same words twice are one', repair, repair, null, 1, 'repair', 'review'],
    ['two that disagree claim nothing', null, repair, [0.85, 0.1, 0.05], 0, undefined, 'none'],
    ['vague words claim nothing', vague, vague, null, 0, undefined, 'none'],
    ['plain words outweigh a code', repair, repair, [0.6, 0.1, 0.3], 0, 'repair', 'label'],
    ['none of the intents by code and words is a label', none, none, nothing, 0, null, 'label'],
    [
      'words that the classifier does not know claim nothing',
      none,
      none,
      null,
      0,
      undefined,
      'none',
    ],
  ] as const)('%s', (_, toBot, toAgent, code, alike, name, standing) => {
    const copy = (d: readonly number[] | null) => d && [...d];
    const truth = judge(copy(toBot), copy(toAgent), copy(code), alike);
    expect(truth.standing).toBe(standing);
    if (name !== undefined) expect(truth.name).toBe(name);
  });

  it('claims nothing without any signal', () => {
    expect(judge(null, null, null)).toMatchObject({ standing: 'none', signals: [] });
  });

  it('has no second signal in a queue that follows from the code', () => {
    const by = (queueFollows: number) => {
      const filed = { ...model(null), queues: new Map([['Q', repair]]), queueFollows };
      const code = { ...filed, codes: new Map([['R', repair]]) };
      const one = { ...contact([]), queue: 'Q', outcome: { reason: 'R' } };
      return trueIntent(readIntent({ toBot: null, toAgent: null }, one, code), code, 0.7).standing;
    };
    expect(by(1)).toBe('review');
    expect(by(0)).toBe('review');
  });
});

const learned = learnOutcomes([], intents, new Map());
const heard = {
  intents,
  codes: learned.model,
  filedHere: learned.filedHere,
  queues: learned.model,
  reliability: learned.reliability,
  base: learned.base,
  queueFollows: 0,
} satisfies IntentModel;
const standing = (told: Words) =>
  trueIntent(readIntent(told, contact([]), heard), heard, 0.7).standing;

describe('what the agent asks for', () => {
  const words = { toBot: null, toAgent: vague, asked: [0.1, 0.9, 0.1] };

  it('moves what the words leave open, and can be left out of it', () => {
    const filed = contact([]);
    const [billed = 0, repaired = 0] = readIntent(words, filed, heard).posterior ?? [];
    expect(repaired).toBeGreaterThan(2 * billed);
    const without = readIntent({ toBot: null, toAgent: vague }, filed, heard).posterior;
    expect(unaskedPosterior(words, filed, heard)).toEqual(without);
  });

  it('is one vote, beside the words of the customer', () => {
    expect(standing({ toBot: null, toAgent: repair })).toBe('review');
    expect(standing({ toBot: null, toAgent: repair, asked: [0.1, 0.9, 0.1] })).toBe('label');
  });
});

describe("the agent's own words", () => {
  it('are one vote, beside the words of the customer', () => {
    expect(standing({ toBot: null, toAgent: repair, byAgent: [0.05, 0.9, 0.05] })).toBe('label');
    expect(standing({ toBot: null, toAgent: repair, byAgent: [0.4, 0.35, 0.25] })).toBe('review');
  });

  it('may tell that the bot lacks the intent, which words that it does not know cannot', () => {
    const unknown = { toBot: null, toAgent: [0.04, 0.04, 0.92] };
    expect(standing(unknown)).toBe('none');
    expect(standing({ ...unknown, byAgent: [0.02, 0.02, 0.96] })).toBe('label');
  });
});

describe('dependence', () => {
  it('is 1 where one follows from the other or never varies, and 0 where it does not', () => {
    expect(
      dependence([
        ['a', 'x'],
        ['a', 'x'],
        ['b', 'y'],
      ]),
    ).toBe(1);
    expect(
      dependence([
        ['a', 'x'],
        ['b', 'x'],
      ]),
    ).toBe(1);
    expect(
      dependence([
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'y'],
      ]),
    ).toBeCloseTo(0);
  });
});

describe('createRereader', () => {
  it('reads each journey by what was taught without it', () => {
    const journeys = Array.from({ length: 8 }, (_, i) => ({
      key: `session ${i}`,
      toBot: `text ${i}`,
      toAgent: undefined,
      intent: i % 2 ? 'pay' : null,
      probability: i === 5 ? 0.5 : 0.95,
    }));
    const taughtSets: string[][] = [];
    const reread = createRereader(
      journeys,
      [{ text: 'lesson', intent: 'pay' }],
      (phrases) => {
        taughtSets.push(phrases.map(({ text }) => text));
        const classify = () => ({ intent: null, probability: 1, ranking: [], none: 1 });
        return { engine: `${taughtSets.length - 1}`, intents: [], classify };
      },
      (text, { engine }) => {
        if (text === undefined) return null;
        expect(taughtSets[Number(engine)]).not.toContain(text);
        return [1];
      },
    );
    const again = journeys.map((journey) => reread(journey));
    expect(again.map(({ toBot, toAgent }) => [toBot, toAgent])).toEqual(times(8, [[1], null]));
    expect(taughtSets.every((set) => set.includes('lesson'))).toBe(true);
    expect(taughtSets.flat()).not.toContain('text 5');
    expect(taughtSets.flat()).toContain('text 4');
  });
});

describe('lessonsOf', () => {
  const journeys = Array.from({ length: 400 }, (_, i) => ({
    key: `session ${i}`,
    toBot: `text ${i}`,
    intent: 'pay',
    probability: i % 10 ? 0.95 : 0.5,
  }));
  const taughtBy = (lessons: typeof journeys): string[][] => {
    const taught: string[][] = [];
    const reread = createRereader(
      lessons,
      [],
      (phrases) => {
        taught.push(phrases.map(({ text }) => text));
        const classify = () => ({ intent: null, probability: 1, ranking: [], none: 1 });
        return { engine: '', intents: [], classify };
      },
      () => null,
    );
    for (const journey of journeys) reread(journey);
    return taught;
  };

  it('keeps few of many journeys, and each classifier learns from them what it would learn from all', () => {
    const lessons = lessonsOf(journeys) as typeof journeys;
    expect(lessons.length).toBeLessThan(100);
    expect(taughtBy(lessons)).toEqual(taughtBy(journeys));
    expect(taughtBy(lessons).map(({ length }) => length)).toEqual(times(4, 60));
  });
});
