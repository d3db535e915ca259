/** Which codes hold a few journeys of a wish that agents mostly file under another. */
import type { JourneyResult } from '../domain/journey.js';
import { likenessAcross, likenessWithin } from '../text/likeness-within.js';
import type { GroupedCause } from './causes.js';
import { areDifferent, wordsOf } from './different-wishes.js';
import { oneWish } from './settings.js';

/**
 * Codes like "other" and "unspecified" take some of everything. Where customers filed there say what those of one wish under another code say, it
 * is that wish once more, and no work of its own.
 *
 * @param causes of wishes that the bot lacks, each by the code that it is filed under
 * @returns a code to the one that it is joined to; without those that stay
 */
export function joinedCodes(
  causes: readonly Pick<GroupedCause, 'cluster' | 'sessions'>[],
  results: ReadonlyMap<string, JourneyResult>,
): ReadonlyMap<string, string> {
  const filed = causes
    .flatMap(({ cluster: code, sessions }) => (code === undefined ? [] : [{ code, sessions }]))
    .sort((a, b) => b.sessions.length - a.sessions.length)
    .map((group) => ({
      ...group,
      words: wordsOf(group.sessions.flatMap((id) => results.get(id) ?? [])),
    }));
  const wishes: ((typeof filed)[number] & { within: number })[] = [];
  const joined = new Map<string, string>();
  for (const group of filed) {
    const same = wishes.find(
      ({ sessions, words, within }) =>
        group.words.length >= oneWish.fewestJoined &&
        sessions.length >= oneWish.timesAsMany * group.sessions.length &&
        likenessAcross(group.words, words) >= oneWish.likeness * within,
    );
    if (same) joined.set(group.code, same.code);
    else if (group.words.length >= oneWish.fewest && !areDifferent(group.sessions, results))
      wishes.push({ ...group, within: likenessWithin(group.words) });
  }
  return joined;
}
