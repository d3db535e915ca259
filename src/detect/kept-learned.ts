/** What was learned as bytes: maps, sets and numbers come back as they were, to the last digit. */
import { deserialize, serialize } from 'node:v8';
import type { Lesson } from '../intents/second-reading.js';
import { type KeptAsking, restoreAsking } from '../questions/asking.js';
import { agentsFormsOf } from '../questions/forms.js';
import type { DetectContext } from '../transcript/context.js';
import type { Learned } from './learned.js';

interface Written extends Omit<Learned, 'asking' | 'lessons'> {
  asking: KeptAsking | null;
}

/** Without the lessons, which are customers' words and are kept with their sessions. */
export function writeLearned(learned: Learned): Uint8Array {
  const { slots, asking, needs, verbatimRates, boilerplate, holdsValues, deEscalation, openings } =
    learned;
  const { reading, model, askedRates, agentWords } = learned;
  return serialize({
    slots,
    needs,
    verbatimRates,
    boilerplate,
    holdsValues,
    deEscalation,
    openings,
    reading,
    model,
    askedRates,
    agentWords,
    asking: asking?.kept ?? null,
  } satisfies Written);
}

/** @param body as this version of the code and of Node wrote it */
export function readLearned(
  body: Uint8Array,
  lessons: readonly Lesson[],
  { definition, lexicon, config }: Pick<DetectContext, 'definition' | 'lexicon' | 'config'>,
): Learned {
  const { asking, ...learned } = deserialize(body) as Written;
  const { slots, verbatimRates } = learned;
  return {
    ...learned,
    lessons,
    asking:
      asking &&
      restoreAsking(
        asking,
        slots,
        lexicon,
        verbatimRates,
        agentsFormsOf(definition, config.verificationSlots),
      ),
  };
}
