import { describe, expect, it } from 'vitest';
import { createTracer } from '../../src/detect/detect.js';
import { slotsSeen } from '../../src/detect/recurring.js';
import { english } from '../../src/language/en/english.js';
import { createSentenceReader } from '../../src/questions/asking.js';
import { createAskReader } from '../../src/questions/asks.js';
import { createWordingCollector } from '../../src/questions/learn-wordings.js';
import { unheardSlots } from '../../src/questions/unheard-slots.js';
import { context, lexicon, tools } from '../detect/support.js';
import { bot, journey, said, session } from '../support/conversations.js';
import { slot } from '../support/slots.js';

const slots = [slot('date_of_birth'), slot('due_date', { neededBy: ['renew_loan'] })];
const reader = createAskReader(slots, lexicon);

function unheard(text: string, answer: string, times: number, contacts = 1000): string[] {
  const [sentence] = reader.sentences(text);
  if (!sentence) throw new Error('no sentence');
  const wording = {
    asked: true,
    sentence,
    answers: new Map([[answer, times]]),
    given: new Map(answer === '~yesno' ? [] : [[answer, times]]),
    contacts: new Set(Array.from({ length: times }, (_, i) => i)),
  };
  const asksOf = (one: typeof sentence) => [{ asks: reader.asksOf(one) }];
  return [...unheardSlots(['date_of_birth'], [wording], asksOf, contacts)];
}

describe('a slot that every centre has', () => {
  it('is unheard of where nobody calls it by its name', () => {
    expect(unheard('what date was that?', '#date', 20)).toEqual(['date_of_birth']);
  });

  it('is heard of where agents name it often enough, whatever answers', () => {
    expect(unheard('what is your date of birth?', '#date', 20)).toEqual([]);
    expect(unheard('what is your date of birth?', '#date', 2)).toEqual(['date_of_birth']);
  });

  it('is unheard of where what names it is answered by yes or no', () => {
    expect(unheard('is it for your birthday?', '~yesno', 20)).toEqual(['date_of_birth']);
    expect(unheard('is it for your birthday?', '#date', 20)).toEqual([]);
  });

  it('is heard of where only it is answered so', () => {
    expect(unheard('and that was?', '⟨date_of_birth', 20)).toEqual([]);
  });

  it('is not told to be unheard of by a few contacts', () => {
    expect(unheard('what date was that?', '#date', 20, 249)).toEqual([]);
    expect(unheard('what date was that?', '#date', 20, 250)).toEqual(['date_of_birth']);
  });

  it('is none of the definition, which may be asked for in other words', () => {
    expect(unheard('anything else?', 'red', 20)).not.toContain('due_date');
  });
});

describe('the slots that nobody here named', () => {
  const asked = [bot('Your mail?', { asksFor: 'email' }), said('jane')];
  const traces = [createTracer(context())(journey(session([said('renew'), ...asked])))];
  const addedWith = (verificationSlots: string[]) => {
    const made = context();
    const config = { ...made.config, verificationSlots };
    return [...slotsSeen(traces, tools({ config })).added];
  };

  it('are those that were added, not those that the definition has or the bot asks for', () => {
    expect(addedWith([])).toEqual(expect.arrayContaining(['date_of_birth', 'phone']));
    expect(addedWith([])).not.toContain('email');
    expect(addedWith([])).not.toContain('card_number');
  });

  it('are not those that the config checks customers by', () => {
    expect(addedWith(['date_of_birth'])).not.toContain('date_of_birth');
    expect(addedWith(['date_of_birth'])).toContain('phone');
  });
});

describe('what is learned of contacts of which none names a slot', () => {
  const bare = [slot('card_number'), slot('email'), slot('phone')];
  const classesWith = async (added: string[], asked: string[]) => {
    const collector = createWordingCollector();
    for (let i = 0; i < 300; i++) collector.add([], []);
    for (let i = 0; i < 60; i++)
      for (const name of asked) collector.addLabelled(name, ['d5'], ['renew_loan']);
    const learned = await collector.learn({
      slots: bare,
      added: new Set(added),
      sentences: createSentenceReader(bare, lexicon),
      lexicon,
      language: english,
      verbatimRates: new Map(),
      forms: new Map(),
      pause: async () => {},
    });
    return learned?.model.classes ?? [];
  };

  it('has no class for one that was added', async () => {
    const classes = await classesWith(['email', 'phone'], ['card_number']);
    expect(classes).toContain('card_number');
    expect(classes).not.toContain('email');
  });

  it('has one for a slot of the company, and for one that the bot asks for', async () => {
    expect(await classesWith(['phone'], ['card_number'])).toContain('email');
    const classes = await classesWith(['email', 'phone'], ['card_number', 'phone', 'gone']);
    expect(classes).toContain('phone');
    expect(classes).not.toContain('email');
    expect(classes).not.toContain('gone');
  });
});
