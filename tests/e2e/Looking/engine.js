// What depends on where things stand and in which colours. All other rules know the elements only, and which of them are there.
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'skip-link', 'target-size'];

// WCAG 2.2 A and AA and the engine's best practices; only what fails comes back. The same elements in another look are asked only what a
// look changes.
async function engine() {
  const seen = [...document.querySelectorAll('*')].map(e => Number(e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))).join('');
  const state = document.documentElement.outerHTML + seen;
  const runOnly = globalThis.judged === state ? { type: 'rule', values: rulesOfLooks } : { type: 'tag', values: engineTags };
  const result = await axe.run(document, { runOnly, resultTypes: ['violations'] });
  globalThis.judged = state;
  return result.violations.map(rule => `${rule.id} (${rule.help}): ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
}
