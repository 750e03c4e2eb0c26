import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const HERE = join(import.meta.dirname, '../..');
const TSC = join(HERE, 'node_modules/typescript/bin/tsc');
const VITE = join(HERE, 'node_modules/vite/bin/vite.js');

/** A fresh project, strict as can be, that has the packed SDK installed and nothing else. */
export class FreshProject {
  readonly #temp = mkdtempSync(join(tmpdir(), 'direct-call-package-'));
  readonly root = join(this.#temp, 'app');

  /** Builds, packs and installs the package. */
  async install(): Promise<void> {
    const source = join(this.#temp, 'package');
    await mkdir(join(this.root, 'src'), { recursive: true });
    for (const file of ['package.json', 'README.md']) await cp(join(HERE, file), join(source, file));
    await node(HERE, VITE, 'build', '--outDir', join(source, 'dist'), '--emptyOutDir', '--logLevel', 'warn');
    await node(HERE, TSC, '-p', 'tsconfig.build.json', '--outDir', join(source, 'dist/types'));
    await run(source, 'npm', 'pack', '--ignore-scripts', '--pack-destination', this.#temp);
    const tarball = (await readdir(this.#temp)).find((one) => one.endsWith('.tgz')) ?? 'none';
    const dependencies = { '@direct-call/web-sdk': `file:../${tarball}` };
    await this.write('package.json', JSON.stringify({ private: true, type: 'module', dependencies }));
    await this.write('tsconfig.json', JSON.stringify(TSCONFIG));
    // The package depends on nothing, so nothing is fetched.
    await run(this.root, 'npm', 'install', '--offline', '--no-audit', '--no-fund');
  }

  async write(name: string, text: string): Promise<void> {
    await writeFile(join(this.root, name), text);
  }

  /** Checks every file below `src`. @returns where something is wrong, as `src/file.ts(line` */
  async check(): Promise<string[]> {
    const said = await node(this.root, TSC, '-p', '.').catch((thrown: unknown) => String(thrown));
    return [...said.matchAll(/^(\S+\(\d+),\d+\): error/gm)].map(([, place = '']) => place);
  }

  /** Bundles these files as an application does, with comments and names gone. @returns the code by the name of the file */
  async bundle(...names: string[]): Promise<Map<string, string>> {
    const input = names.map((name) => join(this.root, 'src', `${name}.ts`));
    const output = { entryFileNames: '[name].js' };
    const build = { target: 'es2022', outDir: 'out', emptyOutDir: true, rolldownOptions: { input, output } };
    await this.write('vite.config.js', `export default ${JSON.stringify({ build, logLevel: 'warn' })};`);
    await node(this.root, VITE, 'build');
    const read = async (name: string) => [name, await readFile(join(this.root, 'out', `${name}.js`), 'utf8')] as const;
    return new Map(await Promise.all(names.map(read)));
  }

  /** The package as it was installed. */
  installed(...path: string[]): string {
    return join(this.root, 'node_modules/@direct-call/web-sdk', ...path);
  }

  /** What a script prints that is run in the project. */
  async print(script: string): Promise<string> {
    return (await node(this.root, '--input-type=commonjs', '-e', script)).trim();
  }

  async remove(): Promise<void> {
    await rm(this.#temp, { recursive: true, force: true });
  }
}

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // The package's typings are checked, too; those of the browser take long.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    moduleDetection: 'force',
    types: [],
    noEmit: true,
  },
  include: ['src'],
};

function node(folder: string, ...args: string[]): Promise<string> {
  return run(folder, process.execPath, ...args);
}

/** What the command prints; rejects with all that it says when it fails. */
async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  // Without what the test runner sets: bundlers leave production mode by it.
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
  try {
    return (await promisify(execFile)(command, args, { cwd: folder, env })).stdout;
  } catch (thrown) {
    const { stdout = '', stderr = '' } = thrown as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: thrown });
  }
}
