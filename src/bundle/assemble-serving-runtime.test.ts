import { describe, expect, it } from 'vitest';
import type { ServingRuntime, Template } from '../cluster/kubernetes.ts';
import { assembleServingRuntime } from './assemble-serving-runtime.ts';
import { servingContainerWith, shippedTemplate, templateWith } from './deployment.factory.ts';

const runtimeFrom = (template: Template): ServingRuntime => {
  const outcome = assembleServingRuntime({ template, project: 'nim-demo', name: 'my-model' });
  if (outcome.status === 'failed') {
    throw new Error(outcome.message);
  }
  return outcome.runtime;
};

const memory = { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } };

describe('a ServingRuntime', () => {
  it('is, from a bare template, named, marked and given shared memory', () => {
    expect(runtimeFrom(templateWith())).toEqual({
      apiVersion: 'serving.kserve.io/v1alpha1',
      kind: 'ServingRuntime',
      metadata: {
        name: 'my-model',
        namespace: 'nim-demo',
        labels: { 'opendatahub.io/dashboard': 'true' },
        annotations: {
          'openshift.io/display-name': 'nvidia-nim-runtime',
          'opendatahub.io/template-name': 'nim-http-template',
          'opendatahub.io/template-display-name': 'nvidia-nim-runtime',
          'runtimes.opendatahub.io/nvidia-nim': 'true',
        },
      },
      spec: {
        containers: [
          { name: 'kserve-container', volumeMounts: [{ name: 'shm', mountPath: '/dev/shm' }] },
        ],
        volumes: [memory],
      },
    });
  });

  it("keeps the template's labels and annotations, and its display name", () => {
    const { metadata } = runtimeFrom(
      templateWith(
        {},
        {
          labels: { team: 'blue' },
          annotations: { 'openshift.io/display-name': 'NVIDIA NIM', note: 'ours' },
        },
      ),
    );
    expect(metadata.labels).toEqual({ team: 'blue', 'opendatahub.io/dashboard': 'true' });
    expect(metadata.annotations).toMatchObject({
      'openshift.io/display-name': 'NVIDIA NIM',
      'opendatahub.io/template-display-name': 'NVIDIA NIM',
      note: 'ours',
    });
  });

  it('says by which protocol it is called, as its template does', () => {
    const template = templateWith();
    template.metadata.annotations = { 'opendatahub.io/apiProtocol': 'gRPC' };
    expect(runtimeFrom(template).metadata.annotations).toHaveProperty(
      ['opendatahub.io/apiProtocol'],
      'gRPC',
    );
  });

  it("takes over nothing by which the template's own object is known in the cluster", () => {
    const { metadata } = runtimeFrom(
      templateWith({}, { uid: 'uid-1', resourceVersion: '7', creationTimestamp: 'then' }),
    );
    expect(Object.keys(metadata).toSorted()).toEqual([
      'annotations',
      'labels',
      'name',
      'namespace',
    ]);
  });

  it('leaves resources to the InferenceService, and those of other containers as they are', () => {
    const resources = { limits: { memory: '8Gi' } };
    const containers = [servingContainerWith({ resources }), { name: 'proxy', resources }];
    const { spec } = runtimeFrom(templateWith({ containers }));
    expect(spec.containers[0]).not.toHaveProperty('resources');
    expect(spec.containers[1]).toEqual({ name: 'proxy', resources });
  });

  it('gets the volume that an older template mounts but does not have', () => {
    const volumeMounts = [{ name: 'dshm', mountPath: '/dev/shm' }];
    const { spec } = runtimeFrom(
      templateWith({ containers: [servingContainerWith({ volumeMounts })] }),
    );
    expect(spec.containers[0]?.volumeMounts).toEqual(volumeMounts);
    expect(spec.volumes).toEqual([{ ...memory, name: 'dshm' }]);
  });

  it("keeps the template's own shared memory", () => {
    const volumes = [{ name: 'shm', emptyDir: { medium: 'Memory' as const, sizeLimit: '16Gi' } }];
    const volumeMounts = [{ name: 'shm', mountPath: '/dev/shm' }];
    const { spec } = runtimeFrom(
      templateWith({ containers: [servingContainerWith({ volumeMounts })], volumes }),
    );
    expect(spec.volumes).toEqual(volumes);
  });

  it('is made from the first serving runtime of the template', () => {
    const template = templateWith();
    template.objects.unshift({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other' } });
    expect(runtimeFrom(template).kind).toBe('ServingRuntime');
  });

  it('does not change the template, which is kept for the next deployment', () => {
    const template = shippedTemplate();
    runtimeFrom(template);
    expect(template).toEqual(shippedTemplate());
  });

  it.each([
    ['has no serving runtime', { ...templateWith(), objects: [] }],
    ['has none with the right container', templateWith({ containers: [{ name: 'main' }] })],
  ])('cannot be made from a template that %s', (_what, template) => {
    expect(assembleServingRuntime({ template, project: 'nim-demo', name: 'my-model' })).toEqual({
      status: 'failed',
      message:
        'The template nim-http-template has no serving runtime with a container called kserve-container. Ask an administrator to install it again.',
    });
  });
});

describe('the template that the plugin is installed with', () => {
  it('makes a runtime that differs from its own in metadata only', () => {
    const [source] = shippedTemplate().objects;
    const runtime = runtimeFrom(shippedTemplate());
    expect({ ...runtime, metadata: source?.metadata }).toEqual(source);
  });

  it('holds no secret', () => {
    const text = JSON.stringify(shippedTemplate());
    expect(text).not.toMatch(/secret|NGC_API_KEY|imagePullSecrets/i);
  });
});
