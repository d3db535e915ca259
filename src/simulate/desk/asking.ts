/** What the agent asks for: identity on purpose, and what is needed and not at hand. */
import { factOf, spellFact } from '../customer.js';
import type { AgentManner } from '../manner.js';
import { oneOf, slotOf } from '../scene.js';
import { render } from '../template.js';
import { spellValue } from '../values.js';
import type { WorldSlot } from '../world.js';
import { type DeskConversation, reply, startSolving, write } from './visit.js';

/** The words in which this agent asks for a slot. */
function askFor({ scene, manner: { asks } }: DeskConversation, slot: WorldSlot): string {
  const { random } = scene;
  if (asks.shorthandShare && random.chance(asks.shorthandShare)) return slot.terse;
  const noun = random.pick(slot.nouns);
  if (asks.own && asks.ownShare && random.chance(asks.ownShare))
    return render(random.pick(asks.own), random, () => noun);
  if (random.chance(asks.slotShare)) return render(random.pick(slot.asks), random);
  return render(random.pick(asks.frames), random, () => noun);
}

/** Every wording in which agents of these manners may ask for a slot; frames are listed once with each noun. */
export function wordingsOf(slot: WorldSlot, manners: readonly AgentManner[]): string[] {
  const frames = new Set(manners.flatMap(({ asks }) => [...asks.frames, ...(asks.own ?? [])]));
  const framed = [...frames].flatMap((frame) =>
    slot.nouns.map((noun) => frame.replace('{noun}', noun)),
  );
  return [...slot.asks, slot.terse, ...framed];
}

function answer(talk: DeskConversation, slots: WorldSlot[]): void {
  const { scene, story } = talk;
  const { random, manner } = scene;
  if (random.chance(0.06)) reply(talk, random.pick(manner.waits));
  if (random.chance(0.02)) {
    reply(talk, random.pick(manner.cannotFind));
    return;
  }
  const values = slots.map(({ name }) => spellFact(scene, name)).join(' and ');
  const held = slots.some(({ name }) => talk.visit.bot?.held.has(name));
  const complaint = held && random.chance(0.15) ? `${oneOf(manner.alreadyGiven, random)} ` : '';
  reply(talk, complaint + render(random.pick(manner.gives), random, () => values));
  for (const { name } of slots) story.given.set(name, factOf(scene, name));
}

/** Asks for one slot or two at once, after `opening`. */
export function ask(talk: DeskConversation, slots: WorldSlot[], opening = ''): void {
  const { scene, story, visit, manner } = talk;
  const { random } = scene;
  const [first, second] = slots;
  if (!first) return;
  const settled = ({ name, verification }: WorldSlot) =>
    verification || (visit.held ?? visit.bot?.held)?.has(name) === true;
  if (!slots.some(settled)) startSolving(talk);
  const from = talk.now;
  let text: string;
  if (second) {
    const nouns = new Map([first, second].map((slot, i) => [i, random.pick(slot.nouns)]));
    const pair = oneOf(manner.asks.pairs, random);
    text = render(pair, random, (place) => nouns.get(place === 'first' ? 0 : 1) ?? '');
  } else text = askFor(talk, first);
  write(talk, opening + text);
  for (const { name } of slots) story.asked.add(name);
  answer(talk, slots);
  if (story.solvingFrom === undefined) story.identifying += talk.now - from;
}

/** Uses what the bot passed on: silently, or by reading it back. A wrong value comes to light only when read back. */
function readBack(talk: DeskConversation, slot: WorldSlot, held: string): void {
  const { scene, story, manner } = talk;
  const { random } = scene;
  if (random.chance(0.5)) return;
  const value = spellValue(slot.kind, held, random);
  const text = render(random.pick(manner.confirmations), random, () => value);
  write(talk, text);
  if (held === factOf(scene, slot.name)) {
    reply(talk, random.pick(scene.manner.acknowledgements));
    return;
  }
  const right = spellFact(scene, slot.name);
  reply(
    talk,
    render(oneOf(scene.manner.corrections, random), random, () => right),
  );
  story.given.set(slot.name, factOf(scene, slot.name));
}

/** What this agent wants to know: a part of the identity checks, what the want needs, now and then an aside. */
function wantedSlots({ scene }: DeskConversation): WorldSlot[] {
  const { random, stage, want } = scene;
  const checks = [...stage.slots.values()].filter(({ verification }) => verification);
  const identity = checks.filter(() => random.chance(0.55));
  const asides = stage.world.asides.filter(
    (name) => !want.needs.includes(name) && random.chance(0.08),
  );
  const wanted = [...want.needs, ...asides].map((name) => slotOf(scene, name));
  return [...identity, ...wanted.filter((slot) => !identity.includes(slot))];
}

/** Uses what came along and asks for the rest. */
export function collect(talk: DeskConversation): void {
  const { scene, story, visit } = talk;
  const { random } = scene;
  const open: WorldSlot[] = [];
  for (const slot of wantedSlots(talk)) {
    if (story.asked.has(slot.name) || (story.given.has(slot.name) && !slot.verification)) continue;
    const held = visit.bot?.held.get(slot.name);
    if (
      held !== undefined &&
      !slot.verification &&
      random.chance(scene.stage.habits.reuse[visit.context])
    )
      readBack(talk, slot, held);
    else open.push(slot);
  }
  while (open.length > 0) ask(talk, open.splice(0, open.length > 1 && random.chance(0.1) ? 2 : 1));
}
