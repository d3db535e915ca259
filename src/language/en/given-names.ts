/** Given names that are common where English is spoken or written, in lower case: evidence of a person, not a directory. */

/** Names that are hardly anything else. */
const plain = `
aaliyah aaron abby abdul abdullah abigail adam adamu adele adrian adriana agnes ahmad ahmed aidan aileen aisha aisling ajay akira alan alana alastair albert
alejandra alejandro alessandro alex alexander alexandra alexis alfie alfred alfredo ali alice alicia alina alison alistair allan allison alyssa amanda
amara amelia amina amir amira amit amy ana anastasia andre andrea andreas andrei andrew andy angela angelina angus anika anil anita anjali ann anna
annabel anne annette annie anthony antoine anton antonia antonio anya archie ariana arjun armando arnold arthur arturo asha ashley ashok astrid athena
audrey aurora ava ayesha barbara barry bartholomew beatrice beatriz becky belinda ben benjamin bernadette bernard bernice bertha beth bethany betty beverley
beverly bianca blanca bogdan bonnie boris bradley brandon brenda brendan brett brian bridget bruno bryan caitlin calum cameron camila camille
carl carla carlos carmen carol carolina caroline carolyn cassandra catalina catherine cathy cecilia cedric celeste celia cesar chantal charles charlie
cheryl chiara chloe chris christian christina christine christopher ciara claire clara clarissa claudia clement clifford clive colette colin colleen connor
conor constance corinne cornelius cory craig cristina curtis cynthia daisuke damian damien dan daniel daniela danielle danny daphne darren david dawid
deborah debbie declan deepak deirdre delia denise dennis derek desmond devon dexter diana diane diego dimitri dinesh dmitri dolores dominic dominique
donald donna doreen doris dorothy douglas duncan dylan eamon ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah
elisa elisabeth eliza elizabeth ella ellen ellie elliot elliott eloise elsa elsie emil emily emma emmanuel enrique eric erica erik erika erin ernest
ernesto esme esmeralda esther ethan eugene eva evan eve evelyn ewan fabian farah fatima felicia felicity felipe felix fergus fernanda fernando fiona
florian francesca francesco francisco francois freddie frederick freya gabriel gabriela gabrielle gareth gary gavin gemma geoff geoffrey george georgina
gerald geraldine gerard gertrude gillian gina giovanni giulia glenda glenn gloria gordon graham grant greg gregor gregory greta guadalupe guillaume guillermo
gustavo gwen gwendolyn habib hamza hana hannah hans harriet harry harvey hasan hassan heather hector heidi helen helena helga henrik henry herbert
hilary hilda hiroshi holly howard hugh hugo humphrey hussain hussein ian ibrahim ida ignacio igor ilaria imogen imran ines ingrid irene irina isaac isabel
isabella isabelle isaiah isla ismail istvan ivan ivana ivy jacqueline jacob jade jaime jake jamal james jamie jan jana jane janet janice janine jared jasmine
jason javier jayden jeff jeffrey jennifer jenny jeremiah jeremy jerome jesse jessica jessie jesus jill jim jimena jimmy joan joanna joanne jodie joe joel
johan johann johanna john johnny jonas jonathan jorge jose josef joseph josephine josh joshua joyce juan juana juanita jude judith judy julia julian juliana julie
juliette julio justin justine kareem karen karim karin karl karla kasia kate katherine kathleen kathryn kathy katie katrina kavita kayla keith kelly kelvin
kenji kenneth kenny kerry kevin khadija khalid kieran kimberly kiran klaus kofi kristen kristin kristina kumar kwame kyle lachlan lara larissa larry
latisha latoya laura lauren laurence laurie layla leah leanne lee leena leila lena leo leon leonard leonardo leonor leroy lesley leslie leticia lewis liam
lidia lila lilian lillian lina linda lindsay lindsey lionel lisa liz lloyd logan lola lorena lorenzo loretta lorna lorraine louis louisa louise lourdes luc luca
lucas lucia lucie lucille lucinda lucy luis luisa luiz lukas luke lydia lynn lynne mabel madeleine madeline maeve magda magdalena magnus mahmoud maisie
malcolm malik mandy manuel manuela mara marc marcel marcela marcia marco marcos marcus margaret margarita maria mariam marian mariana marianne marie marina
mario marion marisa marjorie markus marlene marsha marta martha martin martina martyn mary maryam mateo matilda matt matteo matthew maureen maurice mauricio
maxine maxwell maya meera megan mehmet melanie melissa mercedes meredith mia michael michaela michele michelle miguel mikhail mila mildred millie mina minh miranda
mireille miriam mitchell mohamed mohammad mohammed moira mona monica monika muhammad muriel mustafa myra nadia nadine nancy naomi natalia natalie natasha nathan
nathaniel nathalie neha neil nelson nia niamh nicholas nick nicola nicolas nicole nigel nikita nikolai nina noah noel noelle nora norma norman nuria nneka
octavia odette oksana olga olive oliver olivia ollie omar oscar osman otto owen pablo pamela paola patricia patrick paul paula paulina pauline pedro peggy
penelope percy perry petra phil philip philippa phillip phoebe phyllis pierre pilar piotr polly prakash pranav preeti priya priyanka rachel rachael rafael raj
rajesh ralph ramon ramona randall raquel rashid raul ravi raymond rebecca reginald renata rene reuben rhiannon rhys ricardo richard rita robert roberta roberto
robyn rochelle rodrigo roger rohan roland roman ronald ronan rosa rosalind rosanna rosario rosemary rosie ross rowan roxanne roy ruben rudolf rufus rupert
russell ruth ryan sabrina sadia saeed sakura sally salma salvador sam samantha samir samuel sandeep sandra sanjay santiago sara sarah saskia scott sean
sebastian selena selina serena sergei sergio shane shannon sharon shaun shauna shawn sheila shelley sheryl shirley shivani siobhan sigrid silvia simon simone sinead
sofia sofie sonia sophia sophie stacey stanislav stanley stefan stefania stella stephanie stephen steve steven stewart stuart sunil sunita suresh susan susana
susanna susanne suzanne sven svetlana sylvia tabitha tamara tamsin tanya tara tariq tatiana ted teodora teresa terence terry tessa thelma theodora theodore
theresa thiago thomas tiffany tim timothy tina tobias toby todd tom tomas tommy toni tony tracey tracy trevor tristan tyler tyrone ulrich umar ursula usha
valentina valeria valerie vanessa vera verity veronica vicente vicki vicky victor vijay vikram vincent viola violet virginia vivian vivienne vladimir walter wanda
wayne wendy wesley wilfred wilhelm william wilma winifred wojciech xavier yasmin yolanda yosef yuki yusuf yvette yvonne zachary zahra zainab zara zoe zoran`;

/** Names that are also words: on their own, and in lower case, they prove nothing. */
const ambiguous = `
amber angel april art august autumn bill bob brook candy carter chase chip christian clay cliff crystal daisy dale dawn dean destiny drew earl faith fern fleet frank
gene ginger glen grace grant guy hazel heath hope hunter iris ivy jack jasmine jay jean jade joy june ken lance lane lily mark mason may max melody mercy mike miles
nick norm olive opal page pat patience patty pearl penny pete rain ray reed rich rob robin rocky rod roman rose rowan ruby sandy sherry skip stone stormy sue summer
sunny terry tom tony trinity victor viola violet will willow woody wren`;

/** Names that are also places, makes or things that firms name after people. */
const places = `
adelaide alexandria austin brooklyn carolina charlotte chelsea devon florence georgia houston india jackson jordan kent lincoln logan london lourdes madison mercedes
milan nelson odessa orlando paris phoenix preston roma santiago savannah scott sierra sydney tyler vienna victoria virginia wayne windsor alexis siri alexa`;

const wordsOf = (list: string): string[] => list.trim().split(/\s+/);

export const givenNames: ReadonlySet<string> = new Set([plain, ambiguous, places].flatMap(wordsOf));
const doubtful: ReadonlySet<string> = new Set([ambiguous, places].flatMap(wordsOf));

/** A given name that is also a word or a place. */
export const isDoubtfulName = (lower: string): boolean => doubtful.has(lower);

const auxiliaries: ReadonlySet<string> = new Set(['will', 'may']);
/** Not "friend" and the like, behind which a name is likelier. */
const subjects: ReadonlySet<string> = new Set(
  wordsOf(
    'i you he she it we they who which that this there somebody someone nobody anybody anyone everybody everyone person people team bot agent colleague',
  ),
);

/** "A colleague will read it": a verb, where "ask for will read" is somebody. */
export const isVerbBehind = (before: string, word: string): boolean =>
  auxiliaries.has(word) && subjects.has(before);

/** Family names that are also words: behind a given name they are a name. */
export const familyNames: ReadonlySet<string> = new Set(
  wordsOf(`archer baker banks barber barnes bell bird bishop black blake bond brook brooks brown burns bush butcher butler carpenter chambers church clark cole collins cook
  cooper cox cross crow dale day dean drew duke farmer field fields fisher flowers ford forest forester foster fox freeman frost gates gold good grant graves gray
  green grey hale hall hardy hart hawk hayes heath hicks hill holiday holland holmes hood hooper hope howe hunt hunter james jones judge kent kerr key king knight lake lamb lane law
  lee little long love lowe lynch marsh marshall mason may mercer miles mills moon moore nash newman noble north page palmer park parker parks patel payne peacock
  pearce perry pierce piper pitt poole pope porter potter power price prince quick read reed reid rice rich rivers rose sharp shepherd short silver singer small smith
  snow stark steel steele stone strong summers swan sweet taylor thorn turner tyler wade walker wall walls ward waters weaver webb weeks wells west wheeler white
  wise wolf wood woods wright york young`),
);
