import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Microsoft Bot Framework and Copilot Studio: activities of a bot. */
export const botFramework: Vendor = {
  id: 'bot-framework',
  source,
};
