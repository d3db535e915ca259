/** Where in turns words stand: alone, before others, or behind them. */
import { fewestAlone, mostShareAhead } from './settings.js';

export interface Places {
  standsAlone(key: string): boolean;
  /** Behind several others that somebody says without it, and hardly ever first or alone. */
  isAddition(key: string): boolean;
  /** How many say the words alone or first. */
  times: ReadonlyMap<string, number>;
}

interface Place {
  alone: number;
  ahead: number;
  behind: number;
  /** What stands before, where it comes behind. */
  heads: Set<string>;
}

/** @param turns the parts of each that may be wishes, the words of a part joined by blanks */
export function createPlaces(turns: readonly (readonly string[])[]): Places {
  const places = new Map<string, Place>();
  for (const keys of turns)
    for (const [i, key] of keys.entries()) {
      const found = places.get(key) ?? { alone: 0, ahead: 0, behind: 0, heads: new Set() };
      const before = keys[i - 1];
      if (before !== undefined) found.heads.add(before);
      found[before !== undefined ? 'behind' : keys.length === 1 ? 'alone' : 'ahead']++;
      places.set(key, found);
    }
  const standsAlone = (key: string) => (places.get(key)?.alone ?? 0) > 0;
  return {
    standsAlone,
    isAddition(key) {
      const found = places.get(key);
      if (!found || found.alone + found.ahead > mostShareAhead * found.behind) return false;
      return [...found.heads].filter(standsAlone).length >= fewestAlone;
    },
    times: new Map([...places].map(([key, { alone, ahead }]) => [key, alone + ahead])),
  };
}
