/** Proper names that are nobody's: countries, languages, cities, days, makes. In lower case, word by word. */

/** What of the world ICU does not name: states, and cities that are named far from where they lie. */
const more = `
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont
virginia washington wisconsin wyoming england scotland wales ulster britain cornwall yorkshire kent essex sussex surrey devon dorset somerset norfolk suffolk
birmingham manchester liverpool leeds sheffield bristol newcastle nottingham leicester coventry bradford cardiff swansea edinburgh glasgow aberdeen dundee belfast
cambridge oxford brighton southampton portsmouth plymouth exeter norwich reading luton gatwick heathrow stansted dublin cork galway limerick
boston seattle portland francisco diego antonio dallas austin houston atlanta miami orlando tampa philadelphia pittsburgh cleveland columbus cincinnati
milwaukee minneapolis memphis nashville charlotte orleans vegas sacramento oakland fresno tucson albuquerque omaha tulsa brooklyn manhattan
toronto montreal ottawa calgary quebec ontario alberta manitoba melbourne brisbane canberra queensland auckland wellington delhi mumbai bombay bangalore bengaluru
chennai hyderabad kolkata pune beijing shanghai shenzhen osaka kyoto tokyo seoul barcelona seville valencia munich hamburg frankfurt cologne stuttgart
geneva milan venice florence naples turin lyon marseille nice bordeaux rotterdam antwerp bavaria tuscany provence normandy europe asia africa america
atlantic pacific mediterranean alps thames alexandria petersburg cape town barbados bahamas bermuda`;

const calendar = `
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
christmas xmas easter ramadan eid diwali hanukkah halloween thanksgiving passover lent advent`;

/** What people own, use and pay with; a company's own names come from its training data. */
const makes = `
google apple microsoft amazon facebook instagram whatsapp twitter tiktok youtube netflix spotify uber airbnb paypal visa mastercard amex maestro klarna stripe venmo zelle
iphone ipad macbook samsung galaxy huawei xiaomi sony nokia motorola lenovo dell toshiba hp android windows safari chrome firefox outlook gmail hotmail yahoo
toyota honda nissan ford volkswagen audi bmw mercedes hyundai kia mazda volvo renault peugeot citroen fiat tesla subaru suzuki skoda chevrolet jeep lexus
civic corolla camry prius accord corsa astra polo passat ryanair lufthansa emirates fedex dhl hermes ikea tesco asda aldi lidl walmart costco starbucks mcdonald
netgear cisco sky virgin vodafone verizon comcast bluetooth ethernet internet english alexa siri zoom skype teams`;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? [];

let words: ReadonlySet<string> | null = null;

/** @param word in lower case. Built when first asked, from ICU's own names of countries, languages and zones. */
export function isPlaceOrMake(word: string): boolean {
  words ??= new Set([more, calendar, makes, ...icuNames()].flatMap(wordsOf));
  return words.has(word);
}

function icuNames(): string[] {
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => zone.replace(/[_/]/g, ' '));
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return [
    ...zones,
    ...codes.flatMap((code) => [regions.of(code.toUpperCase()) ?? '', languages.of(code) ?? '']),
  ];
}
