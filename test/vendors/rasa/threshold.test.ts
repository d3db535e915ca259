import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/rasa/patch.js';
import { suggestion } from '../../publish/fixture.js';

const config = (threshold: string, name = 'FallbackClassifier') => ({
  path: 'config.yml',
  text: `language: en\npipeline:\n- name: WhitespaceTokenizer\n- name: ${name}\n  threshold: ${threshold} # asked for by Ada\n  ambiguity_threshold: 0.5\n`,
});
const raise = suggestion({
  kind: 'change_threshold',
  phrases: [],
  threshold: { from: 0.5, to: 0.85 },
  change: 'Raise the confidence threshold from 0.5 to 0.85.',
});
const patched = (file: ReturnType<typeof config>) => patch.patch([raise], [file]);

describe('another threshold', () => {
  it.each(['FallbackClassifier', 'rasa.nlu.classifiers.fallback_classifier.FallbackClassifier'])(
    'is the number of %s, and nothing else changes',
    (name) => {
      const file = config('0.5', name);
      const text = file.text.replace('threshold: 0.5 #', 'threshold: 0.85 #');
      expect(patched(file)).toEqual({ files: [{ path: 'config.yml', text }], notes: [] });
    },
  );

  it('is there already after an import', () => {
    expect(patched(config('0.85'))).toEqual({ files: [], notes: [] });
  });

  it.each([
    ['another number than was measured', config('0.4')],
    ['no such classifier', config('0.5', 'DIETClassifier')],
    ['no pipeline', { path: 'config.yml', text: 'language: en\n' }],
  ])('is left to people where the files have %s', (_, file) => {
    const { files, notes } = patched(file);
    expect(files).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/no fallback classifier .* by hand: Raise .* to 0\.85\.$/),
    ]);
  });
});
