import type { Comparison } from '../comparison.js';
import { channel } from './channel.js';
import { sharedValues } from './given.js';
import { identity } from './identity.js';
import { key } from './key.js';
import { origin } from './origin.js';
import { queue } from './queue.js';
import { subject } from './subject.js';
import { sharedWords } from './told.js';
import { waiting } from './waiting.js';

/** The dear ones last: pairs that are hopeless by then are not compared any further. */
export const comparisons: readonly Comparison[] = [
  waiting,
  identity,
  sharedValues,
  key,
  queue,
  channel,
  origin,
  subject,
  sharedWords,
];
