// Where the focus is now, and whether a sighted person can tell.
function focus() {
  const stop = document.activeElement;
  if (!stop || stop === document.body || stop === document.documentElement) return null;
  const label = ['radio', 'checkbox'].includes(stop.type) ? stop.labels?.[0] : null;
  const faults = [];
  const shown = label ?? stop;
  const rings = [stop, label].filter(Boolean).map(e => getComputedStyle(e)).filter(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
  if (rings.length === 0) faults.push('has no outline of at least 2 px');
  else if (rings.every(s => contrast(colour(s.outlineColor), ground(shown.parentElement)) < 3)) faults.push(`has an outline in ${rings[0].outlineColor} that does not stand out`);

  const rect = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
  const inset = 2;
  if (rect.width < 3 || rect.height < 3) faults.push('has no size');
  // Of a field of many lines the browser brings the line with the caret into view; of what is about as tall as the window, most.
  const sight = Math.min(rect.bottom, innerHeight) - Math.max(rect.top, 0);
  if (sight < Math.min(rect.height - 1, stop.tagName === 'TEXTAREA' ? 20 : innerHeight * 0.75) || rect.left < -1 || rect.right > innerWidth + 1) faults.push('lies outside the window');
  const middle = (Math.max(rect.top, 0) + Math.min(rect.bottom, innerHeight)) / 2;
  const points = [rect.left + rect.width / 2, rect.left + inset, rect.right - inset].map(x => [x, middle]);
  const mine = at => at && (shown.contains(at) || stop.contains(at) || at.contains(stop) && at === label || at === stop);
  if (faults.length === 0 && !points.every(([x, y]) => mine(document.elementFromPoint(x, y)))) faults.push('lies under something');
  const all = [...document.querySelectorAll('*')];
  return { at: all.indexOf(stop), name: `${stop.tagName} "${nameOf(stop)}"`, faults };
}

// Keeps what each stop looked like while somebody tabs on; the walk starts where the document does, wherever the focus was:
// on a refused page that is the summary.
function startWalk() {
  watch();
  scrollTo(0, 0);
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  const groups = new Set();
  const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex="0"]')]
    .filter(e => e.checkVisibility() && (e.type !== 'radio' || groups.size < groups.add(e.name).size));
  return String(stops.length);
}

// Tab by tab to what is sought: there the key does nothing, however many presses are still on their way.
function startSearch() {
  watch();
  if (!globalThis.holding) addEventListener('keydown', event => { if (event.key === 'Tab' && globalThis.sought?.includes(document.activeElement)) event.preventDefault(); }, true);
  globalThis.holding = true;
  return '';
}

function watch() {
  globalThis.passed = [];
  if (!globalThis.watching) addEventListener('focusin', () => { const stop = focus(); if (stop) passed.push(stop); });
  globalThis.watching = true;
}

function colour(text) {
  const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
  return { r, g, b, a };
}

function ground(element) {
  for (let e = element; e; e = e.parentElement) {
    const at = colour(getComputedStyle(e).backgroundColor);
    if (at.a > 0.5) return at;
  }
  return { r: 255, g: 255, b: 255, a: 1 };
}

function contrast(one, other) {
  const light = c => [c.r, c.g, c.b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}
