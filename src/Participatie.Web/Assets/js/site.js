// The one script of the site. Each module adds a comfort to pages that are complete without it; one that fails takes no other along.
const comforts = [];

for (const begin of comforts) {
  try {
    begin();
  } catch (failure) {
    // Into the console, without stopping the rest.
    setTimeout(() => { throw failure; });
  }
}
