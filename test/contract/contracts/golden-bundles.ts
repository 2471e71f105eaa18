import { describe, expect, it } from 'vitest';
import { collectionPath } from '../../../src/cluster/resource-path.ts';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { goldenBundles } from '../../golden/golden-bundles.ts';
import { isJsonObject } from '../../embedded/cluster/json.ts';
import { tryCreate } from '../requests.ts';
import type { Contract } from './contract.ts';

const pathOf = ({ apiVersion, kind, metadata }: KubernetesObject): string =>
  collectionPath({ apiVersion, kind, namespace: metadata.namespace });

/** Where an answer says something else than what was sent; what it says besides are defaults. */
const lost = (sent: unknown, answered: unknown, at = ''): string[] => {
  if (Array.isArray(sent)) {
    const items: unknown[] = Array.isArray(answered) ? answered : [];
    return items.length === sent.length
      ? sent.flatMap((item, index) => lost(item, items[index], `${at}[${index}]`))
      : [at];
  }
  if (isJsonObject(sent)) {
    return isJsonObject(answered)
      ? Object.entries(sent).flatMap(([member, value]) =>
          lost(value, answered[member], `${at}.${member}`),
        )
      : [at];
  }
  return sent === answered ? [] : [at];
};

/** Every object of every kept deployment; asked as a cluster administrator, whose Roles need not be there yet. */
export const goldenObjects: Contract = (cluster) => {
  describe.each(goldenBundles)('the deployment "$name"', ({ objects }) => {
    it.each(objects)('has a $kind that is taken as it is', async (object) => {
      const answer = await cluster().ask('admin', tryCreate(pathOf(object), object));
      expect([answer.code, lost(object, answer.body)]).toEqual([201, []]);
    });
  });

  it('would be noticed to lose a field', async () => {
    const service = goldenBundles[0]?.objects.find(({ kind }) => kind === 'InferenceService');
    const spec = { predictor: { model: { modelFormat: { name: 'a' }, bogus: 1 } } };
    const answer = await cluster().ask(
      'admin',
      tryCreate(pathOf(service as KubernetesObject), { ...service, spec }),
    );
    expect(lost({ spec }, answer.body)).toEqual(['.spec.predictor.model.bogus']);
  });
};
