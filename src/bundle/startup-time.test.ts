import { describe, expect, it } from 'vitest';
import type { Template } from '../cluster/kubernetes.ts';
import { assembleServingRuntime } from './assemble-serving-runtime.ts';
import { STARTUP_MINUTES_ANNOTATION } from './startup-time.ts';

const halfAnHour = { httpGet: { path: '/' }, periodSeconds: 10, failureThreshold: 180 };

/** A template with a start-up probe (half an hour unless said; null for none) and the annotation, if any. */
const template = (minutes?: string, startupProbe: object | null = halfAnHour): Template => {
  const container = { name: 'kserve-container', ...(startupProbe && { startupProbe }) };
  const runtime = {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ServingRuntime',
    metadata: { name: 'nvidia-nim-runtime' },
    spec: { containers: [container] },
  };
  const annotations = minutes === undefined ? {} : { [STARTUP_MINUTES_ANNOTATION]: minutes };
  return {
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: { name: 'nim-http-template', annotations },
    objects: [runtime],
  };
};

const assembled = (from: Template, modelBytes?: number) =>
  assembleServingRuntime({ template: from, project: 'nim-demo', name: 'llama', modelBytes });

const probeOf = (from: Template, modelBytes?: number) => {
  const outcome = assembled(from, modelBytes);
  return outcome.status === 'ok'
    ? outcome.runtime.spec.containers[0]?.startupProbe
    : outcome.message;
};

describe('the time a model may take to start', () => {
  it("is the template's own without an annotation", () => {
    expect(probeOf(template())).toEqual(halfAnHour);
  });

  it('is what the annotation on the template says, and the rest of the probe stays', () => {
    expect(probeOf(template('90'))).toEqual({
      httpGet: { path: '/' },
      periodSeconds: 10,
      failureThreshold: 540,
    });
  });

  it('is rounded up to a whole number of probes', () => {
    expect(probeOf(template('1', { periodSeconds: 45 }))).toMatchObject({ failureThreshold: 3 });
    expect(probeOf(template('10', { periodSeconds: 45 }))).toMatchObject({ failureThreshold: 14 });
  });

  it("counts with Kubernetes' own period where the probe has none", () => {
    expect(probeOf(template('2', { httpGet: {} }))).toMatchObject({ failureThreshold: 12 });
  });

  it("is never shorter than the template's own", () => {
    expect(probeOf(template('5'))).toMatchObject({ failureThreshold: 180 });
  });

  it('is longer for a model that downloads much: 8B at 16 bits, 70B, 405B, and what nobody has', () => {
    expect(probeOf(template(), 16e9)).toMatchObject({ failureThreshold: 180 });
    expect(probeOf(template(), 140e9)).toMatchObject({ failureThreshold: 300 });
    expect(probeOf(template(), 810e9)).toMatchObject({ failureThreshold: 960 });
    expect(probeOf(template(), 1e15)).toMatchObject({ failureThreshold: 8640 });
  });

  it('is the longer one of what the annotation says and what the model needs', () => {
    expect(probeOf(template('240'), 810e9)).toMatchObject({ failureThreshold: 1440 });
    expect(probeOf(template('90'), 810e9)).toMatchObject({ failureThreshold: 960 });
  });

  it('adds no probe to a container that has none', () => {
    expect(probeOf(template('90', null))).toBeUndefined();
  });

  it.each(['', '0', '-5', '1.5', '30m', '1441', ' 30'])('is refused when it is "%s"', (minutes) => {
    expect(assembled(template(minutes))).toEqual({
      status: 'failed',
      message:
        'The template nim-http-template cannot be used: its annotation nim-wizard.opendatahub.io/startup-minutes must be a whole number of minutes from 1 to 1440. Ask an administrator to correct it.',
    });
  });
});
