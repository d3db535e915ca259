/** Words beside which a proper name is a person's, whoever's it is. In lower case. */

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** "her brother Xalo", "producer Xalo". */
export const personNouns = wordsOf(`
agent adviser advisor assistant aunt boss boyfriend brother builder buyer caller carer child client colleague consultant contact contractor cousin customer dad daughter
dentist director doctor driver employee engineer father fiance fiancé fiancee fiancée friend gentleman girlfriend grandfather grandmother guest holder host husband inspector kid
lady landlord landlady lawyer manager member mother mum mom nanny neighbor neighbour nephew niece nurse occupant owner partner passenger patient payee plumber
policyholder producer recipient rep representative resident secretary seller sender sister solicitor son stepdaughter stepson student supervisor surveyor teacher
technician tenant traveler traveller uncle user visitor widow wife writer commenter author singer chef officer`);

/** "said Xalo", "Xalo says". */
export const speechVerbs = wordsOf(`
said says say told tells explained explains asked asks wrote writes answered answers replied replies confirmed confirms claimed claims stated states advised advises mentioned
mentions agreed agrees insisted insists promised promises complained complains phoned rang emailed texted informed thinks thought believes knows knew wants wanted lives
lived`);

/** "a man named Xalo", "she is called Xalo". */
export const namingVerbs = wordsOf('named called nicknamed christened surnamed née nee');

/** "Xalo's daughter", "Xalo's account". */
export const ownedThings = wordsOf(`
account address apartment baby birthday body boss boyfriend brother car card child children claim contract cousin dad daughter death details email father flat friend girlfriend
grandson granddaughter house husband job kid kids killer killers life manager mobile mother mum mom name number parents partner passport phone policy room salary seat sister
son telephone voice wedding wife`);

/** What makes a proper name a firm's. */
export const firmWords = wordsOf('inc ltd llc plc corp co gmbh ag sa srl bv group holdings');
