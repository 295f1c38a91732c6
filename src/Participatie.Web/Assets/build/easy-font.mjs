// Atkinson Hyperlegible (Braille Institute, OFL 1.1) for those who chose it: a stylesheet of its own, so that nobody else loads a byte of it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transform } from 'lightningcss';
import postcss from 'postcss';

const font = new URL('../node_modules/@fontsource/atkinson-hyperlegible/', import.meta.url);
const weights = ['400', '700'];

/** @param {(file: string, content: string | Buffer) => void} put writes a file below wwwroot */
export function buildEasyFont(put) {
  const sheet = postcss.parse(weights.map(weight => readFileSync(new URL(`${weight}.css`, font), 'utf8')).join('\n'));
  sheet.walkComments(comment => { comment.remove(); });
  sheet.walkDecls('src', declaration => {
    const file = /files\/([\w-]+)-normal\.woff2/.exec(declaration.value)[1];
    const bytes = readFileSync(new URL(`files/${file}-normal.woff2`, font));
    put(`fonts/${file}.woff2`, bytes);
    // The address changes with the content, so that browsers may keep the font for a year (SiteFiles).
    const print = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    declaration.value = `url(fonts/${file}.woff2?v=${print}) format("woff2")`;
  });
  put('fonts/OFL.txt', readFileSync(new URL('LICENSE', font)));
  const { code } = transform({ filename: 'easy-font.css', code: Buffer.from(sheet.toString()), minify: true });
  put('easy-font.css', `/*! Atkinson Hyperlegible: Braille Institute of America, OFL 1.1 (fonts/OFL.txt) */\n${code}`);
}
