// A refused form: title, summary with focus, and for each fault the way summary -> field -> description -> the same message.
function refusals() {
  const faults = [];
  for (const element of document.querySelectorAll('[aria-describedby]'))
    for (const id of element.getAttribute('aria-describedby').split(/\s+/))
      if (!document.getElementById(id)) faults.push(`${element.tagName} is described by #${id}, which is not there`);

  const titled = /^(Fout|Error): /.test(document.title);
  // What says that there is no network is no fault of the reader's.
  const summary = document.querySelector('main [role=alert]:not([data-onverzonden])');
  if (titled !== (summary !== null)) faults.push(titled ? 'a title of a fault without a summary' : 'a summary of faults without "Fout: " in the title');
  if (!summary) return faults.concat([...document.querySelectorAll('[aria-invalid=true]')].map(field => `"${nameOf(field)}" is invalid without a summary`));
  const title = document.getElementById(summary.closest('[aria-labelledby]')?.getAttribute('aria-labelledby'));
  if (!title?.checkVisibility() || title.textContent.trim() === '') faults.push('the summary has no title');
  if (summary.querySelector('h1, h2, h3')) faults.push('the summary has a heading before the h1 of its page');
  const ways = [...summary.querySelectorAll('a[href^="#"]')];
  if (ways.length === 0) faults.push('the summary leads nowhere');
  for (const way of ways) {
    const message = way.textContent.trim();
    const target = document.getElementById(decodeURIComponent(way.hash.slice(1)));
    if (!target) { faults.push(`"${message}" leads to ${way.hash}, which is not there`); continue; }
    if (!target.matches('input, textarea, select, button, a[href], [tabindex]')) faults.push(`"${message}" leads to something that takes no focus`);
    const field = target.matches('input:not([type=radio], [type=checkbox]), textarea, select') ? target : target.closest('fieldset');
    if (!field) continue;
    const said = (field.getAttribute('aria-describedby') ?? '').split(/\s+/).map(id => document.getElementById(id)).filter(part => part?.checkVisibility());
    if (!said.some(part => part.textContent.includes(message))) faults.push(`"${message}" is not tied to its field`);
    if (field === target && field.getAttribute('aria-invalid') !== 'true') faults.push(`the field of "${message}" is not marked as invalid`);
  }
  return faults;
}
