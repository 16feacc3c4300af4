import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
const VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))![1]!;
const MAIN_CLASS = 'org.neo4j.server.CommunityEntryPoint';
/** How long a start and a stop may take, in milliseconds: busy machines are slow. */
const START_LIMIT = 300_000;
const STOP_LIMIT = 60_000;

export interface Neo4jOptions {
  /** Port of the Bolt protocol on 127.0.0.1; 0 for any free one. */
  readonly port?: number;
  /** Folder of its data, kept between runs. */
  readonly home: string;
  /** Largest heap, as Java writes it. */
  readonly heap?: string;
  /** Where the downloaded program is kept. */
  readonly cache?: string;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
  /** What is being done, for a terminal. */
  readonly say?: (message: string) => void;
}

export interface RunningNeo4j {
  readonly uri: string;
  readonly pid: number;
  /** Resolves once the process has ended, with its exit code. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

const need = (command: string, args: readonly string[], advice: string): void => {
  const tried = spawnSync(command, args, { stdio: 'ignore' });
  if (tried.error || tried.status !== 0) throw new Error(`${command} is not there or does not run. ${advice}`);
};

/** The folder with Neo4j's program files; downloaded through Maven the first time (123 MB). */
const programFolder = (cache: string, say: (message: string) => void): string => {
  const folder = join(cache, VERSION);
  if (existsSync(join(folder, 'complete'))) return join(folder, 'lib');
  need('mvn', ['-v'], 'Install Maven (Debian: apt-get install maven), or run a Neo4j of your own and set NEO4J_URI.');
  say(`Downloading Neo4j ${VERSION} through Maven (123 MB, once) …`);
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const args = ['-B', '-q', '-f', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const maven = spawnSync('mvn', [...args, `-DoutputDirectory=${join(unfinished, 'lib')}`], { encoding: 'utf8' });
  if (maven.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const said = `${maven.stdout}\n${maven.stderr}`.split('\n').filter((line) => line.startsWith('[ERROR]'));
    throw new Error(
      `Maven could not download Neo4j ${VERSION}: ${said[0] ?? 'no reason given'}. Check the network and ~/.m2/settings.xml.`,
    );
  }
  writeFileSync(join(unfinished, 'complete'), `${VERSION}\n`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return join(folder, 'lib');
};

const freePort = (): Promise<number> =>
  new Promise((found, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });

const configuration = (port: number, heap: string): string => `server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.tls_level=DISABLED
server.http.enabled=false
server.https.enabled=false
server.default_listen_address=127.0.0.1
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=${heap}
server.memory.pagecache.size=64m
db.tx_log.rotation.size=16m
db.tx_log.preallocate=false
`;

const OPENED = ['nio', 'io', 'lang', 'lang.reflect', 'util', 'util.concurrent'].map(
  (name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`,
);

/**
 * Starts a private Neo4j on the loopback interface, without authentication, and waits until it answers. Needs a Java
 * of version 17 or later, and Maven the first time.
 */
export const startNeo4j = async (options: Neo4jOptions): Promise<RunningNeo4j> => {
  const { heap = '768m', say = () => {} } = options;
  const home = resolve(options.home);
  const cache = options.cache ?? process.env.ENTENTE_NEO4J_CACHE ?? join(homedir(), '.cache', 'entente', 'neo4j');
  need('java', ['-version'], 'Install a JDK 17 (Debian: apt-get install openjdk-17-jre-headless).');
  const lib = programFolder(cache, say);
  const port = options.port || (await freePort());
  for (const folder of ['conf', 'plugins', 'logs', 'import', 'run']) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(port, heap));
  const log = join(home, 'logs', 'console.log');
  const own = join(home, 'logs', 'neo4j.log');
  rmSync(own, { force: true });
  const output = openSync(log, 'w');
  say('Starting Neo4j …');
  const child = spawn(
    'java',
    [
      '-cp',
      `${lib}/*`,
      '-Xms256m',
      `-Xmx${heap}`,
      '-XX:+UseSerialGC',
      ...OPENED,
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      '-Dio.netty.tryReflectionSetAccessible=true',
      '-Dfile.encoding=UTF-8',
      MAIN_CLASS,
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
    { stdio: ['ignore', output, output] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.once('error', () => {});
  options.signal?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  await untilStarted(child, [own, log], ended);
  return {
    uri: `bolt://127.0.0.1:${port}`,
    pid: child.pid!,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
      await ended;
      clearTimeout(late);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** Waits until the log says so; throws with the end of the log where the process ends before. */
const untilStarted = async (
  child: ChildProcess,
  logs: readonly string[],
  ended: Promise<number | null>,
): Promise<void> => {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const until = Date.now() + START_LIMIT;
  const text = async () => (await Promise.all(logs.map(textOf))).join('\n');
  while (!/\bStarted\.\s*$/m.test(await text())) {
    if (over || Date.now() > until) {
      child.kill('SIGKILL');
      const last = (await text()).trim().split('\n').slice(-5).join('\n');
      throw new Error(
        `Neo4j did not start${over ? '' : ` within ${START_LIMIT / 1000} s`}. The end of ${logs.join(', ')}:\n${last}`,
      );
    }
    await new Promise((wake) => setTimeout(wake, 250));
  }
};

const textOf = async (file: string): Promise<string> => {
  let text = '';
  if (!existsSync(file)) return text;
  for await (const piece of createReadStream(file, 'utf8')) text += piece;
  return text;
};
