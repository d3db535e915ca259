/** Reads what is new into the store. */
import type { Config } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import { ingest } from '../ingest/ingest.js';
import type { Calendar } from '../lib/calendar.js';
import type { Saved } from '../store/store.js';
import { readTraining } from '../vendors/training.js';
import type { NightTools } from './tools.js';

export interface IngestTotals {
  sessions: Saved;
  contacts: Saved;
  surveys: Saved;
  /** Records read this time and those of them set aside. */
  read: number;
  quarantined: number;
  /** Files that could not be read, globs without a file, training data that could not be read. */
  warnings: string[];
  /** The bot's training data as its files are now; null where none are configured or they cannot be read. */
  definition: BotDefinition | null;
}

export async function ingestAll(
  config: Config,
  { store, redactor, onStage }: NightTools,
  calendar: Calendar,
): Promise<IngestTotals> {
  const none = (): Saved => ({ added: 0, changed: 0, same: 0 });
  const totals: IngestTotals = {
    sessions: none(),
    contacts: none(),
    surveys: none(),
    read: 0,
    quarantined: 0,
    warnings: [],
    definition: null,
  };
  const events = ingest(config.sources, {
    redactor,
    calendar,
    alreadyRead: (file, fingerprint) => store.wasRead(file, fingerprint),
    onProgress: ({ file, bytes, totalBytes }) =>
      onStage?.('ingest', `${file} ${Math.round((100 * bytes) / Math.max(1, totalBytes))} %`),
  });
  for await (const event of events) {
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
  if (config.trainingData) {
    try {
      totals.definition = ofBot(await readTraining(config.trainingData), config);
      await store.saveDefinition(totals.definition);
    } catch (error) {
      totals.warnings.push(`${config.trainingData.path}: ${(error as Error).message}`);
    }
  }
  return totals;
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
