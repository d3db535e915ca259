import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { container, first } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: object[], options = {}) =>
  readAll('vcon', folder.write('day.vcon', content), options);

const schema = resolve(
  import.meta.dirname,
  '../../../../shared/formats/schemas/vcon/vcon_json_schema.json',
);

describe('a vCon', () => {
  it('is a session of the bot and a contact of the agent, which share a key', async () => {
    const { sessions, contacts } = await read([container(first)]);
    expect(sessions).toMatchObject([
      {
        botId: 'Telco bot',
        outcome: 'escalated',
        handoff: { at: Date.parse(at('09:00:31')), key: `i-${first}` },
        turns: [{ actor: 'customer', text: 'my sim tray snapped off' }, { actor: 'bot' }],
      },
    ]);
    expect(contacts).toMatchObject([
      {
        answeredAt: Date.parse(at('09:02:11')),
        origin: 'bot',
        handoffKey: `i-${first}`,
        outcome: { reason: 'sim_tray' },
        turns: [{ actor: 'agent' }],
      },
    ]);
  });

  it('is read out of a signature, and refused where it is encrypted or needs what we do not know', async () => {
    const payload = Buffer.from(JSON.stringify(container(first))).toString('base64url');
    expect((await read([{ payload, signatures: [{}] }])).contacts).toEqual(
      (await read([container(first)])).contacts,
    );
    expect((await read([{ ciphertext: 'x', recipients: [] }])).quarantine).toMatchObject(
      [{ reason: /decrypt/ }].map(() => ({ line: 1 })),
    );
    expect((await read([container(first, { critical: ['unheard-of'] })])).quarantine).toHaveLength(
      1,
    );
  });

  it('needs no bot', async () => {
    const { sessions, contacts } = await read([
      container(first, { parties: [{ role: 'customer' }, { role: 'agent' }, { role: 'agent' }] }),
    ]);
    expect(sessions).toEqual([]);
    expect(contacts).toMatchObject([{ origin: 'unknown' }]);
  });

  it.runIf(existsSync(schema))(
    'of ours fulfils the schema of the draft (needs the schemas beside the repository)',
    () => {
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
      expect(validate(container(first)) ? [] : validate.errors).toEqual([]);
    },
  );
});
