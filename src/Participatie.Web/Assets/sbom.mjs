// The component list of the site in CycloneDX 1.6: node sbom.mjs PROJECT_ASSETS PACKAGE_LOCK OUT
// From the two lock files alone, without network. Scope "excluded": used to build, not shipped.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [projectAssets, packageLock, out] = process.argv.slice(2);
const json = path => JSON.parse(readFileSync(path, 'utf8'));
const hex = base64 => Buffer.from(base64, 'base64').toString('hex');

function nuget({ libraries, targets, packageFolders, project }) {
  const target = Object.values(targets)[0];
  const shipped = library => Object.keys({ ...target[library]?.runtime, ...target[library]?.runtimeTargets, ...target[library]?.native }).length > 0;
  const licence = ({ path }, name) => Object.keys(packageFolders)
    .map(folder => join(folder, path, `${name.toLowerCase()}.nuspec`))
    .filter(existsSync)
    .map(file => /<license type="expression">([^<]+)</.exec(readFileSync(file, 'utf8'))?.[1])[0];
  const components = Object.entries(libraries).filter(([, library]) => library.type === 'package').map(([id, library]) => {
    const [name, version] = id.split('/');
    return component(name, version, `pkg:nuget/${name}@${version}`, library.sha512, licence(library, name), shipped(id));
  });
  return { components, version: project.version };
}

function npm({ packages }) {
  return Object.entries(packages).filter(([path]) => path !== '').map(([path, { version, integrity, license, dev }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return component(name, version, `pkg:npm/${name.replace('@', '%40')}@${version}`, integrity?.replace('sha512-', ''), license, !dev);
  });
}

function component(name, version, purl, sha512, licence, shipped) {
  return {
    type: 'library', 'bom-ref': purl, name, version, scope: shipped ? 'required' : 'excluded', purl,
    ...(sha512 && { hashes: [{ alg: 'SHA-512', content: hex(sha512) }] }),
    ...(licence && { licenses: [{ expression: licence }] }),
  };
}

const { components, version } = nuget(json(projectAssets));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': 'participatie', name: 'Participatie', version } },
  components: [...components, ...npm(json(packageLock))].sort((a, b) => a.purl.localeCompare(b.purl, 'en')),
}, null, 2)}\n`);
