/** The registry: one line a detector. */
import { type AnyDetector, runnable } from '../detector.js';
import { agentRequested } from './agent_requested.js';
import { backendError } from './backend_error.js';
import { coldOpen } from './cold_open.js';
import { contextLost } from './context_lost.js';
import { hostileArrival } from './hostile_arrival.js';
import { intentLoop } from './intent_loop.js';
import { missedSlot } from './missed_slot.js';
import { misunderstoodIntent } from './misunderstood_intent.js';
import { repeatedExplanation } from './repeated_explanation.js';
import { uncapturedSlot } from './uncaptured_slot.js';
import { uncoveredIntent } from './uncovered_intent.js';
import { unlinkedHandoff } from './unlinked_handoff.js';
import { unrecognisedUtterance } from './unrecognised_utterance.js';
import { wrongSlotValue } from './wrong_slot_value.js';

export const detectors: readonly AnyDetector[] = [
  runnable(missedSlot),
  runnable(uncapturedSlot),
  runnable(wrongSlotValue),
  runnable(intentLoop),
  runnable(misunderstoodIntent),
  runnable(unrecognisedUtterance),
  runnable(uncoveredIntent),
  runnable(backendError),
  runnable(contextLost),
  runnable(repeatedExplanation),
  runnable(coldOpen),
  runnable(hostileArrival),
  runnable(agentRequested),
  runnable(unlinkedHandoff),
];
