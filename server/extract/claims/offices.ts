import type { Day } from '../../../graph-schema/article.ts';
import type { Scene } from '../scene.ts';
import { type Finding, findingAt } from './finding.ts';

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

const day = (date: string | undefined): Day | undefined => (date && WHOLE_DAY.test(date) ? date : undefined);

/** Who holds which office: as the text says, else as background of the persons that it names. */
export const findOffices = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const findings: Finding[] = [];
  const said = new Set<string>();
  for (const office of cast.offices) {
    const { person, body, title, past, background } = office;
    const key = `${person} ${body}`;
    if (person === body || (background && said.has(key))) continue;
    const named = cast.mentions.find((mention) => mention.entity === person);
    const trigger = office.start ?? named?.head;
    if (trigger === undefined || trigger >= tree.tokens.length) continue;
    said.add(key);
    const officeFrom = day(office.from);
    const officeTo = day(office.to);
    const ends = [
      { entity: person, token: named?.head ?? trigger },
      { entity: body, token: trigger },
    ] as const;
    findings.push(
      findingAt(tree, trigger, ...ends, {
        type: 'HOLDS_OFFICE',
        modality: past ? 'past' : 'fact',
        rule: background ? 'office known beforehand' : 'office',
        path: 'belonging',
        weight: 2,
        title,
        ...(officeFrom && { officeFrom }),
        ...(officeTo && { officeTo }),
        ...(background && { background: true }),
      }),
    );
  }
  return findings;
};
