import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const assets = new URL('../../../src/Participatie.Web/Assets/', import.meta.url);
const { checkContrast } = await import(new URL('build/contrast.mjs', assets));
const { buildCss, buildPaperCss } = await import(new URL('build/css.mjs', assets));
const { checkScripts } = await import(new URL('build/scripts.mjs', assets));
const { checkSupported } = await import(new URL('build/supported.mjs', assets));

const theme = readFileSync(new URL('css/theme-drenthe.css', assets), 'utf8');
const css = buildCss('css/theme-drenthe.css');

test('the stylesheet stays small over the wire', () => {
  const bytes = brotliCompressSync(css).length;
  assert.ok(bytes > 2_000 && bytes <= 7 * 1024, `${bytes} bytes`);
});

test('what the site ships is known to browsers of 2020', async () => {
  await checkSupported(css, 'site.css');
  await checkSupported(buildPaperCss(), 'paper.css');
});

for (const young of [
  'a { display: flex; gap: 1rem }',
  'a:is(b, c) { color: red }',
  'a:has(b) { color: red }',
  'a:not(b, c) { color: red }',
  'a { inset-inline-start: 0 }',
  'a { margin-inline: 1rem }',
  'a { aspect-ratio: 1 }',
  'a { width: min(1rem, 2rem) }',
  'a { color: color-mix(in srgb, red, blue) }',
  'a { color: light-dark(red, blue) }',
  '@container (width > 1px) { a { color: red } }',
  '@layer b { a { color: red } }',
  'a { b { color: red } }',
]) {
  test(`refuses ${young}`, () => assert.rejects(checkSupported(young, 'a.css'), /A browser of 2020 does not know this in a\.css/));
}

for (const known of ['a { display: grid; gap: 1rem }', 'a:not(b) { margin-inline-start: calc(1rem + 1px) }', 'a { color: var(--b, #123) }', 'a:focus-visible { color: red }']) {
  test(`takes ${known}`, () => checkSupported(known, 'a.css'));
}

const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
after(() => rmSync(folder, { recursive: true }));

for (const [script, young] of [
  ['structuredClone({});', true],
  ['Promise.any([]);', true],
  ['new BroadcastChannel("a");', true],
  ['crypto.randomUUID();', true],
  ['if ("BroadcastChannel" in self) new BroadcastChannel("a");', false],
  ['fetch("/").then(answer => answer.text());', false],
]) {
  test(`${young ? 'refuses' : 'takes'} ${script}`, async () => {
    writeFileSync(join(folder, 'page.js'), script);
    const checking = checkScripts(folder);
    await (young ? assert.rejects(checking, /page\.js:1 /) : checking);
  });
}

test('colours that cannot be read are refused in each variety of the theme', () => {
  checkContrast(theme, 'theme');
  const inks = [...theme.matchAll(/--basis-color-default-color-document: (#\w+);/g)];
  assert.equal(inks.length, 4);
  for (const { 0: declaration, index } of inks) {
    const faint = theme.slice(0, index) + declaration.replace(/#\w+/, '#888') + theme.slice(index + declaration.length);
    assert.throws(() => checkContrast(faint, 'theme'), /too little contrast/);
  }
});

test('what a device asks for can also be chosen, with the same colours', () => {
  const colours = (query, selector) => {
    const at = css.indexOf(`@media ${query}{${selector}`);
    assert.notEqual(at, -1, `${query} ${selector}`);
    return css.slice(css.indexOf('{', at + query.length + 8) + 1, css.indexOf('}', at));
  };
  const dark = colours('screen and (prefers-color-scheme:dark)', '.drenthe:not([data-contrast])');
  assert.match(dark, /--basis-color-default-bg-document:#121815/);
  assert.equal(colours('screen', '.drenthe[data-contrast=dark]'), dark);
  assert.match(css, /\.drenthe\[data-contrast=high\]\{--basis-color-default-border-subtle:#000/);
});
