/** Reads what is new into the store. */

import type { Config } from '../../domain/config.js';
import type { BotDefinition } from '../../domain/conversation.js';
import { UsageError } from '../../domain/errors.js';
import { type IngestEvent, ingest } from '../../ingest/ingest.js';
import { addDays } from '../../lib/calendar.js';
import type { Saved, Store } from '../../store/store.js';
import { readTraining } from '../../vendors/training.js';
import type { NightContext } from '../context.js';
import type { Ingested, IngestTotals } from '../so-far.js';
import type { Stage } from '../stage.js';

export const ingestStage: Stage<object, Ingested> = {
  name: 'ingest',
  async run(context) {
    const { config, store } = context;
    const totals = nothingRead();
    await readSources(context, totals);
    const definition = (await readDefinition(context, totals)) ?? (await stored(config, store));
    return { ingested: totals, definition, ...(await beginNight(context, await nightOf(context))) };
  },
  /** The records are in the store; sources and training files are left alone. */
  async restore(context) {
    const { config, store, given } = context;
    const [last] = await store.runs(1);
    const night = given ?? last?.night;
    if (night === undefined) throw new UsageError('--from: no night has run yet');
    const definition = await stored(config, store);
    return { ingested: nothingRead(), definition, ...(await beginNight(context, night)) };
  },
};

const stored = ({ bot }: Config, store: Store) => store.definition(bot.id);

async function nightOf({ given, store, calendar, now }: NightContext): Promise<string> {
  if (given !== null) return given;
  const extent = await store.extent();
  return calendar.local(extent?.last ?? now()).day;
}

/** From here on the store knows of the run. */
async function beginNight({ config, store, calendar, now }: NightContext, night: string) {
  await store.beginRun(night, now());
  const from = addDays(night, 1 - config.windowDays);
  const span = { from: calendar.startOf(from), to: calendar.startOf(addDays(night, 1)) };
  return { from, night, span };
}

function nothingRead(): IngestTotals {
  const none = (): Saved => ({ added: 0, changed: 0, same: 0 });
  return {
    sessions: none(),
    contacts: none(),
    surveys: none(),
    read: 0,
    quarantined: 0,
    warnings: [],
  };
}

async function readSources(context: NightContext, totals: IngestTotals): Promise<void> {
  const { config, store, redactor, calendar, onStage } = context;
  const events = ingest(config.sources, {
    redactor,
    calendar,
    alreadyRead: (file, fingerprint) => store.wasRead(file, fingerprint),
    onProgress: ({ file, bytes, totalBytes }) =>
      onStage?.('ingest', `${file} ${Math.round((100 * bytes) / Math.max(1, totalBytes))} %`),
  });
  for await (const event of events) await keep(event, store, totals);
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
    totals.read += event.read;
    totals.quarantined += event.quarantined;
    await store.finishFile(event.file, event.fingerprint);
  } else if (event.kind === 'file_failed') totals.warnings.push(`${event.file}: ${event.reason}`);
  else totals.warnings.push(`${event.path}: no file matches`);
}

async function readDefinition(
  { config, store }: NightContext,
  { warnings }: IngestTotals,
): Promise<BotDefinition | null> {
  if (!config.trainingData) return null;
  try {
    const definition = ofBot(await readTraining(config.trainingData), config);
    await store.saveDefinition(definition);
    return definition;
  } catch (error) {
    warnings.push(`${config.trainingData.path}: ${(error as Error).message}`);
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
