import { describe, expect, it } from 'vitest';
import { deploymentWith, llama, runtimeWith, servingContainerWith } from './deployment.factory.ts';
import { applyModel, changeVersion, extractImage } from './model-on-deployment.ts';
import { withModel, withPredictor } from './service-field.ts';

describe('the chosen model on a deployment', () => {
  const { model, server } = applyModel(deploymentWith(), llama);

  it('is the image of the runtime, with the tag as the catalog lists it', () => {
    expect(server.spec.containers[0]?.image).toBe('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8');
  });

  it('is the one format that the runtime supports, and never taken by itself', () => {
    expect(server.spec.supportedModelFormats).toEqual([
      { name: 'llama-3.1-8b-instruct', version: '1.8', autoSelect: false, priority: 1 },
    ]);
  });

  it('is the format of the InferenceService, with which KServe binds the two', () => {
    expect(model.spec.predictor.model).toEqual({
      runtime: 'my-model',
      modelFormat: { name: 'llama-3.1-8b-instruct' },
    });
  });

  it('leaves other containers alone', () => {
    const sidecar = { name: 'proxy', image: 'proxy:1' };
    const given = runtimeWith({ containers: [servingContainerWith({ image: '' }), sidecar] });
    const { containers } = applyModel(deploymentWith(given), llama).server.spec;
    expect(containers[1]).toEqual(sidecar);
  });

  it('is written on the InferenceService alone when there is no runtime', () => {
    const written = applyModel({ model: deploymentWith().model }, llama);
    expect(written).toEqual({ model });
  });
});

const deployed = (
  modelFormat: { name: string; version?: string },
  supportedModelFormats: { name: string; version?: string; autoSelect?: boolean }[],
) => {
  const { model, server } = deploymentWith(runtimeWith({ supportedModelFormats }));
  return { model: withModel(model, { modelFormat }), server };
};

describe('another version of a deployment', () => {
  const image = 'nvcr.io/nim/meta/llama:2';
  it('is the image of the runtime, and a mark by which KServe looks at it again', () => {
    const { model, server } = changeVersion(deploymentWith(), { image, tag: '2' });
    expect(server.spec.containers[0]?.image).toBe(image);
    expect(model.spec.predictor.annotations).toEqual({ 'nim-wizard.opendatahub.io/image': image });
  });

  it('keeps the annotations that the predictor has', () => {
    const { model, server } = deploymentWith();
    const annotated = withPredictor(model, { annotations: { note: 'ours' } });
    const changed = changeVersion({ model: annotated, server }, { image, tag: '2' });
    expect(changed.model.spec.predictor.annotations).toHaveProperty('note', 'ours');
  });

  it.each([
    ['on the runtime alone', { name: 'a' }, { name: 'a', version: '2', autoSelect: true }],
    [
      'on both, which KServe compares',
      { name: 'a', version: '2' },
      { name: 'a', version: '2', autoSelect: true },
    ],
  ])('is written in the format %s, and in no other', (_where, format, runtimeFormat) => {
    const before = deployed({ ...format, ...('version' in format ? { version: '1' } : {}) }, [
      { name: 'other', version: '1' },
      { ...runtimeFormat, version: '1' },
    ]);
    const { model, server } = changeVersion(before, { image, tag: '2' });
    expect(model.spec.predictor.model?.modelFormat).toEqual(format);
    expect(server.spec.supportedModelFormats).toEqual([
      { name: 'other', version: '1' },
      runtimeFormat,
    ]);
  });

  it('is no version in a format that had none', () => {
    const { server } = changeVersion(deployed({ name: 'a' }, [{ name: 'a' }]), { image, tag: '2' });
    expect(server.spec.supportedModelFormats).toEqual([{ name: 'a' }]);
  });

  it('cannot be written without a runtime', () => {
    const { model } = deploymentWith();
    expect(changeVersion({ model }, { image, tag: '2' })).toEqual({ model });
  });
});

describe('reading the image of a deployment', () => {
  it('finds what was written', () => {
    expect(extractImage(applyModel(deploymentWith(), llama))).toBe(
      'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8',
    );
  });

  it('finds an empty one where none is named', () => {
    expect(extractImage(deploymentWith())).toBe('');
  });

  it('finds none without a runtime', () => {
    expect(extractImage({ model: deploymentWith().model })).toBeUndefined();
  });
});
