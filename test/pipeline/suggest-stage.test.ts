import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.js';
import { type Engine, inProcess } from '../../src/nlu/engine.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { engineOf, suggestWith } from '../../src/pipeline/stages/suggest.js';
import { config, input } from '../suggest/library.js';

const own = (train: Engine['train']): Engine => ({
  id: 'own',
  title: 'Own',
  description: '',
  needs: [],
  check: async () => {},
  train,
});
const renamed = inProcess((phrases) => ({ ...trainShadow(phrases), engine: 'their own 3' }));

describe('the engine of the night', () => {
  it('is the one that the config names', async () => {
    expect((await engineOf({ engine: 'nlpjs' })).id).toBe('nlpjs');
  });

  it('is named with the others where the config names none that there is', async () => {
    await expect(engineOf({ engine: 'watson' })).rejects.toThrow(UsageError);
    await expect(engineOf({ engine: 'watson' })).rejects.toThrow(/"watson".*shadow.*nlpjs/);
  });

  it('tests the suggestions, and they say so', async () => {
    const faults: string[] = [];
    const { suggestions } = await suggestWith(own(renamed), input(), config, (plugin) =>
      faults.push(plugin),
    );
    const engines = new Set(suggestions.flatMap(({ backtest }) => backtest?.engine ?? []));
    expect(engines).toEqual(new Set(['their own 3']));
    expect(faults).toEqual([]);
  });

  it('costs its judgement and not the night when it fails', async () => {
    const faults: string[] = [];
    const failing = own(() => Promise.reject(new Error('no connection')));
    const { suggestions } = await suggestWith(failing, input(), config, (plugin, message) =>
      faults.push(`${plugin}: ${message}`),
    );
    const engines = new Set(suggestions.flatMap(({ backtest }) => backtest?.engine ?? []));
    expect([...engines].join()).toContain('shadow');
    expect(faults).toEqual(['own: no connection']);
  });
});
