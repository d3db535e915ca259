/** A fictional library's bot, the journeys on which it failed, and their tickets. */

import type { Category } from '../../src/domain/categories.js';
import type { BotDefinition } from '../../src/domain/conversation.js';
import type { JourneyResult } from '../../src/domain/journey.js';
import type { Lexicon } from '../../src/domain/lexicon.js';
import type { Ticket } from '../../src/domain/ticket.js';
import { english } from '../../src/language/en/english.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import type { SuggestInput } from '../../src/suggest/suggest.js';
import { libraryPhrases } from '../nlu/phrases.js';
import { result } from '../support/conversations.js';
import { repairFrom } from '../support/repairs.js';

const emptyLexicon: Lexicon = {
  language: 'en',
  slotTypes: {},
  opposedKinds: [],
  contrasts: [],
  personalQuestions: {},
  answerFillers: [],
  requestCues: [],
  polarCues: [],
  verifyCues: [],
  offerCues: [],
  confirmCues: [],
  humanRequests: [],
  humanNames: [],
  objections: [],
  alreadyTold: [],
  evasions: [],
  contextOpenings: [],
  genericOpenings: [],
  botFallbacks: [],
  greetings: [],
  thanks: [],
  affirmations: [],
  negations: [],
  anger: [],
  fillers: [],
  disfluencies: [],
  pointingBack: [],
  prepositions: [],
  questionWords: [],
  shortNames: {},
  saidFor: {},
  specialCategories: [],
  emptyCodes: [],
  determiners: [],
  goingOn: [],
  stopWords: ['what', 'is', 'your', 'the', 'which'],
};

export const config = {
  maximumPhrases: 20,
  minimumEvidence: 2,
  labelProbability: 0.8,
  nearDuplicate: 0.85,
  engine: 'shadow',
};

export const definition: BotDefinition = {
  platform: 'test',
  botId: 'bot',
  readAt: 0,
  intents: [...new Set(libraryPhrases.map(({ intent }) => intent ?? ''))].map((name) => ({
    name,
    examples: libraryPhrases.filter(({ intent }) => intent === name).map(({ text }) => text),
    requiredSlots: [],
  })),
  slots: [
    { name: 'branch', values: ['Northgate', 'Harbour'], prompts: [], neededBy: [] },
    { name: 'reader_number', values: [], prompts: ['What is your reader number?'], neededBy: [] },
  ],
};

/** A journey that the bot took for `heard` (undefined: nothing) and the agent side for `wanted`. */
export function misread(
  sessionId: string,
  text: string,
  wanted: string | null,
  heard?: string,
  more: Partial<JourneyResult> = {},
): JourneyResult {
  return result({
    sessionId,
    session: `test/bot/${sessionId}`,
    ...(heard !== undefined && { botIntent: heard }),
    trueIntent: {
      name: wanted,
      probability: 0.95,
      standing: 'label',
      signals: [
        { source: 'wrap_up_code', intent: wanted, probability: 0.9 },
        { source: 'words_to_agent', intent: wanted, probability: 0.9 },
      ],
    },
    utterance: { turn: 0, text, entities: [] },
    ...more,
  });
}

const renewals = [
  'my novel is not finished yet, leave it with me a little longer',
  'could the return date be pushed back',
  'I am still reading, do not want it back on the shelf yet',
  'put my return off until next month',
  'hang on to this one a few more days',
  'not done with the story, postpone it',
  'delay the return for me',
  'push the deadline of what I took home',
];

export const journeys: JourneyResult[] = [
  ...renewals.map((text, i) => misread(`renew-${i}`, text, 'renew_loan', 'opening_hours')),
  misread('fine-0', 'is there a fine on my account', 'pay_fine', 'pay_fine'),
  misread('room-0', 'book a study room for six people', null, 'opening_hours'),
  misread('room-1', 'reserve the music room', null, 'opening_hours'),
  misread('room-2', 'I want a quiet room for my group', null, 'renew_loan'),
  misread('room-3', 'is a meeting room free', null, 'renew_loan'),
];

export function ticket(
  category: Category,
  sessions: readonly string[],
  more: Partial<Ticket> = {},
): Ticket {
  const { intent, slot } = more;
  return {
    id: `T-${category}`,
    ...repairFrom({ category, ...(intent && { intent }), ...(slot && { slot }) }),
    listed: true,
    owner: 'bot_team',
    title: category,
    why: '',
    sessions: sessions.map((id) => `test/bot/${id}`),
    primarySessions: [],
    evidence: [],
    robust: true,
    rank: 1,
    status: 'new',
    journeys: sessions.length,
    share: 0.5,
    value: {
      minutesPerWeek: 1,
      interval: [0, 2],
      moneyPerWeek: null,
      surelyPerWeek: null,
      parts: [],
    },
    trend: { thisWeek: 1, lastWeek: 1, change: 0 },
    suggestions: [],
    since: '2026-03-02',
    ...more,
  };
}

const idsOf = (prefix: string) =>
  journeys.map(({ sessionId }) => sessionId).filter((id) => id.startsWith(prefix));

export const misunderstood = ticket('misunderstood_intent', idsOf('renew'), {
  intent: 'renew_loan',
});
export const uncovered = ticket('uncovered_intent', idsOf('room'));

export function input(more: Partial<SuggestInput> = {}): SuggestInput {
  return {
    tickets: [misunderstood, uncovered],
    results: journeys,
    handled: [],
    definition,
    train: trainShadow,
    lexicon: emptyLexicon,
    language: english,
    decisions: [],
    ...more,
  };
}
