import type { Redactor } from '../redact/redact.js';
import type { Store } from '../store/store.js';

/** What a night is given beside its config. */
export interface NightTools {
  store: Store;
  redactor: Redactor;
  /** The moment at which the run is noted; nothing in the outputs depends on it. */
  now(): number;
  onStage?(stage: string, detail: string): void;
}
