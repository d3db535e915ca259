/** Reads what is new into the store. */

import type { Config } from '../../domain/config.js';
import type { BotDefinition } from '../../domain/conversation.js';
import { EmptyNightError, UsageError } from '../../domain/errors.js';
import { botWords, personalValues } from '../../ingest/bot-words.js';
import { type IngestEvent, ingest } from '../../ingest/ingest.js';
import { createProtector } from '../../ingest/protect.js';
import { addDays } from '../../lib/calendar.js';
import type { Saved, Store } from '../../store/store.js';
import { readTraining } from '../../vendors/training.js';
import type { NightContext } from '../context.js';
import { deliveredOn } from '../delivered-on.js';
import type { Ingested, IngestTotals } from '../so-far.js';
import type { Stage } from '../stage.js';
import { stopIfAsked } from '../stop.js';

export const ingestStage: Stage<object, Ingested> = {
  name: 'ingest',
  async run(context) {
    const { config, store } = context;
    const totals = nothingRead();
    const trained = await readAll(context, totals);
    const definition = trained ?? (await stored(config, store));
    return {
      ingested: totals,
      definition,
      ...(await beginNight(context, await nightOf(context), totals)),
    };
  },
  /** The records are in the store; sources and training files are left alone. */
  async restore(context) {
    const { config, store, given } = context;
    const [last] = await store.runs(1);
    const night = given ?? last?.night;
    if (night === undefined) throw new UsageError('--from: no night has run yet');
    const definition = await stored(config, store);
    const totals = nothingRead();
    return { ingested: totals, definition, ...(await beginNight(context, night, totals)) };
  },
};

/** Reads these files again, whether or not they have changed, and whatever else is new. What is known is not written twice. */
export async function readAgain(
  context: NightContext,
  files: readonly string[],
): Promise<IngestTotals> {
  const totals = nothingRead();
  for (const file of files) await context.store.beginFile(file);
  await readAll(context, totals);
  await correctRecords(context, totals);
  return totals;
}

/**
 * The training data and what is new in the sources.
 * @returns the training data as they are stored: people mark values of customers in them, which are hidden as in any record
 */
async function readAll(context: NightContext, totals: IngestTotals): Promise<BotDefinition | null> {
  const written = await readDefinition(context, totals);
  const redaction = redactionOf(context, written);
  const trained = written && createProtector(redaction.redactor).training(written);
  if (trained) await context.store.saveDefinition(trained);
  await readSources(context, redaction, totals);
  return trained;
}

/** Nights are recent in which a file is still missed. */
const nightsCorrected = 14;

/** What a night read of a file is what is read of it now: its next run judges by that. */
async function correctRecords({ store }: NightContext, { files }: IngestTotals): Promise<void> {
  for (const { night, record } of await store.nightRecords('9999', nightsCorrected)) {
    const again = Object.entries(files).filter(([file]) => record.files[file]);
    if (again.length === 0) continue;
    const corrected = { ...record.files, ...Object.fromEntries(again) };
    await store.saveNightRecord(night, { ...record, files: corrected });
  }
}

const stored = ({ bot }: Config, store: Store) => store.definition(bot.id);

/** The newest day with sessions; where that is today, which is not over, the day before if it has any. */
async function nightOf({ given, store, calendar, now }: NightContext): Promise<string> {
  if (given !== null) return given;
  const extent = await store.extent();
  const today = calendar.local(now()).day;
  if (!extent) return today;
  const newest = calendar.local(extent.last).day;
  const isOver = newest !== today || calendar.local(extent.first).day === today;
  return isOver ? newest : addDays(today, -1);
}

/** From here on the store knows of the run. @throws EmptyNightError when the day has no records at all. */
async function beginNight(context: NightContext, night: string, totals: IngestTotals) {
  const { config, store, calendar, now } = context;
  const { sessions, contacts } = await deliveredOn(night, context);
  if (Object.keys(sessions).length + Object.keys(contacts).length === 0)
    throw new EmptyNightError(
      [
        `No data of ${night}: no bot session and no agent contact of that day is known. Nothing was written.`,
        `  ${await newestData(context)} Looked in: ${config.sources.map(({ path }) => path).join(', ')}.`,
        '  Check that the export wrote its files, and run the night again when they are there.',
        ...setAside(totals),
        ...totals.warnings.map((warning) => `  Warning: ${warning}`),
      ].join('\n'),
    );
  // A good run from before stands until the new one is saved, whatever becomes of it.
  const wasGood = (await store.run(night))?.status === 'good';
  if (!wasGood) await store.beginRun(night, now());
  const from = addDays(night, 1 - config.windowDays);
  const span = { from: calendar.startOf(from), to: calendar.startOf(addDays(night, 1)) };
  return { from, night, span, wasGood };
}

const setAside = ({ read, quarantined }: IngestTotals): string[] =>
  quarantined === 0
    ? []
    : [`  ${quarantined} of ${read} records were set aside: "handback quarantine" says why.`];

async function newestData({ store, calendar }: NightContext): Promise<string> {
  const extent = await store.extent();
  return extent
    ? `The newest bot session is of ${calendar.local(extent.last).day}.`
    : 'No bot session is stored yet.';
}

function nothingRead(): IngestTotals {
  const none = (): Saved => ({ added: 0, changed: 0, same: 0 });
  return {
    sessions: none(),
    contacts: none(),
    surveys: none(),
    read: 0,
    quarantined: 0,
    files: {},
    warnings: [],
  };
}

/** What the training files talk about is no name. Definitions among the records say nothing here: these come in any order. */
function redactionOf({ redactor, threads }: NightContext, written: BotDefinition | null) {
  if (!written) return { redactor, ...(threads && { threads }) };
  const bot = {
    known: botWords(written, (slot) => redactor.kindOfSlot(slot) !== undefined),
    listed: personalValues(written, redactor.kindOfSlot),
  };
  return {
    definition: written,
    redactor: redactor.knowing(bot),
    ...(threads && { threads: { ...threads, redactor: { ...threads.redactor, ...bot } } }),
  };
}

async function readSources(
  context: NightContext,
  redaction: ReturnType<typeof redactionOf>,
  totals: IngestTotals,
): Promise<void> {
  const { config, store, calendar, onStage } = context;
  const events = ingest(config.sources, {
    ...redaction,
    calendar,
    alreadyRead: (file, fingerprint) => store.wasRead(file, fingerprint),
    onProgress: ({ file, bytes, totalBytes }) =>
      onStage?.('ingest', `${file} ${Math.round((100 * bytes) / Math.max(1, totalBytes))} %`),
  });
  for await (const event of events) {
    await keep(event, store, totals);
    await stopIfAsked(context);
  }
}

async function keep(event: IngestEvent, store: Store, totals: IngestTotals): Promise<void> {
  if (event.kind === 'file_started') await store.beginFile(event.file);
  else if (event.kind === 'batch') {
    add(totals.sessions, await store.saveSessions(event.sessions));
    add(totals.contacts, await store.saveContacts(event.contacts));
    add(totals.surveys, await store.saveSurveys(event.surveys));
    for (const definition of event.definitions) await store.saveDefinition(definition);
    await store.saveQuarantine(event.quarantine);
  } else if (event.kind === 'file_done') {
    const { kind: _, file, ...read } = event;
    totals.read += read.read;
    totals.quarantined += read.quarantined;
    totals.files[file] = read;
    await store.finishFile(file, read.fingerprint);
  } else if (event.kind === 'file_failed') totals.warnings.push(`${event.file}: ${event.reason}`);
  else totals.warnings.push(`${event.path}: no file matches`);
}

/** As its files have it: their wordings are looked for in records before these are protected. */
async function readDefinition(
  { config }: NightContext,
  { warnings }: IngestTotals,
): Promise<BotDefinition | null> {
  const { trainingData } = config;
  if (!trainingData) return null;
  const warn = (problem: string) => warnings.push(`${trainingData.path}: ${problem}`);
  try {
    return ofBot(await readTraining(trainingData, warn), config);
  } catch (error) {
    warn((error as Error).message);
    return null;
  }
}

/** Training files seldom name their bot; the config does. */
function ofBot(definition: BotDefinition, { bot }: Config): BotDefinition {
  return {
    ...definition,
    platform: bot.platform ?? definition.platform,
    botId: bot.id ?? definition.botId,
  };
}

function add(total: Saved, saved: Saved): void {
  total.added += saved.added;
  total.changed += saved.changed;
  total.same += saved.same;
}
