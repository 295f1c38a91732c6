// A link says where it leads, also when it is read without the sentence around it.
function links() {
  const vague = new Set(['klik hier', 'hier', 'lees meer', 'lees verder', 'meer', 'meer informatie', 'link', 'deze link', 'click here', 'here', 'read more', 'more']);
  const faults = [];
  const leads = new Map();
  for (const link of document.querySelectorAll('a[href]')) {
    const name = (link.getAttribute('aria-label') ?? link.textContent).trim().replace(/\s+/g, ' ').toLowerCase();
    if (name === '' && !link.querySelector('img[alt]:not([alt=""])')) faults.push(`a link to ${link.getAttribute('href')} without words`);
    if (vague.has(name)) faults.push(`a link that only says "${name}"`);
    // A mail address may bring a subject along.
    const to = link.protocol === 'mailto:' ? link.href.split('?')[0] : link.href;
    if (leads.has(name) && leads.get(name) !== to) faults.push(`two links "${name}" lead to different pages`);
    leads.set(name, to);
  }
  // One name, one thing: what unfolds a menu is not called as what leads to a page.
  for (const menu of document.querySelectorAll('summary')) {
    const name = menu.textContent.trim().replace(/\s+/g, ' ').toLowerCase();
    if (leads.has(name)) faults.push(`a menu and a link are both "${name}"`);
  }
  return faults;
}
