import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { source } from './source.js';
import { training } from './training.js';

/** Rasa Open Source and Rasa Pro: tracker logs in, project YAML in and out. */
export const rasa: Vendor = {
  id: 'rasa',
  source,
  training,
  patch,
};
