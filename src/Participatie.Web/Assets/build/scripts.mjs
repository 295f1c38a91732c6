// Refuses scripts that call what the browsers of package.json ("browserslist") do not have. Their syntax is esbuild's concern (js.mjs).
import browserslist from 'browserslist';
import { ESLint } from 'eslint';
import compat from 'eslint-plugin-compat';

/** @param {string} folder the sources, not what was bundled: a message names a line that somebody wrote */
export async function checkScripts(folder) {
  const lint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    // A page asks first whether there is such a thing: "if ('serviceWorker' in navigator)".
    overrideConfig: [{
      ...compat.configs['flat/recommended'],
      settings: { targets: browserslist(null, { path: import.meta.dirname }), lintAllEsApis: true },
    }],
  });
  const results = await lint.lintFiles(['.']);
  const found = results.flatMap(({ filePath, messages }) => messages.map(({ line, message }) => `${filePath}:${line} ${message}`));
  if (found.length > 0) throw new Error(`A browser of 2020 does not know what these scripts use. Ask first whether it is there, or do without: ${found.join('; ')}`);
}
