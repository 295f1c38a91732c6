// The outline icons (Tabler, MIT) that the site names, as one SVG path each: { name: "M…" }.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Names that the code uses, with the icon behind each. Faces differ in shape, never only in colour.
const named = {
  'face-1': 'mood-happy',
  'face-2': 'mood-smile',
  'face-3': 'mood-empty',
  'face-4': 'mood-sad',
  'face-5': 'mood-angry',
  check: 'check',
  x: 'x',
  'thumb-up': 'thumb-up',
  'thumb-down': 'thumb-down',
  minus: 'minus',
  'circle-check': 'circle-check',
  'circle-x': 'circle-x',
  'question-mark': 'question-mark',
  back: 'chevron-left',
  warning: 'alert-triangle',
};

export function buildPictures(assets, content) {
  const icons = JSON.parse(readFileSync(join(assets, 'node_modules/@tabler/icons/tabler-nodes-outline.json'), 'utf8'));
  const wanted = new Map(Object.entries(named));
  for (const name of namesIn(content)) wanted.set(name, named[name] ?? name);

  const unknown = [...wanted].filter(([, icon]) => !icons[icon]).map(([name]) => name);
  if (unknown.length > 0) throw new Error(`No icon in @tabler/icons is called: ${unknown.join(', ')}`);
  // Every path starts with an absolute M, so that they can be one.
  return Object.fromEntries([...wanted].sort().map(([name, icon]) => [name, icons[icon].map(([, { d }]) => d).join('')]));
}

function namesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(file => file.endsWith('.json'))
    .flatMap(file => [...readFileSync(join(folder, file), 'utf8').matchAll(/"picture"\s*:\s*"([^"]+)"/g)].map(([, name]) => name));
}
