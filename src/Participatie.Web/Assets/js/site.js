// The one script of the site. Each module adds a comfort to pages that are complete without it; one that fails takes no other along.
import { beReadyForNoNetwork } from './connection/offline.js';
import { sayUnsent } from './connection/sending.js';
import { keepTyped } from './connection/typed.js';
import { countLeft } from './left.js';
import { readAloud } from './read-aloud/controls.js';
import { markScrolling } from './scrolling.js';

// What stops a form from being sent comes before what remembers that it was sent.
for (const begin of [readAloud, sayUnsent, keepTyped, countLeft, markScrolling, beReadyForNoNetwork]) {
  try {
    begin();
  } catch (failure) {
    // Into the console, without stopping the rest.
    setTimeout(() => { throw failure; });
  }
}
