import type { CatalogModel } from '../../catalog/catalog-model.ts';
import type { NgcAnswer } from '../ngc/ngc-answer.ts';
import type { Metadata } from '../ngc/ngc-answers.ts';
import type { ModelOutcome } from './model-outcome.ts';

/** One way of running a model: `NIM_MODEL_PROFILE` takes its id. Memory is for each of the GPUs. */
export interface GpuProfile {
  profileId: string;
  minVramPerDeviceGb?: number;
  tensorParallelSize?: number;
  gpuDevice?: string;
}

/**
 * The entry with the GPUs that the model needs. NVIDIA refuses (404) for models published before
 * September 2026: that means unknown, and the field stays absent. If nobody could tell, the model
 * counts as failed, for otherwise the catalog would change with NVIDIA's bad days.
 */
export const withGpuNeeds = (
  listed: Extract<ModelOutcome, { status: 'listed' }>,
  metadata: NgcAnswer<Metadata>,
): ModelOutcome => {
  if (metadata.status === 'unknown') {
    return { status: 'failed', id: listed.id, reason: `GPU needs: ${metadata.reason}` };
  }
  const profiles = metadata.status === 'ok' ? readProfiles(metadata.value) : [];
  const entry: CatalogModel = profiles.length === 0 ? listed.entry : { ...listed.entry, profiles };
  return { ...listed, entry };
};

const readProfiles = ({ profiles }: Metadata): GpuProfile[] =>
  profiles
    .map((profile) => ({
      profileId: profile.profile_id,
      ...(profile.min_vram_per_device_gb === undefined
        ? {}
        : { minVramPerDeviceGb: profile.min_vram_per_device_gb }),
      ...(profile.tensor_parallel_size === undefined
        ? {}
        : { tensorParallelSize: profile.tensor_parallel_size }),
      ...(profile.gpu_device === undefined ? {} : { gpuDevice: profile.gpu_device }),
    }))
    .toSorted((one, other) => (one.profileId < other.profileId ? -1 : 1));
