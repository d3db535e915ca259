import { asc, eq, lt, max } from 'drizzle-orm';
import type { StatedFigures } from '../../domain/trend.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Store } from '../store.js';

/** What nights said of days and weeks. */
export function figureMethods(db: Db): Pick<Store, 'saveFigures' | 'statedFigures'> {
  return {
    async saveFigures(night, stated) {
      db.transaction((tx) => {
        tx.delete(t.periodFigures).where(eq(t.periodFigures.night, night)).run();
        for (const { period, figures } of stated)
          tx.insert(t.periodFigures)
            .values({ period, night, body: JSON.stringify(figures) })
            .run();
      });
    },
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
        figures: JSON.parse(body) as StatedFigures['figures'],
      }));
    },
  };
}
