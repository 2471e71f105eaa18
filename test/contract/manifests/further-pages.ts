import { describe, expect, it } from 'vitest';
import { objectAt, type JsonObject } from '../../embedded/cluster/json.ts';
import { get, paths } from '../requests.ts';
import type { Installation } from './installation.ts';
import { pageCommands } from './page-commands.ts';

/** Commands of a page, with the files that they make in the user's home instead of the repository. */
const said = (page: string, mark: string): string[] =>
  pageCommands(page, mark).map((commands) =>
    commands
      .replaceAll(/\b(our-nim-models|image-mirrors)\.yaml|\bcopy-images\.sh/g, '"$HOME/$&"')
      .replaceAll('dist/cli/nim-catalog.js', 'src/generate/main.ts'),
  );

/** Only the lines that need neither a registry nor the packages' registry. */
const ofTheTool = (commands: string): string =>
  commands
    .split('\n')
    .filter((line) => line.startsWith('node '))
    .join('\n');

/** Declares tests of what the pages about settings and about clusters without internet say, on an installation. */
export const furtherPages = (installation: () => Installation): void => {
  const specOf = async (path: string): Promise<JsonObject> =>
    objectAt((await installation().ask('admin', get(path))).body, 'spec');
  const config = `${paths.dashboardConfigs}/odh-dashboard-config`;
  const annotations = async (): Promise<JsonObject> => {
    const { body } = await installation().ask('ada', get(`${paths.templates}/nim-http-template`));
    return objectAt(objectAt(body, 'metadata'), 'annotations');
  };

  it('is configured by the page "Configure it", and back', async () => {
    const [set = '', unset = ''] = said('docs/configuration.md', 'examples');
    const deployment = '/apis/apps/v1/namespaces/opendatahub/deployments/odh-nim-wizard';
    const before = [await specOf(deployment), await annotations()];
    await installation().run(set);
    expect(await annotations()).toHaveProperty('nim-wizard.opendatahub.io/startup-minutes', '90');
    expect(await specOf(config)).toMatchObject({ nimConfig: { keyScope: 'deployment' } });
    expect(JSON.stringify(await specOf(deployment))).toContain('"NIM_WIZARD_LOG_LEVEL"');
    await installation().run(unset);
    expect([await specOf(deployment), await annotations()]).toEqual(before);
    expect(await specOf(config)).not.toHaveProperty('nimConfig');
  });

  it('is found by Prometheus by the page "Install", and forgotten again', async () => {
    const run = installation().run;
    const find = 'kubectl get servicemonitors --all-namespaces --output name';
    // Only the kind: what the Prometheus operator makes of it is not the API server's to say.
    await run(`kubectl create --filename - <<'END'\n${JSON.stringify(serviceMonitors)}\nEND`);
    await run(`kubectl wait --for condition=Established crd/${serviceMonitors.metadata.name}`);
    await run(said('docs/install.md', 'metrics').join('\n'));
    expect((await run(find)).trim()).toBe('servicemonitor.monitoring.coreos.com/odh-nim-wizard');
    await run(said('docs/install.md', 'metrics-undo').join('\n'));
    expect((await run(find)).trim()).toBe('');
    await run(`kubectl delete crd ${serviceMonitors.metadata.name}`);
  });

  describe('without internet', () => {
    const page = 'docs/air-gap.md';

    it('shows what was mirrored and asks for no key, and back', async () => {
      const run = installation().run;
      const registry = { REGISTRY: 'mirror.example.com/nvidia' };
      await run(said(page, 'connected').map(ofTheTool).join('\n'), registry);
      await run(said(page, 'disconnected').join('\n'));
      const checked = await run(said(page, 'disconnected-check').join('\n'));
      expect(checked).toBe(
        `${JSON.stringify({
          customConfigMap: { name: 'our-nim-models', namespace: 'opendatahub' },
          disconnected: { disableKeyCollection: true },
        })}yes\n`,
      );
      const ours = '/api/v1/namespaces/opendatahub/configmaps/our-nim-models';
      const { body } = await installation().ask('vic', get(ours));
      expect(Object.keys(objectAt(body, 'data'))).toContain('llama-3.1-8b-instruct');
      expect(await run('cat "$HOME/copy-images.sh" "$HOME/image-mirrors.yaml"')).toMatch(
        /skopeo copy[^]*kind: ImageTagMirrorSet/,
      );
      await run(said(page, 'disconnected-undo').join('\n'));
      expect(await specOf(config)).not.toHaveProperty('nimConfig');
      expect((await installation().ask('vic', get(ours))).code).toBe(403);
    });
  });
};

/** As much of the Prometheus operator's definition as a ServiceMonitor needs to be stored. */
const serviceMonitors = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'servicemonitors.monitoring.coreos.com' },
  spec: {
    group: 'monitoring.coreos.com',
    scope: 'Namespaced',
    names: { kind: 'ServiceMonitor', plural: 'servicemonitors', singular: 'servicemonitor' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        },
      },
    ],
  },
};
