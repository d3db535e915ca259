import { sql } from 'drizzle-orm';
import type { Db } from '../open.js';

/** When a survey was answered; where it does not say, when its contact began. */
export function surveyedAt({ $client }: Db) {
  const platforms = $client
    .prepare("select distinct substr(id, 1, instr(id, '/') - 1) as name from contacts")
    .all() as { name: string }[];
  const ids = platforms.map(
    ({ name }) => sql`${`${name}/`} || json_extract(surveys.body, '$.contactId')`,
  );
  const contact = sql`(select max(started_at) from contacts where contacts.id in (${sql.join([sql`surveys.id`, ...ids], sql`, `)}))`;
  return sql`coalesce(json_extract(body, '$.respondedAt'), ${contact})`;
}
