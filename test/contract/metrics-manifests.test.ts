import { describe, expect, it } from 'vitest';
import { listAt, objectAt, textAt } from '../embedded/cluster/json.ts';
import { kubectl, rendered } from './manifests/kubectl.ts';
import { objectIn, objectsOf, readValue, unnamedFiles } from './manifests/written.ts';

const base = objectsOf('manifests/base');
const specOf = (kind: string) => objectAt(objectIn(base, kind, 'odh-nim-wizard'), 'spec');
const pod = objectAt(objectAt(specOf('Deployment'), 'template'), 'spec');
const [container] = listAt(pod, 'containers');

describe('the metrics of the service', () => {
  const variable = listAt(container, 'env').find(
    (one) => textAt(one, 'name') === 'NIM_WIZARD_METRICS_PORT',
  );
  const port = Number(textAt(variable, 'value'));

  it('are on a port of their own, by the same number everywhere', () => {
    const named = { name: 'metrics', protocol: 'TCP' };
    expect(listAt(container, 'ports')).toContainEqual({ ...named, containerPort: port });
    expect(listAt(specOf('Service'), 'ports')).toContainEqual({
      ...named,
      port,
      targetPort: 'metrics',
    });
    const [, monitoring] = listAt(specOf('NetworkPolicy'), 'ingress');
    expect(listAt(monitoring, 'ports')).toEqual([{ port, protocol: 'TCP' }]);
  });

  it('are not where the dashboard passes requests on', () => {
    const entry = readValue('manifests/dashboard/federation-entry.json');
    expect(objectAt(entry, 'service')['port']).not.toBe(port);
  });

  it('need no kind in the base that a cluster may not know', () => {
    expect(base.map(({ kind }) => kind)).not.toContain('ServiceMonitor');
    expect(unnamedFiles('manifests/components/service-monitor')).toEqual([]);
  });
});

const withoutKubectl = kubectl ? '' : ' (skipped: there is no kubectl)';

describe.skipIf(!kubectl)(`the example with a ServiceMonitor${withoutKubectl}`, () => {
  const objects = kubectl ? rendered('manifests/examples/monitored') : [];

  it('has Prometheus find the Service, by its labels and the name of its port', () => {
    const monitor = objectIn(objects, 'ServiceMonitor', 'odh-nim-wizard');
    const service = objectIn(objects, 'Service', 'odh-nim-wizard');
    expect(monitor.metadata.namespace).toBe(service.metadata.namespace);
    const selector = objectAt(objectAt(monitor, 'spec'), 'selector');
    expect(service.metadata.labels).toMatchObject(objectAt(selector, 'matchLabels'));
    const ports = listAt(service.spec, 'ports').map((port) => textAt(port, 'name'));
    const [endpoint] = listAt(monitor.spec, 'endpoints');
    expect(ports).toContain(textAt(endpoint, 'port'));
    expect(endpoint).toMatchObject({ path: '/metrics', scheme: 'http' });
  });

  it('changes nothing else', () => {
    const others = objects.filter(({ kind }) => kind !== 'ServiceMonitor');
    expect(others).toEqual(rendered('manifests/overlays/opendatahub'));
  });
});
