import type { Vendor } from '../vendor.js';
import { rasa } from './rasa.js';

export const vendors: readonly Vendor[] = [rasa];
