import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { training } from './training.js';

/** Microsoft Conversational Language Understanding: its project file, in and out. */
export const microsoftClu: Vendor = {
  id: 'microsoft-clu',
  training,
  patch,
};
