// Builds wwwroot/ and looks.json, which the site reads at its start. Called by Assets.targets, only when something in here or in Content/ changed:
//   node build.mjs WWWROOT CONTENT OBJ
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const assets = import.meta.dirname;
const [wwwroot, content, obj] = process.argv.slice(2).map(path => resolve(path));

mkdirSync(obj, { recursive: true });
await alone(join(obj, 'assets.lock'), async () => {
  await install();
  const { buildCss, buildPaperCss } = await import('./build/css.mjs');
  const { buildEasyFont } = await import('./build/easy-font.mjs');
  const { buildJs } = await import('./build/js.mjs');
  const { checkScripts } = await import('./build/scripts.mjs');
  const { checkSupported } = await import('./build/supported.mjs');
  const { buildPictures } = await import('./build/pictures.mjs');
  const theme = JSON.parse(readFileSync(join(assets, 'theme.json'), 'utf8'));
  await checkScripts(join(assets, 'js'));
  for (const [name, css] of [['site.css', buildCss(theme.file)], ['paper.css', buildPaperCss()]]) {
    await checkSupported(css, name);
    put(join(wwwroot, name), css);
  }
  for (const script of ['site.js', 'passkeys.js', 'half-written.js', 'sw.js']) put(join(wwwroot, script), buildJs(script));
  put(join(wwwroot, 'favicon.svg'), readFileSync(join(assets, 'favicon.svg'), 'utf8').trim());
  buildEasyFont((file, content) => put(join(wwwroot, file), content));
  const easyLetters = JSON.parse(readFileSync(join(assets, 'easy-letters.json'), 'utf8'));
  put(join(obj, 'looks.json'), JSON.stringify({ theme: theme.class, pictures: buildPictures(assets, content), easyLetters }));
});

/** npm's packages, again only when the lock file changed. */
async function install() {
  const wanted = createHash('sha256').update(readFileSync(join(assets, 'package-lock.json'))).digest('hex');
  const stamp = join(assets, 'node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the packages of the looks (npm ci)');
  // The build tools are development packages; an environment of NODE_ENV=production would leave them out.
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: assets, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  const [exit] = await once(npm, 'close');
  if (exit !== 0) throw new Error(`npm ci ended with ${exit}`);
  writeFileSync(stamp, wanted);
}

/** Whole or not at all: another build may be reading the file. */
function put(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}

/** Two builds at a time would install over each other. A lock that nobody refreshed for a minute is a dead build's. */
async function alone(lock, work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 60_000) rmSync(lock, { recursive: true, force: true });
      await wait(200);
    }
  }
  const alive = setInterval(() => utimesSync(lock, new Date(), new Date()), 5_000);
  try {
    await work();
  } finally {
    clearInterval(alive);
    rmSync(lock, { recursive: true, force: true });
  }
}
