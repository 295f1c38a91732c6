// A field has a visible label, no placeholder, and says what the browser may fill in.
function fields() {
  const faults = [];
  for (const field of document.querySelectorAll('input:not([type=hidden]), textarea, select')) {
    // Only programs fill in what is hidden from everybody.
    if (field.closest('[hidden]')) continue;
    if (field.placeholder) faults.push(`"${nameOf(field)}" has a placeholder`);
    if (!field.labels?.[0]?.checkVisibility() && !field.hasAttribute('aria-label')) faults.push(`${field.name} has no label that can be seen`);
    if (['email', 'tel'].includes(field.type) && !field.autocomplete) faults.push(`"${nameOf(field)}" has no autocomplete`);
  }
  for (const element of document.querySelectorAll('[style], [onclick]')) faults.push(`${element.tagName} carries a style or script that the content policy blocks`);
  return faults;
}
