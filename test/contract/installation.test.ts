import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  choicesWith,
  llama,
  newVolume,
  shippedTemplate,
} from '../../src/bundle/deployment.factory.ts';
import { applyModel } from '../../src/bundle/model-on-deployment.ts';
import { assembleServingRuntime } from '../../src/bundle/assemble-serving-runtime.ts';
import { applyStorage } from '../../src/bundle/storage-on-deployment.ts';
import { assembleInferenceService } from '../../src/bundle/assemble-inference-service.ts';
import type { Template } from '../../src/cluster/kubernetes.ts';
import { listAt, objectAt, textAt, type JsonObject } from '../embedded/cluster/json.ts';
import { catalog, catalogSwap } from './manifests/catalog-swap.ts';
import { furtherPages } from './manifests/further-pages.ts';
import { otherModules, startInstallation, type Installation } from './manifests/installation.ts';
import { kubectl, rendered } from './manifests/kubectl.ts';
import { pageCommands } from './manifests/page-commands.ts';
import { readValue } from './manifests/written.ts';
import { failureOf, get, merge, paths, remove, replace, tryCreate } from './requests.ts';

// The commands are those of docs/install.md, read from the page, in its order.

const assets = process.env['KUBEBUILDER_ASSETS'];
const hasJq = spawnSync('jq', ['--version']).status === 0;
const missing = [
  ...(assets ? [] : ['KUBEBUILDER_ASSETS is not set']),
  ...(kubectl ? [] : ['there is no kubectl']),
  ...(hasJq ? [] : ['there is no jq']),
];
const why = missing.length > 0 ? ` (skipped: ${missing.join(', ')})` : '';
if (why) {
  process.stderr.write(`The pages' commands on a real control plane${why}\n`);
}

const configMaps = '/api/v1/namespaces/opendatahub/configmaps';
const dashboardConfig = `${paths.dashboardConfigs}/odh-dashboard-config`;

/** What needs a container engine; the image's own test is test/contract/container-image.test.ts. */
const needsEngine = (commands: string): boolean => commands.startsWith('podman ');
const sayable = (mark: string): string[] =>
  pageCommands('docs/install.md', mark).filter((commands) => !needsEngine(commands));

describe.skipIf(why !== '')(`the page "Install", command by command${why}`, () => {
  let installation: Installation;
  const before: Record<string, string[]> = {};
  let unpatched: JsonObject = {};

  const saying = async (mark: string): Promise<string[]> => {
    const said: string[] = [];
    for (const commands of sayable(mark)) {
      said.push(await installation.run(commands));
    }
    return said;
  };
  const ask: Installation['ask'] = (user, asked) => installation.ask(user, asked);
  const modules = async (): Promise<unknown> => {
    const { body } = await ask('admin', get(`${configMaps}/federation-config`));
    return JSON.parse(textAt(body['data'], 'module-federation-config.json') ?? '');
  };
  /** Sets nimConfig by a PUT, as the dashboard writes its configuration, and gives what is then stored. */
  const putNimConfig = async (nimConfig: unknown): Promise<JsonObject> => {
    const { body } = await ask('admin', get(dashboardConfig));
    const spec = { ...objectAt(body, 'spec'), nimConfig };
    await ask('admin', replace(dashboardConfig, { ...body, spec }));
    return objectAt((await ask('vic', get(dashboardConfig))).body, 'spec');
  };

  const people = ['vic', 'ada', 'pat'];
  const namespaces = ['opendatahub', 'nim-demo', 'fraud-detection'];
  const allRules = async (): Promise<[string, string[]][]> =>
    Promise.all(
      people.flatMap((person) =>
        namespaces.map(async (namespace): Promise<[string, string[]]> => [
          `${person} in ${namespace}`,
          await installation.rulesOf({ person, namespace }),
        ]),
      ),
    );

  beforeAll(async () => {
    installation = await startInstallation(assets ?? '');
    Object.assign(before, Object.fromEntries(await allRules()));
    unpatched = await putNimConfig({ keyScope: 'deployment' });
    await saying('install');
  });
  afterAll(async () => {
    await installation?.stop();
  });

  it('can be said again and changes nothing', async () => {
    const entries = await modules();
    // kubectl refuses a second restart within the same second.
    await sleep(1100);
    await saying('install');
    expect(await modules()).toEqual(entries);
  });

  it('answers its own checks as it says', async () => {
    const [checked] = await saying('check');
    expect(checked?.trim().split('\n')).toEqual(['yes', 'false']);
  });

  it('adds the plugin to the dashboard’s modules and leaves the others', async () => {
    const entry = readValue('manifests/dashboard/federation-entry.json');
    expect(await modules()).toEqual([...otherModules, entry]);
  });

  it('runs the image that was named', async () => {
    const { body } = await ask(
      'admin',
      get('/apis/apps/v1/namespaces/opendatahub/deployments/odh-nim-wizard'),
    );
    const pod = objectAt(objectAt(objectAt(body, 'spec'), 'template'), 'spec');
    expect(listAt(pod, 'containers').map((container) => textAt(container, 'image'))).toEqual([
      'registry.example.com/you/odh-nim-wizard:0.1.0',
    ]);
  });

  it('lets every user read the catalog by name, and nothing else that was not allowed before', async () => {
    const added = (await allRules()).map(([who, rules]) => [
      who,
      rules
        .filter((rule) => before[who]?.includes(rule) !== true)
        .map((rule): unknown => JSON.parse(rule)),
    ]);
    const [reading] = listAt(
      rendered('manifests/overlays/opendatahub').find(({ kind }) => kind === 'Role'),
      'rules',
    );
    const expected = people.flatMap((person) =>
      namespaces.map((namespace) => [
        `${person} in ${namespace}`,
        namespace === 'opendatahub' ? [reading] : [],
      ]),
    );
    expect(added).toEqual(expected);
  });

  it('gives a user the catalog and the templates, but no other ConfigMap', async () => {
    const read = await ask('vic', get(catalog));
    expect(Object.keys(objectAt(read.body, 'data')).length).toBeGreaterThan(100);
    expect((await ask('vic', get(`${paths.templates}/nim-http-template`))).code).toBe(200);
    const refused = [
      await ask('vic', get(configMaps)),
      await ask('vic', get(`${configMaps}/federation-config`)),
      await ask('vic', merge(catalog, { metadata: { labels: { a: 'b' } } })),
      await ask('vic', remove(catalog)),
    ];
    expect(refused.map(failureOf)).toEqual(Array.from(refused, () => '403 Forbidden'));
  });

  it('gives the service’s account nothing that any other account has not', async () => {
    const [own, other] = await Promise.all(
      ['odh-nim-wizard', 'somebody'].map((name) =>
        installation.rulesOf({ account: `opendatahub:${name}`, namespace: 'opendatahub' }),
      ),
    );
    expect(own).toEqual(other);
  });

  it('keeps the catalog as it is, whoever wants to change it', async () => {
    const { body } = await ask('admin', get(catalog));
    const answers = [
      await ask('admin', merge(catalog, { data: { 'another-model': '{}' } })),
      await ask('admin', merge(catalog, { immutable: false })),
      await ask('admin', replace(catalog, { ...body, data: {} })),
    ];
    expect(answers.map(failureOf)).toEqual(Array.from(answers, () => '422 Invalid'));
  });

  it.each(['nim-http-template', 'nim-grpc-template'])(
    'brings %s, of which the API server accepts a ServingRuntime',
    async (name) => {
      const { body } = await ask('ada', get(`${paths.templates}/${name}`));
      const template = { ...shippedTemplate(), ...body } satisfies Template;
      const outcome = assembleServingRuntime({ template, project: 'nim-demo', name: 'my-model' });
      const server = outcome.status === 'ok' ? outcome.runtime : undefined;
      const model = assembleInferenceService(choicesWith());
      const assembled = applyStorage(
        applyModel({ model, ...(server && { server }) }, llama),
        newVolume(),
      );
      const created = await ask('ada', tryCreate(paths.servingRuntimes, assembled.server));
      expect(created).toMatchObject({ code: 201, body: { spec: assembled.server?.spec ?? {} } });
    },
  );

  it('makes the API server keep nimConfig, which it dropped before', async () => {
    expect(unpatched).not.toHaveProperty('nimConfig');
    const nimConfig = {
      customConfigMap: { name: 'ours', namespace: 'opendatahub' },
      disconnected: { disableKeyCollection: true },
      disableKeyValidation: true,
      keyScope: 'deployment',
    };
    expect(await putNimConfig(nimConfig)).toMatchObject({ nimConfig });
  });

  it('makes the API server refuse a nimConfig that the wizard could not read', async () => {
    const answer = await ask(
      'admin',
      merge(dashboardConfig, { spec: { nimConfig: { keyScope: 'cluster' } } }),
    );
    expect(failureOf(answer)).toBe('422 Invalid');
  });

  furtherPages(() => installation);
  catalogSwap(() => installation);

  it('is undone by what it says, and leaves nothing behind', async () => {
    for (const commands of sayable('undo').toReversed()) {
      await installation.run(commands);
    }
    const left = await Promise.all(
      rendered('manifests/overlays/opendatahub').map(({ kind, metadata }) =>
        installation
          .run(`kubectl get ${kind} ${metadata.name} --namespace opendatahub --ignore-not-found`)
          .then((found) => found.trim()),
      ),
    );
    expect(new Set(left)).toEqual(new Set(['']));
    expect(await modules()).toEqual(otherModules);
    expect(Object.fromEntries(await allRules())).toEqual(before);
    expect(await putNimConfig({ keyScope: 'deployment' })).not.toHaveProperty('nimConfig');
  });
});
