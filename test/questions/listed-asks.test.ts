import { describe, expect, it } from 'vitest';
import { emptyAskContext, readAgent } from '../../src/questions/agent-side.js';
import { readBot } from '../../src/questions/bot-side.js';
import { tools, wrote } from '../detect/support.js';
import { agent, contact, session } from '../support/conversations.js';

const made = tools();

/** What is asked for, each with the piece of the answer that belongs to it. */
function askedIn(question: string, ...answers: string[]): string[] {
  const side = readAgent(
    contact([
      agent('Hello, Ada here.'),
      wrote('about my loan'),
      agent(question),
      ...answers.map((one) => wrote(one)),
    ]),
    readBot(session([]), made),
    made,
    emptyAskContext,
  );
  return side.questions
    .filter(({ turn, answers }) => turn === 2 && answers.length > 0)
    .map(
      ({ sentence, piece }) =>
        `${sentence.clause.words.join(' ')} = ${piece ?? answers.join(' + ')}`,
    );
}

describe('a list of asks', () => {
  it.each([
    ['which title | which day?', 'Moby Dick and 5 March'],
    ['which title / which day?', 'Moby Dick / 5 March'],
  ])('is parted by signs: %s', (question, answer) => {
    expect(askedIn(question, answer)).toEqual(['which title = Moby Dick', 'which day = 5 March']);
  });

  it('may be named in the sentence before, and asked for without a word of its own', () => {
    expect(
      askedIn('It goes faster if I have the due date at hand. What would that be?', '5 March'),
    ).toEqual(['it goes faster if i have the due date at hand what would that be = 5 March']);
  });

  it('is not named before a question that says itself what it asks for', () => {
    expect(askedIn('I have the loan here. What is the due date?', '5 March')).toEqual([
      'what is the due date = 5 March',
    ]);
  });

  it('stands before "start wherever you like"', () => {
    expect(
      askedIn(
        'Bit by bit: the title and then the due date. Start wherever you like.',
        'Emma and 5 March',
      ),
    ).toEqual(['bit by bit the title = Emma', 'and then the due date = 5 March']);
    expect(askedIn('It is late, and long. Due date please.', '5 March')).toEqual([
      'due date please = 5 March',
    ]);
  });

  it('may be answered value by value', () => {
    const values = ['4455', '5 March', '20.50 euro'];
    expect(askedIn('your number, the due date and the fine', ...values)).toEqual([
      'your number = 4455',
      'the due date = 5 March',
      'and the fine = 20.50 euro',
    ]);
  });

  it('has no yes among its values', () => {
    expect(askedIn('which title | which day?', 'yes, Moby Dick, 5 March')).toEqual([
      'which title = Moby Dick',
      'which day = 5 March',
    ]);
  });
});

describe('an answer that is put off', () => {
  /** Turns of the customer's that answer the question for the due date. */
  const answersTo = (...later: ReturnType<typeof agent>[]) =>
    readAgent(
      contact([agent('Hello, Ada here.'), wrote('about my loan'), agent('due date?'), ...later]),
      readBot(session([]), made),
      made,
      emptyAskContext,
    ).questions.find(({ turn }) => turn === 2)?.answers;

  it('belongs to the question, whatever lies between', () => {
    const look = wrote('hang on');
    expect(answersTo(look, agent('No rush'), wrote('5 March'))).toEqual([5]);
    expect(answersTo(look, agent('Work away.'), wrote('5 March'))).toEqual([5]);
  });

  it('does not where the agent asks for another thing', () => {
    const look = wrote('hang on');
    expect(answersTo(look, agent('Which day did you borrow it?'), wrote('5 March'))).toEqual([3]);
    expect(answersTo(wrote('5 March'), agent('Good.'), wrote('6 March'))).toEqual([3]);
    expect(answersTo(wrote('the Emma one'), agent('Good.'), wrote('6 March'))).toEqual([3]);
  });
});
