import type { Meant } from '../cast.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Candidate, type Candidates, strong } from './candidates.ts';
import { verbOf } from './clauses.ts';
import type { Draft } from './draft.ts';
import { HE, I, IT, RELATIVE, THEY, WE } from './personal-pronouns.ts';
import type { Antecedents, Resolver } from './resolve.ts';
import { isOfPerson } from './stand-ins.ts';
import { stateOf } from './state-of.ts';
import { kids } from './tree.ts';

/** How many sentences back a pronoun reaches. */
const REACH = 3;

const DEEPEST = 6;
const CHARGE = /^(charge|accusation|allegation|claim|report|suggestion|rumou?r|assertion)$/;
const DENYING = /^(deny|reject|dismiss|dispute|refute|rebut|rebuff)$/;

/** What somebody is punished for. */
const DEED =
  /^(offensive|invasion|attack|war|aggression|raid|occupation|annexation|seizure|crackdown|bombing|bombardment|shelling|blockade|persecution|treatment|refusal|failure|support|role|involvement|conduct|action|assault|incursion|campaign|test|launch|killing|execution|detention|arrest|expulsion)$/;
const PUNISHING =
  /^(sanction|impose|break|sever|cut|recall|withdraw|expel|condemn|criticize|criticise|denounce|blame|rebuke|punish|freeze|ban|boycott|censure|slam|berate|chide|slap|downgrade|fine|blacklist|suspend|halt)$/;

/** What others support of a state. */
const OF_A_STATE =
  /^(sovereignty|independence|integrity|unity|security|stability|accession|membership|bid|candidacy|claim|stance|position|efforts?|defen[cs]e)$/;
const SUPPORTING = /^(support|back|respect|endorse|reaffirm|recogni[sz]e|defend|backing|respect|solidarity)$/;

const SAYING =
  /^(say|tell|add|note|warn|insist|declare|state|announce|write|tweet|argue|claim|stress|vow|ask|acknowledge|conclude|explain|respond|reply|remark)$/;

/** Makes the search for whom a pronoun means. */
export const createPronouns = (
  draft: Draft,
  resolver: () => Resolver,
  { pick, clauseMate, person, institution, many, place }: Candidates,
  of: Antecedents['of'],
): ((token: number) => Meant | undefined) => {
  const { tree } = draft;
  const { tokens, sentence, sentenceStarts } = tree;

  /** Who is called what the noun says: "Assad, slammed as a butcher who …". */
  const calledSo = (noun: number): Meant | undefined => {
    const as = tokens[noun]!.head;
    if (tokens[as]!.text.toLowerCase() !== 'as') return undefined;
    const verb = tokens[as]!.head;
    const object =
      kids(tree, verb, 'dobj', 'nsubjpass')[0] ?? (tokens[verb]!.dep === 'acl' ? tokens[verb]!.head : undefined);
    let up = verb;
    while (object === undefined && tokens[up]!.dep === 'conj') up = tokens[up]!.head;
    const target = object ?? (tokens[up]!.dep === 'acl' ? tokens[up]!.head : undefined);
    return target === undefined ? undefined : resolver().search(target, { shallow: true });
  };

  const relative = (token: number): Meant | undefined => {
    let verb = tokens[token]!.head;
    for (let guard = 0; guard < 5 && tokens[verb]!.dep !== 'relcl' && tokens[verb]!.head !== verb; guard++)
      verb = tokens[verb]!.head;
    if (tokens[verb]!.dep !== 'relcl') return undefined;
    const noun = tokens[verb]!.head;
    const found = resolver().search(noun) ?? calledSo(noun);
    return found && /^(name|group|nominal|pronoun|modifier|of)$/.test(found.via)
      ? { ...found, via: 'pronoun' }
      : undefined;
  };

  const speaker = (token: number): Meant | undefined => {
    const here = sentence[token]!;
    const end = sentenceStarts[here + 1] ?? tokens.length;
    for (let at = sentenceStarts[here]!; at < end; at++) {
      if (tokens[at]!.pos !== 'VERB' || !SAYING.test(tokens[at]!.lemma)) continue;
      for (const child of kids(tree, at, 'nsubj')) {
        if (tokens[child]!.text.toLowerCase() === tokens[token]!.text.toLowerCase()) continue;
        const found = resolver().search(child);
        if (found) return found;
      }
    }
    return undefined;
  };

  /** "The spokeswoman said that they back": those for whom she speaks. */
  const sideOfSpeaker = (token: number): Meant | undefined => {
    const { dep, head } = tokens[token]!;
    const found = dep === 'nsubj' && tokens[head]!.dep === 'ccomp' ? speaker(token) : undefined;
    const state = found && stateOf(draft, found.entity);
    return found && state !== undefined ? { ...found, entity: state } : undefined;
  };

  /** "It is time to …", "it was too soon": nobody is meant. */
  const empty = (token: number): boolean => {
    const { dep, head } = tokens[token]!;
    if (dep === 'expl') return true;
    if (dep !== 'nsubj') return false;
    const verb = tokens[head]!.lemma.toLowerCase();
    if (/^(seem|appear|rain|snow|happen)$/.test(verb)) return true;
    if (verb !== 'be') return false;
    return (
      kids(tree, head, 'ccomp', 'xcomp', 'advcl').length > 0 ||
      kids(tree, head, 'attr').some((at) => /^(time|day|hour|case|fact|year)$/.test(tokens[at]!.lemma)) ||
      tree.children[head]!.some((at) => /^(soon|early|late|clear|unclear)$/.test(tokens[at]!.text))
    );
  };

  /** "Israel denied UN claims that it had shelled": in a charge that somebody denies, whoever denies it is meant. */
  const denier = (token: number): Meant | undefined => {
    let at = token;
    for (let step = 0; step < DEEPEST && tokens[at]!.head !== at; step++) {
      const { dep, head } = tokens[at]!;
      const charge = dep === 'acl' && CHARGE.test(tokens[head]!.lemma) && tokens[head]!.dep === 'dobj';
      const verb = charge ? tokens[head]!.head : head;
      const denied = DENYING.test(tokens[verb]!.lemma) && (charge || dep === 'ccomp');
      if (denied) {
        const found = kids(tree, verb, 'nsubj').flatMap((subject) => resolver().search(subject) ?? [])[0];
        return found && draft.entities[found.entity]!.kind !== 'person' ? found : undefined;
      }
      at = head;
    }
    return undefined;
  };

  /** "Broke off ties with Israel over its offensive": the deed for which somebody is punished is the punished one's. */
  const punishedFor = (token: number): Meant | undefined => {
    const { dep, head } = tokens[token]!;
    if (dep !== 'poss' || !DEED.test(tokens[head]!.lemma) || tokens[head]!.dep !== 'pobj') return undefined;
    const over = tokens[head]!.head;
    const answering =
      tokens[over]!.text === 'to' && /^(response|reaction|answer)$/.test(tokens[tokens[over]!.head]!.text);
    if (!answering && !/^(over|for|after|following)$/.test(tokens[over]!.text)) return undefined;
    const verb = verbOf(tree, over);
    if (!PUNISHING.test(tokens[verb]!.lemma)) return undefined;
    return pick(token, 0, (c) => !c.subject && c.token > verb && institution(c) && strong(c));
  };

  /** "China, a partner of Chad, voiced support for its sovereignty": nobody voices support for what is one's own. */
  const supported = (token: number): Meant | undefined => {
    const { dep, head } = tokens[token]!;
    if (dep !== 'poss' || !OF_A_STATE.test(tokens[head]!.lemma) || !/^(pobj|dobj|conj)$/.test(tokens[head]!.dep))
      return undefined;
    const verb = verbOf(tree, head);
    const objects = kids(tree, verb, 'dobj').map((object) => tokens[object]!.lemma);
    if (!SUPPORTING.test(tokens[verb]!.lemma) && !objects.some((lemma) => SUPPORTING.test(lemma))) return undefined;
    return pick(token, 0, (c) => !c.subject && institution(c) && strong(c));
  };

  /** "Told reporters that they": those who are told are seldom those who are spoken of. */
  const isPress = ({ meant }: Candidate): boolean => draft.entities[meant.entity]!.role === 'media';

  /** Whether a noun speaks of one human being, who is no "it". */
  const isOne = ({ token }: Candidate): boolean => {
    const { tag, lemma } = tokens[token]!;
    return tag === 'NN' && (WORDS.individual.has(lemma) || isOfPerson(lemma));
  };

  /** One person of the sentence so far who has no name: "arrested a Danish student and expelled her". */
  const individual = (token: number): Meant | undefined => {
    for (let at = token - 1; at >= sentenceStarts[sentence[token]!]!; at--) {
      const { dep, tag, lemma } = tokens[at]!;
      if (tag !== 'NN' || !/^(dobj|nsubj|nsubjpass|pobj)$/.test(dep) || !WORDS.individual.has(lemma)) continue;
      const found = resolver().search(at);
      if (!found || draft.entities[found.entity]!.kind !== 'organization') continue;
      if (!clauseMate(token, { meant: found, token: at, subject: false })) return found;
    }
    return undefined;
  };

  const pronoun = (token: number): Meant | undefined => {
    const { text } = tokens[token]!;
    const wrap = (meant: Meant | undefined): Meant | undefined => meant && { ...meant, via: 'pronoun', weak: false };
    if (RELATIVE.test(text)) return relative(token);
    if (tokens[token]!.dep === 'poss') {
      const subject = kids(tree, verbOf(tree, token), 'nsubj', 'nsubjpass')[0];
      if (subject !== undefined && RELATIVE.test(tokens[subject]!.text)) {
        const found = of(subject);
        if (found && (HE.test(text) ? draft.entities[found.entity]!.kind === 'person' : true)) return wrap(found);
      }
    }
    if (HE.test(text))
      return wrap(
        pick(token, 0, person) ??
          individual(token) ??
          pick(token, REACH, person, (candidate) => strong(candidate) && candidate.subject && !place(candidate)),
      );
    if (THEY.test(text))
      return wrap(
        pick(
          token,
          REACH,
          (c) => many(c) && strong(c) && !isPress(c),
          (c) => many(c) && strong(c),
          (c) => institution(c) && strong(c) && c.subject,
        ) ?? sideOfSpeaker(token),
      );
    if (IT.test(text)) {
      if (empty(token)) return undefined;
      return wrap(
        denier(token) ??
          punishedFor(token) ??
          supported(token) ??
          pick(
            token,
            REACH,
            (c) => institution(c) && strong(c) && !isOne(c) && !/^(NNS|NNPS)$/.test(tokens[c.token]!.tag),
            (c) => institution(c) && strong(c) && !isOne(c),
          ),
      );
    }
    if (I.test(text)) return wrap(speaker(token));
    if (WE.test(text)) {
      const found = speaker(token);
      const state = found && stateOf(draft, found.entity);
      return found && state !== undefined ? { ...found, entity: state, via: 'pronoun', weak: true } : undefined;
    }
    return undefined;
  };

  return pronoun;
};
