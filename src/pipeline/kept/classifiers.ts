/** A classifier that was trained before on the very same phrases, by this version of the code, is not trained again. */
import { deserialize, serialize } from 'node:v8';
import type { Classifier, LabelledPhrase } from '../../domain/classifier.js';
import { codeVersion } from '../../lib/code-version.js';
import { contentHash } from '../../lib/content-hash.js';
import { type KeptShadow, restoreShadow, trainShadow } from '../../nlu/shadow.js';

export interface Trainer {
  /** @param calibration see `ShadowOptions` */
  train(phrases: readonly LabelledPhrase[], calibration?: number): Classifier;
  /** All that were asked for tonight, by key. */
  used: ReadonlyMap<string, Uint8Array>;
}

/** @param kept what earlier nights trained, by key */
export function createTrainer(kept: ReadonlyMap<string, Uint8Array>): Trainer {
  const used = new Map<string, Uint8Array>();
  return {
    used,
    train(phrases, calibration) {
      const options = calibration === undefined ? {} : { calibration };
      const key = contentHash([codeVersion(), process.versions.v8, options, phrases]);
      const known = used.get(key) ?? kept.get(key);
      if (known) {
        used.set(key, known);
        return restoreShadow(deserialize(known) as KeptShadow);
      }
      const shadow = trainShadow(phrases, options);
      used.set(key, serialize(shadow.kept));
      return shadow;
    },
  };
}
