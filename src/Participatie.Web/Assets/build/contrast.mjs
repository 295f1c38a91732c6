// Refuses a theme whose text or controls cannot be read: WCAG 2.2's contrast ratio, in each variety of the theme.
import postcss from 'postcss';
import { varieties } from './varieties.mjs';

const text = ['color-document', 'color-subtle'].map(name => `--basis-color-default-${name}`);
const paper = ['bg-document', 'bg-subtle', 'bg-hover'].map(name => `--basis-color-default-${name}`);
const roles = ['negative', 'positive', 'info', 'warning'];

const pairs = [
  ...text.flatMap(ink => paper.map(ground => [ink, ground, 7])),
  ...['default', 'hover', 'active'].flatMap(state => [
    [`--basis-color-action-1-color-${state}`, paper[0], 7],
    ['--basis-color-action-1-inverse-color-default', `--basis-color-action-1-bg-${state}`, 7],
  ]),
  ...['bg-document', 'bg-subtle'].map(ground => ['--basis-color-action-1-color-default', `--basis-color-default-${ground}`, 7]),
  [text[0], '--basis-color-action-1-bg-subtle', 7],
  ['--basis-color-action-1-color-hover', '--basis-color-default-bg-hover', 7],
  ['--basis-color-default-border-default', '--basis-color-action-1-bg-subtle', 3],
  ...paper.map(ground => ['--basis-color-default-border-default', ground, 3]),
  ['--basis-color-action-1-bg-default', '--basis-color-action-1-bg-subtle', 3],
  ['--basis-color-accent-1-color-default', paper[2], 3],
  ...roles.flatMap(role => [
    [`--basis-color-${role}-color-default`, `--basis-color-${role}-bg-default`, 7],
    [`--basis-color-${role}-border-default`, paper[0], 3],
  ]),
  ['--basis-color-negative-color-default', paper[0], 7],
  ['--basis-focus-outline-color', '--basis-focus-inverse-outline-color', 7],
];

export function checkContrast(css, name) {
  const varieties = readVarieties(css);
  const low = Object.entries(varieties).flatMap(([variety, colours]) => pairs
    .map(([ink, ground, least]) => ({ ink, ground, least, ratio: ratio(value(colours, ink), value(colours, ground)) }))
    .filter(pair => pair.ratio < pair.least)
    .map(pair => `${variety}: ${pair.ink} on ${pair.ground} is ${pair.ratio.toFixed(2)}:1, needs ${pair.least}:1`));
  if (low.length > 0) throw new Error(`${name} has too little contrast:\n  ${low.join('\n  ')}`);
}

function readVarieties(css) {
  const blocks = {};
  postcss.parse(css).walkDecls(/^--/, declaration => {
    const at = declaration.parent.parent;
    (blocks[at.type === 'atrule' ? at.params : ''] ??= {})[declaration.prop] = declaration.value;
  });
  return Object.fromEntries(Object.entries(varieties).map(([name, medias]) => [name, Object.assign({}, blocks[''], ...medias.map(media => blocks[media]))]));
}

function value(colours, name) {
  const text = colours[name];
  const reference = /^var\((--[\w-]+)\)$/.exec(text ?? '');
  return reference ? value(colours, reference[1]) : text ?? name;
}

function ratio(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!hex) throw new Error(`The theme must give a colour as #rgb or #rrggbb: ${colour}`);
  const [r, g, b] = (hex.length === 3 ? [...hex].map(digit => digit + digit) : hex.match(/../g))
    .map(pair => parseInt(pair, 16) / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
