import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { training } from './training.js';

/** ServiceNow's NLU Workbench: a model's utterances, in and out. */
export const servicenow: Vendor = {
  id: 'servicenow',
  training,
  patch,
};
