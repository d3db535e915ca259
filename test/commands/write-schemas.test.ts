import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from '../../src/commands/write-schemas.js';

const folder = resolve(import.meta.dirname, '../../docs/schemas');

describe('the JSON Schemas', () => {
  it('are current; run "npm run schemas" after a change of what they are made from', () => {
    const files = schemaFiles();
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual(files.map(({ name }) => name).sort());
    for (const { name, text } of files) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('require what names a record', () => {
    const required = Object.fromEntries(
      schemaFiles().map(({ name, text }) => [name.split('.')[0], JSON.parse(text).required]),
    );
    expect(required.bot_session).toEqual(
      expect.arrayContaining(['platform', 'bot_id', 'session_id', 'turns']),
    );
    expect(required.agent_contact).toEqual(
      expect.arrayContaining(['platform', 'contact_id', 'origin']),
    );
    expect(required.truth).toContain('session_id');
  });
});
