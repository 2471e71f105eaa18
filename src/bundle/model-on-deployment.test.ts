import { describe, expect, it } from 'vitest';
import { imageOf } from '../catalog/image-reference.ts';
import { deploymentWith, llama, runtimeWith, servingContainerWith } from './deployment.factory.ts';
import { applyModel, extractImage } from './model-on-deployment.ts';

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

describe('reading the image of a deployment', () => {
  it('finds what was written', () => {
    expect(extractImage(applyModel(deploymentWith(), llama))).toEqual(imageOf(llama.model, '1.8'));
  });

  it.each([undefined, '', 'nvcr.io/nim/meta/llama@sha256:0123'])('finds none in %j', (image) => {
    const container = servingContainerWith(image === undefined ? {} : { image });
    const server = runtimeWith({ containers: [container] });
    expect(extractImage(deploymentWith(server))).toBeUndefined();
  });

  it('finds none without a runtime', () => {
    expect(extractImage({ model: deploymentWith().model })).toBeUndefined();
  });
});
