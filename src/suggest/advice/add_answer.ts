/** What agents say that solves it, as the draft of an answer that the bot could give itself. */
import type { JourneyResult } from '../../domain/journey.js';
import type { Quote, Ticket } from '../../domain/ticket.js';
import type { Language } from '../../language/language.js';
import { clusterTexts } from '../../nlu/clusters.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';
import { prepare, similarity } from '../../text/similarity.js';
import type { Advice, AdviceInput } from '../advice.js';
import { personalData } from '../personal-data.js';
import {
  answerLevel,
  fewestAgents,
  fewestContacts,
  leastShareSaying,
  mostSteps,
  oftenerThanElsewhere,
  statementsRead,
} from '../settings-of-advice.js';

const evidenceShown = 5;

interface Said {
  journey: JourneyResult;
  turn: Quote['turns'][number];
  text: string;
  own: boolean;
}

export const addAnswer: Advice = {
  id: 'add_answer',
  title: 'Draft an answer',
  description:
    'What agents said in the contacts that they resolved, grouped over contacts, as a draft for the knowledge base or the flow. Not: what they say after they asked for details of the case, or in contacts about anything, what one agent alone says, what an agent did for one customer, or what names a customer’s own values.',
  answers: ['dead_end_answer', 'new_intent'],
  advise(ticket, input) {
    const own = input.journeys
      .filter(isForAnybody)
      .flatMap((journey) => statementsOf(journey, true, input.language));
    const contacts = new Set(own.map(({ journey }) => journey.session)).size;
    if (contacts < Math.max(fewestContacts, input.config.minimumEvidence)) return [];
    const [answer, ...others] = stepsOf(evenly(own), evenly(elsewhere(ticket, input)));
    if (answer === undefined) return [];
    const where = ticket.intent ?? 'what the bot has no intent for';
    return [
      {
        kind: 'add_answer',
        target: ticket.intent ?? 'answer',
        ...(ticket.intent !== undefined && { intent: ticket.intent }),
        phrases: [],
        // Sentences of several contacts are not joined: together they may say what none of them did.
        prompt: answer.text,
        evidence: [answer, ...others].flatMap(({ evidence }) => evidence),
        change: `Let the bot answer ${where} itself: of ${contacts} contacts that ended with an answer, this is said most. A draft; check it before it goes live.`,
      },
    ];
  },
};

/** An agent who asks for details first answers one case by them; who asks for none says what anybody may be told. */
const isForAnybody = ({ ledger }: JourneyResult): boolean =>
  !ledger.some(({ agent }) => agent === 'asked');

const statementsOf = (journey: JourneyResult, own: boolean, language: Language): Said[] =>
  journey.resolution
    .filter(
      ({ text }) => personalData(text) === null && !/\d/.test(text) && !language.isOfOneCase(text),
    )
    .map(({ turn, text }) => ({ journey, turn, text, own }));

function elsewhere({ sessions }: Ticket, { results, language }: AdviceInput): Said[] {
  const own = new Set(sessions);
  return results
    .filter(({ session }) => !own.has(session))
    .flatMap((journey) => statementsOf(journey, false, language));
}

/** At most so many, from all over the list. */
function evenly(said: readonly Said[]): Said[] {
  const every = Math.max(1, Math.ceil(said.length / statementsRead));
  return said.filter((_, i) => i % every === 0);
}

interface Step {
  text: string;
  evidence: Quote[];
}

/** The statements that come again in the ticket's contacts more than elsewhere, the most frequent first. */
function stepsOf(own: readonly Said[], others: readonly Said[]): Step[] {
  const all = [...own, ...others];
  const groups = new Map<number, Said[]>();
  clusterTexts(
    all.map(({ text }) => text),
    [],
  ).forEach((group, i) => {
    const one = all[i];
    if (one) groups.set(group, [...(groups.get(group) ?? []), one]);
  });
  const contacts = (said: readonly Said[]) => new Set(said.map(({ journey }) => journey.session));
  const [ofOwn, ofOthers] = [contacts(own).size, Math.max(1, contacts(others).size)];
  return [...groups.values()]
    .flatMap((group) => {
      const here = group.filter((one) => one.own);
      const share = contacts(here).size / ofOwn;
      const there = contacts(group.filter((one) => !one.own)).size / ofOthers;
      const agents = new Set(here.map(({ journey }) => journey.agentId));
      const enough = contacts(here).size >= fewestContacts && share >= leastShareSaying;
      const many = agents.has(undefined) || agents.size >= fewestAgents;
      const [surely] = wilsonInterval(contacts(here).size, ofOwn, answerLevel);
      return enough && many && surely >= oftenerThanElsewhere * there ? [{ here, share }] : [];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, mostSteps)
    .map(({ here }) => stepOf(here));
}

function stepOf(said: readonly Said[]): Step {
  const prepared = said.slice(0, 60).map((one) => ({ one, prepared: prepare(one.text) }));
  const closeness = (of: (typeof prepared)[number]) =>
    prepared.reduce((sum, other) => sum + similarity(of.prepared, other.prepared), 0);
  const [typical] = prepared
    .map((one) => ({ ...one, worth: closeness(one) }))
    .sort((a, b) => b.worth - a.worth || (a.one.text < b.one.text ? -1 : 1));
  return {
    text: typical?.one.text ?? '',
    evidence: said.slice(0, evidenceShown).map(({ journey, turn, text }) => ({
      sessionId: journey.sessionId,
      contactId: journey.contactId,
      turns: [turn],
      quote: text,
    })),
  };
}
