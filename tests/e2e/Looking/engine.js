// WCAG 2.2 A and AA and the engine's best practices; only what fails comes back.
async function engine() {
  const result = await axe.run(document, { runOnly: { type: 'tag', values: engineTags }, resultTypes: ['violations'] });
  return result.violations.map(rule => `${rule.id} (${rule.help}): ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
}
