import { createHash } from 'node:crypto';
import { and, desc, eq, lt } from 'drizzle-orm';
import { recordMarksBody } from '../bodies.js';
import type { Db } from '../open.js';
import { markedMs, type RecordMarkStore, type RecordMarks } from '../record-marks.js';
import * as t from '../schema.js';

/** Under this name a night keeps its marks among the stages' outputs. */
export const markStage = 'link';

interface Row {
  hour: number;
  id: string;
  hash: string;
}

export function recordMarkMethods(db: Db): RecordMarkStore {
  const rowsOf = (table: string, at: string) =>
    db.$client.prepare<[number, number], Row>(
      `select ${at} / ${markedMs} as hour, id, hash from ${table} where ${at} >= ? and ${at} < ? order by ${at}, id`,
    );
  const queries = [rowsOf('sessions', 'handoff_at'), rowsOf('contacts', 'started_at')];
  return {
    async recordMarks({ from, to }) {
      const hashes = new Map<number, ReturnType<typeof createHash>>();
      for (const query of queries)
        for (const { hour, id, hash } of query.iterate(from, to)) {
          const sum = hashes.get(hour) ?? createHash('sha256');
          hashes.set(hour, sum.update(`${id} ${hash}\n`));
        }
      return Object.fromEntries(
        [...hashes].map(([hour, sum]) => [hour, sum.digest('base64url').slice(0, 12)]),
      ) satisfies RecordMarks;
    },
    async marksBefore(night) {
      const row = db
        .select({ body: t.stageOutputs.body })
        .from(t.stageOutputs)
        .where(and(lt(t.stageOutputs.night, night), eq(t.stageOutputs.stage, markStage)))
        .orderBy(desc(t.stageOutputs.night))
        .limit(1)
        .get();
      return row ? recordMarksBody.read(row.body) : null;
    },
  };
}
