/** Reads what is new into the store. */
import type { Config } from '../domain/config.js';
import { ingest } from '../ingest/ingest.js';
import { readTraining } from '../ingest/training.js';
import type { Saved } from '../store/store.js';
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
}

export async function ingestAll(
  config: Config,
  { store, redactor, onStage }: NightTools,
): Promise<IngestTotals> {
  const none = (): Saved => ({ added: 0, changed: 0, same: 0 });
  const totals: IngestTotals = {
    sessions: none(),
    contacts: none(),
    surveys: none(),
    read: 0,
    quarantined: 0,
    warnings: [],
  };
  const events = ingest(config.sources, {
    redactor,
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
      await store.saveDefinition(await readTraining(config.trainingData));
    } catch (error) {
      totals.warnings.push(`${config.trainingData.path}: ${(error as Error).message}`);
    }
  }
  return totals;
}

function add(total: Saved, saved: Saved): void {
  total.added += saved.added;
  total.changed += saved.changed;
  total.same += saved.same;
}
