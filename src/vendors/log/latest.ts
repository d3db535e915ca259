/** Which delivery of a record is its latest, where a vendor delivers it again whenever it changes. */
import { createColumn, createIdTable } from '../../lib/id-table.js';

export interface Latest {
  /** @param changed as the vendor says; of equals the last one wins. @param ordinal of the delivery, from 1 on */
  note(id: string, changed: string | undefined, ordinal: number): void;
  isLatest(id: string, ordinal: number): boolean;
}

export function createLatest(): Latest {
  const ids = createIdTable();
  const moments = createColumn();
  const ordinals = createColumn();
  return {
    note(id, changed, ordinal) {
      const at = ids.add(id);
      const moment = Date.parse(changed ?? '') || 0;
      if (moment < moments.get(at)) return;
      moments.set(at, moment);
      ordinals.set(at, ordinal);
    },
    isLatest(id, ordinal) {
      const at = ids.find(id);
      return at !== -1 && ordinals.get(at) === ordinal;
    },
  };
}
