import type { Db } from '../open.js';

/** Names of our own tables. */
export function tablesOf({ $client }: Db): string[] {
  const rows = $client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by name",
    )
    .all() as { name: string }[];
  return rows.map(({ name }) => name);
}
