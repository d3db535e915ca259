/**
 * A sound business in which only what is planted fails: its bot knows how customers talk, its forms ask for all that agents
 * need, its agents read what comes along. Each defect names the repair that would end it.
 */
import type { RepairKind } from '../domain/repair.js';
import { createRandom, type Random } from '../lib/random.js';
import { type Habits, usualHabits } from './habits.js';
import type { World, WorldIntent } from './world.js';

export interface PlantedDefect {
  repair: RepairKind;
  intent?: string;
  slot?: string;
}

type Of = 'slot' | 'intent' | 'uncovered' | 'bot';

/**
 * Every kind that is worth something in a simulation, what it is about, and how often it is drawn at most. The bot here hands over
 * at the first request, and what customers lose who leave a queue is on no record.
 */
const plantable: [RepairKind, Of, number][] = [
  ['teach_intent', 'intent', 3],
  ['add_slot', 'slot', 3],
  ['ask_before_handoff', 'slot', 2],
  ['improve_capture', 'slot', 3],
  ['read_back', 'slot', 2],
  ['new_intent', 'uncovered', 2],
  ['break_loop', 'intent', 1],
  ['dead_end_answer', 'intent', 1],
  ['fix_backend', 'intent', 1],
  ['time_window', 'intent', 1],
  ['pass_context', 'bot', 1],
  ['agent_opening', 'bot', 1],
];

/** Draws defects, no two of which are about the same intent or slot; the same for a world and a seed. */
export function drawDefects(world: World, count: number, seed: number): PlantedDefect[] {
  const random = createRandom('defects', world.id, seed);
  const kinds = shuffled(
    plantable.flatMap(([kind, of, times]) => Array<[RepairKind, Of]>(times).fill([kind, of])),
    random,
  );
  const used = new Set<string>();
  const drawn: PlantedDefect[] = [];
  for (const [repair, of] of kinds) {
    const place = shuffled(placesOf(world, of), random).find(({ key }) => !used.has(key));
    if (drawn.length >= count || !place) continue;
    if (of !== 'bot') used.add(place.key);
    drawn.push({ repair, ...place.about });
  }
  return drawn;
}

const placesOf = (world: World, of: Of): { key: string; about: Omit<PlantedDefect, 'repair'> }[] =>
  ({
    bot: () => [{ key: '', about: {} }],
    intent: () => world.intents.map(({ name }) => ({ key: name, about: { intent: name } })),
    uncovered: () => world.uncovered.map(({ name }) => ({ key: name, about: { intent: name } })),
    slot: () =>
      world.intents.flatMap(({ name: intent, needs }) =>
        slotsAskedFor(world, needs).map((slot) => ({ key: slot, about: { intent, slot } })),
      ),
  })[of]();

const slotsAskedFor = (world: World, needs: readonly string[]): string[] =>
  needs.filter((name) => !world.slots.find((slot) => slot.name === name)?.verification);

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

type Holds = (repair: RepairKind, intent?: string, slot?: string) => boolean;

const holdsAmong =
  (defects: readonly PlantedDefect[]): Holds =>
  (repair, intent, slot) =>
    defects.some((one) => one.repair === repair && one.intent === intent && one.slot === slot);

/** The world with these defects and no others. */
export function plant(world: World, defects: readonly PlantedDefect[]): World {
  const holds = holdsAmong(defects);
  const intentOf = (repair: RepairKind) => defects.find((one) => one.repair === repair)?.intent;
  const badIntent = intentOf('time_window');
  return {
    ...world,
    asides: [],
    deadEnd: intentOf('dead_end_answer') ?? '',
    badHours: badIntent
      ? { ...world.badHours, intent: badIntent }
      : { ...world.badHours, from: 0, to: 0 },
    intents: world.intents.map((intent) => soundIntent(world, intent, holds)),
    uncovered: world.uncovered.filter(({ name }) => holds('new_intent', name)),
  };
}

/** What a rule gives to a person where nothing is wrong with it. */
const usualRuleShare = 0.2;

function soundIntent(world: World, intent: WorldIntent, holds: Holds): WorldIntent {
  const { name, needs, requires, train, said } = intent;
  const needed = [...new Set([...requires, ...needs])];
  const isDeadEnd = holds('dead_end_answer', name);
  return {
    ...intent,
    requires: needed.filter((slot) => !holds('add_slot', name, slot)),
    train: holds('teach_intent', name) ? train : [...train, ...said],
    ruleShare: isDeadEnd ? 0.97 : Math.min(intent.ruleShare, usualRuleShare),
    ruleText: isDeadEnd || world.deadEnd !== name ? intent.ruleText : world.badHours.ruleText,
  };
}

/** How often what is planted shows, where it can. */
const shown = { unheard: 0.45, misheard: 0.35, repeats: 0.4, backendFails: 0.18 };

/** The habits of people and machines among whom only what is planted fails. */
export function plantedHabits(defects: readonly PlantedDefect[]): Habits {
  const holds = holdsAmong(defects);
  const usualWhere = <K extends keyof Habits>(repair: RepairKind, key: K, sound: Habits[K]) =>
    holds(repair) ? usualHabits[key] : sound;
  const always = { none: 1, flag: 1, summary: 1, transcript: 1 };
  return {
    ...usualHabits,
    asksForPerson: 0,
    asksInForm: 0,
    mistypes: 0,
    corrects: 0,
    stubborn: 0,
    spellsPlainly: true,
    understands: (want) => !holds('teach_intent', want) && !holds('new_intent', want),
    unheard: (intent, slot) => (holds('improve_capture', intent, slot) ? shown.unheard : 0),
    misheard: (intent, slot) => (holds('read_back', intent, slot) ? shown.misheard : 0),
    passesOver: (intent, slot) => holds('ask_before_handoff', intent, slot),
    repeats: (intent) => (holds('break_loop', intent) ? shown.repeats : 0),
    backendFails: (intent) => (holds('fix_backend', intent) ? shown.backendFails : 0),
    contexts: usualWhere('pass_context', 'contexts', [['transcript', 1]]),
    reuse: usualWhere('pass_context', 'reuse', always),
    warmth: usualWhere('agent_opening', 'warmth', always),
    explainsAnyway: usualWhere('agent_opening', 'explainsAnyway', 0),
    rage: usualWhere('agent_opening', 'rage', 0),
    staysAngry: usualWhere('agent_opening', 'staysAngry', 0),
    abandons: 0,
    unrecorded: 0,
  };
}
