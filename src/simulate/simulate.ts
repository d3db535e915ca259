/**
 * A fictional business with its bot, its agents and its customers, and the truth of what went wrong. The same options
 * give the same records, byte for byte.
 */

import type {
  AgentContactRecord,
  BotSessionRecord,
  Channel,
  ContextLevel,
  SurveyRecord,
  TruthLine,
} from '../domain/records.js';
import { addDays, createCalendar } from '../lib/calendar.js';
import { createRandom, type Random } from '../lib/random.js';
import { type BotStory, talkToBot } from './bot.js';
import { dayWeight, drawHour, timeWriter, type WriteTime } from './clock.js';
import { noted, type Person, personOf } from './customers.js';
import { type DeskStory, serve } from './desk.js';
import { trueFindings } from './labels.js';
import { rate } from './outcomes.js';
import {
  type ContactParts,
  contactRecord,
  identifier,
  sessionRecord,
  surveyRecord,
} from './records.js';
import type { Scene, Stage } from './scene.js';
import { householdPhone, identities, queueName, type Traffic, usualTraffic } from './traffic.js';
import { trainUnderstanding } from './understanding.js';
import type { World } from './world.js';
import { lender } from './worlds/lender.js';
import { telco } from './worlds/telco.js';

export const worlds = { lender, telco } as const satisfies Record<string, World>;
type WorldId = keyof typeof worlds;

export interface SimulationOptions {
  world: WorldId;
  /** About how many handoffs; contained sessions and direct contacts come on top, about as many of each. */
  journeys: number;
  seed: number;
  /** First local day, YYYY-MM-DD, and how many. */
  from: string;
  days: number;
  /** IANA zone; Europe/London unless given. */
  timeZone?: string;
  /** Share of the handoffs whose key both sides carry; 0.6 unless given. */
  keyShare?: number;
  /** By how much the contact centre's clock is ahead of the bot's; 0 unless given. */
  clockSkewSeconds?: number;
  /** How the contact centre differs from the usual one; see `traffic.ts`. */
  traffic?: Partial<Traffic>;
}

export interface SimulatedDay {
  day: string;
  sessions: BotSessionRecord[];
  contacts: AgentContactRecord[];
  surveys: SurveyRecord[];
  truth: TruthLine[];
}

type Simulation = Omit<SimulatedDay, 'day'>;

export const defaultTimeZone = 'Europe/London';
/** Local hours in which the backend is down on the outage day, `to` exclusive. */
const outageHours = { from: 11, to: 15 };
const abandonShare = 0.08;
const unrecordedShare = 0.03;
const surveyShare = 0.3;
const channels: [Channel, number][] = [
  ['chat', 0.72],
  ['messaging', 0.12],
  ['voice', 0.16],
];
const contexts: [ContextLevel, number][] = [
  ['none', 0.1],
  ['flag', 0.58],
  ['summary', 0.2],
  ['transcript', 0.12],
];

const draw = <T>(random: Random, list: [T, number][]): T =>
  random.weighted(list, ([, weight]) => weight)[0];

function setStage(world: World): Stage {
  return {
    world,
    understand: trainUnderstanding(world),
    intents: new Map(world.intents.map((intent) => [intent.name, intent])),
    slots: new Map(world.slots.map((slot) => [slot.name, slot])),
  };
}

/** Everything that one run keeps to itself. */
interface Run {
  options: SimulationOptions;
  traffic: Traffic;
  stage: Stage;
  time: WriteTime;
  end: number;
  outageDay: string | null;
}

interface Moment {
  at: number;
  day: string;
  hour: number;
  weekend: boolean;
}

const isOutage = (run: Run, { day, hour }: Moment): boolean =>
  day === run.outageDay && hour >= outageHours.from && hour < outageHours.to;

function sceneAt(run: Run, moment: Moment, random: Random): Scene {
  const { world } = run.stage;
  const want = random.weighted([...world.intents, ...world.uncovered], ({ weight }) => weight);
  const { from, to } = world.badHours;
  return {
    stage: run.stage,
    random,
    want,
    covered: run.stage.intents.has(want.name),
    channel: draw(random, channels),
    startedAt: moment.at,
    angry: random.chance(0.06),
    detail: random.pick(want.details),
    facts: new Map(),
    badHour: !moment.weekend && moment.hour >= from && moment.hour < to,
    outage: isOutage(run, moment),
  };
}

const fields: (keyof Person)[] = ['phone', 'email', 'account'];

/** Seconds in the queue until an agent answers. */
const queueing = ({ traffic: { waiting } }: Run, random: Random): number =>
  random.logNormal(waiting.medianSeconds, waiting.sigma);

function directContact(run: Run, scene: Scene, queuedAt: number, person: Person): ContactParts {
  const { random, want } = scene;
  const wait = queueing(run, random);
  const answeredAt = queuedAt + Math.round(wait * 1000);
  const desk = serve(scene, {
    agent: random.pick(run.stage.world.agents),
    queue: want.queue,
    answeredAt,
    context: 'none',
    mayTransfer: false,
    rated: random.chance(0.6),
  });
  const keep = fields.filter(() => random.chance(0.55));
  const customer = noted(
    scene,
    person,
    run.traffic.identity === 'mixed' ? keep : identities(random, run.traffic).contact,
  );
  const origin = random.chance(run.traffic.unknownOrigin)
    ? ('unknown' as const)
    : ('direct' as const);
  const contactId = identifier(random, [8, 4, 4, 4, 12]);
  const parts: ContactParts = {
    scene,
    desk,
    contactId,
    queue: queueName(want.queue, scene, run.traffic),
    queuedAt: recordedAt(run, queuedAt, answeredAt),
    answeredAt,
    origin,
    customer,
  };
  return random.chance(surveyShare)
    ? { ...parts, rating: rate(scene, desk, undefined, wait) }
    : parts;
}

/** When the contact's record begins: some systems know nothing of the queue. */
const recordedAt = ({ traffic }: Run, queuedAt: number, answeredAt: number): number =>
  traffic.recordsBegin === 'queued' ? queuedAt : answeredAt;

interface Served {
  parts: ContactParts;
  desk: DeskStory;
}

/** The agent contact that takes a handoff. */
function takeHandoff(
  run: Run,
  scene: Scene,
  bot: BotStory,
  context: ContextLevel,
  more: Pick<ContactParts, 'key' | 'customer'>,
): Served | undefined {
  const { random } = scene;
  const { handoff } = bot;
  if (!handoff) return undefined;
  const skew = (run.options.clockSkewSeconds ?? 0) * 1000;
  const queuedAt = handoff.at + random.int(1, 4) * 1000 + skew;
  const wait = queueing(run, random);
  const answeredAt = queuedAt + Math.round(wait * 1000);
  const desk = serve(scene, {
    agent: random.pick(run.stage.world.agents),
    queue: handoff.target,
    answeredAt,
    context,
    bot,
    mayTransfer: true,
    rated: random.chance(0.6),
  });
  const parts: ContactParts = {
    scene,
    desk,
    bot,
    contactId: identifier(random, [8, 4, 4, 4, 12]),
    queue: queueName(handoff.target, scene, run.traffic),
    queuedAt: recordedAt(run, queuedAt, answeredAt),
    answeredAt,
    origin: random.chance(run.traffic.unknownOrigin) ? 'unknown' : 'bot',
    ...more,
  };
  if (random.chance(surveyShare)) parts.rating = rate(scene, desk, bot, wait);
  return { parts, desk };
}

/** The second agent, after a transfer: has heard nothing of it. */
function takeTransfer(run: Run, scene: Scene, first: ContactParts, queue: string): ContactParts {
  const { random } = scene;
  const queuedAt = first.desk.endedAt + 1000;
  const answeredAt = queuedAt + Math.round(1000 * random.logNormal(60, 0.8));
  const others = run.stage.world.agents.filter(({ id }) => id !== first.desk.agent.id);
  const desk = serve(scene, {
    agent: random.pick(others),
    queue,
    answeredAt,
    context: 'none',
    mayTransfer: false,
    rated: random.chance(0.6),
  });
  return {
    scene,
    desk,
    contactId: identifier(random, [8, 4, 4, 4, 12]),
    queue: queueName(queue, scene, run.traffic),
    queuedAt: recordedAt(run, queuedAt, answeredAt),
    answeredAt,
    origin: 'transfer',
    customer: first.customer,
    previous: first.contactId,
  };
}

/** What the customer went through with both agents; how they were received is the first one's doing. */
const bothLegs = (first: DeskStory, second: DeskStory): DeskStory => ({
  ...first,
  asked: new Set([...first.asked, ...second.asked]),
  given: new Map([...second.given, ...first.given]),
  explained: first.explained || second.explained,
});

/** A later, direct contact of the same customer: a trap for whoever links by identity alone. */
function comesBack(run: Run, scene: Scene, person: Person, at: number): ContactParts[] {
  if (at >= run.end) return [];
  return [directContact(run, { ...scene, startedAt: at }, at, person)];
}

/** The same story with the name that this contact centre gives to the queue. */
const routed = (bot: BotStory, scene: Scene, traffic: Traffic): BotStory =>
  bot.handoff
    ? { ...bot, handoff: { ...bot.handoff, target: queueName(bot.handoff.target, scene, traffic) } }
    : bot;

interface Outcome {
  bot: BotStory;
  session: BotSessionRecord;
  contacts: ContactParts[];
  truth?: TruthLine;
}

/** Random, or one of a few numbers that the contact centre uses again and again. */
const handoffKey = ({ traffic: { keyPool } }: Run, random: Random): string =>
  keyPool === null ? `ho-${identifier(random, [10])}` : `${random.int(1000, 999 + keyPool)}`;

/** One customer from the bot's greeting to the last contact about it. */
function journey(run: Run, moment: Moment, random: Random): Outcome {
  const scene = sceneAt(run, moment, random);
  const person = { ...personOf(scene), ...householdPhone(random, run.options.seed, run.traffic) };
  const bot = talkToBot(scene);
  const sessionId = `s-${identifier(random, [12])}`;
  const context = draw(random, contexts);
  const keyed = random.chance(run.options.keyShare ?? 0.6);
  const key = keyed || random.chance(0.3) ? handoffKey(run, random) : undefined;
  const keep = identities(random, run.traffic, random.chance(keyed ? 0.5 : 0.75));
  const session = sessionRecord(
    {
      scene,
      bot: routed(bot, scene, run.traffic),
      sessionId,
      customer: noted(scene, person, keep.session),
      key,
      context,
    },
    run.time,
  );
  if (!bot.handoff) return { bot, session, contacts: [] };
  const contacts: ContactParts[] = [];
  let served: Served | undefined;
  const fate = random.next();
  if (fate >= abandonShare) {
    const customer = noted(scene, person, keep.contact);
    served = takeHandoff(run, scene, bot, context, { customer, ...(keyed && { key }) });
    if (fate < abandonShare + unrecordedShare) served = undefined;
  } else if (random.chance(0.35))
    contacts.push(...comesBack(run, scene, person, bot.handoff.at + random.int(300, 5400) * 1000));
  let desk = served?.desk;
  if (served) {
    contacts.push(served.parts);
    if (served.desk.transferTo) {
      const second = takeTransfer(run, scene, served.parts, served.desk.transferTo);
      contacts.push(second);
      desk = bothLegs(served.desk, second.desk);
    }
    if (random.chance(0.04))
      contacts.push(...comesBack(run, scene, person, moment.at + random.int(8, 80) * 3_600_000));
  }
  const truth: TruthLine = {
    session_id: sessionId,
    contact_id: served?.parts.contactId ?? null,
    true_intent: scene.covered ? scene.want.name : null,
    findings: trueFindings(scene, bot, desk),
  };
  return { bot, session, contacts, truth };
}

/** Sessions for one handoff, measured on a small trial of the same world. */
function sessionsPerHandoff(run: Run): number {
  const trials = 600;
  let handoffs = 0;
  for (let i = 0; i < trials; i++) {
    const random = createRandom('trial', run.stage.world.id, i);
    const hour = drawHour(random, false);
    const moment = { at: Date.parse(run.options.from), day: '', hour, weekend: false };
    if (talkToBot(sceneAt(run, moment, random)).handoff) handoffs++;
  }
  return trials / Math.max(1, handoffs);
}

interface DayPlan {
  day: string;
  start: number;
  weekend: boolean;
  share: number;
}

function planDays(options: SimulationOptions, timeZone: string): DayPlan[] {
  const calendar = createCalendar(timeZone);
  const days = Array.from({ length: options.days }, (_, i) => {
    const day = addDays(options.from, i);
    const start = calendar.startOf(day);
    const { weekend } = calendar.local(start);
    return { day, start, weekend, share: options.traffic?.hours ? 1 : dayWeight(weekend) };
  });
  const total = days.reduce((sum, { share }) => sum + share, 0);
  return days.map((plan) => ({ ...plan, share: plan.share / total }));
}

/** One weekday, a little past the middle. Too short a simulation has none. */
function chooseOutageDay(days: DayPlan[]): string | null {
  if (days.length < 5) return null;
  return days.slice(Math.floor(days.length * 0.55)).find(({ weekend }) => !weekend)?.day ?? null;
}

/** The planted burst of backend failures, or null. */
export function plannedOutage(options: SimulationOptions) {
  const days = planDays(options, options.timeZone ?? defaultTimeZone);
  const day = chooseOutageDay(days);
  return day === null ? null : { day, ...outageHours };
}

function moments(run: Run, plan: DayPlan, count: number, random: Random): Moment[] {
  const { hours } = run.traffic;
  return Array.from({ length: count }, () => {
    const hour = hours ? random.int(hours.from, hours.to - 1) : drawHour(random, plan.weekend);
    const at = plan.start + (hour * 3600 + random.int(0, 3599)) * 1000;
    return { at, day: plan.day, hour, weekend: plan.weekend };
  }).sort((a, b) => a.at - b.at);
}

function simulateDay(run: Run, plan: DayPlan, sessions: number, directs: number): SimulatedDay {
  const { seed, world } = run.options;
  const of = (...keys: (string | number)[]) => createRandom(world, seed, plan.day, ...keys);
  const journeys = moments(run, plan, sessions, of('times')).map((moment, i) =>
    journey(run, moment, of('journey', i)),
  );
  const direct = moments(run, plan, directs, of('direct times')).map((moment, i) => {
    const scene = sceneAt(run, moment, of('direct', i));
    const person = { ...personOf(scene), ...householdPhone(scene.random, seed, run.traffic) };
    return directContact(run, scene, moment.at, person);
  });
  const parts = [...journeys.flatMap(({ contacts }) => contacts), ...direct].sort(
    (a, b) => a.queuedAt - b.queuedAt || (a.contactId < b.contactId ? -1 : 1),
  );
  return {
    day: plan.day,
    sessions: journeys.map(({ session }) => session),
    contacts: parts.map((part) => contactRecord(part, run.time)),
    surveys: parts.flatMap((part) =>
      part.rating ? [surveyRecord(part, part.rating, run.time)] : [],
    ),
    truth: journeys.flatMap(({ truth }) => (truth ? [truth] : [])),
  };
}

/** One local day after the other; only one is in memory at a time. */
export function* simulateDays(options: SimulationOptions): Generator<SimulatedDay> {
  const timeZone = options.timeZone ?? defaultTimeZone;
  const days = planDays(options, timeZone);
  const last = days.at(-1);
  const traffic = { ...usualTraffic, ...options.traffic };
  const run: Run = {
    options,
    traffic,
    stage: setStage(worlds[options.world]),
    time: timeWriter(timeZone),
    end: (last?.start ?? 0) + 86_400_000,
    outageDay: chooseOutageDay(days),
  };
  const total = options.journeys * sessionsPerHandoff(run);
  for (const plan of days)
    yield simulateDay(
      run,
      plan,
      Math.round(total * plan.share),
      Math.round(options.journeys * traffic.directRatio * plan.share),
    );
}

/** The whole simulation in memory. */
export function simulate(options: SimulationOptions): Simulation {
  const all: Simulation = { sessions: [], contacts: [], surveys: [], truth: [] };
  for (const day of simulateDays(options)) {
    all.sessions.push(...day.sessions);
    all.contacts.push(...day.contacts);
    all.surveys.push(...day.surveys);
    all.truth.push(...day.truth);
  }
  return all;
}
