/** One step of a scenario: its sentence, and the text or the table below it. */
export interface Step {
  readonly text: string;
  readonly doc: string | undefined;
  readonly table: readonly (readonly string[])[] | undefined;
}

export interface Scenario {
  readonly feature: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Reads a feature file; each example of an outline becomes a scenario of its own. */
export function parseFeature(text: string): readonly Scenario[] {
  const lines = text.split(/\r?\n/);
  const scenarios: Scenario[] = [];
  let feature = '';
  let background: readonly Step[] = [];
  let at = 0;
  const blank = (line: string): boolean =>
    line.trim() === '' || line.trim().startsWith('#') || line.trim().startsWith('@');

  const readTable = (): (readonly string[])[] => {
    const rows: (readonly string[])[] = [];
    while (at < lines.length) {
      const line = lines[at]!.trim();
      if (line.startsWith('|')) rows.push(cells(line));
      else if (!blank(lines[at]!)) break;
      at++;
    }
    return rows;
  };
  const readSteps = (): readonly Step[] => {
    const steps: Step[] = [];
    while (at < lines.length) {
      const line = lines[at]!.trim();
      if (blank(lines[at]!)) {
        at++;
        continue;
      }
      const step = /^(?:Given|When|Then|And|But) (.*)$/.exec(line);
      if (step === null) break;
      at++;
      while (at < lines.length && blank(lines[at]!)) at++;
      let doc: string | undefined;
      let table: (readonly string[])[] | undefined;
      if (lines[at]?.trim() === '"""') doc = readDoc();
      else if (lines[at]?.trim().startsWith('|') === true) table = readTable();
      steps.push({ text: step[1]!, doc, table });
    }
    return steps;
  };
  const readDoc = (): string => {
    const indent = lines[at]!.indexOf('"""');
    const body: string[] = [];
    for (at++; lines[at]!.trim() !== '"""'; at++) {
      const line = lines[at]!;
      body.push(line.slice(0, indent).trim() === '' ? line.slice(indent) : line.trimStart());
    }
    at++;
    return body.join('\n').replaceAll('\\"\\"\\"', '"""');
  };

  while (at < lines.length) {
    const line = lines[at]!.trim();
    const heading = /^(Feature|Background|Scenario Outline|Scenario|Examples):\s*(.*)$/.exec(line);
    at++;
    if (heading === null) continue;
    const [, kind, name] = heading as unknown as [string, string, string];
    if (kind === 'Feature') feature = name;
    else if (kind === 'Background') background = readSteps();
    else if (kind === 'Scenario') scenarios.push({ feature, name, steps: [...background, ...readSteps()] });
    else if (kind === 'Scenario Outline') {
      const steps = readSteps();
      while (at < lines.length && (blank(lines[at]!) || lines[at]!.trim().startsWith('Examples'))) {
        const isTable = lines[at]!.trim().startsWith('Examples');
        at++;
        if (!isTable) continue;
        const [header, ...rows] = readTable();
        rows.forEach((row, i) => {
          const fill = (value: string): string =>
            header!.reduce((filled, column, j) => filled.replaceAll(`<${column}>`, () => row[j]!), value);
          scenarios.push({
            feature,
            name: `${name} (${i + 1})`,
            steps: [...background, ...steps].map((step) => ({
              text: fill(step.text),
              doc: step.doc === undefined ? undefined : fill(step.doc),
              table: step.table?.map((line2) => line2.map(fill)),
            })),
          });
        });
      }
    }
  }
  return scenarios;
}

function cells(line: string): readonly string[] {
  const found: string[] = [];
  let cell = '';
  for (let i = 1; i < line.length; i++) {
    const character = line[i]!;
    if (character === '\\' && (line[i + 1] === '|' || line[i + 1] === '\\')) {
      cell += line[++i];
    } else if (character === '|') {
      found.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return found;
}
