import type { Factor } from '../factor.js';
import { agentMinutes } from './agent_minutes.js';
import { complaints } from './complaints.js';
import { csat } from './csat.js';
import { customerMinutes } from './customer_minutes.js';
import { repeatContacts } from './repeat_contacts.js';

export const registry: readonly Factor[] = [
  customerMinutes,
  agentMinutes,
  csat,
  complaints,
  repeatContacts,
];
