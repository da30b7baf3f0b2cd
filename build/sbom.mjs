import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packagesIn } from './packages-in.mjs';

/**
 * Writes what is inside the app as CycloneDX 1.6: Electron, and the packages of which a part went into the bundles.
 * The usual tools list what is installed, which is some hundred packages that nobody receives.
 *
 * @returns the file
 */
export async function writeSbom({ root, out, manifest, metafiles, electron }) {
  const packages = await packagesIn(root, metafiles);
  const components = [
    component({ name: 'electron', version: electron, license: 'MIT', type: 'framework' }),
    ...packages.map((found) => component({ ...found, type: 'library' })),
  ];
  const app = component({ ...manifest, type: 'application' });
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: new Date(Number(process.env['SOURCE_DATE_EPOCH']) * 1000).toISOString(),
      component: app,
    },
    components,
    dependencies: [{ ref: app['bom-ref'], dependsOn: components.map((part) => part['bom-ref']) }],
  };
  const file = join(out, `waypost-${manifest.version}.cdx.json`);
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
  return file;
}

function component({ name, version, license, type }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  // One licence goes by its id; "MIT OR Apache-2.0" is an expression.
  const licences = /\s/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
  return { type, 'bom-ref': purl, name, version, licenses: licences, purl };
}
