// site.css: the parts of NL Design System that the site uses, then the theme, then our own layout.
import { readFileSync } from 'node:fs';
import browserslist from 'browserslist';
import { browserslistToTargets, Features, transform } from 'lightningcss';
import postcss from 'postcss';
import { checkContrast } from './contrast.mjs';
import { readTokens, settle } from './tokens.mjs';
import { makeSelectable } from './varieties.mjs';

const read = path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const vendor = path => read(`node_modules/${path}`);

// The varieties for bare elements: pages stay small, and every plain <p>, <table> or <textarea> is dressed.
const parts = [
  '@nl-design-system-candidate/heading-css/dist/html/heading.css',
  '@nl-design-system-candidate/paragraph-css/dist/html/paragraph.css',
  '@nl-design-system-candidate/link-css/dist/html/link.css',
  '@nl-design-system-candidate/button-css/dist/html/button.css',
  '@nl-design-system-candidate/skip-link-css/dist/skip-link.css',
  '@utrecht/form-fieldset-css/dist/html/index.css',
  '@utrecht/form-label-css/dist/html/index.css',
  '@utrecht/radio-button-css/dist/html/index.css',
  '@utrecht/checkbox-css/dist/html/index.css',
  '@utrecht/textbox-css/dist/html/index.css',
  '@utrecht/textarea-css/dist/html/index.css',
  '@utrecht/table-css/dist/html/index.css',
  '@utrecht/alert-css/dist/index.css',
];

// Nothing here is ever disabled, read-only, pressed or a placeholder, and dates are not picked.
const unused = new RegExp([
  ':disabled', ':read-only', 'aria-disabled', 'aria-pressed', '::placeholder', ':invalid', ':user-invalid', 'alternate-row-color', '^t[dh]:(first|last)-child',
  '^\\.utrecht-alert__', 'autocomplete~', ':focus-visible', ':has\\(', '^h[56]$', 'type=(?!text|tel|email|password|radio|checkbox|search)', 'skip-link--visible$', '__icon', '^(input|button).*__label',
].join('|'));

const browsers = browserslistToTargets(browserslist(null, { path: import.meta.dirname }));

// Spaces between the parts of a flexbox, and the like: a browser of 2020 would lack them, so frame.css sets its own.
const unsupported = /^(gap|(row|column)-gap|text-box-trim|text-decoration-thickness|inset-(inline|block)-start)$/;

export function buildCss(theme) {
  checkContrast(read(theme), theme);
  const sheet = postcss.parse(parts.map(vendor).join('\n'));
  sheet.walkComments(comment => { comment.remove(); });
  sheet.walkDecls(declaration => { if (unsupported.test(declaration.prop) || /^(min|max|clamp)\(/.test(declaration.value)) declaration.remove(); });
  sheet.walkRules(rule => {
    rule.selectors = rule.selectors.filter(selector => !unused.test(selector));
    if (rule.selectors.every(selector => selector === '')) rule.remove();
  });
  sheet.append(makeSelectable(read(theme)));
  for (const own of ['css/frame.css', 'css/form-parts.css', 'css/calm.css', 'css/read-aloud.css', 'css/reading.css', 'css/print.css']) sheet.append(postcss.parse(read(own)));

  const tokens = readTokens(vendor('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'));
  const unthemed = [...settle(sheet, tokens)].filter(name => /^--basis-(color|focus).*(color|bg|border)/.test(name) && !name.endsWith('transparent'));
  if (unthemed.length > 0) throw new Error(`${theme} sets no value for:\n  ${unthemed.join('\n  ')}`);

  const { code } = transform({ filename: 'site.css', code: Buffer.from(sheet.toString()), minify: true, targets: browsers, exclude: Features.LightDark });
  return `/*! Parts: NL Design System and Gemeente Utrecht, EUPL-1.2 */\n${code}`;
}

/** The paper form's own file: no tokens, so no theme to settle. */
export function buildPaperCss() {
  return transform({ filename: 'paper.css', code: Buffer.from(read('css/paper.css')), minify: true, targets: browsers }).code;
}
