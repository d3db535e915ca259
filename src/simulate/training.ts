/** What the fictional bot knows: its training phrases, always the same for a world whatever the seed. */
import { createRandom } from '../lib/random.js';
import { render, slotsOf } from './template.js';
import { makeValue } from './values.js';
import type { World, WorldIntent } from './world.js';

export const greet = 'greet';
export const talkToHuman = 'talk_to_human';

export interface TrainingPhrase {
  text: string;
  /** Slot values inside `text`, in UTF-16 units, end exclusive. */
  entities: { slot: string; start: number; end: number }[];
}

/** Training texts hold made-up values; dates count from this moment. */
const epoch = Date.parse('2026-01-05T12:00:00Z');

function phrase(world: World, template: string, key: string): TrainingPhrase {
  const random = createRandom('training', world.id, key);
  const marked = render(template, random, (slot) => `⟦${slot}⟧`);
  const entities: TrainingPhrase['entities'] = [];
  let text = '';
  for (const part of marked.split(/(⟦\w+⟧)/)) {
    const slot = world.slots.find(({ name }) => part === `⟦${name}⟧`);
    const words = slot ? makeValue(slot.kind, random, epoch) : part;
    if (slot)
      entities.push({ slot: slot.name, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, entities };
}

const rounds = 4;
const fewest = 14;

/** Every reading of the templates that turns up in a few rounds; with "please" where that leaves too few. */
function expand(world: World, intent: WorldIntent): TrainingPhrase[] {
  const found = new Map<string, TrainingPhrase>();
  const add = (template: string, round: number) => {
    const made = phrase(world, template, `${intent.name}/${template}/${round}`);
    const key = made.text.toLowerCase();
    if (!found.has(key)) found.set(key, made);
  };
  for (let round = 0; round < rounds; round++)
    // A value tells the classifier nothing: two examples of a phrase with one are enough.
    for (const template of intent.train)
      if (round < 2 || slotsOf(template).length === 0) add(template, round);
  for (const template of intent.train)
    if (found.size < fewest && !template.includes('please')) add(`${template} please`, 0);
  return [...found.values()].slice(0, 40);
}

const plain = (texts: string[]): TrainingPhrase[] => texts.map((text) => ({ text, entities: [] }));

/** Every intent of the bot with its phrases, in the order of the training files. */
export function trainingPhrases(world: World): Map<string, TrainingPhrase[]> {
  return new Map([
    [greet, plain(world.greetTraining)],
    [talkToHuman, plain(world.humanTraining)],
    ...world.intents.map((intent): [string, TrainingPhrase[]] => [
      intent.name,
      expand(world, intent),
    ]),
  ]);
}
