/** Words of chats that dictionaries lack: short forms, contractions without their apostrophe, numerals, and words of our time. */
const words = `
thx thnx thks tks tnx ty tysm pls plz plss nope nah yep yup yeah yea yess ya yah yas ok okay oki okey kk hmm hm mhm uhm um uh er erm aha oops lol lmao omg idk imo imho asap btw
fyi brb tbh ugh wow hey heya hiya howdy bye byebye cya ur u r im ive id ill isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt hasnt havent hadnt
thats whats wheres hows theres heres lets youre youve youll theyre theyve weve well shes hes gonna wanna gotta kinda sorta dunno lemme gimme cuz coz cos bc bcs tho thru
tmrw tmr tomorow msg txt pic pics info apps app online offline login logout logged signup username usernames user password passcode passwords email emails e-mail website
webpage wifi wi-fi broadband router modem voicemail smartphone iphone ipad android laptop desktop tablet bluetooth usb sim esim pin otp url link app's download upload
reset resend refund refunds refunded cashback checkout checkin check-in check-out unsubscribe subscription autopay chargeback spreadsheet pdf faq id iban bic sms chatbot bot
zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty
seventy eighty ninety hundred hundreds thousand thousands million billion first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth double triple once twice
bucks quid pence cents etc vs ie eg approx max min kg km cm mm lb lbs ft hrs hr mins secs am pm`;

const talk: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** @param word in lower case. */
export const isTalkWord = (word: string): boolean => talk.has(word);
