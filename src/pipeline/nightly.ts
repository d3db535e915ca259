/** The night on one page. */

import type { Config } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import type { Report } from '../domain/report.js';
import { messageOf } from '../lib/message-of.js';
import { createContext, type NightContext, type NightTools } from './context.js';
import { type Intention, intentionOf } from './dry-run.js';
import { saveNight, setAside } from './save.js';
import type { IngestTotals } from './so-far.js';
import { begin } from './stage.js';
import { checkStage } from './stages/check.js';
import { cohortStage } from './stages/cohorts.js';
import { detectStage } from './stages/detect.js';
import { ingestStage } from './stages/ingest.js';
import { linkStage } from './stages/link.js';
import { publishStage } from './stages/publish.js';
import { rankStage } from './stages/rank.js';
import { engineOf, suggestStage } from './stages/suggest.js';
import { verifyStage } from './stages/verify.js';
import { stopIfAsked } from './stop.js';

const stages = begin(ingestStage)
  .next(linkStage)
  .next(checkStage)
  .next(detectStage)
  .next(cohortStage)
  .next(verifyStage)
  .next(rankStage)
  .next(suggestStage)
  .next(publishStage);

export const stageNames = stages.names;

export interface NightOptions {
  /** The last local day to look at; without one, the newest day that has sessions. */
  date?: string;
  /** The stages before this one are taken from what is stored, not run. */
  from?: string;
  /** Nothing is kept, neither rows nor files. */
  dryRun?: boolean;
  /** What came is all that there is: the night is good whatever is missing. */
  acceptData?: boolean;
  /** Reads and judges every journey of the window, not only what is new or has changed. */
  all?: boolean;
  /** The same, and nothing that earlier nights learned is believed: what the night says rests on the records alone. */
  anew?: boolean;
}

export interface NightOutcome {
  /** Local date. */
  night: string;
  /** Folder of the outputs. */
  folder: string;
  report: Report;
  ingested: IngestTotals;
  /** Why the night is not to be relied on; empty for a good one. */
  suspect: readonly string[];
  /** Agent contacts came of a later day than the newest of the bot's log: what is missing is another night's. */
  isBehind: boolean;
  /** The night whose tickets and review are in force after this one; null where none is. */
  inForce: string | null;
  /** Local date of the newest session, where the job ran by itself on a night that was good and read nothing that was not known; else null. */
  nothingNewSince: string | null;
  /** A good run of this night was there before, and stands. */
  goodRunStands: boolean;
  /** Journeys that were read and judged tonight, not taken from what was kept of them. */
  work: { read: number; judged: number };
  /** By stage, on the clock and on the processor. */
  seconds: Record<string, number>;
  processorSeconds: Record<string, number>;
  /** What a dry run would have written; null where it was written. */
  intention: Intention | null;
}

/**
 * Runs one night.
 * @throws UsageError when the config names an engine that is not there, or what `from` needs is not stored.
 * @throws NightError when the store or the output folder fails; a record, detector or source that fails does not.
 */
export async function nightly(
  config: Config,
  tools: NightTools,
  { date, from, dryRun = false, acceptData = false, all = false, anew = false }: NightOptions = {},
): Promise<NightOutcome> {
  if (from !== undefined && !stageNames.includes(from))
    throw new UsageError(`--from ${from}: expected one of ${stageNames.join(', ')}`);
  await engineOf(config.suggest);
  const context = createContext(config, tools, date ?? null, {
    acceptData,
    rereadAll: all || anew,
    relearn: anew,
    isByItself: date === undefined && from === undefined && !all && !anew,
  });
  const { store } = context;
  const night = dryRun
    ? await store.withoutTrace(() => stages.run(context, {}, from))
    : await runAndSave(context, from);
  const { folder, report, ingested, record, wasGood, work } = night;
  const { suspect } = record;
  return {
    night: night.night,
    folder,
    report,
    ingested,
    suspect,
    isBehind: night.isBehind,
    inForce: await store.lastGoodNight(),
    nothingNewSince: wasGood && context.isByItself ? await unchangedSince(context, ingested) : null,
    goodRunStands: suspect.length > 0 && wasGood,
    work,
    seconds: context.seconds,
    processorSeconds: context.processorSeconds,
    intention: dryRun ? intentionOf(night) : null,
  };
}

async function unchangedSince(
  { store, calendar }: NightContext,
  { sessions, contacts, surveys }: IngestTotals,
): Promise<string | null> {
  const isNew = [sessions, contacts, surveys].some(({ added, changed }) => added + changed > 0);
  const extent = isNew ? null : await store.extent();
  return extent && calendar.local(extent.last).day;
}

async function runAndSave(context: ReturnType<typeof createContext>, from?: string) {
  const { store, now } = context;
  const soFar: Partial<Awaited<ReturnType<typeof stages.run>>> = {};
  // Until the night is saved, what an earlier run of it left is whole.
  let isKept = true;
  try {
    const night = await stages.run(context, soFar, from);
    await stopIfAsked(context);
    await (night.record.suspect.length > 0
      ? setAside(context, night)
      : saveNight(context, night, () => {
          isKept = false;
        }));
    return night;
  } catch (error) {
    const message = messageOf(error);
    const stands = isKept && soFar.wasGood === true;
    if (soFar.night !== undefined)
      await store.finishRun({
        night: soFar.night,
        status: stands ? 'good' : 'failed',
        at: now(),
        message: stands ? `this run stands; a later one did not end: ${message}` : message,
      });
    throw error;
  }
}
