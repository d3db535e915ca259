/** All formats that a simulation can be written in. A new one is a file and a line here. */
import type { SimulationFormat } from '../options.js';
import { amazonLexV2 } from './amazon-lex-v2.js';
import { botFramework, copilotStudio } from './bot-framework.js';
import { chatwoot } from './chatwoot.js';
import { amazonConnect } from './connect.js';
import { contactsCsv } from './contacts-csv.js';
import { dialogflowCx } from './dialogflow-cx.js';
import { dialogflowEs } from './dialogflow-es.js';
import type { Format } from './format.js';
import { genesysAgents, genesysCloud } from './genesys-cloud.js';
import { rasa, rasaEventLines } from './rasa.js';
import { salesforce } from './salesforce.js';
import { twilioFlex } from './twilio-flex.js';
import { vcon } from './vcon.js';
import { watsonx } from './watsonx.js';
import { webvtt } from './webvtt.js';
import { zendesk } from './zendesk.js';

export const formats: Record<Exclude<SimulationFormat, 'handback'>, Format> = {
  rasa,
  'rasa-broker': rasaEventLines,
  'amazon-lex-v2': amazonLexV2,
  'dialogflow-cx': dialogflowCx,
  'dialogflow-es': dialogflowEs,
  'bot-framework': botFramework,
  'copilot-studio': copilotStudio,
  watsonx,
  'genesys-cloud': genesysCloud,
  'genesys-cloud-agents': genesysAgents,
  vcon,
  'amazon-connect': amazonConnect,
  zendesk,
  'twilio-flex': twilioFlex,
  chatwoot,
  salesforce,
  webvtt,
  'contacts-csv': contactsCsv,
};
