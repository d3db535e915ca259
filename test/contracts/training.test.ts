/** What every reader of training data must do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.js';
import { checkTrainingOptions, readTraining, trainingIds } from '../../src/vendors/training.js';
import { createFolder, type Folder } from '../ingest/reading.js';
import { definition } from '../ingest/records.js';

interface Fixture {
  name: string;
  content: string;
  /** A file beside it that cannot be read. */
  broken: { name: string; content: string };
}

const fixtures: Record<string, Fixture> = {
  handback: {
    name: 'bot.ndjson',
    content: `${JSON.stringify(definition({ intents: [{ name: 'track', examples: ['where is it'] }] }))}\n`,
    broken: { name: 'other.ndjson', content: '{"type": \n' },
  },
  rasa: {
    name: 'nlu.yml',
    content: 'nlu:\n- intent: track\n  examples: |\n    - where is it\n',
    broken: { name: 'domain.yml', content: 'intents: [\n' },
  },
};

it('has a fixture for every reader', () => {
  expect(Object.keys(fixtures).sort()).toEqual([...trainingIds].sort());
});

describe.each(Object.entries(fixtures))('%s as training data', (format, fixture) => {
  let folder: Folder;
  let file: string;
  const read = (path: string) => readTraining({ format, path, options: {} });

  beforeEach(() => {
    folder = createFolder();
    file = folder.write(`bot/${fixture.name}`, fixture.content);
  });
  afterEach(() => folder.remove());

  it('stands in the folder of its name', () => {
    const path = `../../src/vendors/${format}/training.ts`;
    expect(existsSync(join(import.meta.dirname, path))).toBe(true);
  });

  it('gives intents with their phrases, from a file and from its folder alike, and says the same twice', async () => {
    const { definition: found, warnings } = await read(file);
    expect(warnings).toEqual([]);
    expect(found.intents).toEqual([
      expect.objectContaining({ name: 'track', examples: ['where is it'] }),
    ]);
    expect(await read(`${folder.path}/bot`)).toEqual(await read(file));
  });

  it('names a file that cannot be read, as a warning or as a problem', async () => {
    folder.write(`bot/${fixture.broken.name}`, fixture.broken.content);
    const said = await read(`${folder.path}/bot`).then(
      ({ warnings }) => warnings,
      (error: UsageError) => error.problems,
    );
    expect(said.join()).toContain(fixture.broken.name);
  });

  it('says that nothing is there, and which options it does not know', async () => {
    await expect(read(`${folder.path}/none`)).rejects.toThrow(UsageError);
    expect(checkTrainingOptions(format, { colour: 'blue' }).join()).toMatch(/^colour: unknown key/);
  });
});
