import { judge } from './judgement.ts';
import type { Ledger } from './ledger.ts';
import { placeAll } from './place.ts';
import type { Change } from './redraw.ts';
import { addTally, EMPTY_TALLY, talliesOf } from './tally.ts';
import { viewOf } from './view.ts';

/** Whom an office, as a tally counts it (`target|from|to`), is an office of. */
const targetOf = (office: string): string => office.split('|', 1)[0]!;

/**
 * Asks a ledger for nearly all that redrawing a change will ask it for, in steps of which each needs the answers of the
 * one before; so that who has to fetch the answers can fetch those for many articles at once.
 */
export function* askAhead({ articleId, after, decisions }: Change, ledger: Ledger): Generator<undefined, void> {
  if (!articleId || !after) return;
  const judgement = judge(decisions.after);
  const claims = after.claims.map((claim) => {
    const verdict = judgement.verdict(claim);
    return verdict ? { claim, verdict } : { claim };
  });
  const given = talliesOf(after, claims);
  const canonical = [...new Set([...given.keys()].map(judgement.canonical))];
  const entities = canonical.flatMap(judgement.members);
  ledger.said(articleId);
  const own = ledger.placed(articleId);
  for (const id of entities) ledger.tally(id);
  yield;

  const factsOf = (id: string) => (id === articleId ? after.facts : undefined);
  const was = viewOf(judgement, ledger.tally, factsOf, ledger.copiesOf);
  const is = viewOf(
    judgement,
    (id) => addTally(ledger.tally(id) ?? EMPTY_TALLY, given.get(id) ?? EMPTY_TALLY),
    factsOf,
    ledger.copiesOf,
  );
  const placed = [...own, ...placeAll(after, is.resolve, judgement)];
  const keys = new Set(placed.flatMap(({ bucket, gathering }) => [bucket, gathering].flatMap((key) => key ?? [])));
  for (const key of keys) ledger.bucket(key);
  for (const id of canonical) {
    const tally = is.tally(id);
    for (const office in tally.offices) ledger.tally(targetOf(office));
    // what is new, and an event, which is told apart by date from others of its name, may move what names it
    const isNew = was.tally(id).articles === 0;
    if (!isNew && !tally.kinds.event) continue;
    const drawn = [...was.entity(id).nodes, ...is.entity(id).nodes].map((node) => node.id);
    for (const each of new Set([id, ...drawn])) {
      ledger.naming(each);
      ledger.tally(each);
    }
  }
  yield;

  for (const key of keys) for (const { claim } of ledger.bucket(key)) ledger.facts(claim.articleId);
  for (const { placeId } of canonical.flatMap((id) => is.tally(id).events)) if (placeId) ledger.tally(placeId);
}
