// What a fault calls an element.
function nameOf(element) {
  return (element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent || element.id || '').trim().replace(/\s+/g, ' ').slice(0, 60);
}
