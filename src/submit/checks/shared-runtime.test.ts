import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith, runtimeWith } from '../../bundle/deployment.factory.ts';
import type { InferenceService } from '../../cluster/kubernetes.ts';
import { checkSharedRuntime } from './shared-runtime.ts';

const runtime = runtimeWith();
const { name } = runtime.metadata;

const served = (deployment: string, by = name): InferenceService => {
  const service = assembleInferenceService(
    choicesWith({ name: deployment, displayName: `Model ${deployment}` }),
  );
  const { predictor } = service.spec;
  return {
    ...service,
    spec: { predictor: { ...predictor, model: { ...predictor.model, runtime: by } } },
  };
};

const edited = served('edited');
const ofDeployment = { before: edited, after: edited };
const ofRuntime = { before: runtime, after: runtime };

describe('a runtime that gets another version', () => {
  it('may serve no other deployment: each that it serves is named', () => {
    const services = [edited, served('twin'), served('third'), served('else', 'another')];
    expect(checkSharedRuntime({ updates: [ofRuntime, ofDeployment] }, services)).toEqual([
      {
        field: 'model',
        severity: 'stops',
        title: `The serving runtime "${name}" also serves "Model twin" and "Model third"`,
        body: 'What is served there would get the other version, too. Keep the version, or deploy the other one as a deployment of its own.',
      },
    ]);
  });

  it('serves this deployment', () => {
    expect(checkSharedRuntime({ updates: [ofRuntime, ofDeployment] }, [edited])).toEqual([]);
  });

  it('does not matter where it stays as it is', () => {
    expect(checkSharedRuntime({ updates: [ofDeployment] }, [edited, served('twin')])).toEqual([]);
  });

  it('serves nobody who names no runtime, where it stays as it is', () => {
    const { predictor } = edited.spec;
    const { runtime: _runtime, ...model } = predictor.model ?? {};
    const nameless = { ...served('nameless'), spec: { predictor: { ...predictor, model } } };
    expect(checkSharedRuntime({ updates: [ofDeployment] }, [nameless])).toEqual([]);
  });
});
