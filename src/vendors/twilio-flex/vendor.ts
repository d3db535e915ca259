import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Twilio Flex: tasks with the messages of their conversations. */
export const twilioFlex: Vendor = {
  id: 'twilio-flex',
  source,
};
