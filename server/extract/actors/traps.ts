import type { Meaning } from './gazetteer.ts';
import { roleOfWord } from './role-words.ts';
import { isTitleWord } from './titles.ts';
import { kids, type Tree } from './tree.ts';

/** Names of countries and places that people are called by. */
const GIVEN = new Set(
  'Chad Jordan Israel Georgia India Kenya Paris Sydney Austin Chelsea Carolina Virginia Charlotte Florence Victoria Sofia Lima Cuba Ireland Holland France London Dallas Houston Phoenix Madison Brooklyn Jackson Troy Cameron German Roman Norman English French Montana Dakota Savannah Alexandria Valencia Santiago Diego Darwin Perth Bristol Lincoln Wellington Kingston Mali Malta Tonga Sharon Carter Morales Moreno Petro Lasso Conte Haley Hague'.split(
    ' ',
  ),
);

/** What bears a people's name and has nothing to do with its state. */
const HOUSEHOLD =
  /^(restaurants?|food|cuisine|coffee|fries|shepherds?|roulette|dish|dishes|wines?|cheese|languages?|toast|kitchen|literature|lessons?|dressing|bread|dictionary|grammar|classes|cooking|chefs?|rug|rugs|doors?|windows?|horn|tea|accent|buffet|takeaway|delight|salad|muffins?|breakfast|studies|poodle|terrier|bulldog|summer|ocean|dolls?|lanterns?|carpets?|vases?|recipes?|soups?|pancakes?|sausages?|sauces?|waltz|tango|ballet|costumes?|folklore|fairy|tales?|proverbs?)$/i;

/** Words that are also names of ours, and which only a proper noun may be taken for. */
const COMMON_WORD =
  /^(Apple|Amazon|Shell|Ford|Target|Total|Vale|Dawn|Zaman|Quad|Labour|Congress|Eta|Nice|Split|Diet|Contras|Time|Gap|Sputnik|Guardian|Independent|Roche|Anonymous|Amnesty|Commons|Conservatives|Republicans|Republican|Solidarity|Emirates|Mao|Xi|Wen|Lula|Power|Hope|Bush|May|Hunt|Straw|Cook|Gates|Rice|Haley|Carter|Major|Baker|Austin|Rio|Pale|Van|Orange|Kent|Hue|Sucre|Rosario|Fez|Java|Uri|Amal|Wade|Hadi|Beni|Bor|Split|Tyre|Cali|Imo|Edo|Oyo|Jos|Palma|Hama|Goma|Pando|Afar|Bali|Farah|Concepcion|Porto|Nis|Pec|Gulu|Fars|Amnesty|Memorial|Santander|Sheikh|Klaus|Dawn|RT|IS|WHO|ICE|PACE|MEND|SPA|ING|AN|NAM|PA|AP|BP|GM|GE|LG|IT|PAD|CIS|GAM|Tories|Tata|Bayer|Wagner|Intel|Maoist|Meles|Power|Anwar|Najib|Petro|Mursi|Bachelet|Temer|Modi|Correa|Sharon|Castro|Barak|Saleh|Bashir|Abe|Roh|Sall|Talon|Haider|Truss|Merz|Vance|Fox|Toledo|Morales|Duque|Ghani|Sharif|Rudd|Abbott|Harper|Hague)$/;

const PLACING =
  /^(in|at|near|inside|outside|around|across|throughout|from|of|to|into|within|over|through|on|between)$/i;
const PLACE_NOUN =
  /^(city|town|village|province|region|state|district|capital|port|area|county|department|island|prefecture|governorate|suburb|valley|airport|border)$/i;

/** Whether a sentence puts something at a name: after a preposition of place, or before a noun for a place. */
const isPlaceHere = ({ tokens, entityAt }: Tree, start: number, end: number): boolean => {
  const around = entityAt[start];
  if (around && /^(PERSON|NORP|PRODUCT|WORK_OF_ART|EVENT|LAW)$/.test(around.label)) return false;
  if (around && around.end - around.start > end - start && around.label === 'ORG') return false;
  const before = tokens[start - 1];
  const after = tokens[end];
  if (after && PLACE_NOUN.test(after.text)) return true;
  if (!before || (after?.pos === 'PROPN' && after.text !== "'s")) return false;
  return PLACING.test(before.text) || PLACE_NOUN.test(before.text);
};

/** "Qari Yussouf Ahmadi": the last part of a person's name. */
const isSurname = ({ entityAt, tokens }: Tree, at: number): boolean => {
  const around = entityAt[at];
  return around?.label === 'PERSON' && around.end === at + 1 && around.start < at && tokens[at]!.pos === 'PROPN';
};

const ANIMAL =
  /^(dog|cat|puppy|kitten|spaniel|labrador|poodle|terrier|shepherd|retriever|beagle|bulldog|horse|racehorse|mare|stallion|gelding|pony|mule|camel|parrot|elephant|panda|tiger|lion|lioness|bear|gorilla|chimpanzee|whale|dolphin)$/;

/** "Mali, a three-year-old spaniel": an animal that bears the name. */
export const isAnimal = (tree: Tree, at: number): boolean =>
  kids(tree, at, 'appos').some((child) => ANIMAL.test(tree.tokens[child]!.lemma));

/** With an article the river and its forest, without one the company. */
export const isTheAmazon = ({ tokens }: Tree, start: number, end: number): boolean =>
  end - start === 1 && tokens[start]!.text === 'Amazon' && tokens[start - 1]?.text.toLowerCase() === 'the';

const TRADE = /^(import|export|ban|bans|embargo|tariff|dut|quota|boycott|sale|shipment|purchase|levy|levies)/i;
/** How far before a ware stands what is done to its trade. */
const FAR = 8;

/** "Halted imports of Moldovan wine": a ware that is traded or banned is its country's. */
const isTraded = ({ tokens }: Tree, ware: number): boolean =>
  tokens.slice(Math.max(0, ware - FAR), ware).some(({ text }) => TRADE.test(text));

const isName = (text: string): boolean => /^\p{Lu}/u.test(text);

/** Whether a name of the tables is, where it stands, something else: part of a person's name, a dish, a plain word. */
export const isTrap = (tree: Tree, start: number, end: number, meaning: Meaning): boolean => {
  const { tokens } = tree;
  const first = tokens[start]!;
  const last = tokens[end - 1]!;
  const next = tokens[end];
  const previous = tokens[start - 1];
  const single = end - start === 1;
  if (meaning.use === 'word' && next && HOUSEHOLD.test(next.text) && !isName(next.text) && !isTraded(tree, start))
    return true;
  if (single && isAnimal(tree, start)) return true;
  if (single && COMMON_WORD.test(first.text)) {
    if (first.pos !== 'PROPN' && !(first.pos === 'NOUN' && first.text === first.text.toUpperCase())) return true;
    const shouted =
      next !== undefined && next.text.length > 3 && next.text === next.text.toUpperCase() && /\p{L}/u.test(next.text);
    if (first.text.length <= 4 && first.text === first.text.toUpperCase() && shouted) return true;
  }
  if (isTheAmazon(tree, start, end)) return true;
  if (
    /^[-‑–]$/.test(previous?.text ?? '') &&
    /^(pan|trans|inter|anti|pro|cross|post|pre)$/i.test(tokens[start - 2]?.text ?? '')
  )
    return true;
  if (meaning.use === 'organization' && single && isSurname(tree, start)) return true;
  if (meaning.use === 'person' || meaning.use === 'organization') return false;
  if (single && /^(Soviet|Yugoslav)$/.test(first.text) && /^(former|ex-?|post)$/i.test(previous?.text ?? ''))
    return true;
  if (/^(da|das|de|do|dos|del|di|la|el)$/.test(previous?.text ?? '') && /^\p{Lu}/u.test(tokens[start - 2]?.text ?? ''))
    return true;
  if (meaning.minor && !isPlaceHere(tree, start, end)) return true;

  const around = tree.entityAt[start];
  const isWhole = last.dep === 'pobj' && start === around?.start; // "the envoy to Kenya Ana Reis": two names, taken for one
  const person =
    around?.label === 'PERSON' && around.end >= end && around.end - around.start > end - start && !isWhole
      ? around
      : undefined;
  if (person) {
    const before = start - person.start;
    const followedByTitle = next !== undefined && isTitleWord(next.text);
    const adjective = meaning.use === 'word' && before === 0;
    const strongName = /[.]|^(US|UK|UN|USA)$/.test(first.text);
    const given = GIVEN.has(first.text);
    const possessive = next?.text === "'s" || next?.text === '’s';
    if (!followedByTitle && !strongName && !possessive && !(adjective && !given) && (given || before > 0)) {
      const rest = tokens
        .slice(person.start, person.end)
        .filter((_, at) => at + person.start < start || at + person.start >= end);
      if (rest.some((token) => isName(token.text) && !isTitleWord(token.text) && token.pos === 'PROPN')) return true;
    }
  }
  if (single && !isWhole && GIVEN.has(first.text) && next && first.end + 1 === next.start) {
    const joined = next.pos === 'PROPN' && isName(next.text) && !isTitleWord(next.text) && !/^[A-Z.]+$/.test(next.text);
    if (
      joined &&
      first.dep === 'compound' &&
      next.tag === 'NNP' &&
      !/^(Army|Police|Government|Parliament|Air|Red|River|Valley|Street|City|County|State|University)$/.test(next.text)
    )
      return true;
  }
  if (single && GIVEN.has(last.text) && previous && previous.dep === 'compound' && previous.head === end - 1) {
    const direction = /^(North|South|East|West|Central|New|Northern|Southern|Eastern|Western)$/.test(previous.text);
    if (
      previous.pos === 'PROPN' &&
      isName(previous.text) &&
      !direction &&
      !isTitleWord(previous.text) &&
      meaning.use !== 'word'
    )
      return true;
  }
  return first.text === 'Turkey' && previous?.text.toLowerCase() === 'a' && last.head !== end;
};

/** "Suspected Abu Sayyaf guerrillas": a participle that opens a sentence is no part of the name behind it. */
const SUPPOSED =
  /^(Suspected|Alleged|Purported|Presumed|Armed|Masked|Unidentified|Unknown|Accused|Convicted|Jailed|Exiled|Ousted|Former)$/;

export const isSupposed = ({ tokens }: Tree, at: number): boolean =>
  tokens[at]!.sentenceStart && SUPPOSED.test(tokens[at]!.text);

/** "Riot police used tear gas": a word that is a capital's for opening the sentence, and part of a phrase for a group. */
export const opensPhrase = (tree: Tree, at: number): boolean => {
  const token = tree.tokens[at]!;
  const head = tree.tokens[token.head]!;
  return (
    token.sentenceStart &&
    /^(compound|amod)$/.test(token.dep) &&
    /^\p{Ll}/u.test(head.text) &&
    /^\p{Lu}\p{Ll}+$/u.test(token.text) &&
    roleOfWord(head) !== undefined
  );
};
