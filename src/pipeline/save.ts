/**
 * Keeps a night. Its files are written aside, then the store takes all of it in one transaction, then the folder is put in
 * its place by a rename, then the run is noted as good. A kill between any two of them leaves no folder of which the store
 * knows nothing, and a run that is not good: the night is due again, and gives the same bytes. Until the store takes it, a good
 * run of the night from before stands.
 */

import { stageNight } from '../publish/write.js';
import type { NightParts } from '../store/store.js';
import type { NightContext } from './context.js';
import type {
  Checked,
  CohortsFound,
  Detected,
  Ingested,
  Linked,
  Published,
  SuggestedNight,
  Verified,
} from './so-far.js';

type Night = Ingested &
  Linked &
  Checked &
  Detected &
  CohortsFound &
  Verified &
  SuggestedNight &
  Published;

/** @param onSave called when an earlier run of the night begins to be replaced */
export async function saveNight(
  { store, now }: NightContext,
  night: Night,
  onSave: () => void,
): Promise<void> {
  const staged = stageNight(night.folder, night.files);
  try {
    onSave();
    await store.beginRun(night.night, now());
    await store.saveNight(night.night, partsOf(night));
    await store.saveNightRecord(night.night, { ...night.record, reading: night.reading });
    staged.publish();
  } finally {
    staged.discard();
  }
  await store.finishRun({ night: night.night, status: 'good', at: now() });
}

/**
 * Keeps of a suspect night its folder and how it went, and nothing that a later night or a person would build on. Where an
 * earlier run of the night went well, that one stands.
 */
export async function setAside({ store, now }: NightContext, night: Night): Promise<void> {
  const message = night.record.suspect.join('; ');
  const run = { night: night.night, at: now(), message };
  const good = night.wasGood ? await store.nightRecord(night.night) : null;
  if (good) {
    await store.saveNightRecord(night.night, { ...good, files: night.record.files });
    await store.finishRun({ ...run, status: 'good', message: `run again, suspect: ${message}` });
    return;
  }
  const staged = stageNight(night.folder, night.files);
  try {
    staged.publish();
  } finally {
    staged.discard();
  }
  await store.saveNightRecord(night.night, { ...night.record, reading: night.reading });
  await store.finishRun({ ...run, status: 'suspect' });
}

/** What the store is to keep of a night. */
export function partsOf(night: Night): NightParts {
  const { linked, outcome, trends, followed, counts, suggested, learned, marks } = night;
  return {
    links: linked.fresh,
    learnedLinks: { model: linked.model, clocks: linked.clocks },
    marks,
    journeys: outcome.results,
    tickets: suggested.tickets,
    figures: trends.stated,
    dayCounts: counts,
    verifications: followed.verifications,
    ticketStates: followed.reopened,
    suggestions: suggested.suggestions,
    suggestRecord: recordOf(night),
    learned,
  };
}

const recordOf = ({
  suggested: { suggestions, labelNoise },
  suggestFaults,
  suggestBasis,
}: SuggestedNight): NightParts['suggestRecord'] => ({
  order: suggestions.map(({ id }) => id),
  labelNoise,
  faults: suggestFaults,
  ...(suggestBasis && { basis: suggestBasis }),
});
