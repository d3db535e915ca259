import type { Comparison } from '../comparison.js';
import { channel } from './channel.js';
import { identity } from './identity.js';
import { origin } from './origin.js';
import { queue } from './queue.js';
import { told } from './told.js';
import { waiting } from './waiting.js';

export const comparisons: readonly Comparison[] = [waiting, identity, queue, channel, origin, told];
