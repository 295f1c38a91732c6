// site.js: the modules of js/ as one small file for browsers of 2020.
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

export function buildJs() {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('../js/site.js', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    target: ['es2019', 'chrome80', 'edge80', 'firefox74', 'safari13'],
    // The fault that Safari had in it until 14.1 (a default that names its own variable) is in nothing that we write.
    supported: { destructuring: true },
  });
  return outputFiles[0].text;
}
