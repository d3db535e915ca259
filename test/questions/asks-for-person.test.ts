/** Who asks for a person in words that no list has is known by what the bot did with them. */
import { describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/domain/classifier.js';
import { readBot } from '../../src/questions/bot-side.js';
import { createTools } from '../../src/questions/tools.js';
import { context, library } from '../detect/support.js';
import { bot, said, session, start } from '../support/conversations.js';

const definition = {
  ...library,
  intents: [
    ...library.intents,
    { name: 'human', examples: ['speak to a human', 'a real person'], requiredSlots: [] },
  ],
};
const hears = (intent: string | null, probability: number): Classifier => ({
  engine: 'fixed',
  intents: ['renew_loan', 'human'],
  classify: () => ({
    intent,
    probability,
    ranking: [
      { intent: intent ?? 'renew_loan', probability },
      { intent: intent === 'human' ? 'renew_loan' : 'human', probability: 0.01 },
    ],
    none: 0.99 - probability,
  }),
});
const taken = { intent: { name: 'human', confidence: 0.9, ranking: [] } };
const rolesOf = (
  texts: string[],
  shadow: Classifier = hears(null, 0.1),
  reason: 'user_request' | 'no_match' = 'user_request',
) => {
  const turns = texts.flatMap((text, i) => [
    said(text, i === texts.length - 1 ? taken : {}),
    bot('Hm.', { action: 'utter_hm' }),
  ]);
  const made = session(turns, { handoff: { at: start + 60_000, reason } });
  return readBot(made, createTools(context({ definition, shadow }), [])).customer.map(
    ({ role }) => role,
  );
};
const long = 'I would feel so much better with one of the mortals who wear your badge';

describe('a customer who asks for a person', () => {
  it('is known by a few words that the bot took for it and handed over', () => {
    expect(rolesOf(['flesh and blood'])).toEqual(['human']);
    expect(rolesOf(['flesh and blood'], hears(null, 0.1), 'no_match')).toEqual(['free']);
  });

  it('is known by many words where the bot had been told something before', () => {
    expect(rolesOf(['my novel is late', long])).toEqual(['free', 'human']);
    expect(rolesOf(['my novel is late', long], hears('renew_loan', 0.9))).toEqual(['free', 'free']);
  });

  it('is known by many first words only where the shadow NLU is sure of it', () => {
    expect(rolesOf([long], hears('human', 0.8))).toEqual(['human']);
    expect(rolesOf([long])).toEqual(['free']);
    expect(rolesOf(['hello', long])).toEqual(['courtesy', 'free']);
  });
});

describe('a request that is made twice', () => {
  const roles = (texts: string[], shadow: Classifier, reason?: 'user_request' | 'rule') => {
    const turns = texts.flatMap((text) => [said(text, taken), bot('One line first?')]);
    const made = session(turns, { handoff: { at: start + 60_000, ...(reason && { reason }) } });
    return readBot(made, createTools(context({ definition, shadow }), [])).customer.map(
      ({ role }) => role,
    );
  };
  const first = 'could a keeper of the shelves come round to this desk';

  it('is one from the first time on where the bot and the shadow NLU hear it', () => {
    expect(roles([first, 'a real person'], hears('human', 0.45))).toEqual(['human', 'human']);
    expect(roles([first, long], hears('human', 0.45))).toEqual(['human', 'human']);
  });

  it('was a wish before where the shadow NLU hears less, or the customer goes on otherwise', () => {
    expect(roles([first, 'a real person'], hears('human', 0.3))[0]).toBe('free');
    expect(roles([first, 'a real person'], hears('renew_loan', 0.9))[0]).toBe('free');
    expect(roles([first, 'my novel is late'], hears('human', 0.45), 'rule')[0]).toBe('free');
  });

  it('ends the conversation by itself where the log gives no reason', () => {
    expect(roles([long], hears('human', 0.8))).toEqual(['human']);
    expect(roles([long], hears('human', 0.8), 'rule')).toEqual(['free']);
  });
});

describe("words before a handoff at the customer's wish", () => {
  const other = { intent: { name: 'renew_loan', confidence: 0.2, ranking: [] } };
  const roles = (texts: string[], intent = other) => {
    const turns = texts.flatMap((text) => [said(text, intent), bot('Hm.', { action: 'utter_hm' })]);
    const made = session(turns, { handoff: { at: start + 60_000, reason: 'user_request' } });
    return readBot(made, createTools(context({ definition }), [])).customer.map(({ role }) => role);
  };

  it('are the wish, whatever the bot heard in them', () => {
    expect(
      roles(['my novel is late', 'a mortal is what I would rather have in front of me']),
    ).toEqual(['free', 'human']);
  });

  it('are none where the bot took a wish that is told once more for it', () => {
    const again = 'let me put it this way: my novel is late';
    expect(roles(['my novel is late', again], taken)).toEqual(['free', 'free']);
  });

  it('are none where they only accept what the bot offers', () => {
    expect(roles(['my novel is late', 'yes please'])).toEqual(['free', 'courtesy']);
  });

  it('are none of zeros where the bot asked for a number', () => {
    const made = (asked: string | undefined) =>
      readBot(
        session(
          [said('renew'), bot('How many?', asked ? { asksFor: asked } : {}), said('zero zero')],
          {
            handoff: { at: start + 60_000, reason: 'rule' },
          },
        ),
        createTools(context({ definition }), []),
      ).customer.at(-1)?.role;
    expect(made(undefined)).toBe('human');
    expect(made('copies')).not.toBe('human');
  });
});

describe('words at which the bot gives up', () => {
  const low = { intent: { name: 'renew_loan', confidence: 0.2, ranking: [] } };
  const unrecognised = (reason: 'no_match' | 'rule') =>
    readBot(
      session(
        [
          said('the green one is overdue', low),
          bot('A colleague takes over.', { action: 'hand_over' }),
        ],
        {
          handoff: { at: start + 60_000, reason },
        },
      ),
      createTools(context({ definition }), []),
    ).unrecognised;

  it('were not recognised, although the bot says so by handing over', () => {
    expect(unrecognised('no_match')).toEqual([0]);
  });

  it('were no reason where a rule handed over', () => {
    expect(unrecognised('rule')).toEqual([]);
  });
});
