import { describe, expect, it } from 'vitest';
import { asksForPerson, handsOver, takesBack } from '../../../src/vendors/log/handoff-names.js';

describe('an intent', () => {
  it.each([
    'check_human',
    'ask_operator',
    'live_agent',
    'LiveAgent',
    'Speak With Representative',
    'talktohuman',
    'talk_to_support',
    'want_human',
    'call_agent',
    'operator',
    'human-agent',
    'escalation',
    'live_chat',
    'support.connect_to_advisor',
    'connect_agent',
    'connect_me_with_customer_service',
    'connect_to_support',
    'chat_with_someone',
    'hand_over_to_agent',
    'human_handover',
    'handover',
    'handoff_request',
    'transfer_to_specialist',
    'connect_operator',
    'appointment.speak_to_agent',
  ])('asks for a person by its name: %s', (name) => {
    expect(asksForPerson(name)).toBe(true);
  });

  it.each([
    'are_you_human',
    'bot_challenge',
    'bot_or_human',
    'agent_name',
    'rate_agent',
    'complain_about_agent',
    'agent.talk_to_me',
    'smalltalk.agent.real',
    'real_estate_agent',
    'transfer_money_to_person',
    'contact_support',
    'customer_service',
    'need_help',
    'talk_to_bot',
    'order_status',
    'connect_service',
    'connect_new_service',
    'connect_internet_service',
    'connect_care_plan',
    'chat_service',
    'switch_operator',
    'check_operator',
    'get_operator_code',
    'request_specialist_appointment',
    'request_appointment_with_specialist',
    'hand_over_car',
    'handover_keys',
    'escalation_policy',
    'request_agent_commission',
  ])('does not: %s', (name) => {
    expect(asksForPerson(name)).toBe(false);
  });
});

describe('an action', () => {
  it.each([
    'action_request_human',
    'action_call_operator',
    'utter_transfer_to_agent',
    'utter_connecting_agent',
    'utter_human_handoff',
    'action_live_agent',
    'ActionTransferToSpecialist',
    'action_connect_to_support',
    'action_hand_over_to_human',
    'action_handover',
  ])('gives the customer to a person by its name: %s', (name) => {
    expect(handsOver(name)).toBe(true);
  });

  it.each([
    'utter_ask_human_handoff',
    'validate_handoff_form',
    'action_check_agent_availability',
    'utter_offer_human_handoff',
    'utter_agent',
    'action_handoff_options',
    'action_get_agent_name',
    'utter_human_handoff_not_available',
    'utter_human_handoff_cancelled',
    'action_connect_service',
    'action_hand_over_car',
  ])('does not: %s', (name) => {
    expect(handsOver(name)).toBe(false);
  });

  it('takes a handoff back by its name', () => {
    expect(takesBack('utter_human_handoff_not_available')).toBe(true);
    expect(takesBack('utter_handoff_cancelled')).toBe(true);
    expect(takesBack('utter_handover_cancelled')).toBe(true);
    expect(takesBack('utter_order_cancelled')).toBe(false);
    expect(takesBack('utter_human_handoff')).toBe(false);
  });
});
