// The one script of the site. Each module adds a comfort to pages that are complete without it; one that fails takes no other along.
import { readAloud } from './read-aloud/controls.js';

for (const begin of [readAloud]) {
  try {
    begin();
  } catch (failure) {
    // Into the console, without stopping the rest.
    setTimeout(() => { throw failure; });
  }
}
