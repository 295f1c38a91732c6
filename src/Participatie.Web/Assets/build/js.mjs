// site.js: the modules of js/ as one small file for browsers of 2020. sw.js: the service worker, which has to stand by itself.
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

export function buildJs(entry) {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`../js/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: entry === 'sw.js' ? 'iife' : 'esm',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    target: ['es2019', 'chrome80', 'edge80', 'firefox74', 'safari13'],
    // The fault that Safari had in it until 14.1 (a default that names its own variable) is in nothing that we write.
    supported: { destructuring: true },
  });
  return outputFiles[0].text;
}
