// What `npm start`, `npm run dev` and `npm test` call first: node .ci/setup.mjs [--chromium] -- <script.ts> [args]
//
// It brings the installed packages in line with package-lock.json, finds a Chromium if one is asked for, and runs the
// script with the Node that is among the packages. It is plain JavaScript without dependencies, since it has to run on
// a fresh clone with any Node from 20.19.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node');

const say = (text) => process.stderr.write(`setup: ${text}\n`);

const fail = (text) => {
  say(text);
  process.exit(1);
};

/** Runs a command in the open; whether it succeeded. */
const run = (command, args) => {
  say(`running ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
};

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed`);
  }
};

const packagesOf = (lockFile) => {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
};

/** Why the packages have to be installed; undefined if they are what the lock file says. */
const whyInstall = () => {
  const wanted = packagesOf('package-lock.json') ?? fail('package-lock.json cannot be read');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (installed === undefined) {
    return 'nothing is installed';
  }
  if (!existsSync(ownNode)) {
    return 'Node is missing among the packages';
  }
  const differs = Object.entries(wanted).find(([path, { version, integrity, optional }]) => {
    const there = installed[path];
    return there === undefined
      ? path !== '' && optional !== true
      : there.version !== version || there.integrity !== integrity;
  });
  const stray = Object.keys(installed).find((path) => !(path in wanted));
  const [name] = differs ?? [stray];
  return name && `${name.replace(/^.*node_modules\//, '')} is not what package-lock.json says`;
};

const install = () => {
  const why = whyInstall();
  if (why === undefined) {
    return;
  }
  say(`installing the packages: ${why}`);
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('npm ci failed');
  }
  if (!existsSync(ownNode)) {
    fail(
      'npm ci did not install Node (its install script may be forbidden: see allowScripts in package.json)',
    );
  }
};

const works = (browser) =>
  /chrom/i.test(
    spawnSync(browser, ['--version'], { encoding: 'utf8', timeout: 30_000 }).stdout ?? '',
  );

const systemChromium = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) =>
        join(folder, name),
      ),
    )
    .concat('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    .find((path) => isExecutable(path) && works(path));

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const debianChromium = () => {
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (!hasApt || process.getuid?.() !== 0) {
    return undefined;
  }
  say("no Chromium found: installing Debian's");
  const installed =
    run('apt-get', ['update']) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return installed ? systemChromium() : undefined;
};

const downloadedChromium = () => {
  const script = "process.stdout.write(require('playwright').chromium.executablePath())";
  const path = spawnSync(ownNode, ['-e', script], { cwd: root, encoding: 'utf8' }).stdout;
  if (path && isExecutable(path)) {
    return path;
  }
  say("downloading Playwright's Chromium");
  run(ownNode, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  return path && isExecutable(path) ? path : undefined;
};

/** The path of a Chromium: the one that was named, the system's, Debian's or Playwright's. */
const chromium = () => {
  const named = process.env.NIM_CHROMIUM;
  if (named) {
    return isExecutable(named) ? named : fail(`NIM_CHROMIUM names no program: ${named}`);
  }
  const found = systemChromium() ?? debianChromium() ?? downloadedChromium();
  return found ?? fail('no Chromium could be found or installed; name one with NIM_CHROMIUM');
};

/** Runs the script with our own Node; signals go on to it, its exit code comes back. */
const hand = (script, args, environment) => {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(ownNode, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment, PATH: path },
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => child.kill(signal));
  }
  // npm hands a signal to a shell, which ends without telling us.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(orphaned);
      child.kill('SIGTERM');
    }
  }, 250);
  child.on('error', (error) => fail(`cannot run ${ownNode}: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal !== null) {
      signals.forEach((name) => process.removeAllListeners(name));
      process.kill(process.pid, signal);
    }
    process.exit(code ?? 1);
  });
};

const dashes = process.argv.indexOf('--');
const options = process.argv.slice(2, dashes === -1 ? undefined : dashes);
const [script, ...args] = dashes === -1 ? [] : process.argv.slice(dashes + 1);
if (script === undefined || options.some((option) => option !== '--chromium')) {
  fail('usage: node .ci/setup.mjs [--chromium] -- <script.ts> [args]');
}
checkNode();
install();
hand(script, args, options.includes('--chromium') ? { NIM_CHROMIUM: chromium() } : {});
