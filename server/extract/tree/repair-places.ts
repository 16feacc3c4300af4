import { roleOfWord } from '../actors/role-words.ts';
import { type Draft, FINITE, findKid, hasKid, isName } from './draft-tokens.ts';

/** "Presidents A of X and B of Y": the second person was joined to the country of the first. */
const personsOfCountries = (tokens: readonly Draft[], index: number): void => {
  const second = tokens[index]!;
  const country = tokens[second.head]!;
  if (second.dep !== 'conj' || second.pos !== 'PROPN' || country.dep !== 'pobj' || second.head >= index) return;
  const of = tokens[country.head]!;
  const first = tokens[of.head]!;
  if (of.text !== 'of' || first.pos !== 'PROPN' || of.head > country.head) return;
  if (!hasKid(tokens, index, /^compound$/)) return;
  if (!tokens.some((token) => token.head === index && token.dep === 'prep' && token.text === 'of')) return;
  second.head = of.head;
};

const TIME_NOUN =
  /^(day|week|month|year|time|night|morning|evening|today|yesterday|tomorrow|weekend|hour|minute|home|mile|kilometer|percent)$/;

/** "Canada shelters Saudi teenager": the last noun of a headline was read as an adverbial of measure. */
const adverbialObject = (tokens: readonly Draft[], index: number): void => {
  const noun = tokens[index]!;
  const verb = tokens[noun.head]!;
  if (noun.dep !== 'npadvmod' || noun.pos !== 'NOUN' || noun.head >= index || verb.pos !== 'VERB') return;
  if (TIME_NOUN.test(noun.lemma) || hasKid(tokens, noun.head, /^(dobj|attr|ccomp|xcomp|nsubjpass)$/)) return;
  if (!roleOfWord(noun) || tokens.some((token, at) => token.head === index && at < index && token.pos === 'NUM'))
    return;
  noun.dep = 'dobj';
};

/** "Branded the lawmakers fools": of two plurals after a verb of calling, the first was read as a part of the second. */
const calledSo = (tokens: readonly Draft[], index: number): void => {
  const called = tokens[index]!;
  const name = tokens[called.head]!;
  const verb = tokens[name.head]!;
  if (called.dep !== 'compound' || called.tag !== 'NNS' || called.head !== index + 1 || name.dep !== 'dobj') return;
  if (!/^(call|brand|label|dub|deem)$/.test(verb.lemma)) return;
  for (const token of tokens)
    if (token.head === index + 1 && token !== called && token.dep !== 'punct') token.head = index;
  Object.assign(called, { head: name.head, dep: 'dobj' });
  name.dep = 'oprd';
};

/** "Called home its ambassador", "summons home envoy": "home" tells the way, and what follows is the object. */
const calledHome = (tokens: readonly Draft[], index: number): void => {
  const home = tokens[index]!;
  const verb = tokens[index - 1];
  if (home.text !== 'home' || !verb || !/^(call|summon|send|bring|order|recall|fly)$/.test(verb.lemma)) return;
  const object = tokens[home.head]!;
  if (home.dep === 'compound' && object.head === index - 1 && object.dep === 'dobj') {
    Object.assign(home, { head: index - 1, dep: 'advmod', pos: 'ADV', tag: 'RB' });
    return;
  }
  const named = findKid(tokens, index - 1, /^oprd$/);
  if (home.head === index - 1 && named > index && !hasKid(tokens, index - 1, /^dobj$/)) tokens[named]!.dep = 'dobj';
};

/** "Vetoed by Slovakia, the package will": a participle in front was read as the subject. */
const frontedPassive = (tokens: readonly Draft[]): void => {
  const [first] = tokens;
  if (!first || !/^VB[ND]$/.test(first.tag) || !/^(nsubj|csubj|nsubjpass|csubjpass)$/.test(first.dep)) return;
  if (!tokens.some((token) => token.head === 0 && token.text === 'by') || !hasKid(tokens, first.head, /^nsubj/)) return;
  if (!tokens.some((token, at) => at > 0 && token.head === first.head && /^nsubj/.test(token.dep))) return;
  Object.assign(first, { dep: 'advcl', tag: 'VBN', pos: 'VERB' });
  for (const token of tokens) if (token.head === 0 && token.text === 'by') token.dep = 'agent';
};

/** "Was co-sponsored by": of a word in three parts, the first was read as the verb. */
const coVerb = (tokens: readonly Draft[], index: number): void => {
  const co = tokens[index]!;
  const hyphen = tokens[index + 1];
  const verb = tokens[index + 2];
  if (!/^co$/i.test(co.text) || hyphen?.text !== '-' || !verb || !/^VB/.test(verb.tag)) return;
  if (verb.head !== index) return;
  const root = co.head === index;
  const { dep, head } = co;
  const passive = hasKid(tokens, index, /^auxpass$/);
  for (const [at, token] of tokens.entries())
    if (token.head === index && at !== index) {
      token.head = index + 2;
      if (passive && token.dep === 'nsubj') token.dep = 'nsubjpass';
    }
  Object.assign(verb, { head: root ? index + 2 : head, dep, ...(passive && { tag: 'VBN' }) });
  Object.assign(co, { head: index + 2, dep: 'advmod', pos: 'ADV', tag: 'RB' });
  Object.assign(hyphen, { dep: 'punct', pos: 'PUNCT' });
};

const ADVERB = /ly$|^(then|also|still|here|now|there|soon|never|once|home|abroad|back)$/i;

/** "Nauru hosted the leaders", "slams Nauru over deportations": a name beside the verb was read as an adverb. */
const nameAsAdverb = (tokens: readonly Draft[], index: number): void => {
  const name = tokens[index]!;
  const verb = tokens[name.head]!;
  if (name.dep !== 'advmod' || verb.pos !== 'VERB' || !/^\p{Lu}/u.test(name.text) || ADVERB.test(name.text)) return;
  if (name.pos !== 'PROPN' && !(name.pos === 'ADV' && index === 0)) return;
  if (name.head === index + 1 && FINITE.test(verb.tag)) {
    if (hasKid(tokens, name.head, /^(nsubj|nsubjpass|csubj|expl)$/)) return;
    Object.assign(name, { dep: 'nsubj', pos: 'PROPN', tag: 'NNP' });
  } else if (name.head === index - 1 && name.pos === 'PROPN' && !hasKid(tokens, name.head, /^(dobj|attr|ccomp|xcomp)$/))
    name.dep = 'dobj';
};

/** "Belize expels envoy", "Djibouti to host talks": a name at the head of a headline was read as its root. */
const nameAsRoot = (tokens: readonly Draft[]): void => {
  const [name, second] = tokens;
  if (!name || !second || name.dep !== 'ROOT' || !/^\p{Lu}/u.test(name.text) || tokens.length > LONGEST_HEADLINE)
    return;
  const verbAt = second.tag === 'TO' && second.head === 2 ? 2 : 1;
  const verb = tokens[verbAt];
  if (verb?.pos !== 'VERB' || verb.head !== 0 || !(verbAt === 2 ? verb.tag === 'VB' : verb.tag === 'VBZ')) return;
  if (verbAt === 1 ? verb.dep !== 'dobj' && verb.dep !== 'ccomp' : !/^(NOUN|PROPN|VERB)$/.test(name.pos)) return;
  if (name.pos === 'NOUN' && name.tag === 'NNS') return;
  for (const [at, token] of tokens.entries()) if (token.head === 0 && at > verbAt) token.head = verbAt;
  Object.assign(verb, { head: verbAt, dep: 'ROOT' });
  Object.assign(name, { head: verbAt, dep: 'nsubj', tag: 'NNP', pos: 'PROPN' });
};

const LONGEST_HEADLINE = 16;

const MOVING = /^(fly|come|go|march|walk|sail|roll|move|drive|step|ride|stream|arrive)$/;

/** "Into Kabul flew the minister": the subject behind a verb of motion was read as its object. */
const invertedSubject = (tokens: readonly Draft[]): void => {
  const [first] = tokens;
  if (first?.pos !== 'ADP' || first.dep !== 'prep' || first.head === 0) return;
  const verb = tokens[first.head]!;
  if (!MOVING.test(verb.lemma) || !FINITE.test(verb.tag) || hasKid(tokens, first.head, /^(nsubj|nsubjpass|expl)$/))
    return;
  const behind = findKid(tokens, first.head, /^dobj$/);
  if (behind > first.head) tokens[behind]!.dep = 'nsubj';
};

/** "The compromise that Italy reached": a clause whose object is "that" is a relative clause. */
const relativeThat = (tokens: readonly Draft[], index: number): void => {
  const that = tokens[index]!;
  const verb = tokens[that.head]!;
  if (that.text !== 'that' || that.dep !== 'dobj' || verb.dep !== 'acl' || !FINITE.test(verb.tag)) return;
  if (hasKid(tokens, that.head, /^nsubj$/)) verb.dep = 'relcl';
};

/** "Said no to": what is said was read as an exclamation. */
const saidNo = (tokens: readonly Draft[], index: number): void => {
  const no = tokens[index]!;
  const verb = tokens[no.head]!;
  if (!/^(no|yes)$/i.test(no.text) || no.dep !== 'intj' || verb.lemma !== 'say' || no.head >= index) return;
  no.dep = 'dobj';
  for (const token of tokens)
    if (token.head === index && token.dep === 'prep' && token.text === 'to') token.head = no.head;
};

/** "Ruled out recognizing": what is ruled out was read as an adverbial. */
const ruledOut = (tokens: readonly Draft[], index: number): void => {
  const out = tokens[index]!;
  const gerund = tokens[index + 1];
  if (out.text !== 'out' || out.dep !== 'prt' || tokens[out.head]!.lemma !== 'rule' || gerund?.tag !== 'VBG') return;
  if (gerund.head === out.head) gerund.dep = 'xcomp';
};

const PLACING = /^(in|at|near|outside|across|around)$/i;

/** "Demonstrators in Algiers, who oppose": a relative clause about people was hung on the place where they are. */
const peopleNotPlace = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  const place = tokens[verb.head]!;
  if (verb.dep !== 'relcl' || place.pos !== 'PROPN' || place.dep !== 'pobj') return;
  if (!tokens.some((token) => token.head === index && /^nsubj/.test(token.dep) && /^who$/i.test(token.text))) return;
  const preposition = tokens[place.head]!;
  const people = tokens[preposition.head]!;
  if (PLACING.test(preposition.text) && people.pos === 'NOUN' && roleOfWord(people)) verb.head = preposition.head;
};

/** "Talks between A and B, hosted by C": what became of the talks was hung on the last of the parties. */
const whatIsHosted = (tokens: readonly Draft[], index: number): void => {
  const participle = tokens[index]!;
  if (participle.dep !== 'acl' || participle.tag !== 'VBN' || participle.head >= index) return;
  if (!/^(host|broker|mediate|sponsor|chair|convene|facilitate|organize)$/.test(participle.lemma)) return;
  let at = participle.head;
  for (let step = 0; step < 6 && tokens[at]!.dep === 'conj'; step++) at = tokens[at]!.head;
  const between = tokens[tokens[at]!.head]!;
  if (tokens[at]!.dep !== 'pobj' || !/^(between|among|with)$/.test(between.text)) return;
  if (isName(tokens[between.head]!) && between.head < participle.head) participle.head = between.head;
};

/** "Accused the minister of betraying": the charge was hung on the accused. */
const chargeOfGerund = (tokens: readonly Draft[], index: number): void => {
  const of = tokens[index]!;
  const accused = tokens[of.head]!;
  if (of.text !== 'of' || of.dep !== 'prep' || accused.dep !== 'dobj' || !hasKid(tokens, index, /^pcomp$/)) return;
  if (/^(accuse|suspect|convict|acquit)$/.test(tokens[accused.head]!.lemma)) of.head = accused.head;
};

/** "Demanding that Sudan hand over the suspects": a verb with a subject and a particle was read as a noun. */
const verbAsNoun = (tokens: readonly Draft[], index: number): void => {
  const verb = tokens[index]!;
  if (verb.dep !== 'ccomp' || verb.pos !== 'NOUN' || verb.tag !== 'NN' || !hasKid(tokens, index, /^nsubj$/)) return;
  const particle = findKid(tokens, index, /^prt$/);
  if (particle < 0) return;
  Object.assign(verb, { pos: 'VERB', tag: 'VB' });
  const object = findKid(tokens, particle, /^pobj$/);
  const behind = object >= 0 ? object : findKid(tokens, index, /^pobj$/);
  if (behind >= 0) Object.assign(tokens[behind]!, { head: index, dep: 'dobj' });
};

/** "In Banja Luka, Milorad Dodik accused": the place was read as the subject, and the subject as joined to it. */
const placeAsSubject = (tokens: readonly Draft[]): void => {
  if (!/^(In|At|Near|From|Outside)$/.test(tokens[0]?.text ?? '') || hasKid(tokens, 0, /^pobj$/)) return;
  const comma = tokens.findIndex(({ text }) => text === ',');
  const place = tokens[comma - 1];
  if (comma < 2 || !place || !/^nsubj/.test(place.dep) || place.pos !== 'PROPN' || hasKid(tokens, comma - 1, /^cc$/))
    return;
  const person = findKid(tokens, comma - 1, /^(conj|appos)$/);
  if (person < comma || !isName(tokens[person])) return;
  Object.assign(tokens[person]!, { head: place.head, dep: place.dep });
  for (const token of tokens.slice(comma))
    if (token.head === comma - 1 && /^(punct|appos|relcl|acl)$/.test(token.dep)) token.head = person;
  Object.assign(place, { head: 0, dep: 'pobj' });
};

/** "Between Congo and the M23, whose fighters seized Goma": whose they are was hung on the first of two joined. */
const whoseOfLast = (tokens: readonly Draft[], index: number): void => {
  const whose = tokens[index]!;
  const noun = tokens[whose.head]!;
  const clause = tokens[noun.head]!;
  if (whose.text !== 'whose' || whose.dep !== 'poss' || clause.dep !== 'relcl' || tokens[index - 1]?.text !== ',')
    return;
  const last = tokens[index - 2];
  if (last && last.dep === 'conj' && last.head === clause.head && isName(last)) clause.head = index - 2;
};

/** What people do at a place, and not to it. */
const BEING_THERE =
  /^(rally|protest|gather|demonstrate|march|assemble|congregate|clash|camp|wait|explode|detonate|chant|parade|mass|picket|scuffle|queue|pray|riot)$/;

/** "Rallied outside parliament": the preposition was read as an adjective of the object. */
const outsideAsAdjective = (tokens: readonly Draft[], index: number): void => {
  const outside = tokens[index]!;
  const noun = tokens[outside.head]!;
  const verb = index - 1;
  if (
    outside.text !== 'outside' ||
    outside.dep !== 'amod' ||
    outside.head < index ||
    !BEING_THERE.test(tokens[verb]?.lemma ?? '')
  )
    return;
  if (noun.head !== verb || noun.dep !== 'dobj') return;
  Object.assign(noun, { head: index, dep: 'pobj' });
  Object.assign(outside, { head: verb, dep: 'prep', pos: 'ADP', tag: 'IN', lemma: 'outside' });
};

/** "To free the governor, held hostage for a week": a participle behind a noun was read as joined to the main verb. */
const heldHostage = (tokens: readonly Draft[], index: number): void => {
  const held = tokens[index]!;
  const noun = index - 2;
  if (held.dep !== 'conj' || !/^(held|taken|kept)$/.test(held.text) || tokens[index - 1]!.text !== ',') return;
  if (!isName(tokens[noun]) || !/^(hostage|captive|prisoner)$/.test(tokens[index + 1]?.text ?? '')) return;
  if (tokens.some(({ head, dep }, at) => dep === 'cc' && head === held.head && at < index && at > noun)) return;
  Object.assign(held, { head: noun, dep: 'acl', tag: 'VBN' });
  Object.assign(tokens[index + 1]!, { head: index, dep: 'oprd' });
};

/** Mends names, places and participles of one sentence that were hung on the wrong word. */
export const repairPlaces = (tokens: readonly Draft[]): void => {
  frontedPassive(tokens);
  placeAsSubject(tokens);
  nameAsRoot(tokens);
  invertedSubject(tokens);
  for (let index = 0; index < tokens.length; index++) {
    nameAsAdverb(tokens, index);
    personsOfCountries(tokens, index);
    adverbialObject(tokens, index);
    calledSo(tokens, index);
    calledHome(tokens, index);
    coVerb(tokens, index);
    relativeThat(tokens, index);
    saidNo(tokens, index);
    ruledOut(tokens, index);
    peopleNotPlace(tokens, index);
    whatIsHosted(tokens, index);
    chargeOfGerund(tokens, index);
    verbAsNoun(tokens, index);
    whoseOfLast(tokens, index);
    outsideAsAdjective(tokens, index);
    heldHostage(tokens, index);
  }
};
