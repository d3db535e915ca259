import { asc, lt, max } from 'drizzle-orm';
import { figuresBody } from '../bodies.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Store } from '../store.js';

/** What nights said of days and weeks. */
export function figureMethods(db: Db): Pick<Store, 'statedFigures'> {
  return {
    async statedFigures(night) {
      // SQLite takes the other columns from the row that has the maximum: https://sqlite.org/lang_select.html#bareagg
      const rows = db
        .select({
          period: t.periodFigures.period,
          night: max(t.periodFigures.night),
          body: t.periodFigures.body,
        })
        .from(t.periodFigures)
        .where(lt(t.periodFigures.night, night))
        .groupBy(t.periodFigures.period)
        .orderBy(asc(t.periodFigures.period))
        .all();
      return rows.map(({ period, night: said, body }) => ({
        period,
        night: said ?? '',
        figures: figuresBody.read(body),
      }));
    },
  };
}
