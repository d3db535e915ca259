/** A turn's words, read once for everything that asks about them. */
import type { Lexicon } from '../domain/lexicon.js';
import type { Language } from '../language/language.js';
import { remembering } from '../lib/memo.js';
import { createPhrasebook } from '../text/phrasebook.js';
import { type Prepared, prepare } from '../text/similarity.js';
import { wordsOf } from './clauses.js';
import { textsRemembered } from './settings.js';

/** Which lists of the lexicon a turn has phrases of. */
export type Mark =
  | 'human'
  | 'objection'
  | 'told'
  | 'evasion'
  | 'context'
  | 'generic'
  | 'fallback'
  | 'greeting'
  | 'thanks'
  | 'yes'
  | 'no';

/** Most turns are never asked for more than their text, so the rest is read when it is wanted, and once. */
export interface ReadTurn {
  readonly index: number;
  readonly at: number;
  readonly text: string;
  /** See `ContactTurn.codeShapes`. */
  readonly codeShapes: readonly string[];
  readonly words: string[];
  /** Words that are no stop words and no courtesy. */
  readonly content: string[];
  readonly marks: ReadonlySet<Mark>;
  /** Nothing but greeting, thanks, yes or no. */
  readonly courtesyOnly: boolean;
  /** The words ask for a person in place of the bot. */
  readonly asksForPerson: boolean;
  /** Ready for comparison with another turn. */
  readonly prepared: Prepared;
}

export type TurnReader = (turn: UnreadTurn, index: number) => ReadTurn;

interface UnreadTurn {
  at: number;
  text?: string;
  codeShapes?: readonly string[];
}

const none: readonly string[] = [];

const courtesies = new Set<Mark>(['greeting', 'thanks', 'yes', 'no']);

/** @param language whose constructions ask for a person; without it only the lexicon's phrases do */
export function createTurnReader(
  lexicon: Lexicon,
  language?: Pick<Language, 'asksForPerson'>,
): TurnReader {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  const humans = new Set(lexicon.humanNames.flatMap(wordsOf));
  const fillers = new Set(lexicon.disfluencies.flatMap(wordsOf));
  const lists: [Mark, readonly string[]][] = [
    ['human', lexicon.humanRequests],
    ['objection', lexicon.objections],
    ['told', lexicon.alreadyTold],
    ['evasion', lexicon.evasions],
    ['context', lexicon.contextOpenings],
    ['generic', lexicon.genericOpenings],
    ['fallback', lexicon.botFallbacks],
    ['greeting', lexicon.greetings],
    ['thanks', lexicon.thanks],
    ['yes', lexicon.affirmations],
    ['no', lexicon.negations],
  ];
  const find = createPhrasebook<Mark>(
    lists.flatMap(([mark, phrases]) => phrases.map((phrase) => [wordsOf(phrase), mark] as const)),
  );

  const readMarks = (words: readonly string[]): MarkedWords => {
    const hits = find(words);
    const courteous = new Set<number>();
    for (const { label, from, to } of hits)
      if (courtesies.has(label)) for (let i = from; i < to; i++) courteous.add(i);
    const content = words.filter((word, i) => !stop.has(word) && !courteous.has(i));
    const marks = new Set(hits.map(({ label }) => label));
    // "Agent" alone asks for one; "the agent told me" does not.
    if (content.length > 0 && content.every((word) => humans.has(word))) marks.add('human');
    return {
      marks,
      content,
      // "Uh yes" says no more than "yes".
      courteous: courteous.size > 0 && content.every((word) => fillers.has(word)),
    };
  };
  const asksForPerson = (text: string) => language?.asksForPerson(text) ?? false;
  const read = remembering(textsRemembered, (text) => new ReadText(text, readMarks, asksForPerson));
  return ({ at, text = '', codeShapes = none }, index) =>
    new LazyTurn(index, at, text, codeShapes, read(text));
}

interface MarkedWords {
  marks: ReadonlySet<Mark>;
  content: string[];
  courteous: boolean;
}

/** A text read once: prompts and agents' stock phrases come all night. */
class ReadText {
  #words: string[] | undefined;
  #marked: MarkedWords | undefined;
  #prepared: Prepared | undefined;
  #asksForPerson: boolean | undefined;

  constructor(
    private readonly text: string,
    private readonly readMarks: (words: readonly string[]) => MarkedWords,
    private readonly hears: (text: string) => boolean,
  ) {}

  get words(): string[] {
    this.#words ??= wordsOf(this.text);
    return this.#words;
  }

  get marked(): MarkedWords {
    this.#marked ??= this.readMarks(this.words);
    return this.#marked;
  }

  get asksForPerson(): boolean {
    this.#asksForPerson ??= this.marked.marks.has('human') || this.hears(this.text);
    return this.#asksForPerson;
  }

  get prepared(): Prepared {
    this.#prepared ??= prepare(this.text);
    return this.#prepared;
  }
}

class LazyTurn implements ReadTurn {
  constructor(
    readonly index: number,
    readonly at: number,
    readonly text: string,
    readonly codeShapes: readonly string[],
    private readonly read: ReadText,
  ) {}

  get words(): string[] {
    return this.read.words;
  }

  get content(): string[] {
    return this.read.marked.content;
  }

  get marks(): ReadonlySet<Mark> {
    return this.read.marked.marks;
  }

  get courtesyOnly(): boolean {
    return this.read.marked.courteous && !this.text.includes('⟨');
  }

  get asksForPerson(): boolean {
    return this.read.asksForPerson;
  }

  get prepared(): Prepared {
    return this.read.prepared;
  }
}
