/** The kinds of bodies that the store keeps as JSON. */
import type { BotDefinition, Contact, Session } from '../domain/conversation.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Link } from '../domain/link.js';
import type { NightRecord } from '../domain/night.js';
import type { DayCounts, Verification } from '../domain/release.js';
import type { Decision, Suggestion } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import type { StatedFigures } from '../domain/trend.js';
import { bodyOf } from './body.js';
import type { JoinedSurvey } from './join-surveys.js';
import type { RecordMarks } from './record-marks.js';
import type { LearnedNight, SuggestRecord } from './store.js';

export const sessionBody = bodyOf<Session>('a session', {
  id: 'text',
  platform: 'text',
  botId: 'text',
  sessionId: 'text',
  startedAt: 'number',
  channel: 'text',
  customer: 'object',
  outcome: 'text',
  turns: 'list',
});

export const contactBody = bodyOf<Contact>('a contact', {
  id: 'text',
  platform: 'text',
  contactId: 'text',
  startedAt: 'number',
  channel: 'text',
  origin: 'text',
  customer: 'object',
  attributes: 'object',
  outcome: 'object',
  turns: 'list',
});

export const surveyBody = bodyOf<JoinedSurvey>('a survey', { id: 'text', customer: 'object' });

export const definitionBody = bodyOf<BotDefinition>('a bot definition', {
  platform: 'text',
  botId: 'text',
  readAt: 'number',
  intents: 'list',
  slots: 'list',
});

export const linkBody = bodyOf<Link>('a link', {
  session: 'text',
  contact: ['text', 'null'],
  method: 'text',
  legs: 'list',
  probability: 'number',
  status: 'text',
  candidates: 'number',
  prior: 'number',
  weights: 'list',
  rivals: 'list',
});

export const learnedLinksBody = bodyOf<LearnedNight>('what a night learned of links', {
  model: ['object', 'null'],
  clocks: 'list',
});

export const journeyBody = bodyOf<JourneyResult>('a journey', {
  session: 'text',
  sessionId: 'text',
  contact: ['text', 'null'],
  contactId: ['text', 'null'],
  link: 'object',
  startedAt: 'number',
  handoffAt: 'number',
  handoff: 'object',
  day: 'text',
  hour: 'number',
  channel: 'text',
  outcome: 'object',
  ledger: 'list',
  findings: 'list',
  effort: 'object',
  repeats: 'number',
  repeatSeconds: ['number', 'null'],
  trueIntent: 'object',
  resolution: 'list',
  score: ['number', 'null'],
  scores: 'object',
  quotes: 'object',
});

export const ticketBody = bodyOf<Ticket>('a ticket', {
  id: 'text',
  rank: 'number',
  listed: 'flag',
  status: 'text',
  repair: 'text',
  key: 'text',
  intents: 'list',
  slots: 'list',
  categories: 'list',
  handoffReasons: 'list',
  beyondUsual: 'flag',
  parts: 'list',
  category: 'text',
  owner: 'text',
  title: 'text',
  why: 'text',
  sessions: 'list',
  primarySessions: 'list',
  evidence: 'list',
  robust: 'flag',
  journeys: 'number',
  share: 'number',
  value: 'object',
  trend: 'object',
  suggestions: 'list',
  since: 'text',
});

export const suggestionBody = bodyOf<Suggestion>('a suggestion', {
  id: 'text',
  ticket: 'text',
  kind: 'text',
  phrases: 'list',
  change: 'text',
  backtest: ['object', 'null'],
  conflicts: 'list',
  gate: 'object',
  review: 'object',
});

export const suggestRecordBody = bodyOf<SuggestRecord>("a record of a night's suggestions", {
  order: 'list',
  labelNoise: ['object', 'null'],
  faults: 'list',
});

export const decisionBody = bodyOf<Decision>('a decision', {
  suggestion: 'text',
  kind: 'text',
  review: 'object',
  rejectedPhrases: 'list',
});

export const verificationBody = bodyOf<Verification>('a verification', {
  verdict: 'text',
  release: 'text',
  night: 'text',
  change: ['object', 'null'],
  rate: 'object',
  days: 'object',
  daysLeft: ['number', 'null'],
  controls: 'number',
  note: 'text',
});

export const dayCountsBody = bodyOf<DayCounts>("a day's counts", {
  day: 'text',
  sessions: 'number',
  linked: 'number',
  intents: 'list',
  causes: 'list',
});

export const recordMarksBody = bodyOf<RecordMarks>('marks of records', {});

export const figuresBody = bodyOf<StatedFigures['figures']>("a period's figures", {});

export const nightRecordBody = bodyOf<NightRecord>('a record of a night', {
  version: 'text',
  configHash: 'text',
  files: 'object',
  delivered: 'object',
  links: 'object',
  seconds: 'object',
  suspect: 'list',
});
