import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { VERSION } from '../version.ts';
import { tellError } from './errors.ts';

const number =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return value;
  };

const day = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  return text;
};

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const formats = (command: Command): Command =>
  command
    .option('--json', 'JSON on stdout')
    .option('--csv', 'CSV on stdout')
    .option('-q, --quiet', 'no progress on stderr');

const window = (command: Command): Command =>
  command
    .option('--since <day>', 'from this day on', day)
    .option('--until <day>', 'up to this day', day)
    .addOption(new Option('--clock <clock>', 'clock of the window').choices(['happened', 'reported']))
    .option('--types <types>', 'only these relations, parted by commas')
    .option('--kinds <kinds>', 'only these kinds of node, parted by commas')
    .option('--polarities <polarities>', 'default: affirmed')
    .option('--modalities <modalities>', 'default: fact,past')
    .option('--confidence <number>', 'at least this confident, 0 … 1');

/** The program's commands. What a command needs is loaded when it is called, so that each starts fast. */
const createProgram = (): Command => {
  const program = new Command('entente')
    .description(
      'Reads news articles and draws who met whom, who backs whom, who vetoed what, since when, and which sentence says so.',
    )
    .version(VERSION)
    .showHelpAfterError('(entente --help shows what there is)')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'entente:')) })
    .exitOverride();

  program
    .command('start')
    .description('build the page, open the store, read the samples if it is empty, serve')
    .option('--port <port>', 'port to listen on', number(0, 65535))
    .option('--no-samples', 'do not read the sample articles')
    .action(async (options) => (await import('./start.ts')).start(options));
  program
    .command('serve')
    .description('serve the page and the API; structured logs on stderr')
    .option('--port <port>', 'port to listen on', number(0, 65535))
    .action(async (options) => (await import('./serve.ts')).serveUntilStopped(options));
  program
    .command('extract')
    .description('articles to claims as JSON lines on stdout; nothing is stored')
    .argument('[files...]', 'JSON lines, .txt .md .html .pdf .docx …, or - for JSON lines on stdin')
    .option('--published <day>', 'publication date of articles that give none', day)
    .option('--trace', 'show what every stage of the extractor made')
    .option('--threads <number>', 'threads that read', number(1, 64))
    .option('-q, --quiet', 'no progress on stderr')
    .action(async (files, options) => (await import('./extract.ts')).extract(files, options));
  program
    .command('ingest')
    .description('articles to the store: files, folders, addresses, feeds, or JSON lines on stdin (-)')
    .argument('[sources...]', 'files, folders, http(s) addresses, or -')
    .option('--published <day>', 'publication date of articles that give none', day)
    .option('--source <outlet>', 'outlet of articles that give none')
    .option('--again', 'read again what was read before')
    .option('--threads <number>', 'threads that read', number(1, 64))
    .option('--json', 'the summary as JSON on stdout')
    .option('-q, --quiet', 'no progress on stderr')
    .action(async (sources, options) => (await import('./ingest.ts')).ingest(sources, options));
  formats(
    program
      .command('query')
      .description('ask in Cypher')
      .argument('<query>', 'the query, or - for stdin')
      .option('--param <name=value>', 'a parameter; its value is JSON or text', collect)
      .option('--limit <rows>', 'most rows', number(1, 100_000)),
  ).action(async (query, options) => (await import('./query.ts')).query(query, options));
  window(
    program
      .command('export')
      .description('the graph or a part of it to a file or stdout')
      .requiredOption('--format <format>', 'gexf, graphml, json, csv, cypher, turtle …')
      .option('-o, --output <file>', 'file to write; default stdout')
      .option(
        '--record',
        'put the articles behind the graph into the file, so that import restores it to the last count',
      )
      .option('--around <node>', 'only the neighbourhood of this node (id or name)')
      .option('--query <cypher>', 'only what this query returns'),
  ).action(async (options) => (await import('./export.ts')).exportGraph(options));
  program
    .command('import')
    .description('read back an exported file')
    .argument('<file>', 'the file, or - for stdin')
    .option('--format <format>', 'told from the content if not given')
    .option('--json', 'the summary as JSON on stdout')
    .action(async (file, options) => (await import('./import.ts')).importFile(file, options));
  formats(
    window(
      program
        .command('dyad')
        .description('two actors over time')
        .argument('<a>', 'id or name')
        .argument('<b>', 'id or name'),
    ),
  ).action(async (a, b, options) => (await import('./dyad.ts')).dyad(a, b, options));
  formats(
    window(
      program
        .command('paths')
        .description('shortest paths between two nodes')
        .argument('<a>', 'id or name')
        .argument('<b>', 'id or name')
        .option('--all', 'all of the shortest length')
        .option('--max-length <number>', 'relations at most, default 6', number(1, 12)),
    ),
  ).action(async (a, b, options) => (await import('./paths.ts')).paths(a, b, options));
  formats(
    window(
      program
        .command('measures')
        .description('centralities, communities, structural balance, most active dyads, change between two periods')
        .argument(
          '<measure>',
          'degree, strength, betweenness, closeness, pagerank, mentions, articles, communities, balance, dyads, change',
        )
        .option('--before <period>', 'change: the first period, as DAY..DAY')
        .option('--after <period>', 'change: the second period, as DAY..DAY')
        .option('--limit <number>', 'most rows, default 20', number(1, 10_000)),
    ),
  ).action(async (measure, options) => (await import('./measures.ts')).measures(measure, options));
  formats(
    program
      .command('search')
      .description('entities by name')
      .argument('<text...>', 'words of the name')
      .option('--kinds <kinds>', 'only these kinds, parted by commas')
      .option('--limit <number>', 'most answers', number(1, 100)),
  ).action(async (text, options) => (await import('./search.ts')).search(text.join(' '), options));
  program
    .command('backup')
    .description('everything that is stored, to one file')
    .argument('<file>', 'the file to write')
    .option('-q, --quiet', 'no progress on stderr')
    .action(async (file, options) => (await import('./backup.ts')).backup(file, options));
  program
    .command('restore')
    .description('a backup into an empty store')
    .argument('<file>', 'the file that backup wrote')
    .option('-q, --quiet', 'no progress on stderr')
    .action(async (file, options) => (await import('./backup.ts')).restore(file, options));
  formats(
    program
      .command('jobs')
      .description('the queue of the server on this data')
      .addArgument(
        program
          .createArgument('[action]', 'what to do')
          .choices(['list', 'show', 'pause', 'resume', 'cancel', 'retry', 'dismiss', 'remove'])
          .default('list'),
      )
      .argument('[id]', 'the job'),
  ).action(async (action, id, options) => (await import('./jobs.ts')).jobs(action, id, options));
  return program;
};

/** Runs one command. Exit status: 0 done, 1 failed, 2 misuse, 130 stopped by Ctrl-C. */
export const main = async (args: readonly string[]): Promise<number> => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0); // whoever read the data has had enough
    throw error;
  });
  try {
    await createProgram().parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return tellError(error);
  }
};
