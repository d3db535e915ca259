/** From what a customer said to a phrase that may be taught: cut to the wish, every value marked and made up. */
import type { Classifier, LabelledPhrase, Prediction } from '../domain/classifier.js';
import type { BotDefinition } from '../domain/conversation.js';
import type { Handled, JourneyResult } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import { nameWords } from '../domain/name-words.js';
import type { Language } from '../language/language.js';
import { remembering } from '../lib/memo.js';
import { seedOf } from '../lib/seed.js';
import { prepare } from '../text/similarity.js';
import { contentStems, words } from '../text/words.js';
import { createAsides } from './asides.js';
import { besideOf, openedBy } from './beside.js';
import { createInterjections } from './interjections.js';
import { createNeighbours } from './neighbours.js';
import { createOpeners } from './openers.js';
import { createOwnEnds } from './own-ends.js';
import { createOwnStems } from './own-stems.js';
import { replaceValues } from './replace.js';
import type { Said } from './said.js';
import type { Spoken } from './segments.js';
import { halves, textsRemembered } from './settings.js';
import { createSlips, type Slips } from './slips.js';
import { createSlotFinder, type SlotFinder } from './slot-finder.js';
import { createStandsAlone } from './stands-alone.js';
import { lessonsOf, phraseKey, type Training } from './training.js';
import { hasUnmarked } from './unmarked.js';
import { cutToWish } from './wish.js';
import type { Phrasing, Worded } from './worded.js';

export interface PhrasingInput {
  definition: BotDefinition | null;
  training: Training;
  results: readonly JourneyResult[];
  handled: readonly Handled[];
  /** Wordings with the label that the agent side shows. */
  labelled: readonly (LabelledPhrase & { sessionId: string })[];
  train: (phrases: LabelledPhrase[]) => Classifier;
  lexicon: Lexicon;
  language: Language;
}

export function createPhrasing(input: PhrasingInput): Phrasing {
  const { definition, results, handled, training, labelled, lexicon, language } = input;
  const caught = [
    ...results.flatMap(({ utterance }) => utterance ?? []),
    ...handled.map(({ utterance }) => utterance),
  ];
  const finder = createSlotFinder(definition, caught);
  const trained = new Set(training.phrases.flatMap(({ text }) => words(text)));
  const slips = createSlips(
    [...caught, ...training.phrases].map(({ text }) => text),
    (word) => trained.has(word) || language.isWord(word) || language.isTalkWord(word),
  );
  const readerOf = createReaders(input);
  const isOwn = ownWords(training);
  const slots = definition?.slots ?? [];
  const idle = idleWords(lexicon);
  const said = [
    ...results.flatMap(({ utterance, trueIntent }) =>
      utterance ? [{ text: utterance.text, intent: wantedIn(trueIntent) }] : [],
    ),
    ...handled.map(({ utterance, intent }) => ({ text: utterance.text, intent })),
  ];
  const taught = ` ${training.phrases.map(({ key }) => key).join(' | ')} `;
  const isTaught = (phrase: string) => taught.includes(` ${phraseKey(phrase)} `);
  const openers = createOpeners([...said, ...quotedIn(results)], isTaught, language.isWord);
  const beside = openedBy(besideOf(lexicon), openers.opening);
  const { special, aboutBot } = beside;
  const { afterOpenings: afterKnownOpenings } = besideOf(lexicon);
  const asides = createAsides(said, {
    afterOpenings: afterKnownOpenings,
    openers: { behind: beside.afterOpenings, isOne: openers.isOne },
    isBeside: (text) => special.test(text) || aboutBot.test(text),
  });
  const neighbours = createNeighbours(labelled);
  const own = createOwnStems(lessonsOf(training), labelled, new Set(lexicon.stopWords));
  const standsAlone = createStandsAlone(own, lexicon);
  const interjections = createInterjections(said, isTaught);
  const ownEndsOf = createOwnEnds(
    said.map((one) => ({ ...one, text: beside.afterOpenings(one.text) })),
  );
  const worded = (spoken: Spoken): Worded | null => {
    const { guessed, ...replaced } = replaceValues(spoken, slots);
    if (guessed || (slots.length > 0 && hasUnmarked(replaced, language))) return null;
    const said = wordedOf(replaced, slips, idle);
    return said && { ...said, ownEnds: ownEndsOf(spoken.text) };
  };
  return {
    wish({ utterance, sessionId }, intent) {
      if (!utterance || finder.namesUnknown(utterance.text)) return null;
      const marked = withValues(utterance, finder, intent);
      const read = readerOf(sessionId);
      const cut = cutToWish(marked, intent, {
        ...{ read, lexicon, beside, isOwn, isTaught, isOfMatter: own.isOfMatter, asides },
      });
      if (!cut || finder.leavesOpen(cut.text, intent, cut.entities)) return null;
      if (!standsAlone(cut.text, intent)) return null;
      if (asides.hasCommoner(cut.text) || interjections.within(cut.text)) return null;
      // Who wants a person says nothing of the matter, whatever it was filed under.
      if (language.asksForPerson(cut.text)) return null;
      return neighbours.agree(cut.text, intent, sessionId) ? worded(cut) : null;
    },
    compared: (spoken) => ({
      key: phraseKey(spoken.text),
      prepared: prepare(spoken.text),
      content: contentStems(masked(spoken), idle).join(' '),
      ownEnds: ownEndsOf(spoken.text),
    }),
    masked: (phrase) => masked(withValues(phrase, finder, null)),
    turn: (utterance, intent) => worded(withValues(utterance, finder, intent)),
  };
}

const wantedIn = ({ name, standing }: JourneyResult['trueIntent']): string | null | undefined =>
  standing === 'none' ? undefined : name;

/** What customers said to the bot beside what carries their wish, as far as it is kept. */
const quotedIn = (results: readonly JourneyResult[]): Said[] =>
  results.flatMap(({ quotes, customerTurns, utterance, trueIntent }) =>
    (customerTurns ?? [])
      .filter((turn) => turn.startsWith('bot:') && turn !== `bot:${utterance?.turn}`)
      .flatMap((turn) => {
        const text = quotes[turn];
        return text === undefined ? [] : [{ text, intent: wantedIn(trueIntent) }];
      }),
  );

/** What the bot caught, and what it might have caught beside it. */
function withValues({ text, entities }: Spoken, finder: SlotFinder, intent: string | null): Spoken {
  const found = finder.find(text, intent);
  const more = found.filter(
    ({ start, end }) => !entities.some((one) => one.start < end && one.end > start),
  );
  return { text, entities: [...entities, ...more].sort((a, b) => a.start - b.start) };
}

/** Values by their slots' names. */
function masked({ text, entities }: Spoken): string {
  let left = text;
  for (const { slot, start, end } of [...entities].sort((a, b) => b.start - a.start))
    left = `${left.slice(0, start)}${nameWords(slot)}${left.slice(end)}`;
  return left;
}

/** null for what has a slip in it. */
function wordedOf(
  spoken: Spoken,
  slips: Slips,
  idle: ReadonlySet<string>,
): Omit<Worded, 'ownEnds'> | null {
  const said = masked(spoken);
  if (slips.has(said)) return null;
  return { ...spoken, prepared: prepare(said), content: contentStems(said, idle).join(' ') };
}

/** Words without which the same is said; not what asks ("where"), and not what denies. */
function idleWords({ stopWords, negations, requestCues, polarCues }: Lexicon): Set<string> {
  const asking = [...requestCues, ...polarCues].flatMap((cue) => words(cue)[0] ?? []);
  const telling = new Set([...negations, ...asking]);
  return new Set(stopWords.filter((word) => !telling.has(word)));
}

/** Whether phrases of the intent use these words. */
function ownWords({ phrases }: Training): (words: string, intent: string | null) => boolean {
  const texts = new Map<string, string>();
  for (const { intent, key } of phrases) texts.set(intent, `${texts.get(intent) ?? ' '}${key} | `);
  return (phrase, intent) => {
    const key = phrase.replace(/[^\p{L}\p{N}]+/gu, ' ');
    return intent !== null && (texts.get(intent)?.includes(` ${key} `) ?? false);
  };
}

/** Each session is read by a classifier that was taught the other half of the wordings. Cost: at most two trainings. */
function createReaders({ training, labelled, train }: PhrasingInput) {
  const readers = new Map<number, (text: string) => Prediction>();
  const readerOf = (half: number): ((text: string) => Prediction) => {
    const known = readers.get(half);
    if (known) return known;
    const others = labelled.filter((one) => seedOf(one.sessionId) % halves !== half);
    const classifier = train([...lessonsOf(training), ...others]);
    // The parts of a turn are read again and again while it is cut.
    const reader = remembering(textsRemembered, (text) => classifier.classify(text));
    readers.set(half, reader);
    return reader;
  };
  return (sessionId: string): ((text: string) => Prediction) | null => {
    if (!training.shadow || labelled.length === 0) return null;
    const half = seedOf(sessionId) % halves;
    return (text) => readerOf(half)(text);
  };
}
