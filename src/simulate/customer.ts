/** What the customer says and knows, in their own words. */
import { asWritten } from './noise.js';
import { type Scene, slotOf } from './scene.js';
import type { Statement } from './story.js';
import { render } from './template.js';
import { hearValue, makeValue, plainly, spellValue } from './values.js';

/** The true value of a slot, canonical. */
export function factOf(scene: Scene, name: string): string {
  const known = scene.facts.get(name);
  if (known !== undefined) return known;
  const made = makeValue(slotOf(scene, name).kind, scene.random, scene.startedAt);
  scene.facts.set(name, made);
  return made;
}

/** One of the ways to write it; where customers write plainly, one that the bot's extractor reads. */
export function spellFact(scene: Scene, name: string): string {
  const { kind } = slotOf(scene, name);
  const fact = factOf(scene, name);
  const spelt = spellValue(kind, fact, scene.random);
  if (!scene.stage.habits.spellsPlainly || hearValue(kind, spelt, false) === fact) return spelt;
  return plainly(kind, fact);
}

/** Share of the statements that are as plain as the bot team imagined when it wrote the training phrases. */
const plainShare = 0.38;

/** What the customer wants; with the story behind it where `withDetail`. */
export function statement(scene: Scene, withDetail: boolean, angry: boolean): Statement {
  const { random, want, manner } = scene;
  const slots: string[] = [];
  const pool = 'train' in want && random.chance(plainShare) ? want.train : want.said;
  const words = render(`${random.pick(manner.lead)}${random.pick(pool)}`, random, (slot) => {
    slots.push(slot);
    return spellFact(scene, slot);
  });
  const parts = [
    angry ? render(random.pick(manner.anger), random) : '',
    words,
    withDetail ? scene.detail : '',
  ];
  const text = parts.filter((part) => part !== '').join(', ');
  return { text: asWritten(text, scene.channel, random), slots };
}

/** What the customer says to the bot next, or null when the conversation has ended. */
export type Next = (Statement & { kind: 'issue' | 'objection' | 'human' | 'hello' }) | null;

export function askForHuman({ random, channel, manner }: Scene): Next {
  const text = asWritten(render(random.pick(manner.humanRequests), random), channel, random);
  return { kind: 'human', text, slots: [] };
}

export const explainToBot = (scene: Scene): Next => ({
  kind: 'issue',
  ...statement(scene, scene.random.chance(0.25), false),
});

/** "No, not that", alone or with the want once more. */
export function objection(scene: Scene): Next {
  const { random, channel, manner } = scene;
  const no = render(random.pick(manner.objections), random);
  if (random.chance(0.45))
    return { kind: 'objection', text: asWritten(no, channel, random), slots: [] };
  const again = statement(scene, random.chance(0.2), false);
  return { kind: 'issue', text: `${no}, ${again.text}`, slots: again.slots };
}

/** The first words to the bot. */
export function firstWords(scene: Scene): Next {
  const { random, channel, manner } = scene;
  const turn = random.next();
  const { greets, asksForPerson } = scene.stage.habits;
  if (turn < greets) {
    const text = asWritten(random.pick(manner.greetings), channel, random);
    return { kind: 'hello', text, slots: [] };
  }
  if (turn < greets + asksForPerson) return askForHuman(scene);
  return { kind: 'issue', ...statement(scene, random.chance(0.35), scene.angry) };
}
