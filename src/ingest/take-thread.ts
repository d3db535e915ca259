/** A thread that takes records. */
import { serve } from '../lib/pool.js';
import { redactorOf } from '../redact/redactor-of.js';
import type { SourceItem } from '../vendors/vendor.js';
import { createProtector } from './protect.js';
import { createTaker, type Taken } from './take.js';
import type { TakingSetting } from './take-in-threads.js';

serve<TakingSetting, SourceItem[], Taken[]>(({ redactor, definition }) =>
  createTaker(createProtector(redactorOf(redactor), definition)),
);
