/** One customer from the bot's greeting to the last contact about it, and customers who came to an agent directly. */
import type { BotSessionRecord, ContextLevel, TruthLine } from '../domain/records.js';
import type { Random } from '../lib/random.js';
import { talkToBot } from './bot/bot.js';
import { serve } from './desk/desk.js';
import type { Visit } from './desk/visit.js';
import { journeyDetails } from './details.js';
import {
  fields,
  householdPhone,
  identities,
  noted,
  type Person,
  personOf,
  queueName,
} from './identity.js';
import { trueFindings } from './labels.js';
import type { JourneyDetails } from './options.js';
import { rate } from './outcomes.js';
import type { Moment } from './plan.js';
import { type ContactParts, identifier, sessionRecord } from './records.js';
import { draw, type Simulation, sceneAt } from './run.js';
import type { Scene } from './scene.js';
import { type BotStory, bothLegs, type DeskStory } from './story.js';

const surveyShare = 0.3;

const personAt = (run: Simulation, scene: Scene): Person => ({
  ...personOf(scene),
  ...householdPhone(scene.random, run.options.seed, run.traffic),
});

/** Seconds in the queue until an agent answers. */
const queueing = ({ traffic: { waiting } }: Simulation, random: Random): number =>
  random.logNormal(waiting.medianSeconds, waiting.sigma);

/** When the contact's record begins: some systems know nothing of the queue. */
const recordedAt = ({ traffic }: Simulation, queuedAt: number, answeredAt: number): number =>
  traffic.recordsBegin === 'queued' ? queuedAt : answeredAt;

type Arrival = Pick<Visit, 'queue' | 'answeredAt' | 'context' | 'bot' | 'held' | 'mayTransfer'>;

/** An agent answers; `not` is one who has already been there. */
function meetAgent(run: Simulation, scene: Scene, arrival: Arrival, not?: string): DeskStory {
  const { random } = scene;
  const free = run.stage.world.agents.filter(({ id }) => id !== not);
  return serve(scene, { agent: random.pick(free), ...arrival, rated: random.chance(0.6) });
}

function directContact(
  run: Simulation,
  scene: Scene,
  queuedAt: number,
  person: Person,
): ContactParts {
  const { random, want } = scene;
  const wait = queueing(run, random);
  const answeredAt = queuedAt + Math.round(wait * 1000);
  const arrival = { queue: want.queue, answeredAt, context: 'none', mayTransfer: false } as const;
  const desk = meetAgent(run, scene, arrival);
  const keep = fields.filter(() => random.chance(0.55));
  const customer = noted(
    scene,
    person,
    run.traffic.identity === 'mixed' ? keep : identities(random, run.traffic).contact,
  );
  const origin = random.chance(run.traffic.unknownOrigin) ? 'unknown' : 'direct';
  const parts: ContactParts = {
    scene,
    desk,
    contactId: identifier(random, [8, 4, 4, 4, 12]),
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

/** A customer who comes to an agent without the bot. */
export function comeDirectly(run: Simulation, moment: Moment, random: Random): ContactParts {
  const scene = sceneAt(run, moment, random);
  return directContact(run, scene, moment.at, personAt(run, scene));
}

/** The agent contact that takes a handoff. */
function takeHandoff(
  run: Simulation,
  scene: Scene,
  bot: BotStory,
  handoff: NonNullable<BotStory['handoff']>,
  context: ContextLevel,
  more: Pick<ContactParts, 'key' | 'customer'>,
): ContactParts {
  const { random } = scene;
  const skew = (run.options.clockSkewSeconds ?? 0) * 1000;
  const queuedAt = handoff.at + random.int(1, 4) * 1000 + skew;
  const wait = queueing(run, random);
  const answeredAt = queuedAt + Math.round(wait * 1000);
  const arrival = { queue: handoff.target, answeredAt, context, bot, mayTransfer: true };
  const desk = meetAgent(run, scene, arrival);
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
  return parts;
}

/** The second agent, after a transfer: has heard nothing of it. */
function takeTransfer(
  run: Simulation,
  scene: Scene,
  first: ContactParts,
  queue: string,
): ContactParts {
  const { random } = scene;
  const queuedAt = first.desk.endedAt + 1000;
  const answeredAt = queuedAt + Math.round(1000 * random.logNormal(60, 0.8));
  const held = first.bot?.held;
  const arrival = { queue, answeredAt, context: 'none', mayTransfer: false, held } as const;
  return {
    scene,
    desk: meetAgent(run, scene, arrival, first.desk.agentId),
    contactId: identifier(random, [8, 4, 4, 4, 12]),
    queue: queueName(queue, scene, run.traffic),
    queuedAt: recordedAt(run, queuedAt, answeredAt),
    answeredAt,
    origin: 'transfer',
    customer: first.customer,
    previous: first.contactId,
  };
}

/** A later, direct contact of the same customer: a trap for whoever links by identity alone. */
function comesBack(run: Simulation, scene: Scene, person: Person, at: number): ContactParts[] {
  if (at >= run.end) return [];
  return [directContact(run, { ...scene, startedAt: at }, at, person)];
}

/** Random, or one of a few numbers that the contact centre uses again and again. */
const handoffKey = ({ traffic: { keyPool } }: Simulation, random: Random): string =>
  keyPool === null ? `ho-${identifier(random, [10])}` : `${random.int(1000, 999 + keyPool)}`;

/** The same story with the name that this contact centre gives to the queue. */
const routed = (bot: BotStory, scene: Scene, { traffic }: Simulation): BotStory =>
  bot.handoff
    ? { ...bot, handoff: { ...bot.handoff, target: queueName(bot.handoff.target, scene, traffic) } }
    : bot;

interface Aftermath {
  contacts: ContactParts[];
  /** The contact that took the handoff, and what both of its agents heard. */
  taken?: { legs: ContactParts[]; desk: DeskStory };
}

/** What follows a handoff: a contact, perhaps a second leg, perhaps a return; or nobody. */
function follow(
  run: Simulation,
  scene: Scene,
  person: Person,
  handoffAt: number,
  take: () => ContactParts,
): Aftermath {
  const { random } = scene;
  const fate = random.next();
  const { abandons, unrecorded } = run.stage.habits;
  if (fate < abandons) {
    if (!random.chance(0.35)) return { contacts: [] };
    const later = handoffAt + random.int(300, 5400) * 1000;
    return { contacts: comesBack(run, scene, person, later) };
  }
  const first = take();
  if (fate < abandons + unrecorded) return { contacts: [] };
  const legs = [first];
  const contacts = [first];
  let { desk } = first;
  if (desk.transferTo) {
    const second = takeTransfer(run, scene, first, desk.transferTo);
    legs.push(second);
    contacts.push(second);
    desk = bothLegs(desk, second.desk);
  }
  if (random.chance(0.04)) {
    const later = scene.startedAt + random.int(8, 80) * 3_600_000;
    contacts.push(...comesBack(run, scene, person, later));
  }
  return { contacts, taken: { legs, desk } };
}

export interface Journey {
  session: BotSessionRecord;
  contacts: ContactParts[];
  /** Absent where the bot did not hand over. */
  truth?: TruthLine;
  details?: JourneyDetails;
}

export function journey(run: Simulation, moment: Moment, random: Random): Journey {
  const scene = sceneAt(run, moment, random);
  const person = personAt(run, scene);
  const bot = talkToBot(scene);
  const sessionId = `s-${identifier(random, [12])}`;
  const context = draw(random, run.stage.habits.contexts);
  const keyed = random.chance(run.options.keyShare ?? 0.6);
  const key = keyed || random.chance(0.3) ? handoffKey(run, random) : undefined;
  const keep = identities(random, run.traffic, random.chance(keyed ? 0.5 : 0.75));
  const customer = noted(scene, person, keep.session);
  const session = sessionRecord(
    { scene, bot: routed(bot, scene, run), sessionId, customer, key, context },
    run.time,
  );
  const { handoff } = bot;
  if (!handoff) return { session, contacts: [] };
  const { contacts, taken } = follow(run, scene, person, handoff.at, () =>
    takeHandoff(run, scene, bot, handoff, context, {
      customer: noted(scene, person, keep.contact),
      ...(keyed && { key }),
    }),
  );
  const findings = trueFindings(scene, bot, taken?.desk);
  const truth: TruthLine = {
    session_id: sessionId,
    contact_id: taken?.legs[0]?.contactId ?? null,
    true_intent: scene.covered ? scene.want.name : null,
    findings,
  };
  const details = journeyDetails(sessionId, scene, bot, taken, findings);
  return { session, contacts, truth, details };
}
