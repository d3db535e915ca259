/** What the tests of ingest share: a folder of their own, a redactor, and everything that a run emits. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLexicon } from '../../src/config/lexicon.js';
import type { BotDefinition, Contact, Session, Survey } from '../../src/domain/conversation.js';
import type { QuarantineEntry } from '../../src/domain/night.js';
import { type IngestContext, type IngestEvent, ingest } from '../../src/ingest/ingest.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';

export const redactor = createRedactor({
  language: english,
  digest: createDigest(Buffer.from('a key for tests only, sixteen up')),
  region: 'GB',
  lexicon: readLexicon('en', fileURLToPath(new URL('../..', import.meta.url))),
});

export interface Folder {
  path: string;
  /** Writes text or lines of JSON; returns the file's path. */
  write(name: string, content: string | Buffer | readonly object[]): string;
  remove(): void;
}

export function createFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'handback-ingest-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      const plain = typeof content === 'string' || Buffer.isBuffer(content);
      writeFileSync(
        file,
        plain ? content : content.map((one) => `${JSON.stringify(one)}\n`).join(''),
      );
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface Everything {
  events: IngestEvent[];
  sessions: Session[];
  contacts: Contact[];
  surveys: Survey[];
  definitions: BotDefinition[];
  quarantine: QuarantineEntry[];
}

export async function readAll(
  format: string,
  path: string,
  options: Record<string, unknown> = {},
  context: Partial<IngestContext> = {},
): Promise<Everything> {
  const all: Everything = {
    events: [],
    sessions: [],
    contacts: [],
    surveys: [],
    definitions: [],
    quarantine: [],
  };
  const events = ingest([{ format, path, options }], {
    redactor,
    alreadyRead: async () => false,
    ...context,
  });
  for await (const event of events) {
    all.events.push(event);
    if (event.kind !== 'batch') continue;
    all.sessions.push(...event.sessions);
    all.contacts.push(...event.contacts);
    all.surveys.push(...event.surveys);
    all.definitions.push(...event.definitions);
    all.quarantine.push(...event.quarantine);
  }
  return all;
}
