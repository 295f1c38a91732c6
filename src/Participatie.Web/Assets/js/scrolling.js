// What really scrolls sideways is a region with a name that takes the keyboard's focus, and has a hint above it; what does not is none of that.
// The server sends every container as such a region: without this script each of them can be reached.
const marks = ['role', 'tabindex', 'aria-labelledby'];

export function markScrolling() {
  if (!globalThis.ResizeObserver) return;
  const places = new Map([...document.querySelectorAll('.table-scroll')].map(place => [place, marks.map(mark => place.getAttribute(mark))]));
  const sizes = new ResizeObserver(() => places.forEach((values, place) => mark(place, values)));
  for (const place of places.keys()) {
    // Its own size changes with the window, that of its table with the letters.
    sizes.observe(place);
    sizes.observe(place.firstElementChild);
  }
}

function mark(place, values) {
  const scrolls = place.scrollWidth > place.clientWidth;
  // Who has just made the letters smaller from within keeps the focus.
  if (!scrolls && place === document.activeElement) return;
  marks.forEach((name, index) => (scrolls ? place.setAttribute(name, values[index]) : place.removeAttribute(name)));
  const hint = place.previousElementSibling;
  if (hint?.matches('.sideways')) hint.hidden = !scrolls;
}
