// What the engine found and what it could not tell, for a file: with the criteria of WCAG that its tags name ("wcag1410" is 1.4.10).
async function report() {
  const result = await axe.run(document, { runOnly: { type: 'tag', values: engineTags }, resultTypes: ['violations', 'incomplete'] });
  const criteria = rule => rule.tags.map(tag => /^wcag(\d)(\d)(\d+)$/.exec(tag)).filter(Boolean).map(found => found.slice(1).join('.'));
  const short = rule => ({
    rule: rule.id, criteria: criteria(rule), count: rule.nodes.length, places: rule.nodes.slice(0, 3).map(node => node.html),
  });
  return { engine: axe.version, found: result.violations.map(short), unsure: result.incomplete.map(short) };
}
