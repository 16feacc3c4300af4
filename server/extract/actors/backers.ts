import type { Token } from '../../language/document.ts';
import { SENDS } from '../lexicon/sending-verb.ts';

/** What one does for a thing or a side that is not one's own: "Russian-backed", "a truce brokered by Oman". */
const BACKED =
  /^(backed|supported|sponsored|funded|financed|armed|equipped|trained|supplied|brokered|mediated|occupied|annexed|seized|opposed|rejected)$/i;

/** What one does to a thing or a side that is not one's own. */
const FIGHTING =
  /^(fighting|battling|combating|combatting|opposing|resisting|besieging|confronting|targeting|accused|suspected|convicted|charged)$/i;

/** What is joined to a name that only stands behind: "rebel-held", "Kremlin-run". */
const JOINED =
  /^(backed|supported|sponsored|funded|financed|trained|armed|supplied|brokered|mediated|run|held|controlled)$/i;

const BACKER =
  /^(broker|mediate|arbitrate|back|support|sponsor|host|arrange|facilitate|guarantee|monitor|fight|battle|combat|oppose|resist|besiege|confront|target|accuse|suspect|convict|charge|finance|fund|train|arm|equip|supply|seize|build|own)$/;

const HOLDER =
  /^(hold|detain|jail|imprison|capture|arrest|expel|deport|kidnap|abduct|rescue|free|release|kill|sentence|wound|injure)$/;

/** Whether a name up to a token (end exclusive) only stands behind what follows: "Russian-backed separatists". */
export const isBehind = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.start === tokens[end - 1]?.end && // "Hezbollah – backed by" is another thing
  /^[-‑–]$/.test(tokens[end]?.text ?? '') &&
  JOINED.test(tokens[end + 1]?.text ?? '');

/** Whether a participle says that whoever does it stands behind a thing: it is not whose the thing is. */
export const isBacked = (participle: string): boolean => BACKED.test(participle);

/** Whether a participle says that whoever does it, or to whom it is done, is against a thing. */
export const isFighting = (participle: string): boolean => FIGHTING.test(participle);

/** Whoever brokers or backs a thing, or whom it fights, is not whose it is. */
export const isBackerOf = (lemma: string): boolean => BACKER.test(lemma);

/** Whoever has them in hand is not who they are. */
export const isHolderOf = (lemma: string): boolean => HOLDER.test(lemma);

/** Whoever does one of these at a place, or for somebody, is of them: "migrants fleeing Syria", "workers based in Kenya". */
const BELONGS =
  /^(live|reside|dwell|flee|escape|leave|represent|work|serve|belong|come|arrive|originate|hail|return|base|cross|lead|rule|govern|run|head)$/;

/**
 * Whether a participle behind a word for people says only what is done to them or what they do, so that nobody named in
 * its clause is who they are: "fishermen detained by Palau", "rebels holding hostages at the Japanese embassy".
 */
export const isByTheWay = ({ tag, lemma }: Token): boolean =>
  (tag === 'VBN' && !SENDS.test(lemma)) || (tag === 'VBG' && !BELONGS.test(lemma));
