/** What the stages of a night hand on: each adds one of these to what the stages before it found. */
import type { AskReading } from '../domain/ask-reading.js';
import type { BotDefinition } from '../domain/conversation.js';
import type { Losses, OwnerFigures } from '../domain/figures.js';
import type { Finding, JourneyResult } from '../domain/journey.js';
import type { LinkChange } from '../domain/link.js';
import type { Delivered, FileRead, NightRecord } from '../domain/night.js';
import type { DayCounts } from '../domain/release.js';
import type { Fault, Incident, Report } from '../domain/report.js';
import type { Repair, Ticket } from '../domain/ticket.js';
import type { Trends } from '../figures/trends.js';
import type { LinkOutcome } from '../link/link.js';
import type { OutputFile } from '../publish/exporter.js';
import type { StoredLearned } from '../store/kept-evidence.js';
import type { RecordMarks } from '../store/record-marks.js';
import type { Saved, Span, StoredLink, SuggestBasis } from '../store/store.js';
import type { Suggested } from '../suggest/suggest.js';
import type { FollowedReleases } from '../verify/follow.js';
import type { StoredSides } from './read-sides.js';

export interface IngestTotals {
  sessions: Saved;
  contacts: Saved;
  surveys: Saved;
  /** Records read this time and those of them set aside. */
  read: number;
  quarantined: number;
  /** The same of each file that was read this time. */
  files: Record<string, FileRead>;
  /** Files that could not be read, globs without a file, training data that could not be read. */
  warnings: string[];
}

export interface Ingested {
  ingested: IngestTotals;
  /** The bot's training data as its files are now, else as they were last read; null where none ever were. */
  definition: BotDefinition | null;
  /** First and last local date of the window. */
  from: string;
  night: string;
  span: Span;
  /** Whether an earlier run of this night went well. */
  wasGood: boolean;
}

export interface NightLinks extends Pick<LinkOutcome, 'links' | 'model' | 'clocks'> {
  changes: LinkChange[];
  /** Those that no earlier night said in the same words. */
  fresh: StoredLink[];
}

export interface Linked {
  sides: StoredSides;
  /** Of the records that were linked: by them the next night sees what came late. */
  marks: RecordMarks;
  linked: NightLinks;
}

type Side = 'sessions' | 'contacts';

export interface Checked {
  /** Agent contacts came of a later day than the newest of the bot's log. */
  isBehind: boolean;
  /** How the night went so far; suspect where its data are not all there. */
  record: NightRecord;
  /** What the night's own day brought, and days of the same weekday before it, as all are stored now; by platform its newest day in the window. */
  day: { delivered: Delivered; usual: Delivered[]; newest: Record<Side, Record<string, string>> };
}

export interface Detected {
  /** As one journey alone shows them; the cohorts add to them. */
  results: JourneyResult[];
  /** How well the agents were read. */
  reading: AskReading;
  /** The bot's name in the outputs. */
  bot: string;
  /** How many journeys were read tonight, and how many judged; of the others what was kept still holds. */
  work: { read: number; judged: number };
  /** Names what the journeys were judged by and all that depends on; the same for a week. */
  judgedBy: string;
  /** What was learned tonight from all journeys; null where what an earlier night learned stands. */
  learned: StoredLearned | null;
  /** Name of the shadow NLU; null where the bot has no training data with phrases. */
  shadowEngine: string | null;
}

export interface CohortOutcome {
  repairs: Repair[];
  incidents: Incident[];
  losses: Losses;
  timeOfDay: Report['timeOfDay'];
  figures: OwnerFigures;
  /** What the patterns add to single journeys, by `JourneyResult.session`. */
  cohortFindings: Map<string, Finding[]>;
  /** The journeys with those findings added, in the order of the input. */
  results: JourneyResult[];
}

export interface CohortsFound {
  outcome: CohortOutcome;
  trends: Trends;
}

export interface Verified {
  followed: FollowedReleases;
  /** Tonight's counts; none on a night on which a detector failed, since absent is not zero. */
  counts: DayCounts[];
}

export interface Ranked {
  ranked: Ticket[];
}

export interface SuggestedNight {
  suggested: Suggested;
  /** Plug-ins that failed while they were made. */
  suggestFaults: Fault[];
  /** Of nights of earlier versions none is known. */
  suggestBasis?: SuggestBasis;
}

export interface Published {
  report: Report;
  files: OutputFile[];
  /** Absolute. */
  folder: string;
}
